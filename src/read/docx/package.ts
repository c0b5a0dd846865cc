import type { ReadLimits } from '../limits.ts'
import { UnreadableSourceError } from '../unreadable.ts'
import { partName, type ZipParts } from '../zip.ts'
import { formatting } from './elements.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** The parts of a .docx that are read: the body, and what says how it is numbered and styled. */
export interface DocxParts {
  body: Uint8Array
  styles: XmlElement | undefined
  numbering: XmlElement | undefined
}

const relationsOf = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels')

/** Finds the body by the package's relationships, as Word does: it is not always called word/document.xml. */
export async function openParts(zip: ZipParts, limits: ReadLimits): Promise<DocxParts> {
  const rootRelations = await relationsIn(zip, '_rels/.rels', '', limits)
  const path = rootRelations.get('officeDocument') ?? 'word/document.xml'
  const body = zip.names.has(path) ? path : 'word/document.xml'
  if (!zip.names.has(body)) throw new UnreadableSourceError('source/not-docx', { format: '.zip' })
  const relations = await relationsIn(zip, relationsOf(body), body, limits)
  const styles = relations.get('styles') ?? 'word/styles.xml'
  const numbering = relations.get('numbering') ?? 'word/numbering.xml'
  const parts = await zip.inflate([body, styles, numbering])
  const bytes = parts.get(body)
  if (!bytes) throw new UnreadableSourceError('source/not-docx', { format: '.zip' })
  const rootOf = (name: string) => {
    const part = parts.get(name)
    return part ? parseXml(part, { limits, keeps: name => !formatting.has(name) }).root : undefined
  }
  return { body: bytes, styles: rootOf(styles), numbering: rootOf(numbering) }
}

/** Relationship kinds (the last word of their type) → names of parts. */
async function relationsIn(zip: ZipParts, path: string, base: string, limits: ReadLimits): Promise<Map<string, string>> {
  const bytes = (await zip.inflate([path])).get(path)
  const out = new Map<string, string>()
  for (const relation of bytes ? (parseXml(bytes, { limits }).root.children[0]?.children ?? []) : []) {
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
