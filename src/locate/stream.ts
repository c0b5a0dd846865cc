/**
 * A document as one run of comparable characters: headings are wrapped, spaced out or glued to what
 * stands before them, so lines are boundaries to weigh, not units to trust.
 */
import type { Block, Place } from '../document/document.ts'

/** A place between two characters of a document; a table or an image takes one place. */
export interface Position {
  block: number
  offset: number
}

export interface Stream {
  /** Half-width, without spaces and without what prints nothing; `\u0001` stands for a table or an image. */
  text: string
  /** 2: first of a line; 1: a space stands before it; 0: neither. One more entry for the end, which is 2. */
  boundary: Uint8Array
  blocks: readonly Block[]
  /** Where a character of `text` stands; the end of the document for `text.length`. */
  position(index: number): Position
  /** The position directly behind the character before `index`. */
  positionAfter(index: number): Position
}

export const barrier = '\u0001'

const isLineBreak = (code: number): boolean => (code >= 0x0a && code <= 0x0d) || code === 0x2028 || code === 0x2029
const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 0x09 ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x1680
const isUnprinted = (code: number): boolean =>
  code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad || (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code === 0xfeff // biome-ignore format: a table

const units = new TextDecoder('utf-16le', { ignoreBOM: true })

/** O(characters), 7 bytes for each beside the text. */
export function streamOf(blocks: readonly Block[]): Stream {
  let size = 0
  for (const block of blocks) size += block.kind === 'paragraph' ? block.text.length : 1
  const begins = new Int32Array(blocks.length)
  const inText = new Int32Array(size)
  const boundary = new Uint8Array(size + 1)
  const codes = new Uint16Array(size)
  let length = 0
  for (const [index, block] of blocks.entries()) {
    begins[index] = length
    if (block.kind !== 'paragraph') {
      boundary[length] = 2
      codes[length++] = 1
      continue
    }
    const { text } = block
    let next = 2
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset)
      if (code < 0x30 || (code > 0x7e && code < 0x2e80) || code === 0x3000 || code > 0xfe00) {
        if (isLineBreak(code)) next = 2
        else if (isSpace(code)) next = Math.max(next, 1)
        if (isLineBreak(code) || isSpace(code) || isUnprinted(code)) continue
      }
      inText[length] = offset
      boundary[length] = next
      next = 0
      codes[length++] = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
    }
  }
  boundary[length] = 2
  const at = (i: number): Position => ({ block: lastAtOrBefore(begins, i), offset: inText[i] as number })
  return {
    text: units.decode(codes.subarray(0, length)),
    boundary,
    blocks,
    position: i => (i < length ? at(i) : { block: blocks.length, offset: 0 }),
    positionAfter: i => {
      if (i === 0) return { block: 0, offset: 0 }
      const { block, offset } = at(i - 1)
      return { block, offset: offset + 1 }
    },
  }
}

/** Index of the last value that is not greater; of equal ones the last: blocks without a character begin where the next does. */
function lastAtOrBefore(sorted: Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= value) low = middle
    else high = middle
  }
  return low
}

/** The text between two positions as a reader sees it: line breaks and outer spaces gone. */
export function printed(blocks: readonly Block[], from: Position, to: Position): string {
  return cut(blocks, from, to)
    .map(block => (block.kind === 'paragraph' ? block.text.trim() : ''))
    .join('')
    .replace(/[\n\r\f\v]+\s*/g, '')
}

/** As printed, without emphasis marks and without the spaces that a converter puts between Chinese characters. */
export const headingText = (text: string): string =>
  text
    .replace(/[\s*_#|]+$/, '')
    .replace(/(?<=[^\x20-\x7e])\s+(?=[^\x20-\x7e])/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const before = (a: Position, b: Position): boolean => a.block < b.block || (a.block === b.block && a.offset < b.offset)

/**
 * The blocks between two positions. A paragraph that is cut keeps its line and says at which column
 * the part begins; parts that hold only spaces are left out, whole blank lines are kept.
 */
export function cut(blocks: readonly Block[], from: Position, to: Position): Block[] {
  const out: Block[] = []
  for (let index = from.block; index <= to.block; index++) {
    const block = blocks[index]
    if (!block) break
    if (block.kind !== 'paragraph') {
      const at = { block: index, offset: 0 }
      if (!before(at, from) && before(at, to)) out.push(block)
      continue
    }
    const start = index === from.block ? from.offset : 0
    const end = index === to.block ? to.offset : block.text.length
    if (start === 0 && end === block.text.length && index !== to.block) {
      out.push(block)
      continue
    }
    const text = block.text.slice(start, end)
    if (text.trim() === '') continue
    if (start === 0) out.push({ ...block, text })
    else out.push({ kind: 'paragraph', text, place: placeAt(block.place, start) })
  }
  return out
}

/** A place inside a block, with its column where it is not the block's beginning. */
export const placeAt = (place: Place, offset: number): Place => ({ ...place, column: (place.column ?? 1) + offset })
