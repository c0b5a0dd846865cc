import type { BodyRateId, FigureId } from '../../figures.ts'
import { type Bin, histogramChart } from '../charts/histogram.ts'
import { shortFigure } from '../charts/scale.ts'
import { type Child, h } from '../dom.ts'
import { card, dataTable, drawn } from '../parts.ts'
import { address, currentYear, say, state, summary, texts } from '../state.ts'
import { sorted, virtualTable } from '../virtual-table.ts'
import { bodyFigure, bodyName, figure, isRate, nameOfFigure, showFigure } from '../words.ts'
import { figureSelect } from './bodies.ts'

let chosen: FigureId | BodyRateId = 'received'

/** How a figure is spread over the bodies, and which bodies stand apart. */
export function spreadView(): Child {
  const year = currentYear()
  if (!year) return card(texts().views.spread, null, h('p', {}, say('noYears')))
  const holder = h('div', { class: 'stack' })
  const rollUps = new Set(summary().bodies.rollUps)
  const draw = () => {
    const known: { body: number; value: number }[] = []
    let unknown = 0
    for (let body = 0; body < summary().bodies.name.length; body++) {
      if (rollUps.has(body)) continue
      const value = bodyFigure(chosen, year.columns, body)
      if (value === null) unknown++
      else known.push({ body, value })
    }
    holder.replaceChildren(...parts(chosen, known, unknown))
  }
  draw()
  return [
    h(
      'div',
      { class: 'controls' },
      figureSelect('spread-figure', chosen, figure => {
        chosen = figure
        draw()
      }),
    ),
    holder,
  ]
}

/** Counts differ by powers of ten: they are laid out by log(1 + x). Rates are laid out as they are. */
const forward = (id: FigureId | BodyRateId, value: number): number => (isRate(id) ? value : Math.log1p(Math.max(0, value)))

/** The value below which a share of the (ascending) values lies, between two of them by proportion. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const at = (values.length - 1) * share
  const low = values[Math.floor(at)] ?? 0
  const high = values[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}

function binsOf(id: FigureId | BodyRateId, values: readonly number[]): Bin[] {
  if (isRate(id)) {
    const bins = Array.from({ length: 10 }, (_, at) => ({ name: `${at * 10}%`, count: 0 }))
    for (const value of values) {
      const bin = bins[Math.min(9, Math.max(0, Math.floor(value * 10)))]
      if (bin) bin.count++
    }
    return bins
  }
  const most = Math.max(0, ...[values.at(-1) ?? 0])
  const edges = [0, 1]
  for (let power = 1; edges.at(-1) !== undefined && (edges.at(-1) ?? 0) <= most; power *= 10)
    for (const step of [2, 5, 10]) edges.push(step * power)
  const until = edges.findIndex(edge => edge > most)
  const used = edges.slice(0, Math.max(2, until + 1))
  return used.slice(0, -1).map((edge, at) => {
    const next = used[at + 1] ?? Number.POSITIVE_INFINITY
    const name = next - edge === 1 ? String(edge) : `${shortFigure(edge, state.language)}–`
    return { name, count: values.filter(value => value >= edge && value < next).length }
  })
}

function parts(id: FigureId | BodyRateId, known: readonly { body: number; value: number }[], unknown: number): HTMLElement[] {
  const name = nameOfFigure(id)
  const values = known.map(({ value }) => value).toSorted((a, b) => a - b)
  const bins = binsOf(id, values)
  const unknownBin = { name: texts().unknown, count: unknown }
  const show = (value: number | null) => showFigure(id, value === null ? null : Number(value.toPrecision(6)))
  const [low, middle, high] = [0.25, 0.5, 0.75].map(share => quantile(values, share))
  const scaled = values.map(value => forward(id, value))
  const [q1, q3] = [quantile(scaled, 0.25) ?? 0, quantile(scaled, 0.75) ?? 0]
  const reach = 1.5 * (q3 - q1)
  const outliers = known.filter(({ value }) => forward(id, value) > q3 + reach || forward(id, value) < q1 - reach)
  const title = say('distribution', { name })
  const facts: [string, string][] = [
    [say('bodiesCount'), figure(values.length)],
    [say('median'), show(middle ?? null)],
    [say('quartiles'), `${show(low ?? null)} – ${show(high ?? null)}`],
    ['min – max', `${show(values[0] ?? null)} – ${show(values.at(-1) ?? null)}`],
    [texts().unknown, say('unknownCount', { n: figure(unknown) })],
  ]
  return [
    card(
      title,
      say('distributionNote'),
      drawn(`${title}: ${bins.map(bin => `${bin.name} ${bin.count}`).join(', ')}; ${unknownBin.name} ${unknown}`, width =>
        histogramChart(bins, unknownBin, width),
      ),
      h(
        'dl',
        { class: 'facts' },
        facts.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text))),
      ),
      dataTable(
        title,
        [name, say('bodiesCount')],
        [...bins, unknownBin].map(bin => [bin.name, figure(bin.count)]),
      ),
    ),
    card(
      `${say('outliers')} (${figure(outliers.length)})`,
      say('outliersNote'),
      outliers.length === 0
        ? h('p', {}, say('noOutliers'))
        : virtualTable({
            caption: say('outliers'),
            rows: sorted(outliers, ({ value }) => value, true),
            columns: [
              {
                id: 'body',
                name: say('body'),
                cell: ({ body }) => h('a', { class: 'outside', href: address('body', [body]) }, bodyName(body)),
              },
              { id: 'value', name, numeric: true, cell: ({ value }) => show(value) },
              {
                id: 'side',
                name: say('outliers'),
                cell: ({ value }) => (forward(id, value) > q3 ? `↑ ${say('high')}` : `↓ ${say('low')}`),
              },
            ],
          }),
    ),
  ]
}
