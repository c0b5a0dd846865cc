/** The parts of a .docx that are the same in every report. */

const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['v', 'urn:schemas-microsoft-com:vml'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A part with its root element, e.g. `rootPart('hdr', …)` for a header. @param {string} root @param {string} inner */
export const rootPart = (root, inner) => `${xmlHead}<w:${root} ${namespaces}>${inner}</w:${root}>`

const styles = rootPart(
  'styles',
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="numbered heading"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
)

/** @param {number} id @param {[string, string][]} levels number format and text of each level */
const list = (id, levels) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels
    .map(
      ([format, text], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`

/** List 1: 一、（一）1. as three levels; list 2: （一）; list 3: 1. ; list 4: 一. in another counting. */
export const numberingXml = rootPart(
  'numbering',
  list(1, [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
  ]) +
    list(2, [['chineseCountingThousand', '（%1）']]) +
    list(3, [['decimal', '%1.']]) +
    list(4, [['japaneseCounting', '%1．']]) +
    [1, 2, 3, 4].map(id => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join(''),
)

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A table as a picture: nothing of it can be read. */
export const pixel = {
  bytes: Uint8Array.from(atob(png), char => char.charCodeAt(0)),
  paragraph:
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="5400000" cy="2700000"/><wp:docPr id="1" name="image1.png"/>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    '<pic:nvPicPr><pic:cNvPr id="1" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr>' +
    '<pic:blipFill><a:blip r:embed="rIdImage1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="2700000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>' +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
}

/** Relationship ids of the optional parts, by file: `header1.xml` → `rIdHeader1`. @param {string} path */
export const relationOf = path => `rId${path[0]?.toUpperCase()}${path.slice(1).replace('.xml', '')}`

/** @param {string} path */
const kindOf = path => path.replace(/\d*\.xml$/, '')

/**
 * @param {{ body: string, extra: string[], image: boolean, sectionXml: string }} options
 * @returns {Record<string, string>}
 */
export function fixedParts({ body, extra, image, sectionXml }) {
  const parts = ['styles.xml', 'numbering.xml', ...extra]
  const overrides = parts.map(path => `<Override PartName="/word/${path}" ContentType="${contentType}.${kindOf(path)}+xml"/>`)
  const relations = parts.map(
    path => `<Relationship Id="${relationOf(path)}" Type="${office}/${kindOf(path)}" Target="${path}"/>`,
  )
  if (image) relations.push(`<Relationship Id="rIdImage1" Type="${office}/image" Target="media/image1.png"/>`)
  const package_ = 'http://schemas.openxmlformats.org/package/2006'
  return {
    '[Content_Types].xml': `${xmlHead}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${contentType}.document.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${xmlHead}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${xmlHead}<Relationships xmlns="${package_}/relationships">${relations.join('')}</Relationships>`,
    'word/styles.xml': styles,
    'word/document.xml': rootPart(
      'document',
      `<w:body>${body}<w:sectPr>${sectionXml}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>`,
    ),
  }
}
