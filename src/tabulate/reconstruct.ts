/**
 * Flattened text × form → the grid that the table was before some tool flattened it.
 *
 *     lines → fragments → labels aligned to the form → figures of each row → the row's possible fillings
 *           → one solution for the whole table, or what all solutions agree on → Grid
 *
 * Never a guess: a figure whose column is not certain is left out of the cells, and said to be so.
 */
import type { Log } from '../diagnostic/diagnostic.ts'
import type { Grid, GridCell, Paragraph } from '../document/document.ts'
import type { EditionId, FormBlock, TableKey } from '../form/form.ts'
import { isCutOff } from './cut-off.ts'
import type { Explanation } from './explain.ts'
import { type Filling, holds, mostPieces, unknown } from './fill-row.ts'
import { fillRows, sumsOf, type Witness } from './fill-rows.ts'
import { type FoundRow, findRows } from './find-rows.ts'
import { type Fragment, placeOf, toFragments } from './fragments.ts'
import { headerAbove } from './header.ts'
import { lexiconOf } from './lexicon.ts'
import { isDelimited, type Layout, measureLayout } from './positions.ts'
import { measureEnds } from './row-ends.ts'
import type { RowText } from './row-text.ts'
import { mostFragments } from './run-parts.ts'
import { idsOf, type OpenRow, type SettledRow, settle } from './settle.ts'

export interface Reconstructed {
  grid: Grid
  witness: Witness
  explain: () => Explanation
}

/**
 * Rebuilds a table from the lines of its section, or null where its labels are not there; `isLast`: no section follows.
 * O(characters + words × labels), then the bounds of `placements` and `solve`.
 */
export function reconstruct(
  lines: readonly Paragraph[],
  table: TableKey,
  log: Log,
  { only, witness, isLast = false }: { only?: EditionId | undefined; witness?: Witness | undefined; isLast?: boolean } = {},
): Reconstructed | null {
  const fragments = toFragments(lines, lexiconOf(table))
  if (fragments.length > mostFragments) log.add('source/truncated', { args: { what: table } })
  const { rows, noise, hasOwnColumns, isHeaderLost } = findRows(fragments, table, only)
  const [first] = rows
  if (!first) return null
  const layout = layoutOf(rows, fragments, witness)
  const { fillings, drawn, scattered } = fillRows(rows, fragments, table, layout, witness, hasOwnColumns)
  const trusted = witness?.inOrder === false && !witness.scattered ? fillings.map(distrust) : fillings
  if (isLast && endsInRow(rows, fillings, fragments)) trusted[trusted.length - 1] = unknown
  const all = rows.map(({ variant, text }, i): OpenRow => ({ variant, text, filling: trusted[i] as Filling }))
  // On a page its figures may stand above it.
  const isCut = isCutOff(rows.at(-1) ?? first, table, layout) && !isFilled(all.at(-1)?.filling)
  const open = isCut ? all.slice(0, -1) : all
  if (open.length === 0) return null
  const place = placeOf(fragments[first.text.label?.fragments[0] ?? first.text.pieces[0]?.fragment ?? 0] as Fragment)
  if (isHeaderLost) log.add('table/header-lost', { place, about: open.flatMap(({ variant }) => idsOf(variant, table)) })
  const settled = settle(open, table, place, log, {
    steps: scattered ? stepsScattered : undefined,
    glued: layout.kind === 'glued',
  })
  const ended = open.map(({ variant, text }, i) => ({ id: variant.row.id, text, placements: settled[i]?.placements ?? [] }))
  return {
    grid: toGrid(open, settled, fragments),
    witness: { layout, inOrder: isInOrder(open, table), drawn, scattered, ends: measureEnds(ended, table, layout) },
    explain: () => ({
      table,
      layout,
      noise,
      rows: open.map((row, i) => ({ ...row, settled: settled[i] as SettledRow, fragments })),
    }),
  }
}

/** Rows in any order have far more ways together than any search sees: what propagation leaves out is what is gained. */
const stepsScattered = 30_000

/** Whether the last row is not full and nothing stands behind it: where the text ends there, it may be cut off. */
function endsInRow(rows: readonly FoundRow[], fillings: readonly Filling[], fragments: readonly Fragment[]): boolean {
  const last = rows.at(-1)?.text.pieces.at(-1)
  const filling = fillings.at(-1)
  const isShort = filling?.kind === 'open' && filling.placements.some(({ values }) => values.includes(null))
  return isShort && last !== undefined && last.fragment >= fragments.length - 2
}

/** How cells are separated: as table 3 proved it where cells stand on lines or are glued, else as these rows show it. */
function layoutOf(rows: readonly FoundRow[], fragments: readonly Fragment[], witness: Witness | undefined): Layout {
  const once = rows.filter(({ text }) => !text.isTwice)
  const own = measureLayout(once.map(({ variant, text }) => ({ row: text, width: variant.block.columns.length })))
  if (own.kind === 'page' && witness?.layout.kind === 'glued') return witness.layout
  if (isDelimited(own) && witness?.layout.kind === own.kind) {
    const { keeps, closed, oneLine } = witness.layout
    return { ...own, oneLine: own.oneLine || oneLine, keeps, framed: own.kind === 'bars' && closed && oneLine }
  }
  // Figures on lines of their own under a header on one line: of a row that lost its label, not one cell a line.
  if (isDelimited(own) && !own.oneLine && rows.some(row => isOnOneLine(headerAbove(fragments, row), fragments)))
    return { ...own, oneLine: true, keeps: false }
  if (own.kind !== 'lines') return own
  const layout = witness?.layout.kind === 'lines' ? witness.layout : own
  return layout.extras.length > 0 ? layout : { ...layout, step: Math.min(layout.step, headerStep(rows, fragments)) }
}

/** Newlines between most words above a row without a label: between two cells. */
function headerStep([row]: readonly FoundRow[], fragments: readonly Fragment[]): number {
  if (row === undefined || row.text.label !== null) return Number.POSITIVE_INFINITY
  const header = fragments.slice(1, row.text.pieces[0]?.fragment)
  const steps = header.flatMap(({ gap }) => (gap.newlines > 0 ? [gap.newlines] : [])).sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? Number.POSITIVE_INFINITY
}

const isOnOneLine = (header: readonly number[] | null, fragments: readonly Fragment[]): boolean =>
  header !== null && header.length > 1 && header.every(i => fragments[i]?.line === fragments[header[0] ?? 0]?.line)

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

/** The grid as the form draws it: a header for each block, then its rows. */
function toGrid(rows: readonly OpenRow[], settled: readonly SettledRow[], fragments: readonly Fragment[]): Grid {
  const label = (text: string): GridCell => ({ text, place: {}, anchor: true })
  const width = 1 + Math.max(...rows.map(row => row.variant.block.columns.length))
  const pad = (cells: GridCell[]): GridCell[] => {
    while (cells.length < width) cells.push(label(''))
    return cells
  }
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
    const at = placeOf(fragments[text.label?.fragments[0] ?? 0] as Fragment)
    const cells = columns.map((_, c) => cellOf(settled[i] as SettledRow, c, text, fragments, at))
    out.push(pad([{ text: variant.row.label?.text ?? '', place: at, anchor: true }, ...cells]))
  }
  return { kind: 'grid', rows: out, place: placeOf(fragments[0] as Fragment) }
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
  const fragment = fragments[first.fragments[column] as number]
  const digits = first.digits[column] ?? null
  // A place of its own: two figures glued into one fragment are still two cells.
  const cell: GridCell = { text: digits ?? '', place: fragment ? placeOf(fragment) : { ...at }, anchor: true }
  if (solved && digits !== null) cell.placed = { status: 'inferred' }
  return cell
}
