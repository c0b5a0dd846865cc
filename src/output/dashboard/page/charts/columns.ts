import { s } from '../dom.ts'
import { state } from '../state.ts'
import { shortFigure, ticks } from './scale.ts'

export interface Column {
  name: string
  /** Under the name, small. */
  note: string
  /** Parts from the bottom up; null: not known. */
  parts: { name: string; value: number | null; text: string; colour: number }[]
}

/** Stacked columns with an axis. A column of which nothing is known is hatched from bottom to top. */
export function columnsChart(columns: readonly Column[], width: number): SVGElement {
  const height = 260
  const [left, bottom, top] = [58, 42, 12]
  const room = height - bottom - top
  const sum = (column: Column) => column.parts.reduce((all, part) => all + (part.value ?? 0), 0)
  const steps = ticks(Math.max(...columns.map(sum), 0))
  const most = steps.at(-1) ?? 1
  const slot = (width - left - 8) / Math.max(1, columns.length)
  const thick = Math.min(72, slot * 0.6)
  const y = (value: number) => top + room - (value / most) * room
  return s(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'chart' },
    steps.map(step => [
      s('line', { x1: left, x2: width - 8, y1: y(step), y2: y(step), class: step === 0 ? 'axis' : 'rule' }),
      s('text', { x: left - 8, y: y(step) + 4, class: 'tick end' }, shortFigure(step, state.language)),
    ]),
    columns.map((column, at) => {
      const x = left + slot * at + (slot - thick) / 2
      const known = column.parts.some(part => part.value !== null)
      let base = 0
      return [
        known
          ? column.parts.map(({ name, value, text, colour }) => {
              if (value === null || value <= 0) return null
              const from = base
              base += value
              return s(
                'rect',
                { x, y: y(base), width: thick, height: Math.max(0.5, y(from) - y(base)), class: `c${colour}` },
                s('title', {}, `${column.name} ${name} ${text}`),
              )
            })
          : s('rect', { x, y: top, width: thick, height: room, class: 'hatched' }),
        s('text', { x: x + thick / 2, y: height - bottom + 18, class: 'tick middle strong' }, column.name),
        s('text', { x: x + thick / 2, y: height - bottom + 34, class: 'tick middle' }, column.note),
      ]
    }),
  )
}
