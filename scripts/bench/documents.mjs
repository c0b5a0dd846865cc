/** Documents to measure on: a report as a script writes it, as Word writes it, and with photos. */
import { randomBytes } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** @param {Uint8Array} docx */
const partsOf = docx => unzipSync(docx)

/**
 * The same report with what Word adds: revision marks on paragraphs, runs and rows, fonts and languages on every
 * run, runs broken where something was typed later, proofing marks, and styles.xml with its list of latent styles.
 * @param {Uint8Array} docx
 */
export function asWordWrites(docx) {
  const parts = partsOf(docx)
  const looks =
    '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="仿宋_GB2312" w:hint="eastAsia"/><w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/></w:rPr>'
  const run = (/** @type {string} */ text) =>
    `<w:r w:rsidRPr="00B9571F" w:rsidR="00A77B3E">${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replace(/<w:r><w:rPr>.*?<\/w:rPr><w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g, (_, /** @type {string} */ text) =>
      text.length < 12
        ? run(text)
        : `${run(text.slice(0, 5))}<w:proofErr w:type="spellStart"/>${run(text.slice(5, 9))}<w:proofErr w:type="spellEnd"/>${run(text.slice(9))}`,
    )
    .replaceAll('<w:p>', '<w:p w:rsidR="00A77B3E" w:rsidRPr="00B9571F" w:rsidRDefault="00A77B3E" w:rsidP="00A77B3E">')
    .replaceAll('<w:tr>', '<w:tr w:rsidR="00A77B3E" w:rsidTr="00B9571F">')
    .replaceAll(
      '<w:tcPr>',
      '<w:tcPr><w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:vAlign w:val="center"/>',
    )
  const latent = Array.from(
    { length: 376 },
    (_, i) => `<w:lsdException w:name="style ${i}" w:semiHidden="1" w:uiPriority="99" w:unhideWhenUsed="1"/>`,
  ).join('')
  const styles = `<w:styles xmlns:w="${w}"><w:docDefaults><w:rPrDefault/></w:docDefaults><w:latentStyles w:count="376">${latent}</w:latentStyles><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml), 'word/styles.xml': strToU8(styles) })
}

/** The same report with twenty photos of 500 kB. @param {Uint8Array} docx */
export function withPhotos(docx) {
  const media = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`word/media/image${i + 1}.jpeg`, new Uint8Array(randomBytes(500_000))]),
  )
  const photo = (/** @type {number} */ i) =>
    `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="photo${i}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  const parts = partsOf(docx)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())
  const photos = Array.from({ length: 20 }, (_, i) => photo(i + 1)).join('')
  const links = Array.from(
    { length: 20 },
    (_, i) =>
      `<Relationship Id="photo${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image${i + 1}.jpeg"/>`,
  ).join('')
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  return zipSync(
    {
      ...parts,
      ...media,
      '[Content_Types].xml': strToU8(types.replace(/(<Types[^>]*>)/, '$1<Default Extension="jpeg" ContentType="image/jpeg"/>')),
      'word/document.xml': strToU8(xml.replace('<w:body>', `<w:body>${photos}`)),
      'word/_rels/document.xml.rels': strToU8(relations.replace('</Relationships>', `${links}</Relationships>`)),
    },
    { level: 1 },
  )
}
