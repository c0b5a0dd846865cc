/**
 * Table 4, which has no row labels: one row of fifteen figures under three groups of five results.
 *
 *     ┌ 行政复议 ──────────────────┬ 行政诉讼 ────────────────────────────
 *     │                           │ 未经复议直接起诉            │ 复议后起诉
 *     │ 结果维持 结果纠正 … 总计     │ 结果维持 结果纠正 … 总计     │ …          ← columns
 */
import type { Grid, GridCell } from '../document/document.ts'
import { type Column, cellId, type FormBlock } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { remember } from '../text/remember.ts'
import { isDisputesHeader, ownItems } from './column-order.ts'
import { cellUnder, isFigure, isWords, runsOf, type Span, stackedKeys } from './grid-runs.ts'
import type { Interpreted } from './interpret.ts'
import { keyOf, labelCost } from './match.ts'
import { readCell } from './read-cell.ts'
import { assignInOrder } from './sequence.ts'

/** Table 4: fifteen columns found by what stands above each, and the one row of figures under them. */
export function readDisputes(grid: Grid, read: Interpreted): void {
  const form = forms['2021'].tables.disputes.blocks[0] as FormBlock
  const { columns, end } = findDisputeColumns(grid)
  const rows = grid.rows.slice(end).filter(row => runsOf(row).some(({ cell }) => !isWords(cell)))
  const figures = rows.filter(row => row.some(cell => isFigure(cell)))
  const row = figures[0] ?? rows[0]
  if (!row) return
  read.editions.set('disputes', '2021')
  const runs = runsOf(row)
  const byHeader = columns.every(column => column !== null)
  const labels = grid.rows.slice(0, end).flatMap(own => own.filter(({ anchor }) => anchor).map(({ text }) => keyOf(text)))
  if (!byHeader && (runs.length !== form.columns.length || !isDisputesHeader(labels, form.columns))) return
  for (const [c, column] of form.columns.entries()) {
    const cell = byHeader ? cellUnder(runs, columns[c] as Span) : runs[c]?.cell
    if (!cell) continue
    // A second row of figures: which of them is the report's cannot be known.
    const doubted = figures.length > 1 ? { ...cell, placed: { status: 'ambiguous' as const } } : cell
    read.cells.set(cellId('disputes', '', column.id), readCell(doubted, column))
  }
}

/** How many of the fifteen columns stand in a grid's header. */
export const countDisputeColumns = (grid: Grid): number =>
  findDisputeColumns(grid).columns.filter(column => column !== null).length

/**
 * Whether the columns of a table 4 can be believed: its header is whole, each group's name stands over its first
 * result, and no figure stands beside the fifteen. Where merged cells were lost, what follows them stands too far left.
 */
export function hasDisputeColumns(grid: Grid): boolean {
  const form = forms['2021'].tables.disputes.blocks[0] as FormBlock
  const { columns, end } = findDisputeColumns(grid)
  const isGroupStart = (c: number) => form.columns[c]?.groups.at(-1)?.text !== form.columns[c - 1]?.groups.at(-1)?.text
  const stands = columns.every((span, c) => {
    if (span === null || !isGroupStart(c)) return span !== null
    return stackedKeys(grid.rows.slice(0, end), span.from).some(key => Number.isFinite(disputeCosts(key)[c]?.group))
  })
  const isUnder = (at: number) => columns.some(span => span !== null && span.from <= at && at <= span.to)
  return stands && grid.rows.slice(end).every(row => row.every((cell, at) => !isFigure(cell) || isUnder(at)))
}

/** Grid columns under each of the fifteen results, and the row where the header ends. */
function findDisputeColumns(grid: Grid): { columns: (Span | null)[]; end: number } {
  const form = forms['2021'].tables.disputes.blocks[0] as FormBlock
  const isHeader = (row: GridCell[]) => !row.some(cell => isFigure(cell)) && row.some(cell => isWords(cell))
  const start = grid.rows.findIndex(isHeader)
  const length = start < 0 ? 0 : grid.rows.slice(start).findIndex(row => !isHeader(row))
  const end = start < 0 ? 0 : length < 0 ? grid.rows.length : start + length
  const header = grid.rows.slice(Math.max(0, start), end)
  // A result whose cell reaches over several columns of the grid is one, as LibreOffice saves it.
  const results = runsOf(header.at(-1) ?? [])
  const costs = results.map(({ from }) => stackedKeys(header, from).map(disputeCosts))
  const priceOf = (run: number, j: number) => {
    let result = Number.POSITIVE_INFINITY
    let group = Number.POSITIVE_INFINITY
    for (const own of costs[run] ?? []) {
      result = Math.min(result, own[j]?.result ?? Number.POSITIVE_INFINITY)
      group = Math.min(group, own[j]?.group ?? Number.POSITIVE_INFINITY)
    }
    return { result, group }
  }
  const isExact = (run: number, j: number) => {
    const { result, group } = priceOf(run, j)
    return result === 0 && group === 0
  }
  const cost = (run: number, j: number): number => {
    const { result, group } = priceOf(run, j)
    return result + (Number.isFinite(group) ? group : 2)
  }
  const count = form.columns.length
  const assigned = ownItems(results.length, count, isExact) ?? assignInOrder(results.length, count, cost, 8)
  return { columns: assigned.map(run => (run === null ? null : (results[run] as Span))), end }
}

/** What it costs to take a text for the label, and for the group, of each of the fifteen columns. */
const disputeCosts = remember(key =>
  (forms['2021'].tables.disputes.blocks[0] as FormBlock).columns.map(({ label, groups }) => ({
    result: labelCost(key, label),
    group: labelCost(key, groups.at(-1) as Column['label']),
  })),
)
