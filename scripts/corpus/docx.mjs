/** Writes a draft as .docx, by hand: what Word and WPS do inside a file is the point of it. */
import { strToU8, zipSync } from 'fflate'
import { fixedParts, numberingXml, pixel } from './docx-parts.mjs'

/** @typedef {import('./draft.mjs').Draft} Draft */
/** @typedef {import('./draft.mjs').DraftBlock} DraftBlock */
/** @typedef {import('./draft.mjs').DraftParagraph} DraftParagraph */
/** @typedef {import('./tables.mjs').Table} Table */
/** @typedef {import('./tables.mjs').TableCell} TableCell */
/** @typedef {import('./random.mjs').Random} Random */

/** @param {string} text */
export const escapeXml = text =>
  text.replace(/[&<>"]/g, char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char)

const font = '仿宋_GB2312'
/** @param {number} size */
const properties = size =>
  `<w:rPr><w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:hint="eastAsia"/><w:sz w:val="${size}"/></w:rPr>`

/** Runs of a text: `\n` is a soft break, `\t` a tab. @param {string} text @param {number} [size] */
export function runs(text, size = 28) {
  const parts = text.split(/([\n\t])/)
  const inside = parts.map(part => {
    if (part === '') return ''
    if (part === '\n') return '<w:br/>'
    if (part === '\t') return '<w:tab/>'
    return `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`
  })
  return `<w:r>${properties(size)}${inside.join('')}</w:r>`
}

/** Word cuts a text into runs wherever someone has edited it. @param {string} text @param {Random} random @param {number} size */
function splitRuns(text, random, size) {
  if (text.length < 6 || random.chance(0.5)) return runs(text, size)
  const at = random.int(1, text.length - 2)
  return runs(text.slice(0, at), size) + runs(text.slice(at), size)
}

/** @param {DraftParagraph} block @param {Random} random */
function paragraph({ text, xml, style, align, numbering, role }, random) {
  const indent = role === 'text' || role === 'preamble' ? '<w:ind w:firstLineChars="200" w:firstLine="560"/>' : ''
  const number = numbering ? `<w:numPr><w:ilvl w:val="${numbering.level}"/><w:numId w:val="${numbering.list}"/></w:numPr>` : ''
  const inside = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${number}${indent}${align ? `<w:jc w:val="${align}"/>` : ''}`
  return `<w:p>${inside === '' ? '' : `<w:pPr>${inside}</w:pPr>`}${xml ?? (text === '' ? '' : splitRuns(text, random, role === 'title' ? 36 : 28))}</w:p>`
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

/** @param {TableCell} cell @param {number} colspan @param {string} merge @param {number} width */
function tableCell(cell, colspan, merge, width) {
  const span = colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : ''
  const head = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>`
  const centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
  if (merge === '<w:vMerge/>') return `<w:tc>${head}<w:p>${centred}</w:p></w:tc>`
  const lines = cell.xml === undefined ? cell.text.split('\n').map(line => (line === '' ? '' : runs(line, 18))) : [cell.xml]
  return `<w:tc>${head}${lines.map(line => `<w:p>${centred}${line}</w:p>`).join('')}</w:tc>`
}

/** A table with its merged cells: `gridSpan` across, `vMerge` down. @param {Table} table @param {{ header?: number }} [options] */
export function tableXml({ rows, widths }, { header = 0 } = {}) {
  const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')
  /** @type {{ column: number, colspan: number, left: number, cell: TableCell }[]} */
  let falling = []
  const lines = rows.map((cells, r) => {
    let line = ''
    let column = 0
    const queue = [...cells]
    /** @type {typeof falling} */
    const next = []
    while (column < widths.length) {
      const above = falling.find(item => item.column === column)
      const width = (/** @type {number} */ span) => widths.slice(column, column + span).reduce((a, b) => a + b, 0)
      if (above) {
        line += tableCell(above.cell, above.colspan, '<w:vMerge/>', width(above.colspan))
        if (above.left > 1) next.push({ ...above, left: above.left - 1 })
        column += above.colspan
        continue
      }
      const cell = queue.shift()
      if (!cell) break
      const { colspan = 1, rowspan = 1 } = cell
      line += tableCell(cell, colspan, rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '', width(colspan))
      if (rowspan > 1) next.push({ column, colspan, left: rowspan - 1, cell })
      column += colspan
    }
    falling = next
    return `<w:tr>${r < header ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${line}</w:tr>`
  })
  const total = widths.reduce((a, b) => a + b, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`
}

/** A table inside the one cell of another, as page layouts do. @param {string} inner block-level XML */
export const nestedXml = inner =>
  `<w:tbl><w:tblPr><w:tblW w:w="9800" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9800"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9800" w:type="dxa"/></w:tcPr>${inner}<w:p/></w:tc></w:tr></w:tbl>`

/** @param {DraftBlock} block @param {Random} random @returns {string} */
export function blockXml(block, random) {
  if (block.kind === 'table') return tableXml(block.table, { header: block.header ?? 0 })
  if (block.kind === 'image') return pixel.paragraph
  if (block.kind === 'xml') return block.xml
  return paragraph(block, random)
}

/** @param {Draft} draft @param {Random} random @returns {Uint8Array} */
export function docxOf(draft, random) {
  const { parts = {}, numbering = numberingXml, sectionXml = '', wrap = inner => inner } = draft.docx
  const { edit = xml => xml, editAll = text => text, rename = path => path } = draft.docx
  const hasImage = draft.blocks.some(block => block.kind === 'image')
  const body = edit(wrap(draft.blocks.map(block => blockXml(block, random)).join('')))
  const fixed = fixedParts({ body, extra: Object.keys(parts), image: hasImage, sectionXml })
  /** @type {Record<string, string>} */
  const texts = { ...fixed, 'word/numbering.xml': numbering }
  for (const [path, xml] of Object.entries(parts)) texts[`word/${path}`] = xml
  const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [rename(path), strToU8(editAll(text))]))
  if (hasImage) files['word/media/image1.png'] = pixel.bytes
  // The same bytes wherever and whenever it is made.
  return zipSync(files, { level: 9, mtime: new Date(2000, 0, 1) })
}
