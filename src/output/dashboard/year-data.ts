/** What the page shows of one year: sums, rates, one figure a body. */
import type { Sum, YearSums } from '../../collection/aggregate.ts'
import { type FigureSum, figureOf, pairFigures, sumFigures } from '../../collection/figure-sums.ts'
import type { BodyReport } from '../../collection/gather.ts'
import { printSum } from '../official-figure.ts'
import type { Total, YearData } from './data.ts'
import { type FigureId, figureIds, figureTerms } from './figures.ts'

const byFigure = <T>(make: (id: FigureId) => T): Record<FigureId, T> =>
  Object.fromEntries(figureIds.map(id => [id, make(id)])) as Record<FigureId, T>

/** A year's figures, over the `counted` bodies; those of roll-ups stand in the columns and in no sum. O(reports × figures). */
export function yearDataOf(
  sums: YearSums,
  reports: readonly BodyReport[],
  shown: readonly BodyReport[],
  before: readonly BodyReport[] | null,
  indexOf: ReadonlyMap<string, number>,
): Omit<YearData, 'findings'> {
  const earlier = before && new Map(before.map(report => [report.body, report]))
  const bodies = indexOf.size
  const doubted = byFigure<number[]>(() => [])
  const columns = byFigure(id => {
    const column = new Array<number | null>(bodies).fill(null)
    for (const report of shown) {
      const at = indexOf.get(report.body)
      const figure = figureOf(report, figureTerms[id])
      if (at === undefined || figure === null) continue
      column[at] = figure.value
      if (figure.doubted) doubted[id].push(at)
    }
    return column
  })
  return {
    year: sums.year,
    of: sums.bodies,
    reported: sums.reported,
    notReported: sums.notReported.flatMap(name => indexOf.get(name) ?? []),
    totals: byFigure(id => totalOfFigure(sumFigures(reports, sums.bodies, figureTerms[id]), id)),
    paired: byFigure(id => (earlier ? pairFigures(earlier, reports, figureTerms[id]) : null)),
    rates: sums.rates.map(({ over: _, under: __, ...rate }) => rate),
    cells: Object.fromEntries(sums.sums.map(sum => [sum.cell, totalOf(sum)])),
    columns,
    doubted,
    counts: countCells(reports),
  }
}

const totalOf = (sum: Sum): Total => ({
  value: sum.value,
  sure: sum.sure,
  known: sum.known,
  of: sum.of,
  doubted: sum.doubted.length,
  text: printSum(sum).text,
})

function totalOfFigure({ status, ...sum }: FigureSum, id: FigureId): Total {
  const kind = id === 'fees' ? 'amount' : 'count'
  return { ...sum, text: printSum({ ...sum, status, kind, doubted: new Array<string>(sum.doubted).fill('') }).text }
}

function countCells(reports: readonly BodyReport[]): YearData['counts'] {
  const counts = { sure: 0, doubted: 0, unknown: 0 }
  for (const { cells } of reports) {
    for (const cell of cells.values()) counts[cell.known ? (cell.doubted ? 'doubted' : 'sure') : 'unknown']++
  }
  return counts
}
