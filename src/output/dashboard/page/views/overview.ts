import { disputeGroups, disputeResults, requestRows } from '../../../../form/vocabulary.ts'
import type { Total, YearData } from '../../data.ts'
import { outcomeIds } from '../../figures.ts'
import { columnsChart } from '../charts/columns.ts'
import { smallColumns } from '../charts/lines.ts'
import { type Child, h } from '../dom.ts'
import { bars, card, changeNote, dataTable, drawn, keyFigure, legend } from '../parts.ts'
import { address, currentYear, say, state, summary, texts, yearName } from '../state.ts'
import { coverageText, figure, nameOfFigure, percent, shortLabel, totalText, unknownMark } from '../words.ts'
import { ruleName } from './code.ts'

/** The main figures of the year, each with its coverage and what became of it since last year. */
export function overviewView(): Child {
  const year = currentYear()
  if (!year) return [card(texts().views.overview, null, h('p', {}, say('noYears'))), unreadFiles()]
  return [
    h('div', { class: 'keys' }, keys(year)),
    h('div', { class: 'grid two' }, yearsCard(), denialsCard(year)),
    h('div', { class: 'grid two' }, disputesCard(year), rulesCard()),
    unreadFiles(),
  ]
}

function trend(of: (year: YearData) => { value: number | null; text: string }): Child {
  const points = summary().years.map(year => ({ name: String(year.year), ...of(year) }))
  if (points.length < 2) return null
  return smallColumns(points, Math.max(...points.map(point => point.value ?? 0)))
}

const trendOf = (id: 'received' | 'handled' | 'reviews'): Child =>
  trend(({ totals }) => ({ value: totals[id].value, text: totalText(totals[id]) }))

function keys(year: YearData): Child[] {
  const { totals, paired } = year
  const disclosed = year.rates.find(({ id }) => id === 'disclosed')
  const bodies = year.findings.filter(count => count > 0).length
  const found = year.findings.reduce((sum, count) => sum + count, 0)
  return [
    h(
      'section',
      { class: 'card key' },
      h('h2', {}, say('filed')),
      h(
        'div',
        { class: 'row' },
        h('p', { class: 'large' }, figure(year.reported), h('span', { class: 'of' }, ` / ${figure(year.of)}`)),
        trend(({ reported }) => ({ value: reported, text: figure(reported) })),
      ),
      h('p', { class: 'note' }, `${texts().notReported} ${figure(year.notReported.length)}`),
    ),
    keyFigure(nameOfFigure('received'), totals.received, paired.received, trendOf('received')),
    keyFigure(nameOfFigure('handled'), totals.handled, paired.handled, trendOf('handled')),
    h(
      'section',
      { class: 'card key' },
      h('h2', {}, say('disclosedRate')),
      h(
        'div',
        { class: 'row' },
        h('p', { class: 'large' }, percent(disclosed?.value)),
        trend(({ rates }) => {
          const rate = rates.find(({ id }) => id === 'disclosed')
          return { value: rate?.value ?? null, text: percent(rate?.value) }
        }),
      ),
      disclosed
        ? h(
            'p',
            { class: 'note' },
            say('rateOf', {
              over: figure(disclosed.numerator),
              under: figure(disclosed.denominator),
              n: figure(disclosed.known),
              m: figure(disclosed.of),
            }),
          )
        : null,
    ),
    h(
      'section',
      { class: 'card key' },
      h('h2', {}, say('disputes')),
      h(
        'div',
        { class: 'row' },
        h('p', { class: 'large' }, totalText(totals.reviews), h('span', { class: 'of' }, ' + '), totalText(totals.lawsuits)),
        trendOf('reviews'),
      ),
      h('p', { class: 'note' }, `${nameOfFigure('reviews')} ${coverageText(totals.reviews)}`),
      changeNote(paired.reviews),
    ),
    h(
      'section',
      { class: 'card key' },
      h('h2', {}, say('findingsErrors')),
      h(
        'div',
        { class: 'row' },
        h('p', { class: 'large' }, h('a', { href: address('findings') }, figure(found))),
        trend(({ findings }) => {
          const count = findings.reduce((sum, found) => sum + found, 0)
          return { value: count, text: figure(count) }
        }),
      ),
      h('p', { class: 'note' }, say('findingsIn', { n: figure(bodies) })),
    ),
  ]
}

function yearsCard(): HTMLElement {
  const { years } = summary()
  const columns = years.map(({ year, totals, reported, of }) => ({
    name: yearName(year),
    note: `${figure(reported)}/${figure(of)}`,
    parts: outcomeIds.map((id, at) => ({
      name: nameOfFigure(id),
      value: totals[id].value,
      text: totalText(totals[id]),
      colour: at + 1,
    })),
  }))
  const title = say('byYear')
  return card(
    title,
    say('byYearNote'),
    legend([
      ...outcomeIds.map((id, at) => ({ name: nameOfFigure(id), mark: `c${at + 1}` })),
      { name: say('legendUnknown'), mark: 'hatched' },
    ]),
    drawn(title, width => columnsChart(columns, width)),
    dataTable(
      title,
      [texts().year, ...outcomeIds.map(nameOfFigure), nameOfFigure('handled')],
      years.map(({ year, totals }) => [
        yearName(year),
        ...outcomeIds.map(id => `${totalText(totals[id])} (${totals[id].known}/${totals[id].of})`),
        totalText(totals.handled),
      ]),
    ),
  )
}

const noteOf = (total: Total | undefined): string => (total === undefined ? '' : `${total.known}/${total.of}`)

function denialsCard({ cells }: YearData): HTMLElement {
  const rows = (Object.keys(requestRows) as (keyof typeof requestRows)[])
    .filter(row => row.startsWith('denied.'))
    .map(row => ({ row, total: cells[`requests.${row}.total`] }))
    .toSorted((a, b) => (b.total?.value ?? -1) - (a.total?.value ?? -1))
  const title = say('denials')
  return card(
    title,
    say('denialsNote'),
    bars(
      title,
      [say('outcome'), say('sum'), say('bodiesKnown')],
      rows.map(({ row, total }) => ({
        name: shortLabel(requestRows[row]),
        value: total?.value ?? null,
        text: total ? totalText(total) : unknownMark,
        note: noteOf(total),
        colour: 3,
        sure: total?.sure ?? null,
      })),
    ),
  )
}

function disputesCard({ cells }: YearData): HTMLElement {
  const title = say('disputeResults')
  const groups = Object.keys(disputeGroups) as (keyof typeof disputeGroups)[]
  const results = Object.keys(disputeResults) as (keyof typeof disputeResults)[]
  return card(
    title,
    say('denialsNote'),
    groups.map(group => {
      const name = disputeGroups[group].map(shortLabel).join(state.language === 'zh' ? ' · ' : ', ')
      return h(
        'div',
        { class: 'group' },
        h('h3', {}, name),
        bars(
          name,
          [say('outcome'), say('sum'), say('bodiesKnown')],
          results.map(result => {
            const total = cells[`disputes.${group}.${result}`]
            return {
              name: shortLabel(disputeResults[result]),
              value: total?.value ?? null,
              text: total ? totalText(total) : unknownMark,
              note: noteOf(total),
              colour: { total: 7, corrected: 3 }[result as string] ?? 1,
              sure: total?.sure ?? null,
            }
          }),
        ),
      )
    }),
  )
}

function rulesCard(): HTMLElement {
  const title = say('rules')
  const rows = Object.entries(summary().codes)
    .toSorted(([, a], [, b]) => b.count - a.count)
    .slice(0, 10)
  if (rows.length === 0) return card(title, null, h('p', {}, say('noFindings')))
  return card(
    title,
    say('rulesNote'),
    bars(
      title,
      [say('rule'), say('count')],
      rows.map(([code, { count }]) => ({
        name: h('a', { href: address('findings', [], { code }) }, ruleName(code)),
        value: count,
        text: figure(count),
        colour: 8,
      })),
    ),
  )
}

/** Files that were met and are in no figure. */
export function unreadFiles(): Child {
  const { unread, unreadInAll } = summary()
  if (unreadInAll === 0) return null
  return card(
    say('unread', { n: figure(unreadInAll) }),
    say('unreadNote'),
    h(
      'details',
      { class: 'data' },
      h('summary', {}, say('dataTable')),
      h(
        'ul',
        { class: 'files' },
        unread.map(({ path, code }) =>
          h(
            'li',
            {},
            h('span', { class: 'outside' }, path),
            code === null ? null : h('span', { class: 'quiet-text' }, ` — ${ruleName(code)}`),
          ),
        ),
        unreadInAll > unread.length ? h('li', {}, say('unreadMore', { n: figure(unreadInAll - unread.length) })) : null,
      ),
    ),
  )
}
