import type { ReadLimits } from '../limits.ts'
import { scanXml } from './scan-xml.ts'

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
  cut: Set<'depth' | 'elements' | 'characters'>
  /** Mistakes that were read over: a prefix without a namespace, a character that XML forbids. */
  faults: string[]
}

export interface XmlReading {
  limits: ReadLimits
  /** Whether an element is read, by its name and its parent's; if not, nothing within it is. */
  keeps?: (name: string, parent: string) => boolean
  holdsText?: ReadonlySet<string>
  /** Hands over every child of the element named `within` as it closes, and keeps none of them. */
  stream?: { within: string; take: (child: XmlElement) => void }
}

const prefixes: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/package\/2006\/relationships$/, 'rel'],
  [/drawingml\/(?:2006\/)?main$/, 'a'],
  [/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/wordprocessingShape$/, 'wps'],
  [/wordprocessingGroup$/, 'wpg'],
  [/wordprocessingCanvas$/, 'wpc'],
  [/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
]
const ours = new Set(prefixes.map(([, prefix]) => prefix))
const noText: ReadonlySet<string> = new Set()
/** Faults said about one part; more say nothing new. */
const mostFaults = 5

/** The namespaces that an element declares, within those of the elements around it. */
interface Scope {
  outer: Scope | null
  /** Prefix of the file → usual prefix; a namespace that is not one of ours keeps the file's prefix. */
  usual: ReadonlyMap<string, string>
  /** Prefixes of extensions that a reader may pass over when it does not know them (`mc:Ignorable`). */
  ignorable: ReadonlySet<string>
  /** Every prefix is the usual one, so that attributes can be taken as they are. */
  plain: boolean
  /** Names of the file → names with the usual prefix; null for what may be passed over. */
  names: Map<string, string | null>
}

/**
 * Reads a part as a stream, in one pass, into a plain tree within the limits, or into the children
 * that `stream` asks for. Entities of a DTD are not expanded. Throws `source/damaged-docx` where it is
 * not well-formed. O(length).
 */
export function parseXml(bytes: Uint8Array, reading: XmlReading): XmlPart {
  const { limits, keeps, holdsText = noText, stream } = reading
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const part: XmlPart = { root, cut: new Set(), faults: [] }
  const fault = (message: string) => {
    if (part.faults.length < mostFaults && !part.faults.includes(message)) part.faults.push(message)
  }
  const open: XmlElement[] = [root]
  let top = root
  let scope: Scope = { outer: null, usual: new Map([['xml', 'xml']]), ignorable: new Set(), plain: true, names: new Map() }
  const scopes: Scope[] = []
  let count = 0
  let characters = 0
  scanXml(inUtf8(bytes), {
    fault,
    open(tag) {
      const inner = tag.declares ? declare(scope, tag.attributes()) : scope
      let name = inner.names.get(tag.name)
      if (name === undefined) {
        name = usualName(tag.name, inner, fault)
        inner.names.set(tag.name, name)
      }
      if (name === null || (keeps && !keeps(name, top.name))) return 'nothing'
      if (++count > limits.partElements) part.cut.add('elements')
      if (open.length > limits.depth) part.cut.add('depth')
      if (count > limits.partElements || open.length > limits.depth) return 'nothing'
      scopes.push(scope)
      scope = inner
      const attributes = scope.plain ? tag.attributes() : usualAttributes(tag.attributes(), scope)
      const element: XmlElement = { name, attributes, children: [], text: '' }
      top.children.push(element)
      open.push(element)
      top = element
      return holdsText.has(name) ? 'text' : 'elements'
    },
    close() {
      const closed = open.pop() as XmlElement
      top = open.at(-1) ?? root
      scope = scopes.pop() ?? scope
      if (stream && top.name === stream.within) {
        top.children.pop()
        stream.take(closed)
      }
    },
    text(data) {
      characters += data.length
      if (characters > limits.documentText) part.cut.add('characters')
      else top.text += data
    },
  })
  return part
}

/** Parts are in UTF-8 or UTF-16. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const [a, b] = bytes
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null
  return encoding ? new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)) : bytes
}

const isDeclaration = (attribute: string): boolean =>
  attribute.startsWith('xmlns') && (attribute.length === 5 || attribute[5] === ':')

/** The scope within an element that declares namespaces. */
function declare(scope: Scope, attributes: Record<string, string>): Scope {
  const usual = new Map<string, string>()
  for (const [name, uri] of Object.entries(attributes))
    if (isDeclaration(name)) usual.set(name.slice(6), prefixes.find(([pattern]) => pattern.test(uri))?.[1] ?? name.slice(6))
  const plain = scope.plain && [...usual].every(([prefix, known]) => prefix === known)
  const inner: Scope = { outer: scope, usual, ignorable: new Set(), plain, names: new Map() }
  const passedOver = Object.entries(usualAttributes(attributes, inner)).find(([name]) => name === 'mc:Ignorable')?.[1] ?? ''
  inner.ignorable = new Set(passedOver.split(/\s+/).filter(prefix => !ours.has(usualPrefix(prefix, inner) ?? '')))
  return inner
}

/** The usual prefix for a prefix of the file; undefined when it is not declared. O(depth). */
function usualPrefix(prefix: string, scope: Scope): string | undefined {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const known = at.usual.get(prefix)
    if (known !== undefined) return known
  }
  return undefined
}

function usualName(written: string, scope: Scope, fault: (message: string) => void): string | null {
  const colon = written.indexOf(':')
  const prefix = colon < 0 ? '' : written.slice(0, colon)
  for (let at: Scope | null = scope; at; at = at.outer) if (at.ignorable.has(prefix)) return null
  const known = usualPrefix(prefix, scope)
  if (known === undefined && prefix !== '') fault(`unbound namespace prefix: "${prefix}".`)
  return known ? `${known}:${written.slice(colon + 1)}` : written
}

function usualAttributes(attributes: Record<string, string>, scope: Scope): Record<string, string> {
  const out: Record<string, string> = {}
  for (const name in attributes) {
    const colon = name.indexOf(':')
    const known = colon < 0 ? undefined : usualPrefix(name.slice(0, colon), scope)
    out[known === undefined ? name : `${known}:${name.slice(colon + 1)}`] = attributes[name] ?? ''
  }
  return out
}

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find(one => one.name === name)

/** `w:val` of a child: what most properties are. */
export const valOf = (element: XmlElement | undefined, name: string): string | undefined =>
  child(element, name)?.attributes['w:val']

export const integerOf = (element: XmlElement | undefined, name: string): number | undefined => {
  const value = valOf(element, name)
  return value !== undefined && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : undefined
}

/** An on/off property: present without a value is on; undefined when it is not there. */
export const toggleOf = (element: XmlElement | undefined, name: string): boolean | undefined => {
  const found = child(element, name)
  if (!found) return undefined
  return !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '')
}
