import type { Grid, GridCell, Place } from './document.ts'

/** A cell as a document states it, before its spans are laid out. */
export interface SpannedCell {
  text: string
  colspan: number
  rowspan: number
  place: Place
}

/** Bounds on what a table may claim: `colspan="2147483648"` is a number in a file, not a size in memory. */
export const gridLimits = { columns: 200, rows: 2000, cells: 100_000 }

/**
 * Lays spanned cells out as a rectangle, as HTML does: a merged cell stands at every place that it
 * covers. Time and memory are O(rows × columns) within `gridLimits`; what lies beyond is cut, and
 * `cut` is true. `uneven` is true when rows of several cells do not fill the same width: a span is
 * missing or wrong somewhere, and columns prove nothing.
 */
export function layOut(rows: SpannedCell[][], place: Place): { grid: Grid; cut: boolean; uneven: boolean } {
  const height = Math.min(rows.length, gridLimits.rows)
  let cut = rows.length > height
  const out: GridCell[][] = Array.from({ length: height }, () => [])
  let total = 0
  for (let r = 0; r < height; r++) {
    let column = 0
    for (const cell of rows[r] as SpannedCell[]) {
      while (out[r]?.[column]) column++
      const wanted = Math.max(1, cell.colspan)
      const width = Math.min(wanted, gridLimits.columns - column)
      const depth = Math.min(Math.max(1, cell.rowspan), height - r)
      if (width < wanted || total + width * depth > gridLimits.cells) cut = true
      if (width <= 0 || total + width * depth > gridLimits.cells) break
      total += width * depth
      for (let i = 0; i < depth; i++) {
        for (let j = 0; j < width; j++) {
          const line = out[r + i] as GridCell[]
          line[column + j] ??= { text: cell.text, place: cell.place, anchor: i === 0 && j === 0 }
        }
      }
      column += width
    }
  }
  const width = Math.max(0, ...out.map(row => row.length))
  let uneven = false
  for (const [r, row] of out.entries()) {
    // `row` may have holes: forEach and filter pass over them, which is what is counted here.
    if ((rows[r]?.length ?? 0) > 1 && row.filter(() => true).length !== width) uneven = true
    for (let c = 0; c < width; c++) row[c] ??= { text: '', place: { ...place, row: r + 1, cell: c + 1 }, anchor: true }
  }
  return { grid: { kind: 'grid', rows: out, place }, cut, uneven }
}
