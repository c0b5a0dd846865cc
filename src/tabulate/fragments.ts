/**
 * Flattened text as a stream of fragments: words, figures and marks of empty cells, with what stood
 * between them.
 *
 *     ⇥1.属于国家秘密⏎⇥⏎⇥　　21⏎⇥207       words · figure 21 · figure 207, tabs and newlines between
 *     …法规禁止公开3003.危及“三安全…       words · figure 300 · words “3.危及…”: the enumerator is the label's
 */
import type { Paragraph, Place } from '../document/document.ts'
import { labelExplanation } from '../form/vocabulary.ts'
import { placeAt } from '../locate/stream.ts'
import { charWidth } from '../text/normalize.ts'
import type { Lexicon } from './lexicon.ts'
import { keyOf } from './match.ts'
import { mostFragments, partsOf } from './run-parts.ts'

/** What stands between two fragments, counted. */
export interface Gap {
  newlines: number
  tabs: number
  bars: number
  spaces: number
  /** Tabs and bars before the first newline, and after the last one; all of them where there is no newline. */
  lead: number
  trail: number
}

export interface Fragment {
  kind: 'words' | 'figure' | 'blank'
  text: string
  /** Of words: what they are compared by. */
  key: string
  line: number
  /** Of the line; `placeOf` says where in it. */
  place: Place
  /** Display columns from (incl.) and to (excl.), CJK two wide. */
  x0: number
  x1: number
  /** The same in characters: some tools draw tables as if every character were one wide. */
  c0: number
  c1: number
  /** Pages before it, counted by form feeds. */
  page: number
  /** Between the fragment before it and this one. */
  gap: Gap
}

/** Where a fragment begins: an object of its own each time, as each cell of a grid has. */
export const placeOf = ({ place, c0 }: Fragment): Place => placeAt(place, c0)

export const gapSize = (gap: Gap): number => gap.newlines + gap.tabs + gap.bars + gap.spaces
export const noGap: Gap = { newlines: 0, tabs: 0, bars: 0, spaces: 0, lead: 0, trail: 0 }

/** The gap that two gaps make with a fragment between them left out. */
export const addGaps = (a: Gap, b: Gap): Gap => ({
  newlines: a.newlines + b.newlines,
  tabs: a.tabs + b.tabs,
  bars: a.bars + b.bars,
  spaces: a.spaces + b.spaces,
  lead: a.newlines > 0 ? a.lead : a.lead + b.lead,
  trail: b.newlines > 0 ? b.trail : a.trail + b.trail,
})

const newline: Gap = { ...noGap, newlines: 1 }
const delimiter = (kind: 'tabs' | 'bars'): Gap => ({ ...noGap, [kind]: 1, lead: 1, trail: 1 })
const tab = delimiter('tabs')
const barGap = delimiter('bars')
const withSpaces = (gap: Gap, spaces: number): Gap => (spaces === 0 ? gap : { ...gap, spaces: gap.spaces + spaces })

/** What may separate cells. Lines drawn around them are blank: in a drawn table only where things stand on the page tells columns. */
const separators = {
  tab: /\t/,
  newline: /\n/,
  bar: /[|¦｜]/,
  space: /\s/,
  drawn: /[│┃─━┄┅┌┐└┘├┤┬┴┼╭╮╰╯═║╔╗╚╝╠╣╦╩╬]/,
}
type Separator = keyof typeof separators
const kinds = [null, ...(Object.keys(separators) as Separator[])]
/** For each code unit 1 + the index of its kind; 0 where it was not met yet. */
const known = new Uint8Array(0x10000)

/** By the table above, asked once for each code unit. */
function separatorOf(code: number): Separator | null {
  if (known[code] === 0) {
    const kind = kinds.find(kind => kind !== null && separators[kind].test(String.fromCharCode(code)))
    known[code] = 1 + kinds.indexOf(kind ?? null)
  }
  return kinds[(known[code] as number) - 1] as Separator | null
}

/** Rules of Markdown, grid and box tables, and page numbers that stand alone: lines without content. */
const ruleLine = /^[\s|+:=─━┄┅┌┐└┘├┤┬┴┼╭╮╰╯═║╔╗╚╝╠╣╦╩╬│┃-]*(?:--|==|──|━━|══)[\s|+:=─━┄┅┌┐└┘├┤┬┴┼╭╮╰╯═║╔╗╚╝╠╣╦╩╬│┃-]*$/
const pageLine =
  /^[\s\f]*(?:[-—–~]{1,2}\s*\d{1,4}\s*[-—–~]{1,2}|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})\s*$/

/** Tags that some tool left in the text are blank, their attributes' figures too; every character keeps its place. */
const withoutTags = (text: string): string =>
  text.includes('<') ? text.replace(/<\/?[a-z][^<>]{0,300}>/gi, tag => ' '.repeat(tag.length)) : text

/**
 * Some offices explain a label in brackets behind it (`规范性文件（指印发的公告、通知…）`), in words that are other
 * labels and with years that are no figures: blank, too.
 */
const withoutExplanations = (text: string): string =>
  text.replace(labelExplanation, explanation => ' '.repeat(explanation.length))

/** Enumerators set apart from their label (`36 1. 属于国家秘密`, `（ 七 ）总计`): their numbers are no figures. */
const withoutEnumerators = (text: string): string =>
  text.replace(/(?<!\S)[1-9][.．、](?=[ ]{1,2}\p{Script=Han})|[（(] [一二三四五六七八九十] [）)]/gu, found =>
    ' '.repeat(found.length),
  )

/** A page's number in a text whose lines a tool joined (`… 0 6 第 12 页 共 20 页 （四）…`) is no figure of the row before it. */
const withoutPageNumbers = (text: string): string =>
  text.replace(/第\s{0,4}\d{1,4}\s{0,4}页|共\s{0,4}\d{1,4}\s{0,4}页/g, found => ' '.repeat(found.length))

/** Lines in which none of these can stand are most of a table. */
const mayHoldOther = /[<（(第共]|[.．、] /
const withoutOther = (text: string): string =>
  mayHoldOther.test(text) ? withoutPageNumbers(withoutEnumerators(withoutExplanations(withoutTags(text)))) : text

/** Lexes the lines of a region, as far as `mostFragments`. O(characters). */
export function toFragments(lines: readonly Paragraph[], lexicon: Lexicon): Fragment[] {
  const out: Fragment[] = []
  let gap = noGap
  let page = 0
  for (const [index, paragraph] of lines.entries()) {
    if (out.length > mostFragments) break
    if (index > 0) gap = addGaps(gap, newline)
    const text = withoutOther(paragraph.text)
    if (ruleLine.test(text) || pageLine.test(text)) continue
    if (text.includes('\f')) page += text.split('\f').length - 1
    gap = lexLine(text, { line: index, place: paragraph.place, page }, gap, lexicon, out)
  }
  // Words of no letters at the end: what is blank behind the last figure is evidence too.
  const end = { line: lines.length, x0: 0, x1: 0, c0: 0, c1: 0, page, place: lines.at(-1)?.place ?? {} }
  out.push({ kind: 'words', text: '', key: '', gap: addGaps(gap, newline), ...end })
  return joinSpacedWords(out)
}

type Line = Pick<Fragment, 'line' | 'place' | 'page'>

function lexLine(text: string, line: Line, before: Gap, lexicon: Lexicon, out: Fragment[]): Gap {
  let gap = before
  let spaces = 0
  let x = 0
  let start = -1
  let startX = 0
  let wide = false
  const first = out.length
  for (let i = 0; i <= text.length && out.length <= mostFragments; i++) {
    const code = i < text.length ? text.charCodeAt(i) : newlineCode
    const separator = separatorOf(code)
    if (separator === null) {
      if (start < 0) {
        start = i
        startX = x
      }
    } else if (start >= 0) {
      gap = lexRun(text.slice(start, i), line, start, startX, withSpaces(gap, spaces), lexicon, out)
      spaces = 0
      start = -1
    }
    if (i === text.length) break
    if (separator === 'tab') gap = addGaps(gap, tab)
    else if (separator === 'newline') gap = addGaps(gap, newline)
    else if (separator === 'bar') gap = addGaps(gap, barGap)
    else if (separator === 'space') spaces++
    if (code === 0x3000 || code === 0xa0) wide = true
    x += charWidth(code)
  }
  gap = withSpaces(gap, spaces)
  // A line of nothing but U+3000 or U+00A0 is a cell that somebody left so: evidence of an empty cell.
  if (wide && out.length === first && !/[\t|]/.test(text)) {
    out.push({ kind: 'blank', text, key: '', ...line, x0: 0, x1: x, c0: 0, c1: text.length, gap })
    gap = noGap
  }
  return gap
}

const newlineCode = 0x0a

/** A run of a line, from its character `c` and its display column `x` on. */
function lexRun(
  run: string,
  { line, place, page }: Line,
  c: number,
  x: number,
  gap: Gap,
  lexicon: Lexicon,
  out: Fragment[],
): Gap {
  let next = gap
  for (const { kind, text, key, from, to, x0, x1 } of partsOf(run, lexicon)) {
    if (out.length > mostFragments) break
    out.push({ kind, text, key, line, place, page, x0: x + x0, x1: x + x1, c0: c + from, c1: c + to, gap: next })
    next = noGap
  }
  return next
}

/** `总 计`, `三 、本 年 度`: single spaces between single characters are typography, not boundaries; nor is the one in `减 4`. */
function joinSpacedWords(fragments: Fragment[]): Fragment[] {
  const out: Fragment[] = []
  let lastLength = Number.POSITIVE_INFINITY
  for (const fragment of fragments) {
    const last = out.at(-1)
    const single = fragment.gap.spaces === 1 && gapSize(fragment.gap) === 1
    if (last?.kind === 'words' && fragment.kind === 'words' && single && lastLength <= 2 && fragment.key.length <= 2) {
      const text = `${last.text} ${fragment.text}`
      out[out.length - 1] = { ...last, text, key: keyOf(text), x1: fragment.x1, c1: fragment.c1 }
    } else if (fragment.kind === 'figure' && single && last?.kind === 'words' && /^(?:增加?|减少?)$/.test(last.text)) {
      const text = `${last.text}${fragment.text}`
      out[out.length - 1] = { ...last, kind: 'figure', text, key: '', x1: fragment.x1, c1: fragment.c1 }
    } else out.push(fragment)
    lastLength = fragment.key.length
  }
  return out
}
