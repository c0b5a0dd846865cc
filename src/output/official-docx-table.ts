import { cellsOf, type Form, type TableKey } from '../form/form.ts'
import { textWidth } from './official-docx-parts.ts'
import type { PrintedFigure } from './official-figure.ts'
import { type Layout, type LayoutCell, layoutTable } from './official-layout.ts'
import { escapeXml } from './xml.ts'

/** Widths of a table's columns in twentieths of a point; they fill the text's width. */
function columnWidths(table: TableKey, { width, labelWidth }: Layout): number[] {
  const labels = table === 'requests' ? [560, 860, 2700] : table === 'disclosure' ? [2700] : []
  const left = textWidth - labels.reduce((sum, label) => sum + label, 0)
  const figures = width - labelWidth
  // The last column of table 3 has the totals, the longest figures.
  const each = Math.floor((table === 'requests' ? left - 140 : left) / figures)
  return Array.from({ length: width }, (_, at) =>
    at < labelWidth ? (labels[at] ?? 0) : at === width - 1 ? left - each * (figures - 1) : each,
  )
}

const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')

interface Square extends LayoutCell {
  row: number
}

/** A table of the official form with its merged cells, as WordprocessingML. */
export function tableXml(form: Form, table: TableKey, figureOf: (id: string) => PrintedFigure): string {
  const ids = new Set(cellsOf(form.tables[table]).map(cell => cell.id))
  const layout = layoutTable(table, id => ids.has(id), form.edition)
  const widths = columnWidths(table, layout)
  const note = form.tables[table].notes[0]?.text ?? ''
  const headerRows = layout.rows.findIndex(row => row.some(cell => cell.id !== null))
  const open: (Square | undefined)[] = []
  const rows = layout.rows.map((cells, row) => {
    for (const cell of cells) for (let at = 0; at < cell.columnSpan; at++) open[cell.left + at] = { ...cell, row }
    const squares: string[] = []
    for (let at = 0; at < layout.width; ) {
      const square = open[at]
      if (!square) break
      // Rows kept with the next: a table that fits on a page is not cut in two.
      squares.push(cellXml(square, row, widths, note, figureOf, layout.labelWidth, row < layout.rows.length - 1))
      at += square.columnSpan
    }
    const repeat = table !== 'disclosure' && row < headerRows ? '<w:tblHeader/>' : ''
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${table === 'disclosure' ? 420 : 330}" w:hRule="atLeast"/>${repeat}</w:trPr>${squares.join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function cellXml(
  square: Square,
  row: number,
  widths: readonly number[],
  note: string,
  figureOf: (id: string) => PrintedFigure,
  labelWidth: number,
  keepNext: boolean,
): string {
  const { left, columnSpan, rowSpan, label, id } = square
  const width = widths.slice(left, left + columnSpan).reduce((sum, part) => sum + part, 0)
  const first = row === square.row
  const figure = id === null ? null : figureOf(id)
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '',
    rowSpan > 1 ? `<w:vMerge${first ? ' w:val="restart"' : ''}/>` : '',
    figure && !figure.plain ? '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>' : '',
    '<w:vAlign w:val="center"/>',
  ].join('')
  // The corner of table 3 is empty in the form's data and holds its remark on paper.
  const text = !first ? '' : figure ? figure.text : label === '' ? note : (label ?? '')
  const isRowLabel = id === null && left > 0 && left + columnSpan === labelWidth && columnSpan === 1
  const style = figure ? 'Figure' : isRowLabel ? 'RowLabel' : 'Label'
  const run = text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
  return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>${run}</w:p></w:tc>`
}
