import type { Grid, Paragraph } from '../document/document.ts'
import { parseFigure } from '../text/numeral.ts'

/**
 * Whether rows of a text table lost cells that merged ones covered and were filled up at the right, so
 * that a column no longer means the same in each row:
 *
 *     | 自然人        | 商业企业       |     |     |         head, shifted to the left
 *     | 三、办理结果  | （一）予以公开 | 174 | 238 |
 *     | （二）部分公开 | 151           | 209 |     |         151 stands where a label stands above
 *
 * Shown by a column with a label in one row and a figure in another (both rows holding figures), or by
 * figures in a column without any label above while their neighbours have one, or by a last column in
 * which nothing stands at all. O(cells).
 */
export function isShifted(grid: Grid): boolean {
  const rows = grid.rows.map(row => row.map(cell => cell.text))
  const kinds = rows.map(row => row.map(text => parseFigure(text).kind))
  const figures = new Set<number>()
  const leading = new Set<number>()
  const headed = new Set<number>()
  let unheaded = false
  let someHeaded = false
  for (const [r, row] of kinds.entries()) {
    const holdsFigures = row.includes('figure')
    let leads = true
    for (const [c, kind] of row.entries()) {
      if (kind === 'unreadable') {
        if (holdsFigures && leads && isLabel(rows[r]?.[c] ?? '')) leading.add(c)
        headed.add(c)
      } else leads = leads && kind === 'blank' && c === 0
      if (kind !== 'figure') continue
      figures.add(c)
      if (headed.has(c)) someHeaded = true
      else unheaded = true
    }
  }
  const last = Math.max(0, ...rows.map(row => row.length)) - 1
  const padded = rows.every(row => (row[last] ?? '').trim() === '')
  return padded || (unheaded && someHeaded) || [...figures].some(column => leading.has(column))
}

/**
 * Such a table as the lines that it was before it was filled up, one row a line between bars: each row
 * ends as many cells after its last label as the others do.
 *
 *     |三、结果|（一）公开|174|238|
 *     |（二）部分|151|209|
 */
export function unpadded(grid: Grid): Paragraph[] {
  const rows = grid.rows.map(row => row.map(cell => cell.text))
  const ends = rows.map(labelEnd)
  const deepest = Math.max(0, ...ends.filter((_, r) => rows[r]?.some(text => parseFigure(text).kind === 'figure')))
  return rows.map((cells, r): Paragraph => {
    let length = cells.length
    const padding = deepest - (ends[r] ?? 0)
    for (let i = 0; i < padding && (cells[length - 1] ?? '').trim() === ''; i++) length--
    const text = cells.slice(0, length).map(cell => cell.replace(/(?<=\d)\n(?=\d)|\|/g, ' ').replaceAll('\n', ''))
    return { kind: 'paragraph', text: `|${text.join('|')}|`, place: { line: grid.rows[r]?.[0]?.place.line } }
  })
}

/** How many cells a row has up to the last label before its figures. */
function labelEnd(row: readonly string[]): number {
  let end = 0
  for (const [c, text] of row.entries()) {
    const { kind } = parseFigure(text)
    if (kind === 'figure') break
    if (kind === 'unreadable' && isLabel(text)) end = c + 1
  }
  return end
}

const isLabel = (text: string): boolean => (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= 2
