import { SaxesParser } from 'saxes'
import { readLimits } from '../limits.ts'
import { UnreadableSourceError } from '../unreadable.ts'

/** An element of a part: names carry the usual prefix (`w:p`), whatever prefix the file uses. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** Character data, of the elements that hold text only. */
  text: string
}

export interface XmlPart {
  root: XmlElement
  cut: Set<'depth' | 'elements'>
  /** Mistakes that were read over: a prefix without a namespace, a character that XML forbids. */
  faults: string[]
}

const prefixes: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/package\/2006\/relationships$/, 'rel'],
  [/drawingml\/(?:2006\/)?main$/, 'a'],
  [/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
]

/** Their content is never text of the document: left out while reading, with all that is in them. */
const skipped = new Set(
  'pPrChange rPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange sectPrChange numberingChange sectPr tblPr tblGrid tblPrEx sdtPr sdtEndPr rt delText delInstrText instrText proofErr permStart permEnd bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd'
    .split(' ')
    .map(name => `w:${name}`),
)
const holdsText = new Set(['w:t', 'm:t'])
const tolerable = /unbound namespace prefix|disallowed character|undefined entity/

/** Reads a part as a stream into a plain tree within `readLimits`. Throws `source/damaged-docx` where it is not well-formed. */
export function parseXml(bytes: Uint8Array): XmlPart {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const part: XmlPart = { root, cut: new Set(), faults: [] }
  const open: XmlElement[] = [root]
  const names = new Map<string, string>()
  let depth = 0
  let skipFrom = Number.POSITIVE_INFINITY
  let count = 0
  const canonical = (uri: string, prefix: string, local: string): string => {
    const key = `${uri} ${local}`
    let name = names.get(key)
    if (name === undefined) {
      const known = prefixes.find(([pattern]) => pattern.test(uri))?.[1] ?? prefix
      name = known === '' ? local : `${known}:${local}`
      names.set(key, name)
    }
    return name
  }
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    if (!tolerable.test(error.message))
      throw new UnreadableSourceError('source/damaged-docx', { detail: error.message }, { cause: error })
    if (part.faults.length < 5) part.faults.push(error.message)
  })
  parser.on('opentag', tag => {
    depth++
    if (depth > skipFrom) return
    const name = canonical(tag.uri, tag.prefix, tag.local)
    if (skipped.has(name)) {
      skipFrom = depth
      return
    }
    if (++count > readLimits.partElements) part.cut.add('elements')
    if (depth > readLimits.depth) part.cut.add('depth')
    if (count > readLimits.partElements || depth > readLimits.depth) {
      skipFrom = depth
      return
    }
    const attributes: Record<string, string> = {}
    for (const attribute of Object.values(tag.attributes)) {
      if (!attribute.local.startsWith('rsid'))
        attributes[canonical(attribute.uri, attribute.prefix, attribute.local)] = attribute.value
    }
    const element: XmlElement = { name, attributes, children: [], text: '' }
    ;(open.at(-1) ?? root).children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (depth === skipFrom) skipFrom = Number.POSITIVE_INFINITY
    else if (depth < skipFrom) open.pop()
    depth--
  })
  const text = (data: string) => {
    const last = open.at(-1)
    if (depth < skipFrom && last && holdsText.has(last.name)) last.text += data
  }
  parser.on('text', text)
  parser.on('cdata', text)
  const [a, b] = bytes
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  const decoder = new TextDecoder(encoding)
  const step = 1 << 20
  for (let at = 0; at < bytes.length; at += step) parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }))
  parser.write(decoder.decode()).close()
  return part
}

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find(one => one.name === name)

/** `w:val` of a child: what most properties are. */
export const valOf = (element: XmlElement | undefined, name: string): string | undefined =>
  child(element, name)?.attributes['w:val']

export const integerOf = (element: XmlElement | undefined, name: string): number | undefined => {
  const value = valOf(element, name)
  return value !== undefined && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined
}

/** An on/off property: present without a value is on; undefined when it is not there. */
export const toggleOf = (element: XmlElement | undefined, name: string): boolean | undefined => {
  const found = child(element, name)
  if (!found) return undefined
  return !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '')
}
