import type { Grid } from '../document/document.ts'
import { gridLimits, layOut } from '../document/grid.ts'
import { trimPadding } from './plain-space.ts'
import { isDelimiterRow } from './text-kind.ts'

function isRow(line: string | undefined): boolean {
  const bare = trimPadding(line ?? '')
  return bare.length > 1 && bare.startsWith('|') && bare.endsWith('|')
}

/** The line after the last of the bar rows that begin at `start`. */
export function pipeTableEnd(lines: readonly string[], start: number): number {
  let end = start
  while (isRow(lines[end])) end++
  return end
}

/**
 * Bar rows → a Grid when every row has the same number of cells, null when they have not: then
 * columns prove nothing, and the lines are better evidence than a rectangle made of them.
 *
 *     | 三、本年度办理结果 | （一）予以公开 |               | 174 | 238 |
 *     |                  | （三）不予公开 | 1.属于国家秘密 | 98  | 21  |
 */
export function readPipeTable(
  lines: readonly string[],
  start: number,
  end: number,
  clean: (text: string) => string,
): Grid | null {
  const rows: { line: number; cells: string[] }[] = []
  for (let i = start; i < end; i++) {
    const line = lines[i] as string
    if (isDelimiterRow(line)) continue
    const cells = splitRow(line).map(clean)
    rows.push({ line: i + 1, cells })
    // The first row that is unlike the others, or more than a grid holds, is the last to be looked at.
    const width = rows[0]?.cells.length ?? 0
    if (cells.length !== width || rows.length > gridLimits.rows || rows.length * width > gridLimits.cells) return null
  }
  if (rows.length < 2 || (rows[0]?.cells.length ?? 0) < 2) return null
  const { grid, cut } = layOut(
    rows.map(({ line, cells }) => cells.map((text, c) => ({ text, colspan: 1, rowspan: 1, place: { line, cell: c + 1 } }))),
    { line: start + 1 },
  )
  if (cut) return null
  return grid
}

/** Cells between bars; `\|` is no bar. Only plain spaces are padding: U+3000 and U+00A0 are evidence of a cell. */
function splitRow(line: string): string[] {
  const inner = trimPadding(line).slice(1, -1)
  return inner.split(/(?<!\\)\|/).map(cell => trimPadding(cell))
}
