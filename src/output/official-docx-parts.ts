/** The fixed parts of the .docx package: what Word needs beside the text itself. */
import { strToU8, zipSync } from 'fflate'
import { escapeXml } from './xml.ts'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A4 with the margins of GB/T 9704 (party and government documents), in twentieths of a point. */
export const page = { width: 11906, height: 16838, top: 2098, right: 1474, bottom: 1984, left: 1588 } as const
export const textWidth = page.width - page.left - page.right

const fonts = { title: '方正小标宋简体', heading: '黑体', subheading: '楷体_GB2312', body: '仿宋_GB2312' } as const
/** What stands in where an office has no such font: those that Windows, WPS and macOS bring. */
const substitutes: Readonly<Record<string, string>> = {
  [fonts.title]: '宋体',
  [fonts.heading]: 'SimHei',
  [fonts.subheading]: '楷体',
  [fonts.body]: '仿宋',
}

interface Style {
  id: string
  name: string
  font: string
  /** Half points. */
  size: number
  paragraph: string
  level?: number
}

const exact = (twips: number) => `<w:spacing w:before="0" w:after="0" w:line="${twips}" w:lineRule="exact"/>`
const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'

const styles: readonly Style[] = [
  { id: 'Title', name: 'Title', font: fonts.title, size: 44, paragraph: `${exact(640)}<w:jc w:val="center"/>` },
  // Two characters a line more: the title of a county then stays on one.
  { id: 'LongTitle', name: 'Long Title', font: fonts.title, size: 36, paragraph: `${exact(640)}<w:jc w:val="center"/>` },
  {
    id: 'Heading1',
    name: 'heading 1',
    font: fonts.heading,
    size: 32,
    paragraph: `<w:keepNext/>${exact(580)}${indent}`,
    level: 0,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    font: fonts.subheading,
    size: 32,
    paragraph: `<w:keepNext/>${exact(580)}${indent}`,
    level: 1,
  },
  { id: 'Text', name: 'Body Text', font: fonts.body, size: 32, paragraph: `${exact(580)}${indent}<w:jc w:val="both"/>` },
  {
    id: 'Signature',
    name: 'Signature',
    font: fonts.body,
    size: 32,
    paragraph: `${exact(580)}<w:ind w:right="640"/><w:jc w:val="right"/>`,
  },
  { id: 'Label', name: 'Table Label', font: fonts.body, size: 18, paragraph: '<w:jc w:val="center"/>' },
  { id: 'RowLabel', name: 'Table Row Label', font: fonts.body, size: 18, paragraph: '<w:jc w:val="left"/>' },
  { id: 'Figure', name: 'Table Figure', font: fonts.body, size: 18, paragraph: '<w:jc w:val="center"/>' },
  { id: 'Note', name: 'Table Note', font: fonts.body, size: 21, paragraph: '<w:spacing w:before="60" w:after="120"/>' },
]

const fontOf = (font: string) => `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`
const sizeOf = (size: number) => `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`

const stylesXml = `${head}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr>${fontOf(fonts.body)}${sizeOf(32)}<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${styles
  .map(
    ({ id, name, font, size, paragraph, level }) =>
      `<w:style w:type="paragraph"${/^(?:Table|Long)/.test(name) ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}${level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr>${fontOf(font)}${sizeOf(size)}</w:rPr></w:style>`,
  )
  .join('')}</w:styles>`

const fontTableXml = `${head}<w:fonts ${namespaces}>${Object.values(fonts)
  .map(name => `<w:font w:name="${name}"><w:altName w:val="${substitutes[name] ?? ''}"/><w:charset w:val="86"/></w:font>`)
  .join('')}</w:fonts>`

const field = (code: string) =>
  `<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>`
const dash = '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r>'
const footerXml = `${head}<w:ftr ${namespaces}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${dash}${field('PAGE')}${dash.replace('— ', ' —')}</w:p></w:ftr>`

const settingsXml = `${head}<w:settings ${namespaces}><w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const parts = ['styles', 'settings', 'fontTable', 'comments', 'footer'] as const

const contentTypesXml = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/>${parts
  .map(part => `<Override PartName="/word/${part}.xml" ContentType="${office}.${part}+xml"/>`)
  .join(
    '',
  )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const relationshipsXml = (items: readonly string[]) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`

const section = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>`

/** The date of every entry of the package, so that the same report gives the same bytes. */
const entryDate = new Date(1980, 0, 1)

/** The package: `body` and `comments` are WordprocessingML, `title` is plain text. */
export function packDocx({ body, comments, title }: { body: string; comments: string; title: string }): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypesXml,
    '_rels/.rels': relationshipsXml([
      `<Relationship Id="document" Type="${relations}/officeDocument" Target="word/document.xml"/>`,
      '<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    ]),
    'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    'word/document.xml': `${head}<w:document ${namespaces}><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationshipsXml(
      parts.map(part => `<Relationship Id="${part}" Type="${relations}/${part}" Target="${part}.xml"/>`),
    ),
    'word/styles.xml': stylesXml,
    'word/settings.xml': settingsXml,
    'word/fontTable.xml': fontTableXml,
    'word/comments.xml': `${head}<w:comments ${namespaces}>${comments}</w:comments>`,
    'word/footer.xml': footerXml,
  }
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)] as const)
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: entryDate })
}
