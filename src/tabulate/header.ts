/**
 * What the header above a table shows of its columns: their order, the edition, columns of the office's own, or nothing.
 * Its labels may be wrapped over a page's lines, damaged, or glued.
 */
import type { Column, FormBlock, TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { headerNote, rowsHeader } from '../form/vocabulary.ts'
import { isBegunInOrder, orderAcross, orderOf } from './column-order.ts'
import type { Fragment } from './fragments.ts'
import { lexiconOf } from './lexicon.ts'
import { isLabel, keyOf, labelCost, spellings } from './match.ts'
import { fromLeftToRight } from './page-columns.ts'
import type { RowText } from './row-text.ts'
import type { RowVariant } from './rows.ts'

/** The columns as the header from a fragment on is read or, on a page that wraps its labels, as they stand beside each other. */
export function printedOrder(fragments: readonly Fragment[], from: number, to: number, columns: readonly Column[]) {
  const keyAt = (i: number) => (fragments[i] as Fragment).key
  const header = fragments.slice(from, to).map((_, i) => from + i)
  const read = orderOf(header.map(keyAt), columns)
  const labels = header.filter(i => columns.some(({ label }) => Number.isFinite(labelCost(keyAt(i), label))))
  const across = fromLeftToRight(fragments, labels, columns.length)
  if (!across) return labels.length >= columns.length / 2 || isBegunInOrder(header.map(keyAt).join(''), columns) ? read : null
  if (!read) return orderAcross(across.map(keyAt), columns)
  // 总计 before all others, where 自然人 is broken and its own level tells nothing.
  const [first, second] = across.map(keyAt)
  const isTotal = (key: string | undefined) => labelCost(key ?? '', (columns.at(-1) as Column).label) === 0
  return second !== undefined && isTotal(first) ? null : read
}

/** Whether fewer than half of a block's columns have two neighbouring characters of their labels, of no other's, above its first row. */
export function isHeaderLost(above: readonly Fragment[], block: FormBlock): boolean {
  const header = above.map(({ key }) => key).join('')
  const labels = block.columns.map(({ label }) => spellings(label).join())
  const isSeen = (own: string) =>
    pairsIn(own).some(pair => header.includes(pair) && labels.every(other => other === own || !other.includes(pair)))
  return labels.filter(isSeen).length < labels.length / 2
}

/** No office adds more columns than these. */
const mostOwn = 8

/**
 * Whether a word that is none of the form's stands beside the columns' labels, or among them: a column of the office's
 * own. Only where all labels of a block are there: else it may be one of them, misspelt.
 */
export function hasOwnColumns(fragments: readonly Fragment[], table: TableKey, noise: readonly number[]): boolean {
  const { columns, rowKeys } = lexiconOf(table)
  const keys = new Set(fragments.map(({ key }) => key))
  const isThere = ({ label }: Column) => spellings(label).some(key => keys.has(key))
  const whole = Object.values(forms).flatMap(form => form.tables[table].blocks.filter(block => block.columns.every(isThere)))
  const header = whole.flatMap(({ columns, corner }) => [
    ...columns.flatMap(({ label, groups }) => [label, ...groups]),
    ...(corner ? [corner] : []),
  ])
  const labels = new Set(header.flatMap(spellings))
  const isColumn = (i: number) => labels.has(fragments[i]?.key ?? '')
  const linesOf = (isOne: (fragment: Fragment, i: number) => boolean) => new Set(fragments.filter(isOne).map(({ line }) => line))
  const strangers = new Set(noise)
  const isStranger = (at: number) => strangers.has(at) && isName((fragments[at] as Fragment).key)
  const withFigures = linesOf(({ kind }) => kind === 'figure')
  const withColumns = linesOf((_, i) => isColumn(i))
  // Labels of another table, too, stand between 总计 and 其他 where tables follow each other.
  const isName = (key: string) =>
    key.length >= 2 && key.length <= 8 && !/[\d\ufffd]/.test(key) && !headerNote.test(key) && !isLabel(key)
  return noise.some(i => {
    const { key, line } = fragments[i] as Fragment
    const isLast = rowKeys.has(fragments[i + 1]?.key ?? '')
    // Where nothing separates labels: `本年处理决定数量上年数` before the first row's, or with it.
    const label = [...columns].find(label => key.startsWith(label))
    if (label !== undefined) {
      const row = [...rowKeys].find(row => key.endsWith(row) && key.length > label.length + row.length)
      const isGlued = isLast || row !== undefined
      if (isGlued && isName(key.slice(label.length, key.length - (row?.length ?? 0)))) return true
    }
    if (!isName(key)) return false
    // A line of the header has no figures; where all lines were joined, words beside each other prove nothing.
    if (withFigures.has(line)) return false
    // Table 4 has no labels of rows: a column of them, or of numbers, is the office's own.
    if (table === 'disputes' && rowsHeader.test(key) && isColumn(i + 1)) return true
    // One of several, or alone: `… 本年处理决定数量 上年数 备注 行政许可`.
    let before = i - 1
    let behind = i + 1
    while (i - before <= mostOwn && isStranger(before)) before--
    while (behind - i <= mostOwn && isStranger(behind)) behind++
    const isBetween = isColumn(before) && (isColumn(behind) || rowKeys.has(fragments[behind]?.key ?? ''))
    return withColumns.has(line) || isBetween
  })
}

/** The edition whose column labels stand above a row, however they are wrapped: by the character pairs they share. */
export function chooseByHeader(header: string, variants: readonly RowVariant[]): RowVariant | undefined {
  const scored = variants
    .map(variant => {
      const wanted = pairsOf(variant.block)
      return { variant, score: [...wanted].filter(pair => header.includes(pair)).length / wanted.size }
    })
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  return first && first.score >= 0.5 && first.score > (second?.score ?? 0) + 0.1 ? first.variant : undefined
}

/** Pairs of neighbouring characters in the labels of a block's columns. */
function pairsOf(block: FormBlock): ReadonlySet<string> {
  let pairs = pairsKnown.get(block)
  if (!pairs) {
    pairs = new Set(pairsIn(keyOf(block.columns.map(column => column.label.text).join(''))))
    pairsKnown.set(block, pairs)
  }
  return pairs
}

const pairsIn = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))

const pairsKnown = new WeakMap<FormBlock, ReadonlySet<string>>()

/** The nearest run of a block's column labels above a row, from left to right; null unless they are all there. */
export function headerAbove(
  fragments: readonly Fragment[],
  { text, variant: { block } }: { text: RowText; variant: RowVariant },
): number[] | null {
  const above = text.label?.fragments[0] ?? text.pieces[0]?.fragment ?? 0
  const isLabel = (index: number, column: Column) => spellings(column.label).includes((fragments[index] as Fragment).key)
  const found: number[] = []
  for (let i = above - 1; i >= 0 && found.length < block.columns.length; i--) {
    if (fragments[i]?.kind === 'words' && block.columns.some(column => isLabel(i, column))) found.unshift(i)
  }
  found.sort((a, b) => (fragments[a] as Fragment).x0 - (fragments[b] as Fragment).x0)
  return found.length === block.columns.length && found.every((index, c) => isLabel(index, block.columns[c] as Column))
    ? found
    : null
}
