import { createStrings, damaged } from './xml-strings.ts'

/** A start tag as it is met; valid only until `open` returns. */
export interface StartTag {
  /** As written, with the file's prefix. */
  name: string
  /** Some attribute declares a namespace. */
  declares: boolean
  attributes(): Record<string, string>
}

export interface XmlHandler {
  /** What is handed over of the element that begins: nothing within it, its elements, or its text, too. */
  open(tag: StartTag): 'nothing' | 'elements' | 'text'
  /** An element ends that was handed over. */
  close(): void
  text(data: string): void
  /** A mistake that can be read over. */
  fault(message: string): void
}

const TAB = 0x09
const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const EXCLAMATION = 0x21
const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27
const SLASH = 0x2f
const LESS = 0x3c
const EQUALS = 0x3d
const GREATER = 0x3e
const QUESTION = 0x3f
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

const isSpace = byteSet(TAB, LINE_FEED, RETURN, SPACE)
const ascii = Array.from({ length: 0x80 }, (_, byte) => byte)
const endsName = byteSet(...ascii.filter(byte => !/[\w:.-]/.test(String.fromCharCode(byte))))
const beginsNoName = byteSet(...ascii.filter(byte => !/[a-z_:]/i.test(String.fromCharCode(byte))))

/** Open elements at once, and attributes of one tag: no document has as many, and memory stays bounded. */
const most = 100_000

/**
 * Goes through the UTF-8 of an XML document once and hands over what is asked for. Bytes are looked at
 * as they are: nine tenths of a document.xml is markup that nobody reads, and making strings of it costs
 * more than everything else. Tags must match, attributes be quoted and entities XML's own; a DTD, which
 * Office documents must not have (ECMA-376 part 2), is passed over with nothing in it believed.
 * Throws `source/damaged-docx` where the document is not well-formed. O(length).
 */
export function scanXml(utf8: Uint8Array, handler: XmlHandler): void {
  const strings = createStrings(utf8, handler)
  const { length } = utf8
  /** Where the names of open elements begin; `kept[depth]` says what is handed over within them. */
  const nameAt: number[] = []
  const kept: ('nothing' | 'elements' | 'text')[] = []
  let within: 'nothing' | 'elements' | 'text' = 'elements'
  let rooted = false
  /** Of the tag at hand: beginning and end of name and value, four numbers an attribute. */
  const places: number[] = []
  let placed = 0
  let at = utf8[0] === 0xef && utf8[1] === 0xbb && utf8[2] === 0xbf ? 3 : 0

  const tag: StartTag = {
    name: '',
    declares: false,
    attributes() {
      const out: Record<string, string> = {}
      for (let i = 0; i < placed; i += 4) {
        const name = strings.name(places[i] as number, places[i + 1] as number)
        if (Object.hasOwn(out, name)) throw damaged(`attribute ${name} twice`, places[i] as number)
        out[name] = strings.value(places[i + 2] as number, places[i + 3] as number)
      }
      return out
    },
  }

  /** From behind a name to behind its tag; true when the element is empty. */
  const restOfTag = (): boolean => {
    placed = 0
    tag.declares = false
    for (;;) {
      let byte = utf8[at] as number
      if (byte === GREATER) {
        at++
        return false
      }
      if (byte === SLASH && utf8[at + 1] === GREATER) {
        at += 2
        return true
      }
      if (isSpace[byte] !== 1) throw damaged('malformed tag', at)
      while (isSpace[utf8[at] as number] === 1) at++
      byte = utf8[at] as number
      if (byte === GREATER || byte === SLASH) continue
      const name = at
      while (endsName[utf8[at] as number] === 0) at++
      const nameEnd = at
      while (isSpace[utf8[at] as number] === 1) at++
      if (beginsNoName[utf8[name] as number] !== 0 || utf8[at] !== EQUALS) throw damaged('malformed attribute', name)
      at++
      while (isSpace[utf8[at] as number] === 1) at++
      const quote = utf8[at]
      if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw damaged('attribute without quotes', name)
      const value = ++at
      while (utf8[at] !== quote) {
        if (at >= length || utf8[at] === LESS) throw damaged('attribute without end', name)
        at++
      }
      if (within !== 'nothing') {
        places[placed++] = name
        places[placed++] = nameEnd
        places[placed++] = value
        places[placed++] = at
        if (placed > 4 * most) throw damaged('too many attributes', name)
        if (utf8[name] === 0x78 && utf8[name + 1] === 0x6d && utf8[name + 2] === 0x6c)
          tag.declares ||= isDeclaration(name, nameEnd)
      }
      at++
    }
  }
  /** `xmlns` or `xmlns:…`. */
  const isDeclaration = (from: number, to: number): boolean => /^xmlns(?::|$)/.test(strings.name(from, to))

  const startTag = () => {
    const from = at
    while (endsName[utf8[at] as number] === 0) at++
    const to = at
    if (beginsNoName[utf8[from] as number] !== 0) throw damaged('malformed tag', from)
    if (nameAt.length === 0 && rooted) throw damaged('a second root', from)
    rooted = true
    const empty = restOfTag()
    const outer = within
    if (outer !== 'nothing') {
      tag.name = strings.name(from, to)
      within = handler.open(tag)
    }
    if (empty) {
      if (within !== 'nothing') handler.close()
      within = outer
      return
    }
    if (nameAt.push(from) > most) throw damaged('too many open elements', from)
    kept.push(outer)
  }
  const endTag = () => {
    const from = at
    const name = nameAt.pop()
    if (name === undefined) throw damaged('an end tag too many', from)
    let i = name
    while (endsName[utf8[i] as number] === 0) if (utf8[at++] !== utf8[i++]) throw damaged('unexpected end tag', from)
    while (isSpace[utf8[at] as number] === 1) at++
    if (utf8[at++] !== GREATER) throw damaged('unexpected end tag', from)
    if (within !== 'nothing') handler.close()
    within = kept.pop() as typeof within
  }

  const text = (from: number, to: number) => {
    if (nameAt.length > 0) {
      if (within === 'text') handler.text(strings.text(from, to))
      return
    }
    for (let i = from; i < to; i++) if (isSpace[utf8[i] as number] !== 1) throw damaged('text outside the root', i)
  }
  const indexOf = (wanted: string, from: number): number => {
    const first = wanted.charCodeAt(0)
    for (let i = utf8.indexOf(first, from); i >= 0; i = utf8.indexOf(first, i + 1)) {
      let same = 1
      while (same < wanted.length && utf8[i + same] === wanted.charCodeAt(same)) same++
      if (same === wanted.length) return i
    }
    throw damaged(`no ${wanted}`, from)
  }
  const begins = (wanted: string): boolean => {
    for (let i = 0; i < wanted.length; i++) if (utf8[at + i] !== wanted.charCodeAt(i)) return false
    return true
  }
  /** `<!-- -->`, `<![CDATA[ ]]>` and `<!DOCTYPE … [ … ]>`. */
  const declaration = () => {
    if (begins('<!--')) {
      at = indexOf('-->', at + 4) + 3
    } else if (begins('<![CDATA[')) {
      const end = indexOf(']]>', at + 9)
      if (nameAt.length === 0) throw damaged('text outside the root', at)
      if (within === 'text') handler.text(strings.literal(at + 9, end))
      at = end + 3
    } else if (begins('<!DOCTYPE') && !rooted) {
      const from = at
      let quote = 0
      let depth = 0
      for (;;) {
        const byte = utf8[++at]
        if (byte === undefined) throw damaged('DOCTYPE without end', from)
        if (quote !== 0) {
          if (byte === quote) quote = 0
        } else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quote = byte
        else if (byte === OPEN_BRACKET) depth++
        else if (byte === CLOSE_BRACKET) depth--
        else if (byte === GREATER && depth <= 0) break
        else if (byte === LESS && begins('<!--')) at = indexOf('-->', at + 4) + 2
      }
      at++
    } else throw damaged('malformed declaration', at)
  }

  while (at < length) {
    const from = at
    while (at < length && utf8[at] !== LESS) at++
    if (at > from) text(from, at)
    if (at >= length) break
    const next = utf8[at + 1]
    if (next === SLASH) {
      at += 2
      endTag()
    } else if (next === EXCLAMATION) declaration()
    else if (next === QUESTION) at = indexOf('?>', at + 2) + 2
    else {
      at++
      startTag()
    }
  }
  if (nameAt.length > 0) throw damaged('unclosed element', nameAt.at(-1) as number)
  if (!rooted) throw damaged('no element', length)
}

function byteSet(...bytes: number[]): Uint8Array {
  const set = new Uint8Array(256)
  for (const byte of bytes) set[byte] = 1
  return set
}
