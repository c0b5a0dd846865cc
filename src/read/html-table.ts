import type { Element, ElementContent } from 'hast'
import { isParagraph, type Place } from '../document/document.ts'
import { layOut, type SpannedCell } from '../document/grid.ts'
import { enumeratorOf } from '../text/label.ts'
import { isElement, placeOf, type Walk, walkNodes } from './hast-blocks.ts'

interface TableCell extends SpannedCell {
  element: Element
  nested: Element[]
  images: number
  paragraphs: number
  heading: boolean
}

/** Longer than any label of a form, so that it is prose: a cell of a layout table. */
const proseLength = 240

/**
 * A `<table>` → a Grid, or what stands in it when it only lays out a page: one column, one filled
 * cell, prose, or other tables. Rows of prose and section headings across the full width are taken
 * out of a data table as paragraphs; inner tables follow the outer one as grids of their own.
 */
export function readTable(table: Element, walk: Walk): void {
  for (const child of table.children) {
    if (isElement(child) && child.tagName === 'caption') walkNodes(child.children, walk)
  }
  const number = walk.tables + 1
  const rows = rowsOf(table).map((row, r) =>
    row.map((element, c) => readCell(element, placeOf(walk, element, { table: number, row: r + 1, cell: c + 1 }), walk)),
  )
  if (isLayout(rows)) {
    for (const row of rows) for (const cell of row) walkNodes(cell.element.children, walk)
    return
  }
  walk.tables = number
  let run: TableCell[][] = []
  // The part of a table that begins after a row of prose says at which row.
  const gridPlace = (first: TableCell | undefined): Place =>
    first?.place.row === undefined || first.place.row === 1
      ? placeOf(walk, table, { table: number })
      : placeOf(walk, first.element, { table: number, row: first.place.row })
  const damaged = Array.isArray(table.properties.className) && table.properties.className.includes('ragged')
  const flush = () => {
    if (run.some(row => row.some(cell => cell.text !== ''))) pushGrid(run, gridPlace(run[0]?.[0]), damaged, walk)
    run = []
  }
  const width = layOut(rows, { table: number }).grid.rows[0]?.length ?? 0
  for (const row of rows) {
    const only = row.length === 1 ? row[0] : undefined
    const full = only !== undefined && only.rowspan <= 1 && only.colspan >= width && width > 1
    if (full && (only.heading || isProse(only) || enumeratorOf(only.text)?.style === 'chinese')) {
      flush()
      walkNodes(only.element.children, walk)
    } else run.push(row)
  }
  flush()
}

function pushGrid(rows: TableCell[][], place: Place, damaged: boolean, walk: Walk): void {
  const { grid, cut, uneven } = layOut(rows, place)
  if (cut) walk.cut = true
  if (uneven || damaged) {
    grid.ragged = true
    walk.ragged.push(place)
  }
  walk.blocks.push(grid)
  for (const cell of rows.flat()) {
    for (let i = 0; i < cell.images; i++) walk.blocks.push({ kind: 'image', place: cell.place })
    for (const inner of cell.nested) readTable(inner, walk)
  }
}

/** Rows as a page shows them: `<tfoot>` last, wherever it stands in the source. */
function rowsOf(table: Element): Element[][] {
  const body: Element[] = []
  const foot: Element[] = []
  for (const child of table.children) {
    if (!isElement(child)) continue
    if (child.tagName === 'tr') body.push(child)
    else if (/^t(?:head|body|foot)$/.test(child.tagName)) {
      const rows = child.children.filter(isElement).filter(row => row.tagName === 'tr')
      ;(child.tagName === 'tfoot' ? foot : body).push(...rows)
    }
  }
  return [...body, ...foot]
    .map(row => row.children.filter(isElement).filter(cell => cell.tagName === 'td' || cell.tagName === 'th'))
    .filter(row => row.length > 0)
}

function readCell(element: Element, place: Place, walk: Walk): TableCell {
  const nested: Element[] = []
  let images = 0
  let heading = false
  const strip = (nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (!isElement(node)) return [node]
      if (node.tagName === 'table') {
        nested.push(node)
        return []
      }
      if (node.tagName === 'img') {
        images++
        return []
      }
      if (/^h[1-6]$/.test(node.tagName)) heading = true
      return [{ ...node, children: strip(node.children) }]
    })
  const inner: Walk = { ...walk, blocks: [], paragraphs: 0, keepBlank: true }
  walkNodes(strip(element.children), inner)
  const texts = inner.blocks.filter(isParagraph).map(block => block.text)
  return {
    element,
    nested,
    images,
    heading,
    text: texts.join('\n'),
    paragraphs: texts.filter(text => text.trim() !== '').length,
    colspan: spanOf(element, 'colSpan'),
    rowspan: spanOf(element, 'rowSpan'),
    place,
  }
}

const spanOf = (element: Element, name: 'colSpan' | 'rowSpan'): number => {
  const value = Number(element.properties[name] ?? 1)
  return Number.isSafeInteger(value) && value >= 1 ? value : 1
}

const isFilled = (cell: TableCell): boolean => cell.text.trim() !== ''
const isProse = (cell: TableCell): boolean =>
  cell.text.length > proseLength || (cell.paragraphs >= 3 && cell.text.length > proseLength / 2)

function isLayout(rows: TableCell[][]): boolean {
  const cells = rows.flat()
  if (cells.filter(isFilled).length <= 1) return true
  if (rows.every(row => row.length <= 1)) return true
  const dataRows = (least: number) =>
    rows.filter(row => row.filter(cell => isFilled(cell) && cell.nested.length === 0).length >= least)
  if (cells.some(cell => cell.nested.length > 0)) return dataRows(2).length < 2
  // Prose across the table is taken out of it; prose in a column makes columns of a page.
  const beside = rows.filter(row => row.length > 1).flat()
  return beside.some(cell => isProse(cell) || cell.heading) && dataRows(3).length < 2
}
