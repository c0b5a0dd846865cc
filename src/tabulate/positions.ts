/**
 * Where boundaries keep empty cells, a figure's column is counted, not guessed.
 *
 *     label⇥3⇥⇥⇥0⇥⇥⇥3⇥          tabs or bars: one for each cell
 *     label⏎3⏎⏎⏎⏎0⏎⏎⏎⏎3          lines: so many newlines between neighbours (step), so many more for each
 *                                empty cell (extra); both are measured, and must bring every row to its width
 */
import type { Gap } from './fragments.ts'
import type { RowText } from './row-text.ts'

export type Layout =
  | { kind: 'tabs' | 'bars' }
  | { kind: 'lines'; step: number; extra: number | null }
  /** Several figures on a line with only spaces between: columns are where they stand on the page. */
  | { kind: 'page' }
  /** Nothing stands between the figures of a row. */
  | { kind: 'glued' }

export interface Measured {
  row: RowText
  width: number
}

/** How the cells of this text are separated, from all its rows together. */
export function measureLayout(rows: readonly Measured[]): Layout {
  const gaps = rows.flatMap(({ row }) => row.pieces.slice(1).map(piece => piece.gap))
  const firsts = rows.flatMap(({ row }) => row.pieces.slice(0, 1).map(piece => piece.gap))
  const share = (of: Gap[], test: (gap: Gap) => boolean): number => (of.length === 0 ? 0 : of.filter(test).length / of.length)
  const all = [...gaps, ...firsts]
  if (all.length === 0) return { kind: 'page' }
  if (share(all, gap => gap.bars > 0) > 0.5) return { kind: 'bars' }
  if (share(all, gap => gap.tabs > 0) > 0.5) return { kind: 'tabs' }
  const touching = rows.filter(({ row }) => row.pieces.length > 0)
  if (touching.filter(({ row }) => row.touchesWords).length > touching.length / 3) return { kind: 'glued' }
  if (share(gaps.length > 0 ? gaps : firsts, gap => gap.newlines > 0) > 0.9) return measureLines(rows)
  return { kind: 'page' }
}

/** The step is the usual number of newlines between neighbours; the extra is what brings all rows to their width. */
function measureLines(rows: readonly Measured[]): Layout {
  const counts = new Map<number, number>()
  for (const { row, width } of rows) {
    if (row.pieces.length < 2 || row.pieces.length > width) continue
    for (const piece of row.pieces.slice(1)) counts.set(piece.gap.newlines, (counts.get(piece.gap.newlines) ?? 0) + 1)
  }
  const step = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1
  const short = rows.filter(({ row, width }) => row.pieces.length > 0 && row.pieces.length < width)
  const fits = (extra: number) => short.filter(({ row, width }) => lineSlots(row, width, step, extra) !== null).length
  const [best] = [1, 2, 3, 4].map(extra => ({ extra, fits: fits(extra) })).sort((a, b) => b.fits - a.fits || a.extra - b.extra)
  // Every short row must come out even, or the boundaries do not keep empties after all.
  const proven = best && short.length > 0 && best.fits >= short.length * 0.8
  return { kind: 'lines', step, extra: proven ? best.extra : null }
}

/** Columns of the pieces by counted newlines; null unless the row comes to exactly its width. */
export function lineSlots(row: RowText, width: number, step: number, extra: number): number[] | null {
  const columns: number[] = []
  let column = -1
  for (const piece of row.pieces) {
    const blanks = (piece.gap.newlines - step) / extra
    if (!Number.isInteger(blanks) || blanks < 0) return null
    column += 1 + blanks
    columns.push(column)
  }
  if (column === width - 1) return columns
  const trailing = (row.tail.newlines - step) / extra
  return column < width - 1 && Number.isInteger(trailing) && column + trailing === width - 1 ? columns : null
}

/** Cells counted by tabs or bars from the label on: 0 is the first cell. */
export function delimiterSlots(row: RowText, kind: 'tabs' | 'bars'): number[] {
  let slot = -1
  return row.pieces.map(piece => {
    slot += piece.gap[kind]
    return slot
  })
}
