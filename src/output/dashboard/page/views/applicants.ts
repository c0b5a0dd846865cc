import { applicants, requestGroups, requestRows } from '../../../../form/vocabulary.ts'
import type { Total, YearData } from '../../data.ts'
import { columnsChart } from '../charts/columns.ts'
import { type Child, h, withProperty } from '../dom.ts'
import { bars, card, dataTable, drawn, legend } from '../parts.ts'
import { currentYear, say, summary, texts, yearName } from '../state.ts'
import { coverageText, figure, labelText, percent, shortLabel, totalText, unknownMark } from '../words.ts'

const kinds = (Object.keys(applicants) as (keyof typeof applicants)[]).filter(key => key !== 'total')

/** Who asks, and who gets which outcome. */
export function applicantsView(): Child {
  const year = currentYear()
  if (!year) return card(texts().views.applicants, null, h('p', {}, say('noYears')))
  return [h('div', { class: 'grid two' }, sharesCard(year), yearsCard()), matrixCard(year)]
}

function sharesCard({ cells }: YearData): HTMLElement {
  const title = say('applicantsShare')
  const whole = cells['requests.newlyReceived.total']?.value ?? null
  return card(
    title,
    labelText(requestRows.newlyReceived),
    bars(
      title,
      [title, say('sum'), say('share')],
      kinds.map((kind, at) => {
        const total = cells[`requests.newlyReceived.${kind}`]
        const value = total?.value ?? null
        return {
          name: shortLabel(applicants[kind]),
          value,
          text: total ? totalText(total) : unknownMark,
          note: `${value === null || whole === null || whole === 0 ? unknownMark : percent(value / whole)}${total ? ` · ${total.known}/${total.of}` : ''}`,
          colour: at + 1,
          sure: total?.sure ?? null,
        }
      }),
    ),
  )
}

function yearsCard(): HTMLElement {
  const title = `${say('applicantsShare')} · ${texts().year}`
  const { years } = summary()
  const columns = years.map(({ year, cells, reported, of }) => ({
    name: yearName(year),
    note: `${figure(reported)}/${figure(of)}`,
    parts: kinds.map((kind, at) => {
      const total = cells[`requests.newlyReceived.${kind}`]
      return {
        name: shortLabel(applicants[kind]),
        value: total?.value ?? null,
        text: total ? totalText(total) : unknownMark,
        colour: at + 1,
      }
    }),
  }))
  return card(
    title,
    say('byYearNote'),
    legend([
      ...kinds.map((kind, at) => ({ name: shortLabel(applicants[kind]), mark: `c${at + 1}` })),
      { name: say('legendUnknown'), mark: 'hatched' },
    ]),
    drawn(title, width => columnsChart(columns, width)),
    dataTable(
      title,
      [texts().year, ...kinds.map(kind => shortLabel(applicants[kind]))],
      columns.map(({ name, parts }) => [name, ...parts.map(({ text }) => text)]),
    ),
  )
}

/** Rows of table 3 that are outcomes, with the group each stands in. */
const outcomeRows = (Object.keys(requestRows) as (keyof typeof requestRows)[]).filter(
  row => !['newlyReceived', 'carriedOver', 'outcomesTotal', 'carriedForward'].includes(row),
)

function matrixCard({ cells }: YearData): HTMLElement {
  const title = say('applicantsMatrix')
  const columns = Object.keys(applicants) as (keyof typeof applicants)[]
  const totalOf = (row: string, kind: string): Total | undefined => cells[`requests.${row}.${kind}`]
  const rows = outcomeRows.filter(row => columns.some(kind => totalOf(row, kind) !== undefined))
  const nameOf = (row: keyof typeof requestRows): string => {
    const [group = ''] = row.split('.')
    const label = shortLabel(requestRows[row])
    if (!row.includes('.') || row === 'otherHandling.undivided') return label
    return `${shortLabel(requestGroups[group as keyof typeof requestGroups])} › ${label}`
  }
  return card(
    title,
    say('matrixNote'),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${title} · ${say('scroll')}` },
      h(
        'table',
        { class: 'matrix' },
        h('caption', { class: 'quiet' }, title),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, say('outcome')),
            columns.map(kind => h('th', { scope: 'col', class: 'numeric' }, shortLabel(applicants[kind]))),
          ),
        ),
        h(
          'tbody',
          {},
          [...rows, 'outcomesTotal' as const].map(row =>
            h(
              'tr',
              { class: row === 'outcomesTotal' ? 'sum' : null },
              h('th', { scope: 'row' }, nameOf(row)),
              columns.map(kind => {
                const total = totalOf(row, kind)
                const handled = totalOf('outcomesTotal', kind)?.value ?? null
                const share = total?.value == null || !handled || row === 'outcomesTotal' ? 0 : total.value / handled
                const look = !total || total.value === null ? 'numeric hatched-cell' : 'numeric heat'
                const cell = h(
                  'td',
                  { class: look, title: total ? coverageText(total) : null },
                  total ? totalText(total) : unknownMark,
                )
                return withProperty(cell, '--heat', Math.min(0.85, share * 1.4).toFixed(3))
              }),
            ),
          ),
        ),
      ),
    ),
  )
}
