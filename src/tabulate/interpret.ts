/**
 * Grid × form → cells, by the labels on both axes, never by row or column numbers.
 *
 *      ┌ header ─────────────┬───────┬──────┐
 *      │                     │ 自然人 │ 总计 │  ← columns: the lowest header text that is a column's label
 *      ├──────────┬──────────┼───────┼──────┤
 *      │ （三）…   │ 1.属于…  │   0   │  0   │  ← rows: the last text before the figures
 *      └──────────┴──────────┴───────┴──────┘
 */
import type { Grid, GridCell } from '../document/document.ts'
import { type Column, cellId, type EditionId, type FormBlock, type TableKey } from '../form/form.ts'
import type { Cell } from '../model/cell.ts'
import { ownItems } from './column-order.ts'
import { cellUnder, isFigure, isWords, type Run, runsOf, stackedKeys } from './grid-runs.ts'
import { countDisputeColumns, hasDisputeColumns, readDisputes } from './interpret-disputes.ts'
import { keyOf, labelCost } from './match.ts'
import { readCell } from './read-cell.ts'
import { rowCosts } from './row-costs.ts'
import { type RowChoice, type RowVariant, rowsOf } from './rows.ts'
import { assignInOrder } from './sequence.ts'

/** What a grid was read as. */
export interface Interpreted {
  /** By id; only cells whose row and column were found. */
  cells: Map<string, Cell>
  /** Edition of each block met. */
  editions: Map<FormBlock['key'], EditionId>
  /** Ids of cells whose row stands under no header, or under one of which less than half was found. */
  headless: string[]
}

/** A block's columns as they were found in header rows; null: not in the header. */
interface Header {
  variant: RowVariant
  spans: (Pick<Run, 'from' | 'to'> | null)[]
  found: number
  cost: number
  /** A column's label stands where the form's order does not allow it: the columns' order is not the form's. */
  moved: boolean
}

/**
 * Reads a grid as a table of the form. `only` forces an edition.
 * `inherited` is the header of the part above, for a table that is cut in two.
 */
export function interpret(grid: Grid, table: TableKey, only?: EditionId, inherited: GridCell[][] = []): Interpreted {
  const read: Interpreted = { cells: new Map(), editions: new Map(), headless: [] }
  if (table === 'disputes') readDisputes(grid, read)
  else readLabelledRows(grid, table, only, inherited, read)
  return read
}

/** How many of the table's labels stand in the grid: decides which table a grid is. */
export function countLabels(grid: Grid, table: TableKey): number {
  if (table === 'disputes') return countDisputeColumns(grid) / 3
  return findRows(grid, table).filter(row => row !== null).length
}

/**
 * Whether the columns of a table 3 or 4 can be believed: its header is whole, and no row has its label or a
 * figure left of the header's first column. A grid drawn with characters may have lost its merged cells; the
 * rest of the row then stands too far left.
 */
export function hasColumns(grid: Grid): boolean {
  if (countLabels(grid, 'disputes') > countLabels(grid, 'requests')) return hasDisputeColumns(grid)
  const rowOf = findRows(grid, 'requests').filter(row => row !== null)
  const variant = rowsOf('requests')[0]?.variants[0]
  if (rowOf.length === 0 || !variant) return true
  const [start] = findColumns(grid.rows.slice(0, rowOf[0]), variant, 0).spans
  if (!start) return false
  return rowOf.every(r =>
    (grid.rows[r] as GridCell[]).every((cell, c) => (isFigure(cell) ? c >= start.from : !isWords(cell) || c < start.from)),
  )
}

/** The rows above the first labelled row: what a continued table inherits. */
export function headerOf(grid: Grid, table: TableKey): GridCell[][] {
  const first = Math.min(...findRows(grid, table).filter(row => row !== null))
  return Number.isFinite(first) ? grid.rows.slice(0, first) : []
}

function readLabelledRows(
  grid: Grid,
  table: TableKey,
  only: EditionId | undefined,
  inherited: GridCell[][],
  read: Interpreted,
): void {
  const choices = rowsOf(table)
  const rowOf = findRows(grid, table)
  const labelled = rowOf.filter(row => row !== null)
  const edition = only ?? (table === 'requests' ? editionByRows(choices, rowOf) : undefined)
  let header: GridCell[][] = inherited
  let last = -1
  for (const [j, r] of rowOf.entries()) {
    if (r === null) continue
    // Table 3 has one header; in table 2 each block has its own, right above its first row.
    const above = grid.rows.slice(last + 1, r)
    if (table === 'disclosure' ? above.length > 0 : r === labelled[0] && above.length > 0) header = above
    last = r
    const row = grid.rows[r] as GridCell[]
    const own = isPrintedTwice(row, j, grid, table, rowOf) ? row.map(doubted) : row
    readRow(runsOf(own), header, j, edition, table, read)
  }
}

const doubted = (cell: GridCell): GridCell => (isFigure(cell) ? { ...cell, placed: { status: 'ambiguous' } } : cell)

/** Whether another row has this row's label and other figures: which of them are the report's cannot be known. */
function isPrintedTwice(row: GridCell[], j: number, grid: Grid, table: TableKey, rowOf: readonly (number | null)[]): boolean {
  const figuresOf = (cells: GridCell[]) => cells.filter(isFigure).map(({ text }) => text.trim())
  return grid.rows.some(
    (cells, r) =>
      cells !== row &&
      !rowOf.includes(r) &&
      cells.some(isFigure) &&
      costsOf(labelWords(cells), table)[j] === 0 &&
      figuresOf(cells).join() !== figuresOf(row).join(),
  )
}

function readRow(
  runs: Run[],
  header: GridCell[][],
  row: number,
  edition: EditionId | undefined,
  table: TableKey,
  read: Interpreted,
): void {
  const choice = rowsOf(table)[row] as RowChoice
  const start = labelEnd(runs, table, row)
  const variants = choice.variants.filter(variant => edition === undefined || variant.edition === edition)
  // （六）其他处理 of the one form is a group of rows in the other.
  if (table === 'requests' && variants.length === 0) return
  const candidates = (variants.length > 0 ? variants : choice.variants).map(variant =>
    findColumns(header, variant, runs[start]?.from ?? 0),
  )
  const data = runs.slice(start)
  // A row that both editions have under the same columns is read all the same, but tells no edition.
  const shared = candidates.length > 1 && new Set(candidates.map(header => header.variant.block.columns)).size === 1
  const fit = chooseHeader(shared ? candidates.slice(0, 1) : candidates, data.length)
  if (!fit) return
  const { variant, spans } = fit
  const byHeader = spans.every(span => span !== null)
  if (!shared) read.editions.set(variant.block.key, variant.edition)
  for (const [c, column] of variant.block.columns.entries()) {
    const under = byHeader ? cellUnder(runs.slice(start), spans[c] as Run) : data[c]?.cell
    if (!under) continue
    const id = cellId(table, variant.row.id, column.id)
    read.cells.set(id, readCell(under, column))
    if (fit.found < spans.length / 2) read.headless.push(id)
  }
}

/**
 * The header that the row stands under. Found whole: that one. Damaged: the edition of which more
 * columns were found, if the row has as many cells as it has columns. Both alike: neither is guessed.
 */
function chooseHeader(candidates: Header[], cells: number): Header | null {
  const ranked = [...candidates].sort((a, b) => b.found / b.spans.length - a.found / a.spans.length || a.cost - b.cost)
  const [first, second] = ranked
  if (!first) return null
  if (first.found === first.spans.length && (!second || second.found < second.spans.length || first.cost < second.cost))
    return first
  const [only, other] = ranked.filter(header => header.spans.length === cells && !header.moved)
  if (!only) return null
  const isNearer = only.found > (other?.found ?? -1) || (only.found > 0 && only.cost < (other?.cost ?? 0))
  if (other && !isNearer) return null
  // Whole, and another edition's as well (处理决定数量 alone is one): its columns are where it says.
  return only.found === only.spans.length ? only : { ...only, spans: only.spans.map(() => null) }
}

/** Table 3 is of 2021 where （六）其他处理 has its three rows, of 2019 where it is one row; undefined where it was cut off. */
function editionByRows(choices: readonly RowChoice[], rowOf: readonly (number | null)[]): EditionId | undefined {
  const only = (edition: EditionId) =>
    choices.filter((choice, j) => rowOf[j] !== null && choice.variants.every(variant => variant.edition === edition)).length
  const [newer, older] = [only('2021'), only('2019')]
  if (newer === 0 && older === 0) return undefined
  return newer >= older ? '2021' : '2019'
}

/** Index of the first run after the row's label. */
function labelEnd(runs: Run[], table: TableKey, row: number): number {
  let best = Number.POSITIVE_INFINITY
  let end = 0
  for (const run of wordRuns(runs)) {
    const cost = rowCosts(table, keyOf(run.cell.text))[row] as number
    if (cost <= best) {
      best = cost
      end = runs.indexOf(run) + 1
    }
  }
  return end
}

/**
 * For each row of the form the grid row that carries its label. Words nearer to the figures count for more. Found once
 * for each grid: O(cells), and rows that carry some label × rows of the form.
 */
function findRows(grid: Grid, table: TableKey): readonly (number | null)[] {
  let known = rowsFound.get(grid)
  if (!known) {
    known = new Map()
    rowsFound.set(grid, known)
  }
  let found = known.get(table)
  if (!found) {
    found = matchRows(grid, table)
    known.set(table, found)
  }
  return found
}

const rowsFound = new WeakMap<Grid, Map<TableKey, readonly (number | null)[]>>()

function matchRows(grid: Grid, table: TableKey): (number | null)[] {
  const labelled: { row: number; costs: ReturnType<typeof rowCosts> }[] = []
  for (const [row, cells] of grid.rows.entries()) {
    const costs = costsOf(labelWords(cells), table)
    if (costs.some(Number.isFinite)) labelled.push({ row, costs })
  }
  const assigned = assignInOrder(
    labelled.length,
    rowsOf(table).length,
    (item, slot) => labelled[item]?.costs[slot] ?? Number.POSITIVE_INFINITY,
    8,
  )
  return assigned.map(item => (item === null ? null : (labelled[item]?.row ?? null)))
}

/** Keys of the words before a row's first figure; a figure before them is the row's number. */
function labelWords(cells: GridCell[]): string[] {
  return wordRuns(runsOf(cells)).map(({ cell }) => keyOf(cell.text))
}

function wordRuns(runs: readonly Run[]): Run[] {
  const words: Run[] = []
  for (const run of runs) {
    if (isWords(run.cell)) words.push(run)
    else if (isFigure(run.cell) && (words.length > 0 || run !== runs[0])) break
  }
  return words
}

/** What it costs to take a row's words for the label of each row of the form. */
function costsOf(keys: readonly string[], table: TableKey): readonly number[] {
  let least = rowCosts(table, keys.at(-1) ?? '')
  for (const [i, key] of keys.slice(0, -1).entries())
    least = rowCosts(table, key).map((cost, j) => Math.min(cost + (keys.length - 1 - i) * 3, least[j] as number))
  return least
}

/** Rows under one header share what was found in it. */
function findColumns(header: GridCell[][], variant: RowVariant, firstColumn: number): Header {
  let known = columnsFound.get(header)
  if (!known) {
    known = []
    columnsFound.set(header, known)
  }
  const { block } = variant
  let found = known.find(other => other.block === block && other.firstColumn === firstColumn)
  if (!found) {
    found = { block, firstColumn, header: matchColumns(header, variant, firstColumn) }
    known.push(found)
  }
  return { ...found.header, variant }
}

const columnsFound = new WeakMap<GridCell[][], { block: FormBlock; firstColumn: number; header: Header }[]>()

/**
 * Finds a block's columns in header rows. Each grid column is read from below: the first text that is a
 * column's label, or two texts that stand above each other (商业 / 企业).
 */
function matchColumns(header: GridCell[][], variant: RowVariant, firstColumn: number): Header {
  const { columns } = variant.block
  const width = header[0]?.length ?? 0
  const runs: { keys: string[]; from: number; to: number }[] = []
  for (let c = firstColumn; c < width; c++) {
    const keys = stackedKeys(header, c)
    const last = runs.at(-1)
    if (last && last.keys.join('\n') === keys.join('\n')) last.to = c
    else runs.push({ keys, from: c, to: c })
  }
  const cost = (run: number, column: number): number =>
    Math.min(...(runs[run]?.keys ?? []).map((key, i) => labelCost(key, (columns[column] as Column).label) + i * 0.25))
  const isExact = (run: number, column: number): boolean =>
    (runs[run]?.keys ?? []).some(key => labelCost(key, (columns[column] as Column).label) === 0)
  const assigned = ownItems(runs.length, columns.length, isExact) ?? assignInOrder(runs.length, columns.length, cost, 6)
  return {
    variant,
    moved: assigned.some((run, column) => run === null && runs.some((_, other) => isExact(other, column))),
    spans: assigned.map(run => (run === null ? null : (runs[run] as Run & { keys: string[] }))),
    found: assigned.filter(run => run !== null).length,
    cost: assigned.reduce<number>((sum, run, column) => sum + (run === null ? 0 : cost(run, column)), 0),
  }
}
