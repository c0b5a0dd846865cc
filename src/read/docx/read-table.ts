import type { Flow, FlowCell } from '../flow.ts'
import { type DocxReading, readBlocks } from './read-body.ts'
import { child, integerOf, toggleOf, type XmlElement } from './xml.ts'

interface Cell {
  content: readonly XmlElement[]
  at: number
  span: number
  /** `start` or `on` of a vertical merge. */
  merge: 'start' | 'on' | null
}

const widest = 200
const bounded = (value: number | undefined, least: number): number => Math.min(widest, Math.max(least, value ?? least))

/**
 * A table with its spans made plain: rows and cells out of their wrappers, deleted and hidden rows and
 * deleted cells gone, `hMerge` as `gridSpan`, `vMerge` as a span over rows, columns that a row leaves
 * out (`gridBefore`, `gridAfter`) as empty cells. A table that is damaged (text between cells, a merge
 * that goes on under a cell of another width) is marked, and what stood between cells follows it.
 */
export function readTable(table: XmlElement, out: Flow[], reading: DocxReading): void {
  const { rows, strays } = rowsOf(table)
  let ragged = strays.length > 0
  /** The cells whose merge may go on below, by their first column. */
  let above = new Map<number, { span: number; cell: FlowCell }>()
  const read: FlowCell[][] = []
  for (const row of rows) {
    if (reading.paragraphs > reading.limits.paragraphs) break
    const cells = cellsOf(row.element, row.cells)
    const merges = new Map<number, { span: number; cell: FlowCell }>()
    const line: FlowCell[] = []
    for (const { content, at, span, merge } of cells) {
      const merged = merge === 'on' ? above.get(at) : undefined
      if (merged?.span === span) {
        merged.cell.rowspan++
        merges.set(at, merged)
        continue
      }
      if (merge === 'on') ragged = true
      const cell: FlowCell = { content: readBlocks(content, reading), colspan: span, rowspan: 1 }
      if (merge !== null) merges.set(at, { span, cell })
      line.push(cell)
    }
    above = merges
    if (cells.length > 0) read.push(line)
  }
  if (read.length > 0) out.push({ kind: 'table', caption: [], rows: read, ...(ragged ? { ragged } : {}) })
  for (const node of readBlocks(strays, reading)) out.push(node)
}

/** Rows that print, and what stands in the table or in a row without being one. */
function rowsOf(table: XmlElement): { rows: { element: XmlElement; cells: XmlElement[] }[]; strays: XmlElement[] } {
  const rows: { element: XmlElement; cells: XmlElement[] }[] = []
  const strays: XmlElement[] = []
  for (const element of unwrap(table.children, 'w:tr', strays)) {
    const properties = child(element, 'w:trPr')
    if (child(properties, 'w:del') || toggleOf(properties, 'w:hidden')) continue
    rows.push({ element, cells: unwrap(element.children, 'w:tc', strays) })
  }
  return { rows, strays }
}

const content = new Set(['w:p', 'w:tbl', 'w:r', 'w:tc'])

/** The elements of a name, out of content controls and other wrappers around them. */
function unwrap(elements: readonly XmlElement[], wanted: 'w:tr' | 'w:tc', strays: XmlElement[]): XmlElement[] {
  const out: XmlElement[] = []
  for (const element of elements) {
    if (element.name === wanted) out.push(element)
    else if (content.has(element.name)) strays.push(element)
    else if (!/^w:(?:trPr|tcPr|del|moveFrom)$/.test(element.name)) out.push(...unwrap(element.children, wanted, strays))
  }
  return out
}

function cellsOf(row: XmlElement, elements: readonly XmlElement[]): Cell[] {
  const properties = child(row, 'w:trPr')
  const cells: Cell[] = []
  let at = 0
  const skip = (columns: number) => {
    for (let i = 0; i < columns; i++) cells.push({ content: [], at: at++, span: 1, merge: null })
  }
  skip(bounded(integerOf(properties, 'w:gridBefore'), 0))
  let sideways: Cell | null = null
  for (const element of elements) {
    const cell = child(element, 'w:tcPr')
    if (child(cell, 'w:cellDel')) continue
    const span = bounded(integerOf(cell, 'w:gridSpan'), 1)
    const horizontal = child(cell, 'w:hMerge')
    const goesOn = horizontal !== undefined && horizontal.attributes['w:val'] !== 'restart'
    if (goesOn && sideways) {
      sideways.span += span
      at += span
      continue
    }
    const vertical = child(cell, 'w:vMerge')
    const merge = vertical === undefined ? null : vertical.attributes['w:val'] === 'restart' ? 'start' : 'on'
    const next: Cell = { content: element.children, at, span, merge }
    cells.push(next)
    sideways = horizontal ? next : null
    at += span
  }
  if (cells.length > 0) skip(bounded(integerOf(properties, 'w:gridAfter'), 0))
  return cells
}
