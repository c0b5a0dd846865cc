import type { BodyRateId, FigureId } from '../../figures.ts'
import { lineChart, type Point } from '../charts/lines.ts'
import { h } from '../dom.ts'
import { card, dataTable, drawn } from '../parts.ts'
import { say, summary, texts, yearName } from '../state.ts'
import { bodyFigure, isRate, nameOfFigure, showFigure } from '../words.ts'

const shown: readonly (FigureId | BodyRateId)[] = [
  'received',
  'handled',
  'disclosedRate',
  'carriedForward',
  'reviews',
  'lawsuits',
]

/** The main figures of a body over all years; a year without a figure is hatched. */
export function historyCard(body: number): HTMLElement {
  const { years } = summary()
  const points = (id: FigureId | BodyRateId): Point[] =>
    years.map(({ year, columns, doubted }) => {
      const value = bodyFigure(id, columns, body)
      return {
        name: String(year),
        value,
        text: value === null ? texts().unknown : showFigure(id, value),
        doubted: !isRate(id) && doubted[id].includes(body),
      }
    })
  return card(
    say('history'),
    say('historyNote'),
    h(
      'div',
      { class: 'grid three' },
      shown.map(id => {
        const own = points(id)
        const name = nameOfFigure(id)
        return h(
          'div',
          {},
          h('h3', {}, name),
          drawn(`${name}: ${own.map(point => `${point.name} ${point.text}`).join(', ')}`, width =>
            lineChart(own, width, isRate(id)),
          ),
        )
      }),
    ),
    dataTable(
      say('history'),
      [say('figure'), ...years.map(({ year }) => yearName(year))],
      shown.map(id => [nameOfFigure(id), ...points(id).map(point => point.text)]),
    ),
  )
}
