import { s } from '../dom.ts'
import { state } from '../state.ts'
import { shortFigure, ticks } from './scale.ts'

export interface Point {
  name: string
  /** null: no report, or not known. */
  value: number | null
  text: string
  doubted?: boolean
}

/** A figure over the years: small columns, hatched where nothing is known. `most`: the top of the scale, shared by charts that are compared. */
export function smallColumns(points: readonly Point[], most: number, { width = 120, height = 44 } = {}): SVGElement {
  const slot = width / Math.max(1, points.length)
  const room = height - 13
  const thick = Math.min(22, slot * 0.7)
  return s(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      class: 'chart small',
      role: 'img',
      'aria-label': points.map(point => `${point.name} ${point.text}`).join(', '),
    },
    points.map(({ name, value, text, doubted }, at) => {
      const x = slot * at + (slot - thick) / 2
      const tall = value === null ? room : most <= 0 ? 1 : Math.max(1, (Math.max(0, value) / most) * room)
      return [
        s(
          'rect',
          { x, y: room - tall, width: thick, height: tall, class: value === null ? 'hatched' : doubted ? 'c1 doubted' : 'c1' },
          s('title', {}, `${name} ${text}`),
        ),
        // Many years: the first and the last are named.
        slot < 14 && at !== 0 && at !== points.length - 1
          ? null
          : s('text', { x: x + thick / 2, y: height - 2, class: 'tick middle tiny' }, name.slice(-2)),
      ]
    }),
  )
}

/** A figure over the years as a line that is broken where nothing is known. */
export function lineChart(points: readonly Point[], width: number, rate = false): SVGElement {
  const height = 170
  const [left, right, bottom, top] = [46, 18, 26, 22]
  const room = height - bottom - top
  const values = points.flatMap(point => point.value ?? [])
  const steps = rate ? [0, 0.5, 1] : ticks(Math.max(...values, 0), 3)
  const most = steps.at(-1) ?? 1
  const least = Math.min(0, ...values)
  const y = (value: number) => top + room - ((value - least) / (most - least)) * room
  const slot = (width - left - right) / Math.max(1, points.length)
  const x = (at: number) => left + slot * (at + 0.5)
  const label = (value: number) => (rate ? `${value * 100}%` : shortFigure(value, state.language))
  let path = ''
  points.forEach(({ value }, at) => {
    if (value === null) return
    path += `${path === '' || points[at - 1]?.value === null ? 'M' : 'L'}${x(at)},${y(value)}`
  })
  return s(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'chart' },
    steps.map(step => [
      s('line', { x1: left, x2: width - right, y1: y(step), y2: y(step), class: step === 0 ? 'axis' : 'rule' }),
      s('text', { x: left - 8, y: y(step) + 4, class: 'tick end' }, label(step)),
    ]),
    points.map(({ value }, at) =>
      value === null
        ? s('rect', {
            x: x(at) - Math.min(22, slot / 3),
            y: top,
            width: Math.min(44, slot / 1.5),
            height: room,
            class: 'hatched',
          })
        : null,
    ),
    s('path', { d: path, class: 'line' }),
    points.map(({ name, value, text, doubted }, at) => [
      value === null
        ? null
        : [
            s(
              'circle',
              { cx: x(at), cy: y(value), r: 4.5, class: doubted ? 'dot hollow' : 'dot' },
              s('title', {}, `${name} ${text}`),
            ),
            s('text', { x: x(at), y: y(value) - 10, class: 'tick middle strong' }, text),
          ],
      s('text', { x: x(at), y: height - 6, class: 'tick middle' }, name),
    ]),
  )
}
