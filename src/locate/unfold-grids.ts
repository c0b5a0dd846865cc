import type { Block, Grid, GridCell } from '../document/document.ts'
import { headingWords } from '../form/headings.ts'
import { findCandidates } from './candidates.ts'
import { strong } from './choose.ts'
import { streamOf } from './stream.ts'

/** Longer than any heading. */
const longest = 60

/**
 * Takes section headings out of the tables in which they stand: a heading as a row of one big table,
 * or fused by a converter to the first cell beneath it.
 *
 *     | 二、主动公开政府信息情况⏎第二十条第（一）项 |      →  二、主动公开政府信息情况
 *     | 信息内容 | 本年制发件数 | …                        | 第二十条第（一）项 | …
 *
 * O(rows), each looked at by the first line of its first filled cell.
 */
export function unfoldGrids(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(block => block.kind === 'grid' && block.rows.some(row => headingIn(row) !== null))) return blocks
  return blocks.flatMap(block => (block.kind === 'grid' ? unfold(block) : [block]))
}

function unfold(grid: Grid): Block[] {
  const out: Block[] = []
  let rows: GridCell[][] = []
  const close = () => {
    if (rows.length > 0) out.push({ ...grid, rows })
    rows = []
  }
  for (const row of grid.rows) {
    const found = headingIn(row)
    if (!found) {
      rows.push(row)
      continue
    }
    close()
    out.push({ kind: 'paragraph', text: found.heading, place: found.cell.place })
    const rest = row.map(cell => (cell.text === found.cell.text ? { ...cell, text: found.rest } : cell))
    if (rest.some(cell => cell.text.trim() !== '')) rows.push(rest)
  }
  close()
  return out
}

function headingIn(row: readonly GridCell[]): { cell: GridCell; heading: string; rest: string } | null {
  const cell = row.find(({ text }) => text.trim() !== '')
  if (!cell) return null
  const text = cell.text.trimStart()
  const end = text.search(/[\n\r]/)
  const heading = end < 0 ? text : text.slice(0, end)
  if (heading.length > longest || !headingWords.test(heading)) return null
  const [candidate] = findCandidates(streamOf([{ kind: 'paragraph', text: heading, place: cell.place }]))
  if (!candidate?.ownLine || candidate.score < strong) return null
  return { cell, heading, rest: end < 0 ? '' : text.slice(end + 1) }
}
