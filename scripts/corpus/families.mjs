/**
 * What a flattening does to a table, by tool. The families tell what can be asked of a reader:
 * A–E keep every empty cell in its place, F drops empties, G draws columns with spaces, H glues
 * cells, I loses the table.
 */

/** @type {Record<string, { is: string, tools: string }>} */
const families = {
  S: { is: 'the document itself', tools: 'docx html txt lo-resaved pandoc-resaved lo-page' },
  A: {
    is: 'HTML tables',
    tools:
      'flat-turndown-gfm mammoth-html mammoth-pandoc-gfm mammoth-turndown-gfm pandoc-gfm pandoc-html pandoc-markdown lo-html',
  },
  B: {
    is: 'grids with every column',
    tools: 'lohtml-pandoc-plain mammoth-pandoc-plain mammoth-rehype-remark-gfm pandoc-plain-c200 pandoc-grid',
  },
  C: {
    is: 'bars, spans collapsed',
    tools:
      'flat-pyhtml2text lohtml-pyhtml2text mammoth-node-html-markdown mammoth-pyhtml2text mammoth-turndown-joplin-gfm pandoc-odt-plain pandoc-rtf-plain',
  },
  D: {
    is: 'one row a line',
    tools:
      'pydocx-tables-pipe pydocx-tables-tab wordextractor-docx flat-chromium-innertext flat-chromium-selection flat-hast-to-text flat-tika-html-emul wordextractor-doc',
  },
  E: {
    is: 'one cell a line, empties kept',
    tools:
      'pydocx-tables-celllines tika-emul abiword-doc abiword-docx docx2txt lo-txt-doc lo-txt-docx lohtml-chromium-innertext lohtml-chromium-selection lohtml-html-to-text mammoth-chromium-innertext mammoth-hast-to-text mammoth-hast-to-text-pre lohtml-hast-to-text mammoth-raw textract-docx tika-html-emul',
  },
  F: {
    is: 'empties dropped',
    tools:
      'lohtml-lynx mammoth-chromium-selection mammoth-html-to-text mammoth-lynx mammoth-markdown mammoth-turndown markitdown-js odt2txt odt2txt-w72 officeparser-docx officeparser-odt textract-docx-default thasmorato-docx-parser',
  },
  G: {
    is: 'columns drawn with spaces',
    tools:
      'flat-elinks flat-lynx flat-w3m flat-html2text lohtml-links mammoth-elinks mammoth-html-to-text-table mammoth-links mammoth-w3m lohtml-elinks lohtml-w3m lohtml-w3m80 mammoth-w3m80 officeparser-pdf pdftotext-layout pdftotext-raw wvtext lohtml-html2text mammoth-html2text pdftotext',
  },
  H: { is: 'cells glued', tools: 'mammoth-striptags any-text docx-parser flat-html-to-text flat-textcontent' },
  I: {
    is: 'table lost',
    tools:
      'antiword antiword-f antiword-w0 catdoc catdoc-rtf catdoc-w docxyz getmd officeparser-rtf pandoc-plain pandoc-plain-nowrap pandoc-plain-trackall pydocx-paragraphs unrtf',
  },
}

const familyOfTool = new Map(Object.entries(families).flatMap(([key, { tools }]) => tools.split(' ').map(tool => [tool, key])))

/**
 * The family's letter; `?` for a tool that no one has measured yet.
 * @param {string} tool
 */
export const familyOf = tool => familyOfTool.get(tool) ?? '?'

/** @param {string} family */
export const familyName = family => families[family]?.is ?? 'not classed'

/** Tools that keep every cell of a table: whoever reads what they print can read all of it. */
export const losslessFamilies = new Set([...familyOfTool].flatMap(([tool, family]) => ('SABDE'.includes(family) ? [tool] : [])))
