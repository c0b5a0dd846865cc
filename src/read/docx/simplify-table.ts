import { readLimits } from '../limits.ts'
import { type Simplifying, simplifyBlocks } from './simplify.ts'
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
 * deleted cells gone, `hMerge` as `gridSpan`, columns that a row leaves out (`gridBefore`,
 * `gridAfter`) as empty cells. A table that is damaged (text between cells, a merge that goes on
 * under a cell of another width) gets the style `Ragged`, and what stood between cells follows it.
 */
export function simplifyTable(table: XmlElement, state: Simplifying): string {
  const { rows, strays } = rowsOf(table)
  let ragged = strays.length > 0
  let above = new Map<number, number>()
  let out = ''
  for (const row of rows) {
    if (state.paragraphs > readLimits.paragraphs) break
    const cells = cellsOf(row.element, row.cells)
    const merges = new Map<number, number>()
    let xml = ''
    for (const cell of cells) {
      const goesOn = cell.merge === 'on' && above.get(cell.at) === cell.span
      if (cell.merge === 'on' && !goesOn) ragged = true
      if (cell.merge !== null) merges.set(cell.at, cell.span)
      const span = cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : ''
      const merge = goesOn ? '<w:vMerge/>' : cell.merge === null ? '' : '<w:vMerge w:val="restart"/>'
      const content = goesOn ? '' : simplifyBlocks(cell.content, state)
      xml += `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${content || '<w:p/>'}</w:tc>`
    }
    above = merges
    if (cells.length > 0) out += `<w:tr>${xml}</w:tr>`
  }
  const after = strays.length > 0 ? simplifyBlocks(strays, state) : ''
  if (out === '') return after
  return `<w:tbl><w:tblPr>${ragged ? '<w:tblStyle w:val="Ragged"/>' : ''}</w:tblPr>${out}</w:tbl>${after}`
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
