import { catalogue } from '../../../../diagnostic/catalogue.ts'
import { severityWords } from '../../../../diagnostic/format.ts'
import { searchField, selectField } from '../controls.ts'
import { type Child, h } from '../dom.ts'
import { card } from '../parts.ts'
import { address, findings, type Route, reports, say, state, summary, texts } from '../state.ts'
import { virtualTable } from '../virtual-table.ts'
import { bodyName, figure } from '../words.ts'
import { findingAt, knownCode, ruleName, type ShownFinding } from './code.ts'
import { unreadFiles } from './overview.ts'

const chosen = { search: '', year: '' }

/** Findings by rule and by body; each leads to the table it is about. */
export function findingsView({ query }: Route): Child {
  const { codes, findingsInAll } = summary()
  const t = texts()
  const wanted = query.get('code') ?? ''
  if (findingsInAll === 0) return [card(t.views.findings, null, h('p', {}, say('noFindings'))), unreadFiles()]
  const all = findings().code.length
  const byCount = Object.entries(codes).toSorted(([, a], [, b]) => b.count - a.count)
  const holder = h('div', {})
  const count = h('p', { class: 'note', role: 'status' })
  const draw = () => {
    const text = chosen.search.trim().toLowerCase()
    const rows: number[] = []
    const { report, code: codeIndex, codes: names, file } = findings()
    for (let index = 0; index < all; index++) {
      if (wanted !== '' && names[codeIndex[index] ?? -1] !== wanted) continue
      const of = report[index] ?? -1
      if (chosen.year !== '' && String(reports().year[of] ?? '') !== chosen.year) continue
      if (text !== '' && !`${whose(of)} ${reports().file[of] ?? file[index] ?? ''}`.toLowerCase().includes(text)) continue
      rows.push(index)
    }
    count.textContent = `${say('count')} ${figure(rows.length)}`
    holder.replaceChildren(list(rows))
  }
  const choose = (choice: Partial<typeof chosen>) => {
    Object.assign(chosen, choice)
    draw()
  }
  const view = card(
    t.views.findings,
    all < findingsInAll ? say('findingsLimit', { n: figure(all), m: figure(findingsInAll) }) : null,
    h(
      'div',
      { class: 'controls' },
      selectField({ id: 'rule', name: say('rule'), value: wanted, wide: true, change: openRule }, [
        { value: '', name: `${t.all} (${figure(findingsInAll)})` },
        ...byCount.map(([code, { count }]) => ({ value: code, name: `${ruleName(code)} (${figure(count)})` })),
      ]),
      selectField({ id: 'finding-year', name: t.year, value: chosen.year, change: value => choose({ year: value }) }, [
        { value: '', name: t.all },
        ...summary().years.map(({ year }) => ({ value: String(year), name: String(year) })),
      ]),
      searchField({
        id: 'finding-search',
        name: say('search'),
        value: chosen.search,
        change: value => choose({ search: value }),
      }),
    ),
    wanted === '' ? null : explanation(wanted),
    count,
    holder,
  )
  draw()
  return [view, unreadFiles()]
}

function openRule(code: string) {
  location.hash = address('findings', [], code === '' ? {} : { code })
}

const whose = (report: number): string => {
  const body = reports().body[report] ?? -1
  return body < 0 ? '' : bodyName(body)
}

function explanation(code: string): HTMLElement | null {
  const known = knownCode(code)
  if (known === null) return null
  const { why, todo } = catalogue[known][state.language]
  return h(
    'dl',
    { class: 'explain' },
    h('div', {}, h('dt', {}, say('rule')), h('dd', {}, h('code', {}, code))),
    h('div', {}, h('dt', {}, say('why')), h('dd', {}, why)),
    h('div', {}, h('dt', {}, say('todo')), h('dd', {}, todo)),
  )
}

function list(rows: readonly number[]): HTMLElement {
  const words = severityWords[state.language]
  return virtualTable<ShownFinding>({
    caption: texts().views.findings,
    rowHeight: 58,
    rows: rows.map(findingAt),
    columns: [
      {
        id: 'body',
        name: say('body'),
        cell: ({ report, file }) => {
          const name = whose(report) || (reports().file[report] ?? file ?? texts().unknown)
          return h('span', { class: 'outside clamp' }, name)
        },
      },
      { id: 'year', name: texts().year, cell: ({ report }) => String(reports().year[report] ?? '') },
      { id: 'severity', name: say('severity'), cell: ({ severity }) => h('span', { class: `tag ${severity}` }, words[severity]) },
      {
        id: 'finding',
        name: say('finding'),
        cell: finding =>
          finding.report < 0
            ? h('span', { class: 'outside clamp' }, finding.message())
            : h(
                'a',
                {
                  class: 'outside clamp',
                  href: address('report', [finding.report], {
                    finding: finding.index,
                    ...(finding.about[0] === undefined ? {} : { cell: finding.about[0] }),
                  }),
                },
                finding.message(),
              ),
      },
      { id: 'place', name: say('place'), cell: finding => h('span', { class: 'clamp' }, finding.place()) },
    ],
  })
}
