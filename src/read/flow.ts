import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block, Place } from '../document/document.ts'
import { layOut, type SpannedCell } from '../document/grid.ts'
import { enumeratorOf } from '../text/label.ts'

/**
 * What a reader of marked-up documents sees: paragraphs, images and tables as they are nested, wrappers
 * and inline markup dissolved. `line` counts from 1 within the source, where its lines mean something.
 */
export type Flow = FlowParagraph | FlowImage | FlowTable

export interface FlowParagraph {
  kind: 'paragraph'
  /** Without line breaks at its ends; those inside are breaks of the page. */
  text: string
  level?: number
  listItem?: boolean
  line?: number | undefined
}

export interface FlowImage {
  kind: 'image'
  line?: number | undefined
}

export interface FlowTable {
  kind: 'table'
  caption: Flow[]
  rows: FlowCell[][]
  /** Its spans are known to be damaged. */
  ragged?: boolean
  line?: number | undefined
}

export interface FlowCell {
  content: Flow[]
  colspan: number
  rowspan: number
  line?: number | undefined
}

interface TableCell extends SpannedCell {
  content: readonly Flow[]
  paragraphs: number
  heading: boolean
}

/** Longer than any label of a form, so that it is prose: a cell of a layout table. */
const proseLength = 240

/**
 * Flow → blocks in document order, with their places: by count, or by line when `firstLine` says at
 * which line of a text the source begins. A table that only lays out a page (one column, one filled
 * cell, prose, or other tables) gives what stands in it; rows of prose and section headings across a
 * data table are taken out of it as paragraphs; inner tables follow the outer one as grids of their own.
 * Says which tables were cut or cannot be trusted.
 * O(size of the flow × depth of layout tables).
 */
export function arrange(flow: readonly Flow[], log: Log, firstLine: number | null = null): Block[] {
  const blocks: Block[] = []
  const ragged: Place[] = []
  let isCut = false
  let paragraphs = 0
  let tables = 0

  const placeOf = (line: number | undefined, counted: Place): Place => {
    if (firstLine === null) return counted
    const { table: _, paragraph: __, ...within } = counted
    return { line: firstLine + (line ?? 1) - 1, ...within }
  }

  const put = (nodes: readonly Flow[]) => {
    for (const node of nodes) {
      if (node.kind === 'table') putTable(node)
      else if (node.kind === 'image') blocks.push({ kind: 'image', place: placeOf(node.line, { paragraph: paragraphs + 1 }) })
      else if (/[^\s\u200b\ufeff]/.test(node.text)) {
        const { line, ...paragraph } = node
        blocks.push({ ...paragraph, place: placeOf(line, { paragraph: ++paragraphs }) })
      }
    }
  }

  const putTable = (table: FlowTable) => {
    put(table.caption)
    const number = tables + 1
    const rows = table.rows.map((row, r) =>
      row.map((cell, c): TableCell => readCell(cell, placeOf(cell.line, { table: number, row: r + 1, cell: c + 1 }))),
    )
    if (isLayout(rows)) {
      for (const row of rows) for (const cell of row) put(cell.content)
      return
    }
    tables = number
    let run: TableCell[][] = []
    // The part of a table that begins after a row of prose says at which row.
    const gridPlace = (first: TableCell | undefined): Place => {
      const row = first?.place.row
      if (row === undefined || row === 1) return placeOf(table.line, { table: number })
      return firstLine === null ? { table: number, row } : { line: first?.place.line, row }
    }
    const flush = () => {
      if (run.some(row => row.some(isFilled))) putGrid(run, gridPlace(run[0]?.[0]), table.ragged === true)
      run = []
    }
    const width = layOut(rows, {}).grid.rows[0]?.length ?? 0
    for (const row of rows) {
      const only = row.length === 1 ? row[0] : undefined
      const full = only !== undefined && only.rowspan <= 1 && only.colspan >= width && width > 1
      if (full && (only.heading || isProse(only) || enumeratorOf(only.text)?.style === 'chinese')) {
        flush()
        put(only.content)
      } else run.push(row)
    }
    flush()
  }

  const putGrid = (rows: TableCell[][], place: Place, damaged: boolean) => {
    const { grid, cut, uneven } = layOut(rows, place)
    if (cut) isCut = true
    if (uneven || damaged) {
      grid.ragged = true
      ragged.push(place)
    }
    blocks.push(grid)
    for (const { content, place: at } of rows.flat()) {
      for (const node of content) if (node.kind === 'image') blocks.push({ kind: 'image', place: at })
      for (const node of content) if (node.kind === 'table') putTable(node)
    }
  }

  put(flow)
  if (isCut) log.add('source/truncated', { args: { what: 'table' } })
  for (const place of ragged)
    log.add('source/spans-untrusted', {
      place,
      args: { table: place.table ?? blocks.findIndex(block => block.place === place) + 1 },
    })
  return blocks
}

function readCell(cell: FlowCell, place: Place): TableCell {
  const { content, colspan, rowspan } = cell
  // U+3000 or U+00A0 alone is evidence of a cell, so that only what is empty goes.
  const texts = content.filter(node => node.kind === 'paragraph').filter(node => node.text !== '')
  return {
    content,
    heading: texts.some(node => node.level !== undefined),
    text: texts.length === 1 ? (texts[0]?.text ?? '') : texts.map(node => node.text).join('\n'),
    paragraphs: texts.filter(node => node.text.trim() !== '').length,
    colspan,
    rowspan,
    place,
  }
}

const isFilled = (cell: TableCell): boolean => cell.text.trim() !== ''
const isProse = (cell: TableCell): boolean =>
  cell.text.length > proseLength || (cell.paragraphs >= 3 && cell.text.length > proseLength / 2)
const holdsTable = (cell: TableCell): boolean => cell.content.some(node => node.kind === 'table')

function isLayout(rows: TableCell[][]): boolean {
  const cells = rows.flat()
  if (cells.filter(isFilled).length <= 1) return true
  if (rows.every(row => row.length <= 1)) return true
  const dataRows = (least: number) => rows.filter(row => row.filter(cell => isFilled(cell) && !holdsTable(cell)).length >= least)
  if (cells.some(holdsTable)) return dataRows(2).length < 2
  // Prose across the table is taken out of it; prose in a column makes columns of a page.
  const beside = rows.filter(row => row.length > 1).flat()
  return beside.some(cell => isProse(cell) || cell.heading) && dataRows(3).length < 2
}
