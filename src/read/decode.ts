import type { Log } from '../diagnostic/diagnostic.ts'
import { type ReadLimits, readLimits } from './limits.ts'
import { UnreadableSourceError } from './unreadable.ts'

export interface DecodedText {
  text: string
  encoding: string
}

/** One character of an encoding may be cut at the end of the bytes: `stream` keeps it back instead of failing. */
function decodeFatal(bytes: Uint8Array, label: string, whole: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: !whole })
  } catch {
    return null
  }
}

/** Characters that meet a condition, without a list of them: the text may be 12 MB of them. */
function countOf(text: string, counts: (code: number) => boolean): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (counts(text.charCodeAt(i))) count++
  return count
}
const lost = 0xfffd
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff
const isControl = (code: number) => code < 0x20 && code !== 0x1b && !(code >= 0x09 && code <= 0x0d)
/** Characters that a Chinese document is made of. */
const isExpected = (code: number) =>
  isHan(code) || (code >= 0x20 && code < 0x7f) || (code >= 0x09 && code <= 0x0d) || code === 0xa0 ||
  (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef) // biome-ignore format: ranges

/** Runs of characters that were lost in decoding, now or before. */
function lostPlaces(text: string): number {
  let places = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at)) {
    places++
    while (text.charCodeAt(at) === lost) at++
  }
  return places
}

/** Bytes → text. The encoding is what decodes without an error; a text with a few damaged places is read, and says so. */
export function decode(bytes: Uint8Array, log: Log, limits: ReadLimits = readLimits): DecodedText {
  const whole = bytes.length <= limits.textBytes
  if (!whole) log.add('source/truncated', { args: { what: `${limits.textBytes} bytes` } })
  const part = bytes.subarray(0, limits.textBytes)
  const decoded = byMark(part, whole) ?? byNuls(part, whole) ?? byTrial(part, whole)
  if (decoded === null) throw new UnreadableSourceError(looksBinary(part) ? 'source/binary' : 'source/undecodable')
  if (isNoise(decoded.text)) throw new UnreadableSourceError('source/binary')
  if (decoded.text.trim() === '') throw new UnreadableSourceError('source/empty')
  const places = lostPlaces(decoded.text)
  if (places > 0) {
    const line = decoded.text.slice(0, decoded.text.indexOf('\ufffd')).split(/\r\n?|\n/).length
    log.add('source/damaged-text', { place: { line }, args: { places, encoding: decoded.encoding } })
  }
  return decoded
}

/** A byte order mark says it. */
function byMark(bytes: Uint8Array, whole: boolean): DecodedText | null {
  const [a, b, c] = bytes
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null
  if (encoding) return { text: decodeLeniently(bytes, encoding, whole), encoding }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: decodeLeniently(bytes, 'utf-8', whole), encoding: 'utf-8' }
  return null
}

const decodeLeniently = (bytes: Uint8Array, encoding: string, whole: boolean): string =>
  decodeFatal(bytes, encoding, whole) ?? new TextDecoder(encoding).decode(bytes, { stream: !whole })

/** Text in UTF-8 or GB18030 has no NUL; in UTF-16 every ASCII character has one. */
function byNuls(bytes: Uint8Array, whole: boolean): DecodedText | null {
  const sample = bytes.subarray(0, 65_536)
  if (!sample.includes(0)) return null
  const shares = (['utf-16le', 'utf-16be'] as const).map(encoding => {
    const text = new TextDecoder(encoding).decode(sample.subarray(0, sample.length & ~1), { stream: true })
    return { encoding, share: countOf(text, isExpected) / Math.max(1, text.length) }
  })
  const best = shares.sort((x, y) => y.share - x.share)[0]
  if (!best || best.share < 0.9) return null
  return { text: decodeLeniently(bytes, best.encoding, whole), encoding: best.encoding }
}

/**
 * UTF-8, or GB18030 when that decodes; then either with a few damaged places. The order matters:
 * nearly any bytes pass as GB18030, also UTF-8 with one byte lost, so that a text in which UTF-8
 * sequences far outnumber the breaks is UTF-8.
 */
function byTrial(bytes: Uint8Array, whole: boolean): DecodedText | null {
  const utf8 = decodeFatal(bytes, 'utf-8', whole)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const lenient = new TextDecoder().decode(bytes, { stream: !whole })
  if (countOf(lenient, code => code > 0x7f && code !== lost) > 20 * lostPlaces(lenient))
    return { text: lenient, encoding: 'utf-8' }
  const declared = declaredCharset(bytes)
  for (const label of declared ? [declared, 'gb18030'] : ['gb18030']) {
    const text = decodeFatal(bytes, label, whole)
    if (text !== null) return { text, encoding: label }
  }
  const gb = new TextDecoder('gb18030').decode(bytes, { stream: !whole })
  if (countOf(gb, isHan) > 20 * lostPlaces(gb)) return { text: gb, encoding: 'gb18030' }
  return null
}

/** `<meta charset=big5>`: believed only where the bytes are no UTF-8, and never against them. GB names are all GB18030. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const name = /<meta[^>]{0,200}charset\s{0,4}=\s{0,4}["']?([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase()
  if (name === undefined || /^(?:gb|utf|x-gbk|iso-8859-1|windows-1252)/.test(name)) return null
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

const looksBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 65_536)
  let odd = 0
  for (const byte of sample) if (isControl(byte)) odd++
  return odd * 50 > sample.length
}
/** Decoded without an error, and yet full of control characters: no text. */
function isNoise(text: string): boolean {
  const sample = text.slice(0, 65_536)
  return countOf(sample, isControl) * 20 > sample.length
}
