import type { Block } from '../document/document.ts'
import { sentenceStarts, subsectionEndings, subsectionTitles } from '../form/headings.ts'
import { type SectionKey, type SubsectionKey, subsectionKeys } from '../model/report.ts'
import { enumeratorOf, labelKey } from '../text/label.ts'
import { matchPrefix } from './similarity.ts'
import { cut, headingText, placeAt, printed, type Stream, streamOf } from './stream.ts'

export interface LocatedSubsection {
  /** null: a title of the report's own. */
  key: SubsectionKey | null
  /** As printed, number included; the number alone where a numbered paragraph has no title. */
  heading: string
  place: Block['place']
  blocks: Block[]
}

interface Mark {
  begin: number
  /** Where the title begins and ends. */
  at: number
  end: number
  /** Where the text begins: behind the colon or full stop of a title that stands in its line. */
  text: number
  number: number
}

/** Of a section, this much is looked through; what lies beyond belongs to its last part. */
const limits = { blocks: 5000, characters: 200_000 }

/** Titles in the middle of a line end within this many characters. */
const longest = 30
const sentenceEnd = '。;!?'
const named = subsectionKeys.map(key => ({ key, names: [...subsectionTitles[key].names].sort((a, b) => b.length - a.length) }))

/**
 * The titled parts of a section. （一） is looked for first; only where there is none, `1.`, `(1)`,
 * 第一, and in section 一 titles without a number, so that lists inside a subsection stay its text.
 * A title stands on its own line, before its text, or glued to it; 一是 is no title. O(characters).
 */
export function locateSubsections(blocks: readonly Block[], section: SectionKey): LocatedSubsection[] {
  const whole = streamOf(blocks.slice(0, limits.blocks))
  const stream = { ...whole, text: whole.text.slice(0, limits.characters) }
  const overview = section === 'overview'
  let marks = numberedMarks(stream, 'chinese-bracket')
  if (overview) {
    for (const style of ['arabic', 'arabic-bracket', 'ordinal'] as const) {
      if (marks.length > 0) break
      marks = numberedMarks(stream, style)
      if (marks.length < 2 && !marks.some(mark => keyOf(titleOf(stream, mark)))) marks = []
    }
    if (marks.length === 0) marks = titleLines(stream)
    if (marks.length === 0) marks = gluedTitles(stream)
  }
  return marks.map((mark, i) => {
    const at = stream.position(mark.begin)
    const place = (blocks[at.block] as Block).place
    const next = marks[i + 1]
    return {
      key: overview ? keyOf(titleOf(stream, mark)) : null,
      heading: headingText(printed(blocks, at, stream.positionAfter(mark.end))),
      place: stream.boundary[mark.begin] === 2 ? place : placeAt(place, at.offset),
      blocks: cut(
        blocks,
        stream.positionAfter(mark.text),
        next ? stream.position(next.begin) : { block: blocks.length, offset: 0 },
      ),
    }
  })
}

const titleOf = ({ text }: Stream, mark: Mark): string => text.slice(mark.at, mark.end)

type Style = 'chinese-bracket' | 'arabic' | 'arabic-bracket' | 'ordinal'

function numberedMarks(stream: Stream, style: Style): Mark[] {
  const { text, boundary } = stream
  const marks: Mark[] = []
  for (let i = 0; i < text.length; i++) {
    const lineStart = boundary[i] === 2
    if (!lineStart && !(style === 'chinese-bracket' && text[i] === '(')) continue
    const skip = lineStart ? (/^[#*|>·●◆■-]{1,8}/.exec(text.slice(i, i + 8))?.[0].length ?? 0) : 0
    const number = numberIn(text.slice(i + skip, i + skip + 10), style)
    if (!number) continue
    const at = i + skip + number.length
    const mark = withTitle(stream, i + skip, at, number.value)
    if (!lineStart) {
      // In the middle of a line it must go on counting, and stand behind a sentence or before a known title.
      const last = marks.at(-1)?.number ?? 0
      const previous = text[i - 1] ?? ''
      if (number.value !== last + 1 || previous === '第') continue
      if (!sentenceEnd.includes(previous) && !nameAt(text, at)) continue
    }
    marks.push(mark)
  }
  return marks
}

function numberIn(text: string, style: Style): { value: number; length: number } | null {
  if (style === 'ordinal') {
    const match = /^第([一二三四五六七八九])[,、:]/.exec(text)
    return match ? { value: '一二三四五六七八九'.indexOf(match[1] as string) + 1, length: match[0].length } : null
  }
  const number = enumeratorOf(text)
  if (number?.style !== style) return null
  // `（一）、` `（一）.`
  return { value: number.value, length: number.length + (/^[、.]/.test(text.slice(number.length)) ? 1 : 0) }
}

/** Where the title ends: the line, a full stop or colon, a space, or a known name that text is glued to. */
function withTitle({ text, boundary }: Stream, begin: number, at: number, number: number): Mark {
  const mark = (end: number, skip = 0): Mark => ({ begin, at, end, text: end + skip, number })
  let lineEnd = at
  while (lineEnd < text.length && lineEnd - at <= longest && (lineEnd === at || boundary[lineEnd] !== 2)) lineEnd++
  const line = text.slice(at, lineEnd)
  const ends = boundary[lineEnd] === 2 && line.length <= longest
  const known = nameAt(text, at)
  const rest = line.slice(known)
  if (known && /^[。:;]/.test(rest)) return mark(at + known, 1)
  if (known && rest !== '' && (boundary[at + known] === 1 || sentenceStarts.test(rest))) return mark(at + known)
  // `（三）政府信息管理制度进一步健全。`: a title does not end in a full stop that far from its name.
  if (known && /^[^和及与、的,。;:]{3,}?。/.test(rest) && !/^[^。]*(?:情况|方面)。/.test(rest)) return mark(at + known)
  // Nor does a title go on for more than a line.
  if (known && !ends && /^[^和及与、的,。;:]{3,}?,/.test(rest)) return mark(at + known)
  if (ends && !/[。;:]./.test(line) && line.length <= 24)
    return mark(at + line.replace(/[。;:]$/, '').length, /[。;:]$/.test(line) ? 1 : 0)
  const stop = /[。:;]/.exec(line)?.index ?? -1
  if (stop >= 2 && !/\d/.test(line.slice(0, stop))) return mark(at + stop, 1)
  for (let j = at + 4; j < lineEnd && !/[,。;:]/.test(text[j - 1] as string); j++) {
    if (boundary[j] === 1 && !/\d/.test(text[j - 1] as string) && /^(?:20\d\d年|\D)/.test(text.slice(j, j + 5))) return mark(j)
  }
  return mark(at + known)
}

/** Length of a statutory title, with its ending (情况, 方面 …), that stands at a place; 0 for none. */
function nameAt(text: string, at: number): number {
  for (const { names } of named) {
    for (const name of names) {
      if (!text.startsWith(name, at)) continue
      const end = at + name.length
      const ending = subsectionEndings.find(e => text.startsWith(e, end))
      return name.length + (ending?.length ?? 0)
    }
  }
  return 0
}

/** Which statutory subsection a title is; null for a theme of the report's own. */
export function keyOf(title: string): SubsectionKey | null {
  const ending = subsectionEndings.find(e => title.endsWith(e) && title.length > e.length + 3)
  const core = ending && ending !== '建设' ? title.slice(0, -ending.length) : title
  let best: SubsectionKey | null = null
  let bestSimilarity = 0.74
  for (const { key, names } of named) {
    for (const name of names) {
      const match = matchPrefix(core, name, 2, length => length === core.length)
      if (!match || match.length < core.length - 1) continue
      const similarity = match.similarity - 0.05 * (core.length - match.length)
      if (similarity > bestSimilarity) {
        bestSimilarity = similarity
        best = key
      }
    }
  }
  if (best || core.length > 14 || /[,，、。]/.test(core)) return best
  let first = Number.POSITIVE_INFINITY
  // A title that merges two (平台和监督) goes by the one it names first.
  for (const key of subsectionKeys) {
    const index = core.search(subsectionTitles[key].keywords)
    if (index >= 0 && index < first) {
      first = index
      best = key
    }
  }
  return best
}

/** Every statutory subsection that a printed heading names: one that merges two (`（四）平台建设与监督保障`) names both. */
export function keysIn(heading: string): SubsectionKey[] {
  const title = heading.slice(0, longest * 2)
  const parts = [title, ...title.split(/[和及与、]/)].map(labelKey).filter(part => part.length >= 2)
  return [...new Set(parts.flatMap(part => keyOf(part) ?? []))]
}

/** Lines that are a statutory title and nothing else: automatic numbers are lost in most conversions. */
function titleLines({ text, boundary }: Stream): Mark[] {
  const marks: Mark[] = []
  let begin = 0
  for (let i = 1; i <= text.length; i++) {
    if (boundary[i] !== 2) continue
    const at = begin + (/^[#*|>·●◆■-]{1,8}/.exec(text.slice(begin, begin + 8))?.[0].length ?? 0)
    if (i - at <= 20) {
      const closing = /[*|。:]{1,4}$/.exec(text.slice(at, i))?.[0].length ?? 0
      if (nameAt(text, at) === i - at - closing && i > at)
        marks.push({ begin, at, end: i - closing, text: i, number: marks.length + 1 })
    }
    begin = i
  }
  return marks
}

/** Titles without numbers glued to what stands around them: believed when nearly all stand in their order behind a full stop. */
function gluedTitles(stream: Stream): Mark[] {
  const { text } = stream
  const marks: Mark[] = []
  let from = 0
  for (const { names } of named) {
    let found: Mark | null = null
    for (let i = from; i < text.length && !found; i++) {
      if (i > 0 && !sentenceEnd.includes(text[i - 1] as string) && stream.boundary[i] === 0) continue
      const name = names.find(n => text.startsWith(n, i))
      if (name) found = { begin: i, at: i, end: i + nameAt(text, i), text: i + nameAt(text, i), number: marks.length + 1 }
    }
    if (!found) continue
    marks.push(found)
    from = found.end
  }
  return marks.length >= 4 ? marks : []
}
