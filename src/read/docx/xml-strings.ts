/** The names, values and texts of an XML document, out of its UTF-8: decoded only where somebody reads them. */
import { UnreadableSourceError } from '../unreadable.ts'

export const damaged = (what: string, place: number): UnreadableSourceError =>
  new UnreadableSourceError('source/damaged-docx', { detail: `${what}, byte ${place}` })

const entities: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
})
const longestReference = 64
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
/** Longer text is for the platform's decoder, whose every call costs as much as this many bytes here. */
const longText = 400
/** A power of two; the names and values of a document are some hundreds. */
const slots = 1024

/** Strings of parts of a text: names and values, of which the same come again and again, are kept and found again. */
export function createStrings(utf8: Uint8Array, { fault }: { fault(message: string): void }) {
  const decoder = new TextDecoder()
  const known: (string | undefined)[] = new Array(slots)
  const units = new Uint16Array(longText)

  const decode = (from: number, to: number): string => {
    const length = to - from
    if (length > longText) return decoder.decode(utf8.subarray(from, to))
    let count = 0
    for (let i = from; i < to; count++) {
      const byte = utf8[i] as number
      if (byte < 0x80) {
        units[count] = byte
        i++
        continue
      }
      // Three bytes: nearly all of Chinese. All else, broken sequences too, as the platform decodes it.
      const second = utf8[i + 1] as number
      const third = utf8[i + 2] as number
      const unit = ((byte & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f)
      const whole = byte >> 4 === 0xe && i + 2 < to && second >> 6 === 2 && third >> 6 === 2
      if (!whole || unit < 0x800 || unit >> 11 === 0x1b) return decoder.decode(utf8.subarray(from, to))
      units[count] = unit
      i += 3
    }
    return String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[])
  }

  const name = (from: number, to: number): string => {
    let hash = to - from
    for (let i = from; i < to; i++) hash = (hash * 31 + (utf8[i] as number)) | 0
    const slot = (hash ^ (hash >> 10)) & (slots - 1)
    const found = known[slot]
    if (found !== undefined && found.length === to - from) {
      let i = from
      while (i < to && found.charCodeAt(i - from) === utf8[i]) i++
      if (i === to) return found
    }
    const made = decode(from, to)
    // Only ASCII, where a character is a byte.
    if (made.length === to - from) known[slot] = made
    return made
  }

  const allowed = (data: string): string => {
    if (!forbidden.test(data)) return data
    fault('disallowed character')
    return data.replace(forbidden, '')
  }
  const literal = (from: number, to: number): string => {
    const data = allowed(decode(from, to))
    return data.includes('\r') ? data.replace(/\r\n?/g, '\n') : data
  }
  /** XML's own entities and numbers of characters; entities of others stand as they are written. O(length). */
  const resolved = (data: string, place: number): string => {
    const parts: string[] = []
    let from = 0
    for (let at = data.indexOf('&'); at >= 0; at = data.indexOf('&', from)) {
      const end = data.indexOf(';', at)
      const reference = data.slice(at + 1, end)
      if (end < 0 || reference.length > longestReference) throw damaged('malformed entity', place)
      parts.push(data.slice(from, at), entities[reference] ?? characterOf(reference, place))
      from = end + 1
    }
    parts.push(data.slice(from))
    return parts.join('')
  }
  const characterOf = (reference: string, place: number): string => {
    const [, word, decimal, hex] = /^(?:(\w+)|#(\d{1,7})|#x([\da-f]{1,6}))$/i.exec(reference) ?? []
    if (word !== undefined) {
      fault('undefined entity')
      return `&${reference};`
    }
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    if (!(code <= 0x10ffff) || (code >= 0xd800 && code < 0xe000)) throw damaged('malformed entity', place)
    return allowed(String.fromCodePoint(code))
  }
  const text = (from: number, to: number): string => {
    const data = literal(from, to)
    return data.includes('&') ? resolved(data, from) : data
  }
  const value = (from: number, to: number): string => {
    const data = name(from, to)
    return data.includes('&') ? resolved(data, from) : data
  }
  return { name, value, text, literal }
}
