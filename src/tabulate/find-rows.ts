/** Which rows of the form stand in a stream of fragments, and of which edition they are. */
import type { Column, EditionId, FormBlock, TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { headerNote, rowsHeader } from '../form/vocabulary.ts'
import { type AlignedLabel, alignLabels } from './align.ts'
import { disputesBegin, isDisputesHeader, orderAcross, orderOf } from './column-order.ts'
import type { Fragment } from './fragments.ts'
import { lexiconOf } from './lexicon.ts'
import { isLabel, keyOf, labelCost, spellings } from './match.ts'
import { fromLeftToRight } from './page-columns.ts'
import { cutRow, cutRows, type RowText, withoutRowNumbers } from './row-text.ts'
import { type RowChoice, type RowVariant, rowsOf } from './rows.ts'
import { lookUp } from './takes.ts'

/** A row of the form that was found in the text, with the figures that stand behind its label. */
export interface FoundRow {
  variant: RowVariant
  text: RowText
}

/** Rows that were found, and words that are none of the form's. */
export interface Found {
  rows: FoundRow[]
  noise: string[]
  /** The header has all labels of the form's columns, and another one: 备注, 上年总计. */
  hasOwnColumns: boolean
  /** Nothing above table 3 shows which of its columns is which. */
  isHeaderLost: boolean
}

/** Finds a table's rows by their labels; in table 4, which has none, the one row behind the header. `only` forces an edition. */
export function findRows(fragments: readonly Fragment[], table: TableKey, only?: EditionId): Found {
  const lexicon = lexiconOf(table)
  if (table === 'disputes') {
    // From the word before the header on: words of another table may stand above.
    const columns = forms['2021'].tables.disputes.blocks[0]?.columns ?? []
    const begin = disputesBegin(
      fragments.map(({ key }) => key),
      columns,
    )
    const isStrange = ({ kind, key }: Fragment) => kind === 'words' && key !== '' && lookUp(table, key).standing === 'strange'
    const strange = [...fragments.keys()].filter(i => i >= begin - 1 && isStrange(fragments[i] as Fragment))
    const rows = findDisputes(fragments)
    return { rows, noise: [], hasOwnColumns: hasOwnColumns(fragments, table, strange), isHeaderLost: false }
  }
  const alignment = alignLabels(fragments, table)
  // 总计 and 其他 are rows and columns: where nothing else is a row, they are columns, of another table it may be.
  const isRow = ({ fragments: own }: AlignedLabel) => own.some(i => !lexicon.known.has(fragments[i]?.key ?? ''))
  if (!alignment.labels.some(isRow)) return { rows: [], noise: [], hasOwnColumns: false, isHeaderLost: false }
  const texts = cutRows(withoutRowNumbers(fragments, alignment), alignment, lexicon)
  const rows = table === 'requests' ? requestRowsOf(texts, only) : disclosureRowsOf(fragments, texts, only)
  const found = inPrintedOrder(rows, fragments, table)
  const noise = alignment.noise.map(i => fragments[i]?.text ?? '')
  const [first] = found
  return {
    rows: found,
    noise,
    hasOwnColumns: hasOwnColumns(fragments, table, alignment.noise),
    isHeaderLost: table === 'requests' && first !== undefined && isHeaderLost(fragments, first),
  }
}

/** Whether fewer than half of a block's columns have two neighbouring characters of their labels, of no other's, above its first row. */
function isHeaderLost(fragments: readonly Fragment[], { text, variant: { block } }: FoundRow): boolean {
  const above = fragments.slice(0, text.label?.fragments[0])
  const header = above.map(({ key }) => key).join('')
  const labels = block.columns.map(({ label }) => spellings(label).join())
  const isSeen = (own: string) =>
    pairsIn(own).some(pair => header.includes(pair) && labels.every(other => other === own || !other.includes(pair)))
  return labels.filter(isSeen).length < labels.length / 2
}

/**
 * The rows with their columns as the header above each block prints them; without those of a block whose order is
 * another one but not known, or in which a total stands before its parts.
 */
function inPrintedOrder(rows: readonly FoundRow[], fragments: readonly Fragment[], table: TableKey): FoundRow[] {
  const blocks = new Map<FormBlock, FormBlock | null>()
  let from = 0
  return rows.flatMap(({ variant, text }) => {
    let block = blocks.get(variant.block)
    if (block === undefined) {
      const columns = printedOrder(fragments, from, text.label?.fragments[0] ?? fragments.length, variant.block.columns)
      const isKnown = columns !== null && (table !== 'requests' || columns.at(-1) === variant.block.columns.at(-1))
      block = !isKnown ? null : columns === variant.block.columns ? variant.block : { ...variant.block, columns: [...columns] }
      blocks.set(variant.block, block)
    }
    from = (text.label?.fragments.at(-1) ?? from) + 1
    if (block === null) return []
    return [block === variant.block ? { variant, text } : { variant: { ...variant, block }, text }]
  })
}

/** The columns as the header from a fragment on is read or, on a page that wraps its labels, as they stand beside each other. */
function printedOrder(fragments: readonly Fragment[], from: number, to: number, columns: readonly Column[]) {
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

/** Whether the beginnings of labels that are left of a damaged header (商�法律�社会�科�其他�) stand in the columns' order. */
function isBegunInOrder(header: string, columns: readonly Column[]): boolean {
  const deepest = Math.max(...columns.map(({ groups }) => groups.length))
  const inner = columns.filter(({ groups }) => groups.length === deepest)
  const places = inner.map(({ label }) => header.lastIndexOf(label.text.slice(0, 2))).filter(at => at >= 0)
  return places.every((at, i) => i === 0 || at > (places[i - 1] as number))
}

/** No office adds more columns than these. */
const mostOwn = 8

/**
 * Whether a word that is none of the form's stands beside the columns' labels, or among them: a column of the office's
 * own. Only where all labels of a block are there: else it may be one of them, misspelt.
 */
function hasOwnColumns(fragments: readonly Fragment[], table: TableKey, noise: readonly number[]): boolean {
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
      return (isLast || row !== undefined) && isName(key.slice(label.length, key.length - (row?.length ?? 0)))
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

/** Table 3 is of 2021 where （六）其他处理 has its rows, of 2019 where it is one with figures. */
function requestRowsOf(texts: readonly RowText[], only: EditionId | undefined): FoundRow[] {
  const choices = rowsOf('requests')
  const choiceOf = (text: RowText) => choices[(text.label as AlignedLabel).row] as RowChoice
  const has = (edition: EditionId) => texts.some(text => choiceOf(text).variants.every(variant => variant.edition === edition))
  const edition = only ?? (has('2021') || !has('2019') ? '2021' : '2019')
  const found = texts.flatMap(text => {
    const { variants } = choiceOf(text)
    const variant = variants.find(v => v.edition === edition) ?? variants[0]
    // （六）其他处理 above its three rows is a group label, not a row.
    const isGroup = variant?.edition !== edition && text.pieces.length === 0
    return variant && !isGroup ? [{ variant, text }] : []
  })
  return withoutStrangers(found, choices, edition)
}

/** Each block of table 2 is of the edition whose column labels stand above it. */
function disclosureRowsOf(fragments: readonly Fragment[], texts: readonly RowText[], only: EditionId | undefined): FoundRow[] {
  const choices = rowsOf('disclosure')
  const found: FoundRow[] = []
  let above = null as { block: FormBlock; to: number } | null
  for (const text of texts) {
    const label = text.label as AlignedLabel
    const variants = (choices[label.row]?.variants ?? []).filter(v => only === undefined || v.edition === only)
    const header = fragments
      .slice(above?.to ?? 0, label.fragments[0])
      .map(fragment => fragment.key)
      .join('')
    const block: FormBlock | undefined = above?.block
    const inherited: RowVariant | undefined = variants.find(v => v.block === block)
    const variant: RowVariant | undefined =
      inherited ?? chooseByHeader(header, variants) ?? (variants.length === 1 ? variants[0] : undefined)
    if (!variant) continue
    found.push({ variant, text })
    above = { block: variant.block, to: (label.fragments.at(-1) as number) + 1 }
  }
  return withoutStrangers(found, choices, found[0]?.variant.edition ?? '2021')
}

/**
 * Where the form has a row between two that were found, words between them may be its label beyond
 * recognition: the figures behind those words are not the upper row's.
 */
function withoutStrangers(found: FoundRow[], choices: readonly RowChoice[], edition: EditionId): FoundRow[] {
  const order = choices.filter(choice => choice.variants.some(variant => variant.edition === edition)).map(choice => choice.id)
  return found.map((row, i) => {
    const next = found[i + 1]
    const [stranger] = row.text.noiseBefore
    const at = order.indexOf(row.variant.row.id)
    const lacksPrevious = i === 0 && at > 0
    const gap = next ? order.indexOf(next.variant.row.id) - at : 1
    if (gap <= 1) return lacksPrevious ? { ...row, text: { ...row.text, lacksPrevious } } : row
    return { ...row, text: { ...row.text, pieces: row.text.pieces.slice(0, stranger), lacksPrevious, lacksNext: true } }
  })
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

/** The edition whose column labels stand above a row, however they are wrapped: by the character pairs they share. */
function chooseByHeader(header: string, variants: readonly RowVariant[]): RowVariant | undefined {
  const scored = variants
    .map(variant => {
      const wanted = pairsOf(variant.block)
      return { variant, score: [...wanted].filter(pair => header.includes(pair)).length / wanted.size }
    })
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  return first && first.score >= 0.5 && first.score > (second?.score ?? 0) + 0.1 ? first.variant : undefined
}

/** Table 4 has no row label: its figures follow its header. */
function findDisputes(fragments: readonly Fragment[]): FoundRow[] {
  const block = forms['2021'].tables.disputes.blocks[0] as FormBlock
  const isHeader = ({ kind, key }: Fragment) => kind === 'words' && key !== '' && lookUp('disputes', key).standing !== 'strange'
  // The header is the longest run of words that the form has there; prose may name a word or two of them.
  let firstFigure = -1
  let longest = 5
  let run = 0
  for (const [i, fragment] of fragments.entries()) {
    if (isHeader(fragment)) run++
    else {
      if (fragment.kind !== 'words' && run > longest) {
        longest = run
        firstFigure = i
      }
      run = 0
    }
  }
  if (firstFigure < 0) return []
  const length = fragments.slice(firstFigure).findIndex(fragment => fragment.kind === 'words' && !isHeader(fragment))
  const end = length < 0 ? fragments.length : firstFigure + length
  const header = fragments.slice(0, firstFigure).map(({ key }) => key)
  if (!isDisputesHeader(header, block.columns)) return []
  const text = cutRow(fragments, null, firstFigure, end, { noise: new Set(), rowKeys: new Set(), starts: new Set() })
  return [{ variant: { edition: '2021', block, row: block.rows[0] as FormBlock['rows'][number] }, text }]
}

/** The nearest run of a block's column labels above a row, from left to right; null unless they are all there. */
export function headerAbove(fragments: readonly Fragment[], { text, variant: { block } }: FoundRow): number[] | null {
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
