/** What a row's text allows its cells to be. */

import { toHalfWidth } from '../text/normalize.ts'
import { parseDigits } from '../text/numeral.ts'
import { addUp, listPlacements, type Piece, type Placed, type SumRule } from './placements.ts'
import { delimiterSlots, type Layout, lineSlots } from './positions.ts'
import type { PieceText, RowText } from './row-text.ts'

export interface Filling {
  /** `read`: by position or by count, one placement. `open`: the identities have to tell. `unknown`: too many to list, or none. */
  kind: 'read' | 'open' | 'unknown'
  placements: Placed[]
}

const stepsPerRow = 120_000

/** Digits of a printed figure, thousands separators and unit gone; null where it is no plain figure. */
function digitsOf(text: string): string | null {
  const bare = toHalfWidth(text)
    .trim()
    .replace(/(?:万元|元|件次|件|条|宗|起|项|个|份|次)$/, '')
    .replace(/,/g, '')
  return /^[+-]?\d+(?:\.\d+)?$/.test(bare) ? bare : null
}

export function fillRow(row: RowText, width: number, sums: readonly SumRule[], layout: Layout): Filling {
  const pieces = ownPieces(row, width)
  if (pieces.length === 0) return { kind: 'read', placements: [emptyRow(width)] }
  if (layout.kind === 'tabs' || layout.kind === 'bars') {
    const placed = byDelimiters({ ...row, pieces }, width, sums, layout.kind)
    if (placed) return placed
  }
  if (layout.kind === 'lines' && layout.extra !== null && pieces.length < width) {
    const columns = lineSlots({ ...row, pieces }, width, layout.step, layout.extra)
    if (columns) return { kind: 'read', placements: [putAt(pieces, columns, width)] }
  }
  if (layout.kind !== 'glued' && pieces.length === width) {
    const inOrder = putAt(
      pieces,
      pieces.map((_, i) => i),
      width,
    )
    if (layout.kind !== 'page' || holds(inOrder, sums) || sums.length === 0) return { kind: 'read', placements: [inOrder] }
  }
  return bySums(pieces, width, sums, layout)
}

/** Figures behind words that belong to no label are another row's, unless the row is not full without them. */
function ownPieces(row: RowText, width: number): PieceText[] {
  const barrier = row.noiseBefore.find(at => at >= width)
  return barrier === undefined ? row.pieces : row.pieces.slice(0, barrier)
}

/**
 * Tabs or bars: cells counted from the label. Where a merged label left empty cells behind it, the row's
 * last figure is its total, and that tells how many they are.
 */
function byDelimiters(row: RowText, width: number, sums: readonly SumRule[], kind: 'tabs' | 'bars'): Filling | null {
  const slots = delimiterSlots(row, kind)
  if (slots.some((slot, i) => slot < 0 || (i > 0 && slot === slots[i - 1]))) return null
  const last = slots.at(-1) as number
  const direct = last < width ? putAt(row.pieces, slots, width) : null
  if (direct && (sums.length === 0 || last === width - 1 || holds(direct, sums))) return { kind: 'read', placements: [direct] }
  const shift = last - (width - 1)
  if (shift > 0 && (slots[0] as number) >= shift) {
    const shifted = putAt(
      row.pieces,
      slots.map(slot => slot - shift),
      width,
    )
    if (holds(shifted, sums)) return { kind: 'read', placements: [shifted] }
  }
  return direct ? { kind: 'read', placements: [direct] } : null
}

function bySums(pieces: readonly PieceText[], width: number, sums: readonly SumRule[], layout: Layout): Filling {
  const parts: Piece[] = []
  for (const piece of pieces) {
    const digits = piece.kind === 'blank' ? '' : digitsOf(piece.text)
    if (digits === null || !/^\d*$/.test(digits)) return { kind: 'unknown', placements: [] }
    const continues = layout.kind === 'page' && piece.gap.newlines > 0 && digits !== ''
    parts.push({ digits, glued: layout.kind === 'glued', continues, fragment: piece.fragment })
  }
  const placements = listPlacements(parts, width, sums, { steps: stepsPerRow })
  return placements === null || placements.length === 0 ? { kind: 'unknown', placements: [] } : { kind: 'open', placements }
}

const emptyRow = (width: number): Placed => ({
  values: Array.from({ length: width }, () => null),
  digits: Array.from({ length: width }, () => null),
  fragments: Array.from({ length: width }, () => -1),
})

/** Pieces at given columns, as printed. */
function putAt(pieces: readonly PieceText[], columns: readonly number[], width: number): Placed {
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

/** Every sum whose total is printed comes out, blanks counting nothing; a group with figures has its total. */
function holds(placed: Placed, sums: readonly SumRule[]): boolean {
  return sums.every(
    ({ parts, total }) =>
      addUp(placed.values, parts) === (placed.values[total] ?? null) ||
      (addUp(placed.values, parts) === null && placed.values[total] === 0),
  )
}
