/**
 * Writes .xlsx (Office Open XML) as a stream: a row is compressed and gone once it is given, so that
 * memory does not grow with the rows. What people's workbooks need and no more: texts, figures,
 * formulas, styles, merged cells, comments, frozen panes, filters, print set-up.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate'
import {
  columnName,
  commentsXml,
  contentTypesXml,
  drawingXml,
  packageRelationsXml,
  type SheetComment,
  type Style,
  StyleSheet,
  sheetRelationsXml,
  workbookRelationsXml,
  workbookXml,
  xmlText,
} from './xlsx-parts.ts'

export { columnName, type Style } from './xlsx-parts.ts'

export interface SheetCell {
  /** Of a formula: its result, for programs that show without computing. null: an empty cell. */
  value?: string | number | null
  /** Without the `=`. */
  formula?: string
  style?: Style
  /** Shown when the pointer is on the cell. */
  comment?: string
  /** Merged over so many columns and rows; the covered cells must not be given. */
  columnSpan?: number
  rowSpan?: number
  /** Column from 0; left out: the one after the cell before. */
  left?: number
}

export type SheetRow = readonly (SheetCell | string | number | null)[]

export interface Sheet {
  name: string
  /** Widths in characters, from the first column; the last holds for all that follow. */
  widths: readonly number[]
  rows: Iterable<SheetRow> | AsyncIterable<SheetRow>
  /** Height of a row in points; null: what the program makes of it, which for merged cells is one line. */
  heightOf?: (row: SheetRow) => number | null
  /** Rows and columns that stay in view. */
  frozen?: { rows: number; columns: number }
  /** Row (from 1) of headers to filter by, over so many columns. */
  filter?: { row: number; columns: number }
  landscape?: boolean
  /** Prints at its own size over several pages instead of at the width of one. */
  fullSize?: boolean
  /** Rows (from 1 to this) repeated at the top of every printed page. */
  repeatRows?: number
}

/** Beyond this, Excel refuses a text. */
const textLimit = 32_767

/**
 * Writes the sheets, in the order of their tabs, to a sink; the same sheets give the same bytes.
 * Sheets are drawn one after the other. Waits for the sink between chunks.
 */
export async function writeXlsx(sheets: readonly Sheet[], sink: (chunk: Uint8Array) => void | Promise<void>): Promise<void> {
  const pending: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else pending.push(chunk)
  })
  const drain = async () => {
    if (failure) throw failure
    for (const chunk of pending.splice(0)) await sink(chunk)
  }
  const entry = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 })
    // A fixed time: the same content makes the same file.
    file.mtime = new Date(2000, 0, 1)
    zip.add(file)
    return file
  }
  const put = async (path: string, text: string) => {
    entry(path).push(strToU8(text), true)
    await drain()
  }

  const styles = new StyleSheet()
  const commented: boolean[] = []
  for (const [index, sheet] of sheets.entries()) {
    const file = entry(`xl/worksheets/sheet${index + 1}.xml`)
    const comments: SheetComment[] = []
    let buffer = ''
    for await (const text of sheetXml(sheet, styles, comments)) {
      buffer += text
      if (buffer.length < 1 << 16) continue
      file.push(strToU8(buffer))
      buffer = ''
      await drain()
    }
    file.push(strToU8(buffer), true)
    await drain()
    commented.push(comments.length > 0)
    if (comments.length === 0) continue
    await put(`xl/comments${index + 1}.xml`, commentsXml(comments))
    await put(`xl/drawings/vmlDrawing${index + 1}.vml`, drawingXml(comments))
    await put(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, sheetRelationsXml(index + 1))
  }
  await put('xl/styles.xml', styles.xml())
  await put('xl/workbook.xml', workbookXml(sheets))
  await put('xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets.length))
  await put('_rels/.rels', packageRelationsXml)
  await put('[Content_Types].xml', contentTypesXml(commented))
  zip.end()
  await drain()
}

async function* sheetXml(sheet: Sheet, styles: StyleSheet, comments: SheetComment[]): AsyncGenerator<string> {
  const merges: string[] = []
  const parts: SheetParts = { styles, comments, merges, open: [], widths: sheet.widths }
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="${sheet.fullSize ? 0 : 1}"/></sheetPr>${viewXml(sheet)}<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet.widths)}<sheetData>`
  let number = 0
  for await (const row of sheet.rows) {
    number++
    yield rowXml(row, number, parts, sheet.heightOf?.(row) ?? null)
  }
  yield '</sheetData>'
  if (sheet.filter && number >= sheet.filter.row) {
    yield `<autoFilter ref="A${sheet.filter.row}:${columnName(sheet.filter.columns - 1)}${number}"/>`
  }
  if (merges.length > 0) {
    yield `<mergeCells count="${merges.length}">${merges.map(range => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  }
  yield `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
  if (comments.length > 0) yield '<legacyDrawing r:id="rId1"/>'
  yield '</worksheet>'
}

/** A merged cell whose lower rows are still to come. */
interface OpenSpan {
  left: number
  columns: number
  rowsLeft: number
  style: string
}

/** What of a sheet outlives its rows. */
interface SheetParts {
  styles: StyleSheet
  comments: SheetComment[]
  merges: string[]
  open: OpenSpan[]
  widths: readonly number[]
}

function rowXml(
  row: SheetRow,
  number: number,
  { styles, comments, merges, open, widths }: SheetParts,
  given: number | null,
): string {
  const cells: { at: number; xml: string }[] = []
  // Borders are drawn around what a merged cell covers only if the covered cells have its style too.
  const cover = (left: number, columns: number, style: string) => {
    if (style === '') return
    for (let at = left; at < left + columns; at++) cells.push({ at, xml: `<c r="${columnName(at)}${number}"${style}/>` })
  }
  for (const span of open) {
    cover(span.left, span.columns, span.style)
    span.rowsLeft--
  }
  let next = 0
  let lines = 1
  for (const content of row) {
    const cell: SheetCell = content !== null && typeof content === 'object' ? content : { value: content }
    const left = cell.left ?? next
    const { columnSpan = 1, rowSpan = 1 } = cell
    next = left + columnSpan
    const reference = `${columnName(left)}${number}`
    const style = cell.style === undefined ? '' : ` s="${styles.indexOf(cell.style)}"`
    cells.push({ at: left, xml: cellXml(reference, style, cell) })
    cover(left + 1, columnSpan - 1, style)
    if (rowSpan === 1 && cell.style?.wrap) lines = Math.max(lines, linesOf(cell, left, columnSpan, widths))
    if (columnSpan > 1 || rowSpan > 1) merges.push(`${reference}:${columnName(next - 1)}${number + rowSpan - 1}`)
    if (rowSpan > 1) open.push({ left, columns: columnSpan, rowsLeft: rowSpan - 1, style })
    if (cell.comment !== undefined) comments.push({ row: number, column: left, text: cell.comment })
  }
  open.splice(0, open.length, ...open.filter(span => span.rowsLeft > 0))
  const inOrder = cells.toSorted((a, b) => a.at - b.at)
  const height = given ?? (lines === 1 ? null : lines * lineHeight)
  return `<row r="${number}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>${inOrder.map(cell => cell.xml).join('')}</row>`
}

/** In points, of one line; a row is at most 409 high. */
const lineHeight = 15
const mostLines = 20

/** How many lines a wrapped text takes: programs do not find the height of merged cells by themselves. */
function linesOf({ value }: SheetCell, left: number, columnSpan: number, widths: readonly number[]): number {
  if (typeof value !== 'string') return 1
  let room = 0
  for (let at = left; at < left + columnSpan; at++) room += widths[at] ?? widths.at(-1) ?? 9
  const lines = value.slice(0, 2000).split('\n')
  const wide = (text: string) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)
  return Math.min(
    mostLines,
    lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / Math.max(1, room - 1))), 0),
  )
}

function cellXml(reference: string, style: string, { value, formula }: SheetCell): string {
  if (formula !== undefined) {
    const type = typeof value === 'string' ? ' t="str"' : ''
    const result = value === undefined || value === null ? '' : `<v>${xmlText(String(value))}</v>`
    return `<c r="${reference}"${style}${type}><f>${xmlText(formula)}</f>${result}</c>`
  }
  if (value === undefined || value === null || value === '') return style === '' ? '' : `<c r="${reference}"${style}/>`
  if (typeof value === 'number') return `<c r="${reference}"${style}><v>${value}</v></c>`
  const text = value.length > textLimit ? `${value.slice(0, textLimit - 1)}…` : value
  return `<c r="${reference}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

function viewXml({ frozen }: Sheet): string {
  if (!frozen || (frozen.rows === 0 && frozen.columns === 0)) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
  const { rows, columns } = frozen
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  return `<sheetViews><sheetView workbookViewId="0"><pane${splits} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return ''
  const last = widths.length
  const columns = widths.map((width, at) => {
    const max = at + 1 === last ? 16_384 : at + 1
    return `<col min="${at + 1}" max="${max}" width="${width}" customWidth="1"/>`
  })
  return `<cols>${columns.join('')}</cols>`
}
