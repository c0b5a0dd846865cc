/** Which rows of the form stand in a stream of fragments, and of which edition they are. */
import type { EditionId, FormBlock, TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { type AlignedLabel, alignLabels } from './align.ts'
import { disputesBegin, isDisputesHeader } from './column-order.ts'
import type { Fragment } from './fragments.ts'
import { chooseByHeader, hasOwnColumns, isHeaderLost, printedOrder } from './header.ts'
import { lexiconOf } from './lexicon.ts'
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
    isHeaderLost:
      table === 'requests' &&
      first !== undefined &&
      isHeaderLost(fragments.slice(0, first.text.label?.fragments[0]), first.variant.block),
  }
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
