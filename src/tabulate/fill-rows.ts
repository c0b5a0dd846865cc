/**
 * What a table's rows allow their cells to be, by what all of them show together: how they are separated, whether they
 * are drawn in columns, and whether somebody added columns, years or rows of his own.
 */
import { cellId, type TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { addedRow } from '../form/vocabulary.ts'
import { type Filling, fillRow, fillScattered, unknown } from './fill-row.ts'
import type { FoundRow } from './find-rows.ts'
import type { Fragment } from './fragments.ts'
import { headerAbove } from './header.ts'
import { lexiconOf } from './lexicon.ts'
import { fillPage, isDrawn } from './page.ts'
import type { SumRule } from './placements.ts'
import { type Delimited, delimiterSlots, isDelimited, type Layout } from './positions.ts'
import type { RowEnds } from './row-ends.ts'
import { agreedStarts, type CountedRow } from './row-starts.ts'
import type { RowText } from './row-text.ts'
import type { RowVariant } from './rows.ts'
import { lookUp } from './takes.ts'

/** What table 3 tells of how the whole text was flattened: it alone is large, and proves itself by its sums. */
export interface Witness {
  layout: Layout
  /** Its rows add up: the text keeps the order of its cells. */
  inOrder: boolean
  /** Its full rows have their figures under each other: the text is drawn as a page. */
  drawn: boolean
  /** What stands between its rows, where cells are counted by delimiters. */
  ends: RowEnds | null
  /** Some row's lines do not add up in the order they are printed in: order holds within a line only. */
  scattered: boolean
}

/** The rows' fillings; `drawn`, `scattered`: what table 3 shows of the whole text by them. */
export function fillRows(
  rows: readonly FoundRow[],
  fragments: readonly Fragment[],
  table: TableKey,
  layout: Layout,
  witness: Witness | undefined,
  hasOwnColumns: boolean,
): { fillings: Filling[]; drawn: boolean; scattered: boolean } {
  const counted = rows.map(({ variant, text }) => ({
    text,
    width: variant.block.columns.length,
    sums: sumsOf(variant, table),
    depth: variant.row.groups.length,
  }))
  if (layout.kind !== 'glued' && hasMoreColumns(counted, layout, table))
    return { fillings: counted.map(() => unknown), drawn: false, scattered: false }
  const crowded = new Set(table === 'disclosure' ? rows.filter(isCrowded).map(({ variant }) => variant.block) : [])
  const isForeign = rows.map(({ variant }) => crowded.has(variant.block))
  const lines = rows.map(({ text }) => fragments[text.label?.fragments[0] ?? -1]?.line)
  // Two rows on one line: the text's lines were joined.
  const isJoined = new Set(lines).size < rows.length
  if (layout.kind === 'page' && !hasOwnColumns && !isJoined && isDrawn(fragments, rows.length)) {
    const pageRows = rows.map(row => ({
      lines: linesOf(row.text, fragments),
      width: row.variant.block.columns.length,
      sums: sumsOf(row.variant, table),
      lacksPrevious: row.text.lacksPrevious,
      lacksNext: row.text.lacksNext,
      // In a text that is not known to be drawn, a figure stands under a label by chance.
      header: witness?.drawn ? headerAbove(fragments, row) : null,
    }))
    const foreign = foreignLines(fragments, rows, table)
    const { fillings, drawn } = fillPage(fragments, pageRows, foreign, witness?.drawn !== false)
    const isDoubted = (i: number) => isForeign[i] || rows[i]?.text.isTwice
    return { fillings: fillings.map((filling, i) => (isDoubted(i) ? unknown : filling)), drawn, scattered: false }
  }
  const agreed = isDelimited(layout) ? agreedStarts(counted, layout, witness?.ends ?? null) : []
  const fillings = counted.map(({ text, width, sums }, i) => {
    const filling = fillRow(text, width, sums, layout, agreed[i])
    if (isForeign[i]) return unknown
    if (!hasOwnColumns || text.pieces.length === 0) return filling
    // Beside a column of the office's own, only counted cells that add up tell which figure is which; what ends in 无 may end in a remark.
    const isRead = filling.kind === 'read' && sums.length > 0 && text.pieces.at(-1)?.kind === 'figure'
    const isCounted =
      isDelimited(layout) && layout.keeps && text.label !== null && delimiterSlots(text, width, layout).cells >= width
    return isRead && isCounted ? filling : unknown
  })
  // One row that adds up in no order of its lines as they stand: then others may add up by chance.
  const isLost = table === 'requests' && fillings.some(({ lost }) => lost)
  const scattered = layout.kind === 'page' && (isLost || witness?.scattered === true)
  // Beside a column of the office's own no filling is left that lines could tell.
  if (!scattered || hasOwnColumns) return { fillings, drawn: false, scattered }
  return { fillings: counted.map(({ text, width, sums }) => fillScattered(text, width, sums, layout)), drawn: false, scattered }
}

/** Where no row's last cell is filled, what ends the row looks like what separates cells: one cell fewer is counted. */
const twice = (width: number, { closed }: Delimited): number => 2 * width - (closed ? 1 : 0)

/**
 * Figures of another year beside this one's: many rows have more of them, or twice as many cells, than the form has
 * columns. Table 2 has few rows, and no sums that would contradict.
 */
function hasMoreColumns(rows: readonly CountedRow[], layout: Layout, table: TableKey): boolean {
  const filled = rows.filter(({ text }) => text.pieces.length > 0)
  const overfull = filled.filter(({ text, width }) => {
    // On a page a figure may be several pieces, one below the other.
    const figures = layout.kind === 'page' ? mostOnLine(text) : text.pieces.length
    const isFull = figures > width && text.noiseBefore.length === 0
    return (
      width > 1 &&
      (isFull || (isDelimited(layout) && layout.keeps && delimiterSlots(text, width, layout).cells >= twice(width, layout)))
    )
  })
  return table === 'disclosure'
    ? overfull.length > 0 && overfull.length >= filled.filter(({ width }) => width > 1).length / 2
    : overfull.length >= 3 && overfull.length > filled.length / 2
}

/** A row of table 2 with some figures more beside each other than its block has columns, and not one cell's for each that it covers: the other edition's. */
const isCrowded = ({ variant, text }: FoundRow): boolean =>
  mostOnLine(text) > variant.block.columns.length + 1 &&
  text.noiseBefore.length === 0 &&
  text.pieces.some(piece => piece.text.trim() !== text.pieces[0]?.text.trim())

/** Figures on that line of a row that has most of them. */
function mostOnLine({ pieces }: RowText): number {
  let most = 0
  let count = 0
  for (const { gap } of pieces) {
    count = gap.newlines > 0 ? 1 : count + 1
    most = Math.max(most, count)
  }
  return most
}

/**
 * Lines whose figures are no found row's: they begin with words that are neither the form's nor the rest of a wrapped
 * or damaged label, or hold the label of a row that is out of order.
 */
function foreignLines(fragments: readonly Fragment[], rows: readonly FoundRow[], table: TableKey): Set<number> {
  const { rows: longKeys, rowKeys, groups } = lexiconOf(table)
  const taken = new Set(rows.flatMap(({ text }) => text.label?.fragments ?? []))
  const spans = rows.map(({ text }) => (text.label?.fragments ?? []).map(i => fragments[i]?.line ?? 0))
  const isWithinLabel = (line: number) => spans.some(lines => Math.min(...lines) < line && line < Math.max(...lines))
  const isFigureOn = (fragment: Fragment | undefined, line: number) => fragment?.kind === 'figure' && fragment.line === line
  const foreign = fragments.filter(({ line, kind, key }, i) => {
    if (kind !== 'words' || taken.has(i)) return false
    // A short one (`3.其他`) is a row's where its figures follow; elsewhere a column's, or a wrapped label's end.
    const hasFigures = isFigureOn(fragments[i + 1], line)
    if (longKeys.has(key) || (rowKeys.has(key) && hasFigures)) return true
    const isFirst = fragments[i - 1]?.line !== line
    // A group's label (`（三）不予公开`) stands beside the figures of a row whose label goes on below; elsewhere they are the group's.
    if (groups.has(key) && isFirst && hasFigures && !isWithinLabel(line)) return true
    const isOther = key.length >= 4 && !key.includes('\ufffd') && lookUp(table, key).standing === 'strange'
    return isFirst && (isOther || addedRow.test(key))
  })
  return new Set(foreign.map(({ line }) => line))
}

/** Lines of a row's label; of its figures where it has no label. */
const linesOf = (text: RowText, fragments: readonly Fragment[]): number[] =>
  [...new Set((text.label?.fragments ?? text.pieces.map(piece => piece.fragment)).map(i => fragments[i]?.line ?? 0))].sort(
    (a, b) => a - b,
  )

/** The sums that a row's own cells must satisfy, by column index. */
export function sumsOf(variant: RowVariant, table: TableKey): readonly SumRule[] {
  let sums = sumsKnown.get(variant)
  if (!sums) {
    sums = findSums(variant, table)
    sumsKnown.set(variant, sums)
  }
  return sums
}

/** Of the variants of `rowsOf`, each of which is one object. */
const sumsKnown = new WeakMap<RowVariant, readonly SumRule[]>()

function findSums(variant: RowVariant, table: TableKey): SumRule[] {
  const ids = variant.block.columns.map(column => cellId(table, variant.row.id, column.id))
  return forms[variant.edition].tables[table].equations
    .filter(({ left, right }) => right.length === 1 && [...left, ...right].every(id => ids.includes(id)))
    .map(({ left, right }) => ({ parts: left.map(id => ids.indexOf(id)), total: ids.indexOf(right[0] as string) }))
}
