import { severityWords } from '../../../../diagnostic/format.ts'
import type { TableKey } from '../../../../form/form.ts'
import { sectionHeadings } from '../../../../form/headings.ts'
import { unpackCells } from '../../pack.ts'
import { type Child, h } from '../dom.ts'
import { card } from '../parts.ts'
import { address, type Route, reports, say, state, summary, texts, yearName } from '../state.ts'
import { bodyName, figure } from '../words.ts'
import { cellDetail } from './cell-detail.ts'
import { findingAt, findingsOf } from './code.ts'
import { historyCard } from './history.ts'
import { officialTable } from './official-table.ts'
import { quotesCard } from './quotes.ts'

/** `#/body/3`: the body's report of the year that is looked at, or its latest; its history where there is none. */
export function bodyView({ rest, query }: Route): Child {
  const body = Number(rest[0])
  if (!(body in summary().bodies.name)) return card(texts().unknown, null, h('p', {}, say('noReport')))
  const own = reportsOf(body)
  const year = summary().years[state.year]?.year
  const at = own.find(report => reports().year[report] === year)
  if (at !== undefined) return reportPage(at, query)
  return [
    heading(bodyName(body), `${year === undefined ? '' : yearName(year)} · ${texts().notReported}`, own, null),
    historyCard(body),
  ]
}

/** `#/report/12?cell=3`: one report, a cell of it chosen. */
export function reportView({ rest, query }: Route): Child {
  const at = Number(rest[0])
  return at in reports().file ? reportPage(at, query) : card(texts().unknown, null, h('p', {}, say('noReport')))
}

const tableWords = { disclosure: 'disclosure', requests: 'requestsTable', disputes: 'disputesTable' } as const

function reportsOf(body: number): number[] {
  const { body: bodies, year } = reports()
  return bodies.flatMap((of, at) => (of === body ? at : [])).toSorted((a, b) => (year[a] ?? 0) - (year[b] ?? 0))
}

function heading(name: string, line: string, own: readonly number[], current: number | null): HTMLElement {
  const { year, file } = reports()
  return h(
    'section',
    { class: 'card head' },
    h('h2', { class: 'outside' }, name),
    h('p', { class: 'note outside' }, line),
    sameYear(own, current),
    own.length === 0
      ? null
      : h(
          'nav',
          { class: 'years', 'aria-label': say('otherYears') },
          own.map(at =>
            h(
              'a',
              { href: address('report', [at]), 'aria-current': at === current ? 'page' : null, title: file[at] ?? null },
              String(year[at] ?? texts().unknown),
            ),
          ),
        ),
  )
}

/** Two files of one year: which of them is looked at, and that there is another. */
function sameYear(own: readonly number[], current: number | null): HTMLElement | null {
  const { year, file } = reports()
  const same = current === null ? [] : own.filter(at => year[at] === year[current])
  if (same.length < 2) return null
  return h(
    'p',
    { class: 'note outside' },
    `${say('twoFiles', { n: figure(same.length) })}: ${same.map(at => file[at] ?? '').join(', ')}`,
  )
}

function reportPage(at: number, query: URLSearchParams): Child {
  const all = reports()
  const body = all.body[at] ?? -1
  const edition = all.edition[at] ?? null
  const cells = unpackCells(all.cells[at] ?? '')
  const byId = new Map(
    all.cellIds.map((id, index) => [
      id,
      { index, ...(cells[index] ?? { status: 'absent' as const, value: null, doubted: false }) },
    ]),
  )
  const name = body >= 0 ? bodyName(body) : (all.title[at] ?? all.file[at] ?? '')
  const line = [
    all.year[at] === null || all.year[at] === undefined ? texts().unknown : yearName(all.year[at] as number),
    ...(edition === null ? [] : [say('edition', { edition })]),
    all.file[at] ?? '',
    ...(all.counted[at] ? [] : [say('notCounted')]),
  ].join(' · ')

  const asked = query.get('cell')
  let chosen: number | null = asked === null ? null : Number(asked)
  const detail = h('aside', { class: 'card detail', 'aria-live': 'polite', 'aria-label': say('raw') })
  const buttons = new Map<number, HTMLElement>()
  const choose = (index: number | null) => {
    if (chosen !== null) buttons.get(chosen)?.removeAttribute('aria-current')
    chosen = index
    if (index !== null) buttons.get(index)?.setAttribute('aria-current', 'true')
    detail.replaceChildren(...cellDetail(at, index, cells[index ?? -1] ?? null))
  }
  // The cells of the finding that led here are all marked.
  const finding = query.get('finding')
  const marked = new Set(finding === null ? [] : findingAt(Number(finding)).about)
  const tables = (['disclosure', 'requests', 'disputes'] as TableKey[]).map(key =>
    h(
      'section',
      { class: 'card' },
      h('h3', {}, state.language === 'zh' ? sectionHeadings[key].names[0] : say(tableWords[key])),
      officialTable(key, byId, edition === '2019' ? '2019' : '2021', marked, buttons, choose),
    ),
  )
  choose(chosen)
  if (chosen !== null) {
    const target = buttons.get(chosen)
    requestAnimationFrame(() => target?.scrollIntoView({ block: 'center' }))
  }
  return [
    heading(name, line, body >= 0 ? reportsOf(body) : [], at),
    reportFindings(at, finding === null ? null : Number(finding)),
    h('div', { class: 'sheet' }, h('div', { class: 'tables' }, h('p', { class: 'note' }, say('legendTable')), tables), detail),
    body >= 0 ? historyCard(body) : null,
    quotesCard(at),
  ]
}

function reportFindings(at: number, current: number | null): Child {
  const own = findingsOf(at)
  if (own.length === 0) return null
  return card(
    `${texts().views.findings} (${figure(own.length)})`,
    null,
    h(
      'ul',
      { class: 'findings' },
      own.map(index => {
        const finding = findingAt(index)
        const suggestion = finding.suggestion()
        return h(
          'li',
          { class: index === current ? 'current' : null },
          h('span', { class: `tag ${finding.severity}` }, severityWords[state.language][finding.severity]),
          ' ',
          finding.about[0] === undefined
            ? h('span', { class: 'outside' }, finding.message())
            : h(
                'a',
                { class: 'outside', href: address('report', [at], { finding: index, cell: finding.about[0] }) },
                finding.message(),
              ),
          finding.place() === '' ? null : h('span', { class: 'quiet-text' }, ` ${finding.place()}`),
          suggestion === null ? null : h('p', { class: 'note outside' }, `${say('suggestion')}: ${suggestion}`),
        )
      }),
    ),
  )
}
