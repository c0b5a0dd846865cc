/** Numbered statements inside prose: `(1)…(2)…`, `一是…二是…`, `第一,…`, `1.…2.…`. */
import type { Place } from '../document/document.ts'
import { parseChineseNumeral } from '../text/numeral.ts'
import { type Passage, placeAt } from './passage.ts'

export interface Item {
  number: number | null
  /** Where it begins in its passage. */
  from: number
  to: number
  text: string
  place: Place
}

/** One text of many passages; a line break between them. */
export function joinPassages(passages: readonly Passage[]): Passage {
  const joined: Passage = { text: '', printed: '', pieces: [] }
  const texts: string[] = []
  let length = 0
  for (const { text, pieces } of passages) {
    for (const piece of pieces) joined.pieces.push({ from: piece.from + length, place: piece.place })
    texts.push(text)
    length += text.length + 1
  }
  joined.text = texts.join('\n')
  joined.printed = passages.map(({ printed }) => printed).join('\n')
  return joined
}

/** A part of a passage, its places kept. */
export function slicePassage(passage: Passage, from: number, to: number): Passage {
  const first = { from: 0, place: placeAt(passage, from) }
  const later = passage.pieces.filter(piece => piece.from > from && piece.from < to)
  return {
    text: passage.text.slice(from, to),
    printed: passage.printed.slice(from, to),
    pieces: [first, ...later.map(piece => ({ ...piece, from: piece.from - from }))],
  }
}

/** Families of numbers, outermost first; the first that counts from one is the one that divides. */
const families: readonly { pattern: RegExp; atStart?: true }[] = [
  { pattern: /\(([一二三四五六七八九十]{1,2})\)/g },
  { pattern: /([一二三四五六七八九十]{1,2})是(?!否)/g },
  { pattern: /第([一二三四五六七八九十]{1,2})[,、:]/g },
  { pattern: /\((\d{1,2})\)/g },
  { pattern: /(?<![\d.])(\d{1,2})[.、](?!\d)/g, atStart: true },
  { pattern: /([①-⑳])/g },
  { pattern: /([一二三四五六七八九十]{1,2})、/g, atStart: true },
  { pattern: /其([一二三四五六七八九十]{1,2})[,、:是]/g },
]

interface Mark {
  from: number
  to: number
  number: number
}

/**
 * Splits a passage at the numbers of one family that count up from one, restarting allowed; what
 * stands before the first number is the lead. One item without a number where nothing is numbered.
 */
export function itemsOf(passage: Passage, skip: (text: string) => boolean = () => false): { lead: string; items: Item[] } {
  for (const { pattern, atStart } of families) {
    const marks = marksOf(passage.text, pattern, atStart === true).filter(
      mark => !skip(passage.text.slice(mark.to, mark.to + 14)),
    )
    if (marks.length < 2 || marks[0]?.number !== 1 || marks[1]?.number !== 2) continue
    const items = marks.map((mark, i) => itemFrom(passage, mark.to, marks[i + 1]?.from ?? passage.text.length, mark.number))
    return { lead: passage.text.slice(0, marks[0].from).trim(), items: items.filter(item => item.text !== '') }
  }
  const whole = itemFrom(passage, 0, passage.text.length, null)
  return { lead: '', items: whole.text === '' ? [] : [whole] }
}

function marksOf(text: string, pattern: RegExp, atStart: boolean): Mark[] {
  const marks: Mark[] = []
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(Math.max(0, match.index - 1), match.index)
    if (atStart && before !== '' && !/[\n。;:!,]/.test(before)) continue
    const number = numberOf(match[1] ?? '')
    const last = marks.at(-1)
    if (number !== null && (last === undefined ? number === 1 : number === last.number + 1)) {
      marks.push({ from: match.index, to: match.index + match[0].length, number })
    }
  }
  return marks
}

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const circled = text.charCodeAt(0) - 0x245f
  return circled >= 1 && circled <= 20 ? circled : parseChineseNumeral(text)
}

/** One item's text, spaces and the stops before it trimmed, at the place where it begins. */
export function itemFrom(passage: Passage, from: number, to: number, number: number | null): Item {
  const lead = /^[\s,、:.。;]*/.exec(passage.text.slice(from, to))?.[0].length ?? 0
  const begin = from + lead
  return {
    number,
    from: begin,
    to,
    text: passage.printed.slice(begin, to).replace(/\n/g, '').trim(),
    place: placeAt(passage, begin),
  }
}
