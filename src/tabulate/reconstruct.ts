/**
 * Flattened text × form → the grid that the table was before some tool flattened it.
 *
 *     lines → fragments → labels aligned to the form → figures of each row → the row's possible fillings
 *           → one solution for the whole table, or what all solutions agree on → Grid
 *
 * Never a guess: a figure whose column is not certain is left out of the cells, and said to be so.
 */
import type { Log } from '../diagnostic/diagnostic.ts'
import type { Grid, GridCell, Paragraph, Placement } from '../document/document.ts'
import { cellId, type EditionId, type FormBlock, type TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { isCutOff } from './cut-off.ts'
import type { Explanation } from './explain.ts'
import { type Filling, fillRow, fillScattered, holds, mostPieces, tells, unknown } from './fill-row.ts'
import { type FoundRow, findRows, headerAbove } from './find-rows.ts'
import { type Fragment, mostFragments, toFragments } from './fragments.ts'
import { lexiconOf } from './lexicon.ts'
import { fillPage, isDrawn } from './page.ts'
import type { SumRule } from './placements.ts'
import { delimiterSlots, isDelimited, type Layout, measureLayout } from './positions.ts'
import { measureEnds, type RowEnds } from './row-ends.ts'
import { agreedStarts } from './row-starts.ts'
import type { RowText } from './row-text.ts'
import type { RowVariant } from './rows.ts'
import { type OpenRow, type SettledRow, settle } from './settle.ts'
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

export interface Reconstructed {
  grid: Grid
  witness: Witness
  explanation: Explanation
}

/**
 * Rebuilds a table from the lines of its section, or null where its labels are not there. O(characters +
 * words × labels), then the bounds of `placements` and `solve`.
 */
export function reconstruct(
  lines: readonly Paragraph[],
  table: TableKey,
  log: Log,
  { only, witness }: { only?: EditionId | undefined; witness?: Witness | undefined } = {},
): Reconstructed | null {
  const fragments = toFragments(lines, lexiconOf(table))
  if (fragments.length > mostFragments) log.add('source/truncated', { args: { what: table } })
  const { rows, noise, hasOwnColumns } = findRows(fragments, table, only)
  const [first] = rows
  if (!first) return null
  const layout = layoutOf(rows, witness)
  const { fillings, drawn, scattered } = fillRows(rows, fragments, table, layout, witness, hasOwnColumns)
  const trusted = witness?.inOrder === false && !witness.scattered ? fillings.map(distrust) : fillings
  const all = rows.map((row, i): OpenRow => ({ ...row, filling: trusted[i] as Filling }))
  // On a page its figures may stand above it.
  const isCut = isCutOff(rows.at(-1) ?? first, table, layout) && !isFilled(all.at(-1)?.filling)
  const open = isCut ? all.slice(0, -1) : all
  if (open.length === 0) return null
  const place = fragments[first.text.label?.fragments[0] ?? first.text.pieces[0]?.fragment ?? 0]?.place ?? {}
  const settled = settle(open, table, place, log, { steps: scattered ? stepsScattered : undefined })
  const ended = open.map(({ variant, text }, i) => ({ id: variant.row.id, text, placements: settled[i]?.placements ?? [] }))
  return {
    grid: toGrid(open, settled, fragments),
    witness: { layout, inOrder: isInOrder(open, table), drawn, scattered, ends: measureEnds(ended, table, layout) },
    explanation: { table, layout, noise, rows: open.map((row, i) => ({ ...row, settled: settled[i] as SettledRow, fragments })) },
  }
}

/** Rows in any order have far more ways together than any search sees: what propagation leaves out is what is gained. */
const stepsScattered = 30_000

/** How cells are separated: as table 3 proved it where cells stand on lines or are glued, else as these rows show it. */
function layoutOf(rows: readonly FoundRow[], witness: Witness | undefined): Layout {
  const own = measureLayout(rows.map(({ variant, text }) => ({ row: text, width: variant.block.columns.length })))
  if (own.kind === 'page' && witness?.layout.kind === 'glued') return witness.layout
  if (isDelimited(own) && witness?.layout.kind === own.kind) {
    const { keeps, closed, oneLine } = witness.layout
    return { ...own, keeps, framed: own.kind === 'bars' && closed && oneLine }
  }
  return own.kind === 'lines' && witness?.layout.kind === 'lines' ? witness.layout : own
}

const isFilled = (filling: Filling | undefined): boolean =>
  filling?.placements.some(placed => placed.digits.some(digits => digits !== null)) === true || filling?.kind === 'unknown'

/** Where the rows of table 3 do not add up, its text lost the order of cells: so did the other tables'. */
const distrust = (filling: Filling): Filling => (isFilled(filling) ? unknown : filling)

function isInOrder(rows: readonly OpenRow[], table: TableKey): boolean {
  const filled = rows.filter(({ text }) => text.pieces.length > 0)
  const broken = filled.filter(({ filling, variant }) =>
    filling.kind === 'read'
      ? !filling.placements.every(placed => holds(placed, sumsOf(variant, table)))
      : filling.kind === 'unknown',
  )
  return broken.length <= filled.length / 4
}

function fillRows(
  rows: readonly FoundRow[],
  fragments: readonly Fragment[],
  table: TableKey,
  layout: Layout,
  witness: Witness | undefined,
  hasOwnColumns: boolean,
): { fillings: Filling[]; drawn: boolean; scattered: boolean } {
  const lines = rows.map(({ text }) => fragments[text.label?.fragments[0] ?? -1]?.line)
  // Two rows on one line: the text's lines were joined.
  const isJoined = new Set(lines).size < rows.length
  if (layout.kind === 'page' && !hasOwnColumns && !isJoined && isDrawn(fragments, rows.length)) {
    const pageRows = rows.map(row => ({
      lines: linesOf(row.text, fragments),
      width: row.variant.block.columns.length,
      sums: sumsOf(row.variant, table),
      lacksNext: row.text.lacksNext,
      // In a text that is not known to be drawn, a figure stands under a label by chance.
      header: witness?.drawn ? headerAbove(fragments, row) : null,
    }))
    return { ...fillPage(fragments, pageRows, foreignLines(fragments, rows, table)), scattered: false }
  }
  const counted = rows.map(({ variant, text }) => ({
    text,
    width: variant.block.columns.length,
    sums: sumsOf(variant, table),
    depth: variant.row.groups.length,
  }))
  if (layout.kind !== 'page' && layout.kind !== 'glued' && hasMoreColumns(counted))
    return { fillings: counted.map(() => unknown), drawn: false, scattered: false }
  const agreed = isDelimited(layout) ? agreedStarts(counted, layout, witness?.ends ?? null) : []
  const fillings = counted.map(({ text, width, sums }, i) => {
    const filling = fillRow(text, width, sums, layout, agreed[i])
    // Beside a column of the office's own, only a full row that adds up, or counted cells that do, tell which figure is which.
    const [only] = filling.placements
    const isRead = filling.kind === 'read' && sums.length > 0 && only !== undefined
    const isFull = isRead && text.label === null && tells(only, sums) && only.values.every(value => value !== null)
    const isCounted =
      isDelimited(layout) && layout.keeps && text.label !== null && delimiterSlots(text, width, layout).cells >= width
    return hasOwnColumns && text.pieces.length > 0 && !isFull && !(isRead && isCounted) ? unknown : filling
  })
  // One row that adds up in no order of its lines as they stand: then others may add up by chance.
  const isLost = table === 'requests' && fillings.some(({ lost }) => lost)
  const scattered = layout.kind === 'page' && (isLost || witness?.scattered === true)
  if (!scattered) return { fillings, drawn: false, scattered }
  return { fillings: counted.map(({ text, width, sums }) => fillScattered(text, width, sums, layout)), drawn: false, scattered }
}

/** Figures of another year beside this one's: many rows have more of them than the form has columns. */
function hasMoreColumns(rows: readonly { text: RowText; width: number }[]): boolean {
  const overfull = rows.filter(({ text, width }) => width > 1 && text.pieces.length > width && text.noiseBefore.length === 0)
  return overfull.length >= 3 && overfull.length > rows.filter(({ text }) => text.pieces.length > 0).length / 2
}

/**
 * Lines whose figures are no found row's: they begin with words that are neither the form's nor the rest of a wrapped
 * or damaged label, or hold the label of a row that is out of order.
 */
function foreignLines(fragments: readonly Fragment[], rows: readonly FoundRow[], table: TableKey): Set<number> {
  const taken = new Set(rows.flatMap(({ text }) => text.label?.fragments ?? []))
  const foreign = fragments.filter(({ line, kind, key }, i) => {
    if (kind !== 'words' || key.length < 4 || taken.has(i)) return false
    if (lexiconOf(table).rows.has(key)) return true
    return fragments[i - 1]?.line !== line && !key.includes('\ufffd') && lookUp(table, key).standing === 'strange'
  })
  return new Set(foreign.map(({ line }) => line))
}

/** Lines of a row's label; of its figures where it has no label. */
const linesOf = (text: RowText, fragments: readonly Fragment[]): number[] =>
  [...new Set((text.label?.fragments ?? text.pieces.map(piece => piece.fragment)).map(i => fragments[i]?.line ?? 0))].sort(
    (a, b) => a - b,
  )

/** The sums that a row's own cells must satisfy, by column index. */
function sumsOf(variant: RowVariant, table: TableKey): readonly SumRule[] {
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

/** The grid as the form draws it: a header for each block, then its rows. */
function toGrid(rows: readonly OpenRow[], settled: readonly SettledRow[], fragments: readonly Fragment[]): Grid {
  const place = fragments[0]?.place ?? {}
  const label = (text: string): GridCell => ({ text, place: {}, anchor: true })
  const width = 1 + Math.max(...rows.map(row => row.variant.block.columns.length))
  const pad = (cells: GridCell[]): GridCell[] => [...cells, ...Array.from({ length: width - cells.length }, () => label(''))]
  const out: GridCell[][] = []
  let block: FormBlock | null = null
  for (const [i, { variant, text }] of rows.entries()) {
    const { columns } = variant.block
    if (variant.block !== block) {
      block = variant.block
      if (columns.some(column => column.groups.length > 0))
        out.push(pad([label(''), ...columns.map(column => label(column.groups.at(-1)?.text ?? ''))]))
      out.push(pad([label(''), ...columns.map(column => label(column.label.text))]))
    }
    const at = fragments[text.label?.fragments[0] ?? 0]?.place ?? place
    const cells = columns.map((_, c) => cellOf(settled[i] as SettledRow, c, text, fragments, at))
    out.push(pad([{ text: variant.row.label?.text ?? '', place: at, anchor: true }, ...cells]))
  }
  return { kind: 'grid', rows: out, place }
}

function cellOf(
  { placements, solved }: SettledRow,
  column: number,
  text: RowText,
  fragments: readonly Fragment[],
  at: GridCell['place'],
): GridCell {
  const [first] = placements
  const agreed = first !== undefined && placements.every(placed => placed.digits[column] === first.digits[column])
  const all = () =>
    text.pieces
      .slice(0, mostPieces)
      .map(piece => piece.text.trim())
      .join(' ')
  if (!agreed) return { text: all(), place: { ...at }, anchor: true, placed: { status: 'ambiguous' } }
  const fragment = first.fragments[column] as number
  // A place of its own: two figures glued into one fragment are still two cells.
  const place = { ...(fragments[fragment]?.place ?? at) }
  const placed: Placement | null = solved && first.digits[column] !== null ? { status: 'inferred' } : null
  return { text: first.digits[column] ?? '', place, anchor: true, ...(placed ? { placed } : {}) }
}
