/** What a row's text allows its cells to be. */

import { toHalfWidth } from '../text/normalize.ts'
import { parseDigits } from '../text/numeral.ts'
import { addUp, listPlacements, type Piece, type Placed, type SumRule } from './placements.ts'
import { agreedSlots, type Delimited, delimiterSlots, isDelimited, type Layout } from './positions.ts'
import type { RowStart } from './row-starts.ts'
import { isBlankLine, isInWords, type PieceText, type RowText, withoutBlankLines } from './row-text.ts'
import { listScattered, type ScatteredPiece } from './scattered.ts'

export interface Filling {
  /** `read`: by position or by count, one placement. `open`: the identities have to tell. `unknown`: too many to list, or none. */
  kind: 'read' | 'open' | 'unknown'
  placements: Placed[]
  /** The figures add up in no order in which they can stand. */
  lost?: true
  /** Read over several lines of a page, in the order of the text: no sum of the row tells that it is the columns'. */
  torn?: true
}

const stepsPerRow = 120_000
const stepsScattered = 20_000

/** A row whose label is followed by more figures than this is no row. */
export const mostPieces = 64

/** Digits of a printed figure, thousands separators and unit gone; null where it is no plain figure. */
export function digitsOf(text: string): string | null {
  const bare = toHalfWidth(text)
    .trim()
    .replace(/(?:万元|元|件次|件|条|宗|起|项|个|份|次)$/, '')
    .replace(/,/g, '')
  return /^[+-]?\d+(?:\.\d+)?$/.test(bare) ? bare : null
}

/** Which figure is which cell's cannot be told. */
export const unknown: Filling = { kind: 'unknown', placements: [] }
const lost: Filling = { ...unknown, lost: true }

/** The ways in which a row's figures can stand in its cells; `start`: where its first column stands, as rows like it tell. */
export function fillRow(text: RowText, width: number, sums: readonly SumRule[], layout: Layout, start?: RowStart): Filling {
  const row = layout.kind === 'lines' && layout.marks ? text : withoutBlankLines(text)
  const pieces = ownPieces(row, width)
  if (row.isTwice) return unknown
  if (pieces.length === 0) {
    // A label that goes on beyond recognition, with its figures, looks like another row.
    const isBlank = !row.endedByStranger || (isDelimited(layout) && row.tail.lead >= width)
    return isBlank ? { kind: 'read', placements: [emptyRow(width)] } : unknown
  }
  if (layout.kind === 'lines' && row.label === null && spansMore(pieces, width, layout)) return unknown
  // One cell a line: words of nobody's among them may be another row's label, and what follows its figures.
  if (layout.kind === 'lines' && row.noiseBefore.some(at => at < pieces.length)) return unknown
  // `行政强制352行政征收9`: the 9 is a row's that the form has not.
  if (layout.kind === 'glued' && pieces.some(({ afterWords }) => afterWords)) return unknown
  if (isDelimited(layout) && !(width === 1 && pieces.length > 1)) {
    const placed = byDelimiters({ ...row, pieces }, width, sums, layout, start)
    if (placed) return placed
  }
  if (width === 1 && mayBeTwoRows(row, pieces, width, false, layout)) return unknown
  // A merged cell printed once for each column that it covers is one figure.
  if (width === 1 && pieces.length <= 3 && pieces.every(piece => piece.text.trim() === pieces[0]?.text.trim())) {
    return { kind: 'read', placements: [putAt(pieces.slice(0, 1), [0], width)] }
  }
  if (layout.kind === 'lines' && pieces.length < width) {
    const ways = agreedSlots({ ...row, pieces }, width, layout).map(columns => putAt(pieces, columns, width))
    if (ways.length === 1) return { kind: 'read', placements: ways }
    const holding = ways.filter(placed => holds(placed, sums))
    if (holding.length > 0) return { kind: 'open', placements: holding }
  }
  // Where empty cells were dropped, words behind the figures may stand in a column of their own, and not for the total.
  const keeps = isDelimited(layout) ? layout.keeps : layout.kind === 'lines' && layout.extras.length > 0
  if (!keeps && width > 1 && isRemark(pieces)) return unknown
  const inOrder = putAt(
    pieces,
    pieces.map((_, i) => i),
    width,
  )
  const isFull = pieces.length === width
  // Below the label's line, words before a figure are another row's label; where cells are counted over lines, position tells.
  const isCounted = isDelimited(layout) && !layout.oneLine
  if (!isCounted && pieces.some(({ afterWords, gap }) => afterWords && gap.newlines > 0)) return unknown
  // A sum of one figure comes out by chance, too: where a label was lost, none tells.
  const isTold = isFull && sums.length > 0 && tells(inOrder, sums) && !row.lacksNext
  if (!isTold && mayBeTwoRows(row, pieces, width, sums.length > 0, layout)) return unknown
  // Cells that delimiters could not count are as many as columns by chance (`3⇥⇥- 3 -⇥`): only a sum says that they are not.
  if (layout.kind !== 'glued' && isFull && (layout.kind === 'lines' || holds(inOrder, sums) || sums.length === 0)) {
    const isTorn = layout.kind === 'page' && pieces.slice(1).some(({ gap }) => gap.newlines > 0)
    return isTorn ? { kind: 'read', placements: [inOrder], torn: true } : { kind: 'read', placements: [inOrder] }
  }
  return bySums(pieces, width, sums, layout)
}

/** Figures and then words: `0 0 0 0 0 0 见附件`, `0 0 0 0 0 0 无`. */
function isRemark(pieces: readonly PieceText[]): boolean {
  const last = pieces.at(-1)
  return last !== undefined && isInWords(last) && pieces.slice(0, -1).every(({ kind }) => kind === 'figure')
}

/** Every sum comes out, and not as nothing: zeros of two rows add up as well as one row's. */
export const tells = (placed: Placed, sums: readonly SumRule[]): boolean =>
  holds(placed, sums) && sums.every(({ total }) => placed.values[total])

/**
 * One cell a line: whether more cells lie between the first figure and the last than a row has: figures of two rows. Where
 * how many newlines an empty one takes is not known, more lines than they have however many a cell takes.
 */
function spansMore(pieces: readonly PieceText[], width: number, { step, extras }: Extract<Layout, { kind: 'lines' }>): boolean {
  const gaps = pieces.slice(1).map(({ gap }) => gap.newlines)
  const lines = gaps.reduce((sum, gap) => sum + gap, 0)
  if (extras.length === 0) return lines >= width * Math.max(1, Math.min(step, ...gaps))
  return extras.every(extra => pieces.length + (lines - gaps.length * step) / extra > width)
}

/**
 * Figures may be two rows', or another's, where a label between them was lost: the form has a row there, or they stand
 * on lines as one row's do not. On the label's line they are its own: blocks of one column leave rows out, as they are printed.
 */
function mayBeTwoRows(row: RowText, pieces: readonly PieceText[], width: number, addsUp: boolean, layout: Layout): boolean {
  const isFull = pieces.length === width
  const below = pieces.slice(1).map(({ gap }) => gap.newlines)
  const mayBeNext = row.lacksNext && pieces.some(({ gap }) => gap.newlines > 0)
  if (width === 1) return mayBeNext
  if (layout.kind === 'lines') return row.lacksNext || (isFull && layout.extras.length > 0 && below.some(n => n > layout.step))
  const isTorn = below.some(n => n > 0)
  if (isDelimited(layout)) return row.lacksNext || (layout.oneLine && isTorn)
  // Table 4, whose row has no label: a line of some figures under another is the next row, unless both make one that adds up.
  return mayBeNext || (isTorn && (row.label === null || (isFull && addsUp)))
}

/** More figures than cells: those behind words that belong to no label are another row's. */
function ownPieces(row: RowText, width: number): PieceText[] {
  if (row.pieces.length <= width) return row.pieces
  const barrier = row.noiseBefore.findLast(at => at <= width)
  return barrier === undefined ? row.pieces : row.pieces.slice(0, barrier)
}

/**
 * Tabs or bars: cells counted from the label. A row that has as many cells as the form has columns is read
 * as it stands. Where it has more, merged labels left empty cells before the figures or padding behind them:
 * a sum that is not zero tells which, or else the rows like it. Where it has fewer, or is broken over lines, cells were lost: null.
 */
function byDelimiters(
  row: RowText,
  width: number,
  sums: readonly SumRule[],
  layout: Delimited,
  known: RowStart | undefined,
): Filling | null {
  const { slots, cells, starts } = delimiterSlots(row, width, layout)
  // Where nothing shows that empty cells were kept, as many as columns prove nothing unless all are filled.
  if (!layout.keeps && row.pieces.length < width) return null
  // One cell a line: with a cell too many, words that are none of the form's are the next row's label.
  if (!layout.oneLine && row.noiseBefore.length > 0 && cells !== width) return unknown
  // More cells than the row has between its first figure and its last: another column's is among them.
  if (layout.keeps && row.label !== null && (slots.at(-1) ?? 0) - (slots[0] ?? 0) >= width) return unknown
  if (slots.some((slot, i) => slot < 0 || (i > 0 && slot === slots[i - 1]))) return null
  if (layout.oneLine && row.pieces.some((piece, i) => i > 0 && piece.gap.newlines > 0)) return null
  // The label's line has all its cells, or the next row was not found: figures on a line below are a row's whose label is not there.
  const below = row.pieces[0]?.gap
  if (layout.oneLine && row.label !== null && below && below.newlines > 0 && (below.lead >= width || row.lacksNext))
    return unknown
  const put = (start: number) =>
    putAt(
      row.pieces,
      slots.map(slot => slot - start),
      width,
    )
  const placements = starts.map(put)
  // Rows like it differ in where they start: one that has more cells than the form may stand wherever its figures fit.
  if (known === 'several' && cells !== width) return unknown
  // Words in place of the total may stand in a column of their own, behind a row that lost an empty cell.
  if (row.pieces.at(-1)?.kind === 'words' && (cells === width || !layout.keeps)) return unknown
  if (placements.length <= 1) return placements.length === 1 ? { kind: 'read', placements } : null
  const holding = placements.filter(placed => holds(placed, sums))
  const told = sums.length > 0 && holding.length === 1 && sums.every(({ total }) => holding.every(({ values }) => values[total]))
  if (told) return { kind: 'read', placements: holding }
  const asOthers = typeof known === 'number' && starts.includes(known) ? put(known) : null
  return asOthers && holds(asOthers, sums) ? { kind: 'read', placements: [asOthers] } : { kind: 'open', placements }
}

function bySums(pieces: readonly PieceText[], width: number, sums: readonly SumRule[], layout: Layout): Filling {
  if (pieces.length > mostPieces) return lost
  const parts: Piece[] = []
  for (const piece of pieces) {
    const digits = piece.kind === 'blank' ? '' : digitsOf(piece.text)
    if (digits === null || !/^\d*$/.test(digits)) return lost
    const continues = layout.kind === 'page' && piece.gap.newlines > 0 && digits !== '' && !piece.afterWords
    parts.push({ digits, glued: layout.kind === 'glued', continues, fragment: piece.fragment })
  }
  let placements = listPlacements(parts, width, sums, { steps: stepsPerRow })
  // Padding within cells can stand where boundaries do not: what no figure begins with (`00`, `0120`) is several.
  if (placements?.length === 0 && layout.kind === 'page' && sums.length > 0) {
    placements = listPlacements(
      parts.map(part => ({ ...part, glued: /^0\d/.test(part.digits) })),
      width,
      sums,
      { steps: stepsPerRow },
    )
  }
  return placements === null || placements.length === 0 ? lost : { kind: 'open', placements }
}

/**
 * A row of a text whose cells lost their order from line to line: on one line it is read as it stands, over several
 * in every way that adds up.
 */
export function fillScattered(row: RowText, width: number, sums: readonly SumRule[], layout: Layout): Filling {
  const pieces = row.pieces.filter(piece => !isBlankLine(piece))
  const lines: ScatteredPiece[][] = []
  for (const piece of pieces) {
    if (lines.length === 0 || piece.gap.newlines > 0) lines.push([])
    lines.at(-1)?.push({ digits: digitsOf(piece.text) ?? '', fragment: piece.fragment })
  }
  if (lines.length <= 1) return fillRow(row, width, sums, layout)
  const [sum, other] = sums
  if (!sum || other || pieces.length > mostPieces || lines.flat().some(({ digits }) => !/^\d+$/.test(digits))) return unknown
  const placements = listScattered(lines, width, sum, { steps: stepsScattered })
  // Zeros of two rows are as good as one row's.
  const isTold = placements?.every(placed => tells(placed, sums))
  return placements === null || placements.length === 0 || !isTold ? unknown : { kind: 'open', placements }
}

const emptyRow = (width: number): Placed => ({
  values: new Array<null>(width).fill(null),
  digits: new Array<null>(width).fill(null),
  fragments: new Array<number>(width).fill(-1),
})

/** Pieces at given columns, as printed. */
export function putAt(
  pieces: readonly Pick<PieceText, 'text' | 'fragment' | 'kind'>[],
  columns: readonly number[],
  width: number,
): Placed {
  const placed = emptyRow(width)
  for (const [i, piece] of pieces.entries()) {
    const column = columns[i] as number
    if (column >= width) continue
    placed.fragments[column] = piece.fragment
    placed.digits[column] = piece.text
    const digits = piece.kind === 'blank' ? null : digitsOf(piece.text)
    placed.values[column] = digits === null ? null : parseDigits(digits)
  }
  return placed
}

/** Every sum comes out, blanks counting nothing. */
export function holds(placed: Placed, sums: readonly SumRule[]): boolean {
  return sums.every(({ parts, total }) => (addUp(placed.values, parts) ?? 0) === (placed.values[total] ?? 0))
}
