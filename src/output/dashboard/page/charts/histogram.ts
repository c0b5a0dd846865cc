import { s } from '../dom.ts'
import { state } from '../state.ts'
import { figure } from '../words.ts'
import { shortFigure, ticks } from './scale.ts'

export interface Bin {
  name: string
  count: number
}

/** Classes of a figure and how many bodies are in each; those of which it is unknown stand apart, hatched. */
export function histogramChart(bins: readonly Bin[], unknown: { name: string; count: number }, width: number): SVGElement {
  const height = 260
  const [left, bottom, top] = [46, 44, 18]
  const room = height - bottom - top
  const steps = ticks(Math.max(unknown.count, ...bins.map(bin => bin.count), 1))
  const most = steps.at(-1) ?? 1
  const apart = 14
  const slot = (width - left - 8 - apart) / (bins.length + 1)
  const y = (value: number) => top + room - (value / most) * room
  const every = Math.ceil(38 / slot)
  const column = (x: number, bin: Bin, look: string, named: boolean) => [
    s(
      'rect',
      {
        x: x + 1,
        y: y(bin.count),
        width: Math.max(1, slot - 2),
        height: Math.max(bin.count > 0 ? 1 : 0, top + room - y(bin.count)),
        class: look,
      },
      s('title', {}, `${bin.name} · ${figure(bin.count)}`),
    ),
    bin.count > 0 && slot > 20
      ? s('text', { x: x + slot / 2, y: y(bin.count) - 4, class: 'tick middle' }, shortFigure(bin.count, state.language))
      : null,
    named ? s('text', { x: x + slot / 2, y: height - bottom + 18, class: 'tick middle' }, bin.name) : null,
  ]
  return s(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'chart' },
    steps.map(step => [
      s('line', { x1: left, x2: width - 8, y1: y(step), y2: y(step), class: step === 0 ? 'axis' : 'rule' }),
      s('text', { x: left - 8, y: y(step) + 4, class: 'tick end' }, shortFigure(step, state.language)),
    ]),
    bins.map((bin, at) => column(left + slot * at, bin, 'c1', at % every === 0)),
    column(width - 8 - slot, unknown, 'hatched', true),
  )
}
