import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block, Grid } from '../document/document.ts'
import { readDashTable } from './dash-table.ts'
import { gridTableEnd, readGridTable } from './grid-table.ts'
import type { ReadLimits } from './limits.ts'
import { headingOf, unmark } from './markdown.ts'
import { pipeTableEnd, readPipeTable } from './pipe-table.ts'
import { isShifted, unpadded } from './shifted-rows.ts'

/**
 * One paragraph a line, blank ones too; a form feed stays at the start of its line. Tables that are
 * real grids (raw HTML, `+---+` drawings, columns under rules of dashes, bar rows of equal length) stand
 * in place of their lines; every other table stays lines, for whoever can align them with the form.
 */
export async function readText(text: string, kind: 'markdown' | 'text', log: Log, limits: ReadLimits): Promise<Block[]> {
  const lines = text.split(/\r\n?|\n/)
  if (lines.length > limits.lines) {
    log.add('source/truncated', { args: { what: `${limits.lines} lines` } })
    lines.length = limits.lines
  }
  const clean = kind === 'markdown' ? unmark : (line: string) => line
  const blocks: Block[] = []
  const closings = /<\/table/i.test(text) ? closingTags(lines) : []
  const { readHtml } = closings.length > 0 ? await import('./html.ts') : { readHtml: null }
  const html: HtmlReader | null = readHtml && ((source, firstLine) => readHtml(source, log, limits, { firstLine }))
  for (let i = 0; i < lines.length; ) {
    const table = tableAt(lines, i, closings, clean, html)
    if (table) {
      for (const block of table.blocks) blocks.push(block)
      i = table.end
      continue
    }
    const line = lines[i] as string
    const heading = kind === 'markdown' ? headingOf(line) : null
    const place = { line: i + 1 }
    if (heading) blocks.push({ kind: 'paragraph', text: clean(heading.text), place, level: heading.level })
    else blocks.push({ kind: 'paragraph', text: clean(line), place })
    i++
  }
  return blocks
}

type HtmlReader = (source: string, firstLine: number) => Block[]

/** No drawn table is wider: a line of a million dashes is no rule. */
const longestDrawn = 20_000

/** The grid that begins at a line, if one does, and the line after it. */
function tableAt(
  lines: readonly string[],
  start: number,
  closings: readonly number[],
  clean: (text: string) => string,
  html: HtmlReader | null,
): { blocks: Block[]; end: number } | null {
  const first = /^[ \t\f]*(<table\b|\+[-=:]|\||--)/i.exec(lines[start] as string)?.[1]
  if (first === undefined) return null
  if (!first.startsWith('<') && (lines[start]?.length ?? 0) > longestDrawn) return null
  if (first.startsWith('<')) {
    const end = htmlTableEnd(lines, start, closings)
    if (html === null || end === start) return null
    return { blocks: html(lines.slice(start, end).join('\n'), start + 1), end }
  }
  const table = gridAt(lines, start, first, clean)
  if (table === null) return null
  const { grid, end } = table
  if (grid) return { blocks: isShifted(grid) ? unpadded(grid) : [grid], end }
  const left = lines
    .slice(start, end)
    .map((line, k): Block => ({ kind: 'paragraph', text: clean(line), place: { line: start + k + 1 } }))
  return { blocks: left, end }
}

/** The grid of a drawn table, or null where its rows do not make one, and the line after it; null where no table begins. */
function gridAt(
  lines: readonly string[],
  start: number,
  first: string,
  clean: (text: string) => string,
): { grid: Grid | null; end: number } | null {
  if (first === '--') return readDashTable(lines, start)
  const drawn = first.startsWith('+')
  const end = drawn ? gridTableEnd(lines, start) : pipeTableEnd(lines, start)
  if (end === start) return null
  return { grid: drawn ? readGridTable(lines, start, end) : readPipeTable(lines, start, end, clean), end }
}

const closing = /<\/table\s{0,9}>/gi
const opening = /<table\b/gi

/** Indices of lines that hold `</table>`. */
const closingTags = (lines: readonly string[]): number[] =>
  [...lines.keys()].filter(i => (lines[i] as string).search(closing) >= 0)

/** The line after the `</table>` that closes the one opened at `start`; `start` when there is none. */
function htmlTableEnd(lines: readonly string[], start: number, closings: readonly number[]): number {
  const last = closings.at(-1)
  if (last === undefined || last < start) return start
  let depth = 0
  for (let i = start; i <= last; i++) {
    const line = lines[i] as string
    depth += (line.match(opening)?.length ?? 0) - (line.match(closing)?.length ?? 0)
    if (depth <= 0) return i + 1
  }
  return last + 1
}
