import type { Grid } from '../document/document.ts'
import { gridLimits, layOut, type SpannedCell } from '../document/grid.ts'
import { charWidth } from '../text/normalize.ts'
import { joinWrapped } from './wrapped-lines.ts'

const fullRule = /^[ \t]*\+(?:[-=:]+\+)+[ \t]*$/
const isPart = (line: string | undefined): boolean => line !== undefined && /^[ \t]*[|+]/.test(line)

/** The line after the last rule of the grid table that begins at `start`, or `start` when none begins there. */
export function gridTableEnd(lines: readonly string[], start: number): number {
  if (!fullRule.test(lines[start] ?? '')) return start
  let end = start
  for (let i = start + 1; isPart(lines[i]); i++) if (fullRule.test(lines[i] as string)) end = i + 1
  return end === start + 1 ? start : end
}

interface Band {
  line: number
  /** Per column, the lines of text in it. */
  texts: string[][]
  /** Per column, whether a wall stands at its left. */
  walls: boolean[]
  /** Per column, whether its cell goes on below: the rule beneath is not drawn there. */
  open: boolean[]
}

/**
 * A table drawn with `+---+` and bars → a Grid. Lines that were wrapped inside a band are joined per
 * column; Chinese takes two columns of the drawing. Walls and rules left out make merged cells.
 *
 *     +------------+------+
 *     | 三、       | 174  |
 *     | 办理结果   |      |
 *     +------------+------+
 */
export function readGridTable(lines: readonly string[], start: number, end: number): Grid | null {
  const edges = edgesOf(lines, start, end)
  const columns = edges.length - 1
  if (columns < 2) return null
  const bands: Band[] = []
  const newBand = (line: number): Band => ({
    line,
    texts: Array.from({ length: columns }, () => []),
    walls: new Array<boolean>(columns).fill(false),
    open: new Array<boolean>(columns).fill(false),
  })
  let band = newBand(start + 2)
  let filled = false
  for (let i = start + 1; i < end; i++) {
    const line = lines[i] as string
    const pieces = slice(line, edges)
    const ruled = pieces.map(piece => /^[-=:]+$/.test(piece.text) && piece.text.length > 1)
    if (ruled.some(Boolean)) {
      pieces.forEach((piece, c) => {
        if (ruled[c]) return
        band.open[c] = true
        if (piece.text.trim() !== '') band.texts[c]?.push(piece.text)
      })
      if (filled) bands.push(band)
      if (bands.length > gridLimits.rows) return null
      band = newBand(i + 2)
      filled = false
    } else {
      filled = true
      pieces.forEach((piece, c) => {
        band.texts[c]?.push(piece.text)
        if (piece.wall) band.walls[c] = true
      })
    }
  }
  const rows = bands.map((_, r) => cellsOf(bands, r))
  if (rows.length === 0) return null
  const { grid, cut } = layOut(rows, { line: start + 1 })
  if (cut) return null
  return grid
}

/** Cells that begin in a band: not those that go on from above, nor columns without a wall before them. */
function cellsOf(bands: readonly Band[], r: number): SpannedCell[] {
  const band = bands[r] as Band
  const above = bands[r - 1]
  const out: SpannedCell[] = []
  for (let c = 0; c < band.walls.length; c++) {
    if (above?.open[c] || (c > 0 && !band.walls[c])) continue
    let colspan = 1
    while (c + colspan < band.walls.length && !band.walls[c + colspan] && !above?.open[c + colspan]) colspan++
    let rowspan = 1
    while (bands[r + rowspan - 1]?.open[c] && r + rowspan < bands.length) rowspan++
    const parts: string[] = []
    for (let i = 0; i < rowspan; i++) {
      const texts = (bands[r + i] as Band).texts.slice(c, c + colspan)
      const height = Math.max(0, ...texts.map(column => column.length))
      for (let k = 0; k < height; k++) parts.push(texts.map(column => column[k] ?? '').join(''))
    }
    out.push({ text: joinWrapped(parts), colspan, rowspan, place: { line: band.line, cell: c + 1 } })
  }
  return out
}

/** Columns of the drawing at which some rule has a `+`. */
function edgesOf(lines: readonly string[], start: number, end: number): number[] {
  const edges = new Set<number>()
  for (let i = start; i < end; i++) {
    const line = lines[i] as string
    if (!fullRule.test(line)) continue
    for (let c = 0; c < line.length; c++) if (line[c] === '+') edges.add(c)
  }
  return [...edges].sort((a, b) => a - b)
}

/**
 * The line's text between the edges. Where its bars are as many as the edges they are taken, whatever
 * their column: tools disagree on the width of `“` and `—`.
 */
function slice(line: string, edges: readonly number[]): { text: string; wall: boolean }[] {
  const bars: number[] = []
  for (let i = 0; i < line.length; i++) if (line[i] === '|' || line[i] === '+') bars.push(i)
  if (bars.length === edges.length) {
    return bars.slice(0, -1).map((from, k) => ({ text: line.slice(from + 1, bars[k + 1]), wall: true }))
  }
  const out = edges.slice(0, -1).map(() => ({ text: '', wall: false }))
  let column = 0
  let k = -1
  for (const unit of line) {
    while (k + 1 < edges.length && column >= (edges[k + 1] as number)) {
      k++
      const piece = out[k]
      if (piece && column === edges[k]) piece.wall = unit === '|' || unit === '+'
    }
    const piece = out[k]
    if (piece && !(column === edges[k] && piece.wall)) piece.text += unit
    column += charWidth(unit.charCodeAt(0)) || 0
  }
  return out
}
