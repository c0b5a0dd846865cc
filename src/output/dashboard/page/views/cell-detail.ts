import { formatPlaceFor } from '../../../../diagnostic/format.ts'
import { type PackedCell, unpackPlace, unpackPlaces } from '../../pack.ts'
import { h } from '../dom.ts'
import { reports, say, state, summary, texts } from '../state.ts'
import { figure, nameOfCell, unknownMark } from '../words.ts'
import { findingAt, findingsOf, ruleName } from './code.ts'

/** All that is known of a cell: its figure, what is printed and where, what doubts it. */
export function cellDetail(report: number, index: number | null, cell: PackedCell | null): Node[] {
  if (index === null || cell === null) return [h('p', { class: 'note' }, say('pickCell'))]
  const { cellIds, codes, marks, places } = reports()
  const [, raw = null, flags = [], packed = ''] = marks[report]?.find(([at]) => at === index) ?? []
  const printed = raw ?? (cell.value === null ? null : String(cell.value))
  const place = packed === '' ? (unpackPlaces(places[report] ?? '')[index] ?? {}) : unpackPlace(packed)
  const where = formatPlaceFor(place, state.language)
  const facts: [string, string, string][] = [
    [say('value'), cell.value === null ? unknownMark : figure(cell.value), 'figure-large'],
    [say('status'), texts().statuses[cell.status], ''],
    [
      say('raw'),
      printed === null || printed === '' ? say('noRaw') : printed,
      printed === null || printed === '' ? '' : 'printed outside',
    ],
    [
      say('place'),
      where === '' ? (summary().full || cell.status === 'missing' ? say('noPlace') : say('placeLeftOut')) : where,
      '',
    ],
  ]
  const about = findingsOf(report)
    .map(findingAt)
    .filter(finding => finding.about.includes(index))
  const others = flags.map(flag => codes[flag] ?? '').filter(code => !about.some(finding => finding.code === code))
  return [
    h('h3', {}, nameOfCell(cellIds[index] ?? '')),
    h(
      'dl',
      {},
      facts.map(([term, text, look]) => h('div', {}, h('dt', {}, term), h('dd', { class: look || null }, text))),
    ),
    h('h4', {}, say('flags')),
    about.length + others.length === 0
      ? h('p', { class: 'note' }, cell.value === null ? texts().statuses[cell.status] : say('noFlags'))
      : h(
          'ul',
          { class: 'flags' },
          about.map(finding => h('li', { class: 'outside' }, finding.message())),
          others.map(code => h('li', {}, ruleName(code))),
        ),
  ]
}
