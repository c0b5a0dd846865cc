import type { Grid } from '../document/document.ts'
import { layOut, type SpannedCell } from '../document/grid.ts'
import { charWidth } from '../text/normalize.ts'
import { trimPadding } from './plain-space.ts'
import { joinWrapped } from './wrapped-lines.ts'

/** A rule of dashes: `-----` is one segment, `---- ----` says where columns stand. Linear. */
function segmentsOf(line: string | undefined): [from: number, to: number][] | null {
  if (line === undefined || !/^ *-[- ]*$/.test(line)) return null
  return [...line.matchAll(/-+/g)].map(({ index, 0: dashes }) => [index, index + dashes.length])
}

/** No table of a report has rows or heads of more lines than this: bounds the search for a rule. */
const mostLines = { head: 12, table: 600 }

/**
 * A table whose columns are drawn by rules of dashes alone → a Grid, and the line after it; null where
 * none begins, or where some text crosses the gap between two columns.
 *
 *       -------------------------------
 *       信息内容        本年制发件数            head, when a rule stands above it
 *       --------------- ---------------        columns
 *       规章            11
 *                                              a blank line between rows that may be wrapped
 *       规范性文件      21
 *       -------------------------------
 */
export function readDashTable(lines: readonly string[], start: number): { grid: Grid; end: number } | null {
  const first = segmentsOf(lines[start])
  if (!first) return null
  const underRule = first.length === 1
  let ruleAt = start
  if (underRule) {
    if ((first[0]?.[1] ?? 0) - (first[0]?.[0] ?? 0) < 10) return null
    do ruleAt++
    while (ruleAt - start <= mostLines.head && lines[ruleAt] !== undefined && !segmentsOf(lines[ruleAt]))
  }
  const columns = segmentsOf(lines[ruleAt])
  if (!columns || columns.length < 2) return null
  let end = ruleAt + 1
  while (end - ruleAt <= mostLines.table && lines[end] !== undefined && !segmentsOf(lines[end])) end++
  const closing = segmentsOf(lines[end])
  // Under a rule the table ends with one like it, else with the columns drawn once more.
  if (!closing || (underRule ? closing.length !== 1 : closing.length !== columns.length)) return null

  const body = lines.slice(ruleAt + 1, end)
  const spaced = body.some((line, i) => trimPadding(line) === '' && i < body.length - 1)
  const groups = [...(underRule ? groupLines(lines, start + 1, ruleAt, true) : []), ...groupLines(lines, ruleAt + 1, end, spaced)]
  const rows: SpannedCell[][] = []
  for (const { line, texts } of groups) {
    const cut = texts.map(text => sliceAt(text, columns))
    if (cut.some(pieces => pieces === null)) return null
    rows.push(
      columns.map((_, c) => ({
        text: joinWrapped(cut.map(pieces => pieces?.[c] ?? '')),
        colspan: 1,
        rowspan: 1,
        place: { line, cell: c + 1 },
      })),
    )
  }
  if (rows.length < 2) return null
  const { grid, cut } = layOut(rows, { line: start + 1 })
  if (cut) return null
  return { grid, end: end + 1 }
}

/** Lines that make one row: those up to a blank line, or each line by itself. */
function groupLines(lines: readonly string[], from: number, to: number, spaced: boolean): { line: number; texts: string[] }[] {
  const groups: { line: number; texts: string[] }[] = []
  let joins = false
  for (let i = from; i < to; i++) {
    const text = lines[i] as string
    if (trimPadding(text) === '') {
      joins = false
      continue
    }
    if (joins && spaced) groups.at(-1)?.texts.push(text)
    else groups.push({ line: i + 1, texts: [text] })
    joins = true
  }
  return groups
}

/** The line's text per column; null where something stands in the gap before a column. Chinese takes two columns of the drawing. */
function sliceAt(line: string, columns: readonly (readonly [number, number])[]): string[] | null {
  const out = columns.map(() => '')
  let k = 0
  let x = 0
  for (const unit of line) {
    while (k + 1 < columns.length && x >= (columns[k + 1]?.[0] ?? 0)) k++
    const padding = unit === ' ' || unit === '\t'
    if (!padding && x < (columns[k]?.[0] ?? 0)) return null
    if (!padding && k + 1 < columns.length && x + charWidth(unit.charCodeAt(0)) > (columns[k + 1]?.[0] ?? 0) - 1) return null
    out[k] += unit
    x += charWidth(unit.charCodeAt(0))
  }
  return out
}
