/**
 * The form's tables as people see them: rows of label and figure cells with their spans, made from
 * the form's data. What has been read decides which rows and columns there are.
 */
import { type Column, cellId, type EditionId, type FormBlock, type Row, type TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'

export interface LayoutCell {
  /** A label of the form; '' for an empty corner, null where a figure stands. */
  label: string | null
  /** Cell id of the figure, null for a label. */
  id: string | null
  rowSpan: number
  columnSpan: number
  /** Column of its left edge, from 0. */
  left: number
}

export interface Layout {
  rows: LayoutCell[][]
  width: number
  /** How many columns at the left hold row labels. */
  labelWidth: number
}

/**
 * A table's layout for the cells that exist (`has`): rows and columns of both editions are taken, those
 * without any existing cell left out, so that a table of mixed editions shows all it has and no more.
 */
export function layoutTable(table: TableKey, has: (id: string) => boolean, edition: EditionId = '2021'): Layout {
  const blocks = presentBlocks(table, has, edition)
  const labelWidth = Math.max(0, ...blocks.flatMap(block => block.rows.map(row => pathOf(row).length)))
  const figureWidth = Math.max(0, ...blocks.map(block => block.columns.length))
  return {
    rows: blocks.flatMap(block => layoutBlock(table, block, labelWidth, figureWidth)),
    width: labelWidth + figureWidth,
    labelWidth,
  }
}

function presentBlocks(table: TableKey, has: (id: string) => boolean, first: EditionId): FormBlock[] {
  const editions: EditionId[] = first === '2021' ? ['2021', '2019'] : ['2019', '2021']
  const keys = [...new Set(editions.flatMap(id => forms[id].tables[table].blocks.map(block => block.key)))]
  return keys.flatMap(key => {
    const found = editions.flatMap(id => forms[id].tables[table].blocks.filter(block => block.key === key))
    const [base] = found
    if (!base) return []
    const columns = union(found.map(block => block.columns))
    const rows = union(found.map(block => block.rows))
    const exists = (row: Row, column: Column) => has(cellId(table, row.id, column.id))
    const shownRows = rows.filter(row => columns.some(column => exists(row, column)))
    const shownColumns = columns.filter(column => rows.some(row => exists(row, column)))
    return shownRows.length === 0 ? [] : { ...base, rows: shownRows, columns: shownColumns }
  })
}

/** The first list, each further list's own members put after the member that precedes them there. */
function union<T extends { readonly id: string }>(lists: readonly (readonly T[])[]): T[] {
  const merged: T[] = []
  for (const list of lists) {
    let after = -1
    for (const item of list) {
      const at = merged.findIndex(known => known.id === item.id)
      if (at >= 0) after = at
      else merged.splice(++after, 0, item)
    }
  }
  return merged
}

const pathOf = ({ groups, label }: Row | Column): string[] =>
  label === null ? [] : [...groups.map(group => group.text), label.text]

type Item = { label: string | null; id: string | null }

function layoutBlock(table: TableKey, block: FormBlock, labelWidth: number, figureWidth: number): LayoutCell[][] {
  const depth = Math.max(...block.columns.map(column => pathOf(column).length))
  const titleRows = block.title === null ? 0 : 1
  const width = labelWidth + figureWidth
  const squares: Item[][] = Array.from({ length: titleRows + depth + block.rows.length }, () => [])
  const put = (row: number, column: number, item: Item) => {
    const line = squares[row]
    if (line) line[column] = item
  }
  const groups = new Map<string, Item>()
  // A group is one item for all members that stand side by side: the same path, the same item.
  const item = (axis: string, path: readonly string[]) => {
    const key = `${axis}\n${path.join('\n')}`
    const known = groups.get(key) ?? { label: path.at(-1) ?? '', id: null }
    groups.set(key, known)
    return known
  }
  // Fewer columns than the widest block: its last column is as wide as what is left.
  const columnAt = (at: number) => Math.min(at, block.columns.length - 1)

  if (block.title !== null) {
    const title = item('title', [block.title.text])
    for (let at = 0; at < width; at++) put(0, at, title)
  }
  const corner: Item = { label: block.corner?.text ?? '', id: null }
  for (let row = 0; row < depth; row++) {
    for (let at = 0; at < labelWidth; at++) put(titleRows + row, at, corner)
    for (let at = 0; at < figureWidth; at++) {
      const column = block.columns[columnAt(at)]
      if (!column) continue
      const path = pathOf(column)
      const own = row >= path.length - 1
      put(titleRows + row, labelWidth + at, item(own ? `column ${column.id}` : 'columns', own ? path : path.slice(0, row + 1)))
    }
  }
  block.rows.forEach((row, index) => {
    const path = pathOf(row)
    const top = titleRows + depth + index
    for (let at = 0; at < labelWidth; at++) {
      const own = at >= path.length - 1
      put(top, at, item(own ? `row ${row.id}` : 'rows', own ? path : path.slice(0, at + 1)))
    }
    const figures = block.columns.map(column => ({ label: null, id: cellId(table, row.id, column.id) }))
    for (let at = 0; at < figureWidth; at++) put(top, labelWidth + at, figures[columnAt(at)] ?? corner)
  })
  return spansOf(squares)
}

/** Equal neighbours become one cell with spans. */
function spansOf(squares: readonly (readonly Item[])[]): LayoutCell[][] {
  return squares.map((line, row) => {
    const cells: LayoutCell[] = []
    line.forEach((item, left) => {
      if (line[left - 1] === item || squares[row - 1]?.[left] === item) return
      let columnSpan = 1
      while (line[left + columnSpan] === item) columnSpan++
      let rowSpan = 1
      while (squares[row + rowSpan]?.[left] === item) rowSpan++
      cells.push({ ...item, rowSpan, columnSpan, left })
    })
    return cells
  })
}
