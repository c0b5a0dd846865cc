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
 * figures in a column without any label above while their neighbours have one. O(cells).
 */
export function isShifted(rows: readonly (readonly string[])[]): boolean {
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
  return (unheaded && someHeaded) || [...figures].some(column => leading.has(column))
}

const isLabel = (text: string): boolean => (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= 2
