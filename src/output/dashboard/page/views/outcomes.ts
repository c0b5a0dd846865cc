import { requestGroups, requestRows } from '../../../../form/vocabulary.ts'
import type { Total, YearData } from '../../data.ts'
import { outcomeIds } from '../../figures.ts'
import { type FlowNode, flowChart, flowLabel } from '../charts/flow.ts'
import { type Child, h } from '../dom.ts'
import { type Bar, bars, card, dataTable, drawn, legend } from '../parts.ts'
import { currentYear, say, texts } from '../state.ts'
import {
  changeText,
  coverageText,
  figure,
  labelText,
  nameOfFigure,
  percent,
  shortLabel,
  totalText,
  unknownMark,
} from '../words.ts'

/** What became of the requests: from receipt to outcome, and every row of table 3. */
export function outcomesView(): Child {
  const year = currentYear()
  if (!year) return card(texts().views.outcomes, null, h('p', {}, say('noYears')))
  return [flowCard(year), ratesCard(year), rowsCard(year)]
}

function flowCard({ totals }: YearData): HTMLElement {
  const node = (id: keyof typeof totals, colour: number): FlowNode => ({
    name: nameOfFigure(id),
    value: totals[id].value,
    text: totalText(totals[id]),
    colour,
  })
  const sources = [node('received', 1), node('carriedOver', 8)]
  const targets = [...outcomeIds.map((id, at) => node(id, at + 1)), node('carriedForward', 8)]
  const sum = (nodes: readonly FlowNode[]) => nodes.reduce((all, { value }) => all + (value ?? 0), 0)
  const gap = sum(sources) - sum(targets)
  if (gap !== 0) {
    const unknown = { name: say('flowUnknown'), value: Math.abs(gap), text: figure(Math.abs(gap)), colour: 8, gap: true }
    if (gap > 0) targets.push(unknown)
    else sources.push(unknown)
  }
  const title = say('flow')
  const all = [...sources, ...targets].filter(({ gap }) => !gap)
  return card(
    title,
    say('flowNote'),
    drawn(flowLabel(sources, targets), width => flowChart(sources, targets, width)),
    legend([{ name: say('legendUnknown'), mark: 'hatched' }]),
    dataTable(
      title,
      [say('outcome'), say('sum'), say('bodiesKnown')],
      all.map(({ name, text }, at) => {
        const id = (['received', 'carriedOver', ...outcomeIds, 'carriedForward'] as const)[at]
        return [name, text, id === undefined ? '' : coverageText(totals[id])]
      }),
    ),
  )
}

function ratesCard(year: YearData): HTMLElement {
  const names = texts().rateNames
  const rows = year.rates.flatMap((rate): Bar[] => {
    const name = names[rate.id]
    if (name === undefined) return []
    return [
      {
        name,
        value: rate.value,
        text: percent(rate.value),
        note: say('rateOf', {
          over: figure(rate.numerator),
          under: figure(rate.denominator),
          n: figure(rate.known),
          m: figure(rate.of),
        }),
        colour: 2,
      },
    ]
  })
  const title = say('ratesTitle')
  return card(title, null, bars(title, [say('outcome'), title, say('bodiesKnown')], rows))
}

function rowsCard({ cells, paired }: YearData): HTMLElement {
  const title = say('allRows')
  const rows: Bar[] = []
  let group = ''
  const outcomes = Object.keys(requestRows) as (keyof typeof requestRows)[]
  const barOf = (total: Total): Pick<Bar, 'value' | 'text' | 'note' | 'sure'> => ({
    value: total.value,
    text: totalText(total),
    note: coverageText(total),
    sure: total.sure,
  })
  const colours: Readonly<Record<string, number>> = {
    granted: 1,
    partiallyGranted: 2,
    denied: 3,
    unavailable: 4,
    notProcessed: 5,
    otherHandling: 6,
  }
  for (const row of outcomes) {
    const total = cells[`requests.${row}.total`]
    if (!total) continue
    const [head = ''] = row.split('.')
    const inGroup = row.includes('.') && row !== 'otherHandling.undivided'
    if (inGroup && head !== group)
      rows.push({
        name: h('strong', {}, labelText(requestGroups[head as keyof typeof requestGroups])),
        value: null,
        text: '',
        head: true,
      })
    group = inGroup ? head : ''
    rows.push({
      ...barOf(total),
      name: inGroup ? shortLabel(requestRows[row]) : labelText(requestRows[row]),
      indent: inGroup,
      colour: colours[head] ?? 8,
    })
  }
  const changes = outcomeIds.map(id => {
    const change = paired[id]
    return [
      nameOfFigure(id),
      change ? changeText(change.before, change.after) : unknownMark,
      change ? figure(change.before) : unknownMark,
      change ? figure(change.after) : unknownMark,
      change ? figure(change.known) : '0',
    ]
  })
  return card(
    title,
    null,
    bars(title, [say('outcome'), say('sum'), say('bodiesKnown')], rows),
    h('h3', {}, say('change')),
    h('p', { class: 'note' }, say('changeNote')),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('change') },
      h(
        'table',
        { class: 'plain' },
        h('caption', { class: 'quiet' }, say('change')),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            [say('outcome'), say('change'), say('lastYear'), say('thisYear'), say('bodiesKnown')].map(name =>
              h('th', { scope: 'col' }, name),
            ),
          ),
        ),
        h(
          'tbody',
          {},
          changes.map(([first, ...rest]) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, first ?? ''),
              rest.map(text => h('td', {}, text)),
            ),
          ),
        ),
      ),
    ),
  )
}
