/** The figures that stand between a row's label and the next one's, and what separates them. */

import { enumeratorOf } from '../text/label.ts'
import type { AlignedLabel, Alignment } from './align.ts'
import { addGaps, type Fragment, type Gap, gapSize, noGap } from './fragments.ts'
import type { Lexicon } from './lexicon.ts'

/** A figure, a mark of an empty cell, or words in a figure's place, with everything blank that stands before it since the one before. */
export interface PieceText {
  fragment: number
  kind: 'figure' | 'blank' | 'words'
  text: string
  gap: Gap
  /** Words that are not the label's stand between it and the piece before: no cell goes on over them. */
  afterWords: boolean
}

export interface RowText {
  label: AlignedLabel | null
  pieces: PieceText[]
  /** Words that stand among the figures and belong to no label of the form; index of the piece they stand before. */
  noiseBefore: number[]
  /** What stands between the last figure (or the label) and the next words of any kind. */
  tail: Gap
  /** Nothing stands between the label and the first figure, or between the last and the next words. */
  touchesWords: boolean
  /** A line with words that are none of the form's and figures of its own ended the row: another row that somebody added. */
  endedByStranger: boolean
  /** Its label stands in the table again, and not right behind itself: two rows have it. */
  isTwice: boolean
  /** It is the first that was found, and not the form's first: figures above it may be another row's. */
  lacksPrevious: boolean
  /** The row that the form has next was not found: its figures may stand here. */
  lacksNext: boolean
  /** Other words, or the end of a page, stand between the label and the last figure: blank lines prove nothing. */
  interrupted: boolean
}

const isEmpty = (gap: Gap): boolean => gapSize(gap) === 0

/** Cuts the stream at the labels: each row has what follows its label's first word, up to the next label. */
export function cutRows(
  fragments: readonly Fragment[],
  alignment: Alignment,
  lexicon: Pick<Lexicon, 'rows' | 'rowKeys' | 'starts'>,
): RowText[] {
  const noise = new Set(alignment.noise)
  // A row's own label that found no place in the order: what follows it is that row's and no other's.
  const strays = alignment.noise.filter(i => lexicon.rows.has(fragments[i]?.key ?? ''))
  return alignment.labels.map((label, i) => {
    const next = alignment.labels[i + 1]
    const from = (label.fragments[0] as number) + 1
    const end = next ? (next.fragments[0] as number) : fragments.length
    const last = label.fragments.at(-1) ?? from
    const to = strays.find(stray => stray > last && stray < end) ?? end
    const row = cutRow(fragments, label, from, to, { noise, rowKeys: lexicon.rowKeys, starts: lexicon.starts })
    const key = fragments[label.fragments[0] as number]?.key
    return alignment.noise.some(stray => fragments[stray]?.key === key) ? { ...row, isTwice: true } : row
  })
}

export function cutRow(
  fragments: readonly Fragment[],
  label: AlignedLabel | null,
  from: number,
  to: number,
  { noise, rowKeys, starts }: Pick<Lexicon, 'rowKeys' | 'starts'> & { noise: ReadonlySet<number> },
): RowText {
  const row: RowText = {
    label,
    pieces: [],
    noiseBefore: [],
    tail: noGap,
    touchesWords: false,
    endedByStranger: false,
    lacksPrevious: false,
    lacksNext: false,
    isTwice: false,
    interrupted: false,
  }
  const lastWord = label?.fragments.at(-1) ?? -1
  // 其他 and 总计 are columns, too; `3.其他` is none.
  const isKey = (i: number) => rowKeys.has(fragments[i]?.key ?? '')
  const isNumbered = (i: number) => isKey(i) && enumeratorOf(fragments[i]?.text ?? '') !== null
  const isRow = (i: number) => noise.has(i) || isKey(i)
  // Whether figures follow a word on its own line; what was looked through once is not again.
  let without = from
  const hasFigures = (word: number) => {
    if (word < without) return false
    let i = word + 1
    while (i < to && fragments[i]?.gap.newlines === 0 && fragments[i]?.kind !== 'figure') i++
    if (i < to && fragments[i]?.gap.newlines === 0) return true
    without = i
    return false
  }
  let gap = noGap
  let afterWords = false
  let inTail = true
  let last = lastWord < 0 ? from : lastWord
  for (let i = from; i < to; i++) {
    const fragment = fragments[i] as Fragment
    gap = addGaps(gap, fragment.gap)
    if (fragment.kind === 'words') {
      const beyond = !inTail
      if (i > lastWord) afterWords = true
      const isFirst = fragment.key === fragments[label?.fragments[0] ?? i]?.key
      if (row.pieces.length > 0 && i <= lastWord && isFirst && isKey(i)) row.isTwice = true
      if (inTail && i > lastWord) {
        row.tail = gap
        inTail = false
        if (isEmpty(fragment.gap) && row.pieces.length > 0) row.touchesWords = true
      }
      if (i > lastWord && starts.has(fragment.key)) break
      // The label's own second half: what is blank before it is the label's.
      if (i <= lastWord && row.pieces.length === 0) gap = noGap
      if (i > lastWord && gap.newlines > 0 && label && isRow(i) && (hasFigures(i) || isNumbered(i))) {
        row.endedByStranger = true
        break
      }
      if (noise.has(i)) {
        // Words in a cell of their own, on the row's line: something that should have been a figure.
        // Behind a label of the form they are the next row's, and so are `2.没`: no cell begins with an enumerator.
        if (gap.newlines === 0 && gap.lead > 0 && i > lastWord && !beyond && enumeratorOf(fragment.text) === null) {
          row.pieces.push({ fragment: i, kind: 'words', text: fragment.text, gap, afterWords })
          gap = noGap
          inTail = true
        } else row.noiseBefore.push(row.pieces.length)
      }
      continue
    }
    if (row.pieces.length === 0 && isEmpty(gap) && i > 0 && fragments[i - 1]?.kind === 'words') row.touchesWords = true
    if (!inTail || fragment.page !== fragments[last]?.page) row.interrupted = true
    row.pieces.push({ fragment: i, kind: fragment.kind, text: fragment.text, gap, afterWords })
    last = i
    gap = noGap
    afterWords = false
    inTail = true
  }
  const after = fragments[to]
  if (inTail) row.tail = after ? addGaps(gap, after.gap) : gap
  if (inTail && after && isEmpty(after.gap) && row.pieces.length > 0) row.touchesWords = true
  return row
}

/** The fragments with the numbers of rows (序号) as words: figures that begin the line of a label, or count the labels that they stand before. */
export function withoutRowNumbers(fragments: readonly Fragment[], { labels }: Alignment): readonly Fragment[] {
  const firsts = labels.map(label => label.fragments[0] ?? 0)
  const numbers = new Set<number>()
  for (const first of firsts) {
    let i = first
    while (i > 0 && fragments[i]?.gap.newlines === 0) i--
    if (i < first && i > 0 && fragments[i]?.kind === 'figure') numbers.add(i)
  }
  if (numbers.size < 2 && areCounted(fragments, firsts)) for (const first of firsts) numbers.add(first - 1)
  if (numbers.size < 2) return fragments
  return fragments.map((fragment, i) => (numbers.has(i) ? { ...fragment, kind: 'words', key: '' } : fragment))
}

/** Under a header 序号, whether the figures before the labels go on from 1 as labels do; each block may begin anew. */
function areCounted(fragments: readonly Fragment[], labels: readonly number[]): boolean {
  let last = 0
  const goesOn = (label: number) => {
    const { kind, text } = fragments[label - 1] ?? {}
    const number = kind === 'figure' ? Number(text) : 0
    if (number !== 1 && number !== last + 1) return false
    last = number
    return true
  }
  return labels.length > 1 && labels.every(goesOn) && fragments.some(({ text }) => text.trim() === '序号')
}

/** What is said in words: 见附件, 无. */
export const isInWords = ({ kind, text }: PieceText): boolean => kind !== 'figure' && /\p{Script=Han}/u.test(text)

/** A line of nothing but U+3000 or U+00A0. */
export const isBlankLine = (piece: PieceText): boolean => piece.kind === 'blank' && piece.text.trim() === ''

/** The row without lines of wide blanks, where they are not known to be cells. */
export function withoutBlankLines(row: RowText): RowText {
  const pieces: PieceText[] = []
  let gap = noGap
  for (const piece of row.pieces) {
    gap = addGaps(gap, piece.gap)
    if (isBlankLine(piece)) continue
    pieces.push({ ...piece, gap })
    gap = noGap
  }
  return pieces.length === row.pieces.length ? row : { ...row, pieces, tail: addGaps(gap, row.tail) }
}
