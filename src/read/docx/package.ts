import { strToU8, zipSync } from 'fflate'
import { UnreadableSourceError } from '../unreadable.ts'
import { partName, type ZipParts } from '../zip.ts'
import { parseXml, type XmlElement, type XmlPart } from './xml.ts'

/** The parts of a .docx that are read: the body, and what says how it is numbered and styled. */
export interface DocxParts {
  document: XmlPart
  styles: XmlElement | undefined
  numbering: XmlElement | undefined
}

const relationsOf = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels')

/** Finds the body by the package's relationships, as Word does: it is not always called word/document.xml. */
export function readParts(zip: ZipParts): DocxParts {
  const rootRelations = relationsIn(zip, '_rels/.rels', '')
  const path = rootRelations.get('officeDocument') ?? 'word/document.xml'
  const body = zip.names.has(path) ? path : 'word/document.xml'
  if (!zip.names.has(body)) throw new UnreadableSourceError('source/not-docx', { format: '.zip' })
  const relations = relationsIn(zip, relationsOf(body), body)
  const styles = relations.get('styles') ?? 'word/styles.xml'
  const numbering = relations.get('numbering') ?? 'word/numbering.xml'
  const parts = zip.inflate([body, styles, numbering])
  const document = parts.get(body)
  if (!document) throw new UnreadableSourceError('source/not-docx', { format: '.zip' })
  const rootOf = (name: string) => {
    const bytes = parts.get(name)
    return bytes ? parseXml(bytes).root : undefined
  }
  return { document: parseXml(document), styles: rootOf(styles), numbering: rootOf(numbering) }
}

/** Relationship kinds (the last word of their type) → names of parts. */
function relationsIn(zip: ZipParts, path: string, base: string): Map<string, string> {
  const bytes = zip.inflate([path]).get(path)
  const out = new Map<string, string>()
  for (const relation of bytes ? (parseXml(bytes).root.children[0]?.children ?? []) : []) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = relation.attributes
    if (mode === 'External') continue
    const kind = type.slice(type.lastIndexOf('/') + 1)
    if (!out.has(kind)) out.set(kind, resolve(base, target))
  }
  return out
}

/** `../word/a.xml` or `/word/a.xml` or `a.xml`, seen from a part. */
function resolve(base: string, target: string): string {
  if (target.startsWith('/')) return partName(target)
  const folders = base.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') folders.pop()
    else if (step !== '.') folders.push(step)
  }
  return partName(folders.join('/'))
}

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const d = 'http://schemas.openxmlformats.org/drawingml/2006'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const headings = [1, 2, 3, 4, 5, 6]
  .map(n => `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/></w:style>`)
  .join('')

/** A .docx of a simplified body alone, not compressed. */
export function writeDocx(body: string): Uint8Array {
  const files = {
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${rels}"><Relationship Id="d" Type="${r}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${rels}"><Relationship Id="s" Type="${r}/styles" Target="styles.xml"/><Relationship Id="picture" Type="${r}/image" Target="media/picture.png"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${w}">${headings}<w:style w:type="table" w:styleId="Ragged"><w:name w:val="Ragged"/></w:style></w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${w}" xmlns:r="${r}" xmlns:wp="${d}/wordprocessingDrawing" xmlns:a="${d}/main" xmlns:pic="${d}/picture"><w:body>${body}</w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 0 })
}
