import { strToU8, zipSync } from 'fflate'
import { createLog, type Diagnostic } from '../../../src/diagnostic/diagnostic.ts'
import { type Block, isGrid, isParagraph } from '../../../src/document/document.ts'
import { read } from '../../../src/read/read.ts'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const spaces = `xmlns:w="${w}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface DocxText {
  body: string
  numbering?: string
  styles?: string
  /** Name of the body's part. */
  main?: string
  /** Other parts, by name. */
  more?: Record<string, string>
}

/** A .docx of the given XML, with only the parts that matter. */
export function buildDocx({ body, numbering, styles, main = 'word/document.xml', more = {} }: DocxText): Uint8Array {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relationship}/officeDocument" Target="${main}"/></Relationships>`,
    [main]: `<?xml version="1.0" encoding="UTF-8"?><w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...more,
    [`${folder}header1.xml`]: `<w:hdr xmlns:w="${w}">${p('页眉')}</w:hdr>`,
  }
  if (numbering) files['word/numbering.xml'] = `<w:numbering ${spaces}>${numbering}</w:numbering>`
  if (styles) files['word/styles.xml'] = `<w:styles ${spaces}>${styles}</w:styles>`
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

export const r = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
/** A paragraph: of a text, or of runs when the content begins with a tag. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content === '' || content.startsWith('<') ? content : r(content)}</w:p>`
export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') || content.startsWith('<w:sdt') ? content : p(content)}</w:tc>`
export const tr = (...cells: string[]): string =>
  `<w:tr>${cells.map(cell => (cell.startsWith('<w:tc') ? cell : tc(cell))).join('')}</w:tr>`
export const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
/** Paragraph properties of list `numId` at a level. */
export const list = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`
export const lvl = (level: number, format: string, text: string, rest = ''): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${text}"/></w:lvl>`
export const abstractNum = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
export const num = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`

export interface ReadDocx {
  blocks: Block[]
  texts: string[]
  /** Grids as texts, covered places as `^`. */
  grids: string[][][]
  diagnostics: Diagnostic[]
}

export async function readBack(docx: DocxText | Uint8Array): Promise<ReadDocx> {
  const log = createLog('')
  const { blocks } = await read(docx instanceof Uint8Array ? docx : buildDocx(docx), log)
  return {
    blocks,
    texts: blocks.filter(isParagraph).map(block => block.text),
    grids: blocks.filter(isGrid).map(grid => grid.rows.map(row => row.map(cell => (cell.anchor ? cell.text : '^')))),
    diagnostics: log.diagnostics,
  }
}
