/**
 * Every place where a section may begin, each with a score. Nothing is decided here: a list of the
 * parts in the preamble and a sentence that names a section are candidates, too, only poor ones.
 *
 *     …失误的情况。二、主动公开政府信息情况第二十条第（一）项…
 *                  ^number ^name            ^what the form puts beneath
 */
import { chartCaption, headingWords, listed, sectionHeadings, sentenceGoesOn } from '../form/headings.ts'
import { type SectionKey, sectionKeys } from '../model/report.ts'
import { enumeratorOf } from '../text/label.ts'
import { withoutLists } from './lists.ts'
import { matchNames, type NameMatch, type Window } from './names.ts'
import { barrier, type Stream } from './stream.ts'

export interface Candidate {
  section: SectionKey
  /** Where the heading's line or mark (`##`) begins, where its number begins, and where it ends, in the stream. */
  begin: number
  start: number
  end: number
  /** The number before the name; null where none is printed. */
  number: number | null
  style: NumberStyle
  /** Likeness to the official heading, 0 to 1; key words alone count 0.5. */
  similarity: number
  ownLine: boolean
  score: number
}

export type NumberStyle = 'chinese' | 'chinese-bracket' | 'arabic' | 'arabic-bracket' | 'none'

/** Bounds on hostile input: candidates kept, and windows compared by edits (equal windows count once). */
const limits = { candidates: 30_000, windows: 20_000, window: 48 }

/** Characters of the longest number before a heading. */
const longestNumber = 10

/** A candidate below this is none. */
const threshold = 6

const marks = /[#*|>·•●◆■○_~+=\\-]{0,12}/y
const stray = /[A-Za-z]{1,2}(?=[一二三四五六七八九十]{1,2}[、.])/y
const numeral = '一二三四五六七八九十'
/** What a character may be to a heading, as bits: its number, what ends a sentence before it, the first of its name. */
const is = { numeral: 1, digit: 2, sentenceEnd: 4, first: 8 }
const bits = new Uint8Array(0x10000)
for (const [bit, characters] of [
  [is.numeral, numeral],
  [is.digit, '0123456789'],
  [is.sentenceEnd, '。;!?」”)】'],
  [is.first, sectionKeys.map(key => sectionHeadings[key].names[0][0]).join('')],
] as const)
  for (const c of characters) bits[c.charCodeAt(0)] = bitsAt(c, 0) | bit

function bitsAt(text: string, i: number): number {
  return bits[text.charCodeAt(i)] ?? 0
}

/** All candidates in the order of the document. O(characters) with a bounded part for each line. */
export function findCandidates(stream: Stream): Candidate[] {
  const { text, boundary } = stream
  const found: Candidate[] = []
  const seen = new Map<string, NameMatch[]>()

  const namesAt = (at: number): NameMatch[] => {
    const window = windowAt(stream, at)
    if (!headingWords.test(window.text)) return []
    const key = `${window.text}\n${window.ends.join()}\n${window.gaps.join()}`
    let matches = seen.get(key)
    if (!matches) {
      if (seen.size >= limits.windows) return []
      matches = matchNames(window)
      seen.set(key, matches)
    }
    return matches
  }

  const tryAt = (begin: number, start: number, lineStart: boolean): void => {
    if (!headingWords.test(text.slice(start, start + longestNumber + limits.window))) return
    const number = numberAt(stream, start)
    const bare = number === null && lineStart && /^[一二三四五六七八九十]\p{Script=Han}/u.test(text.slice(start, start + 2))
    const nameStart = start + (number?.length ?? 0)
    for (const [at, value, style] of [
      [nameStart, number?.value ?? null, number?.style ?? ('none' as const)],
      // The mark behind the number was lost: `二主动公开政府信息情况`.
      ...(bare ? [[start + 1, numeral.indexOf(text[start] as string) + 1, 'chinese'] as const] : []),
    ] as const) {
      for (const match of namesAt(at)) {
        const candidate = weigh(stream, { begin, start, at, value, style, lineStart, match })
        found.push({ ...candidate, score: candidate.score - threshold })
      }
    }
  }

  for (let i = 0; i < text.length && found.length < limits.candidates; i++) {
    const own = bitsAt(text, i)
    if (boundary[i] === 2) {
      if (text[i] === barrier) continue
      if (chartCaption.test(text.slice(i, i + 5))) continue
      marks.lastIndex = i
      let start = i + (marks.exec(text)?.[0].length ?? 0)
      stray.lastIndex = start
      const letter = stray.exec(text)?.[0].length ?? 0
      tryAt(i, start + letter, true)
      if (letter > 0) for (const c of found.slice(-2)) if (c.begin === i) c.start = start
      // `- 一、`: the mark may itself be a number's beginning, so go on behind it.
      start = Math.max(start, i)
      continue
    }
    const previous = bitsAt(text, i - 1)
    if (own & ~previous & is.numeral) {
      if (text[i + 1] === '、' || text[i + 2] === '、' || text[i + 1] === '.') tryAt(i, i, false)
    } else if (own & is.digit) {
      // `0⏎5、`, glued: the last figure of a table and the number of a heading.
      if (previous & is.digit && boundary[i] === 0) {
        if (/^\d[、.](?!\d)/.test(text.slice(i, i + 3))) tryAt(i, i, false)
      } else if (/^\d{1,2}[、.](?:(?!\d)|20\d\d年)/.test(text.slice(i, i + 8))) tryAt(i, i, false)
    } else if (previous & is.sentenceEnd || (own & is.first && isExact(text, i))) {
      if (!numbered(text, i)) tryAt(i, i, false)
    }
  }
  return withoutLists(text, found)
}

/** The number that stands at a place of one line: `0⏎4、` is not 04. */
function numberAt({ text, boundary }: Stream, at: number): ReturnType<typeof enumeratorOf> {
  const window = text.slice(at, at + 9)
  const number = enumeratorOf(window) ?? otherNumber(window)
  if (!number || /^0\d/.test(window)) return null
  for (let i = at + 1; i < at + number.length - 1; i++) if (boundary[i] !== 0 && /\d/.test(text[i] ?? '')) return null
  return number
}

/** `1）总体情况`, `第一部分 总体情况`, `1.2021年…`: no decimal. */
function otherNumber(text: string): ReturnType<typeof enumeratorOf> {
  const match = /^(\d{1,2})(?:[)]|[.、](?=20\d\d))|^第([一二三四五六七八九])(?:部分|章|篇)[、.:,]?/.exec(text)
  if (!match) return null
  const value = match[1] ? Number(match[1]) : numeral.indexOf(match[2] as string) + 1
  return { value, style: match[1] ? 'arabic' : 'chinese', length: match[0].length }
}

const isDigit = (c: string): boolean => c >= '0' && c <= '9'
const isExact = (text: string, at: number): boolean => sectionKeys.some(key => text.startsWith(sectionHeadings[key].names[0], at))
const numbered = (text: string, at: number): boolean =>
  /(?:[一二三四五六七八九十][、.)]|\d[、.)])$/.test(text.slice(Math.max(0, at - 3), at))

/** What may hold a heading from here on: up to three lines of it, stopping at a table or an image. */
function windowAt({ text, boundary }: Stream, at: number): Window {
  const ends: number[] = []
  const gaps: number[] = []
  let end = at
  while (end < text.length && end - at < limits.window && text[end] !== barrier) {
    if (end > at && boundary[end] === 2 && ends.push(end - at) === 3) break
    if (end > at && boundary[end] === 1) gaps.push(end - at)
    end++
  }
  if (boundary[end] === 2 && ends.at(-1) !== end - at) ends.push(end - at)
  return { text: text.slice(at, end), ends, gaps }
}

interface Sighting {
  begin: number
  start: number
  at: number
  value: number | null
  style: NumberStyle
  lineStart: boolean
  match: NameMatch
}

function weigh({ text, boundary, blocks, position }: Stream, seen: Sighting): Candidate {
  const { begin, start, at, value, style, lineStart, match } = seen
  const heading = sectionHeadings[match.section]
  let end = at + match.length
  // Emphasis and a colon behind a heading belong to it when they end the line.
  const closing = /^(?:[*_#|]{1,4}|[:：。.;])/.exec(text.slice(end, end + 4))?.[0].length ?? 0
  if (closing > 0 && boundary[end] !== 2 && boundary[end + closing] === 2) end += closing
  else if (text[end] === ':') end += 1
  const lineEnd = boundary[end] === 2
  const after = text.slice(end, end + 12)
  const before = text.slice(Math.max(0, begin - 2), begin)
  const previous = text[begin - 1] ?? ''

  let score = match.similarity === 1 ? (match.length <= 4 ? 4 : 6) : match.similarity > 0.5 ? 15 * (match.similarity - 0.6) : 3
  if (style === 'chinese') score += value === heading.number ? 4 : 1.5
  else if (style === 'arabic') score += value === heading.number ? 3 : 0.5
  else if (style !== 'none') score -= 3
  if (lineStart) score += 3
  else if (bitsAt(previous, 0) & is.sentenceEnd) score += 2
  else if (style !== 'none' || boundary[begin] === 1 || isDigit(previous)) score += 1
  else score -= 3
  if (lineEnd) score += 2.5
  else if (heading.follows.test(after)) score += 3
  else if (boundary[end] === 1 || text[end - 1] === ':') score += 0.5
  if (!lineStart && listed.before.test(before)) score -= 6
  if (!lineEnd && listed.after.test(after)) score -= 8
  else if (!lineEnd && boundary[end] === 0 && sentenceGoesOn.test(after)) score -= style === 'none' ? 4 : 2
  // Key words without a number, in the middle of a line, are a sentence.
  if (match.similarity <= 0.5 && style === 'none' && !(lineStart && lineEnd)) score -= 4
  // …nor are words without a number wrapped over lines.
  if (match.similarity < 1 && style === 'none' && boundary.subarray(at + 1, at + match.length).includes(2)) score -= 4
  if (match.section === 'overview' && match.similarity < 0.7 && value !== 1) score -= 4
  const block = blocks[position(start).block]
  if (lineStart && block?.kind === 'paragraph') score += block.level !== undefined ? 2 : block.listItem ? 1.5 : 0

  const { section, similarity } = match
  return { section, begin, start, end, number: value, style, similarity, ownLine: lineStart && lineEnd, score }
}
