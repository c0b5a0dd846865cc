/**
 * Flattened text × form → the grid that the table was before some tool flattened it.
 *
 *     lines → fragments → labels aligned to the form → figures of each row → the row's possible fillings
 *           → one solution for the whole table, or what all solutions agree on → Grid
 *
 * Never a guess: a figure whose column is not certain is left out of the cells, and said to be so.
 */
import type { Log } from '../diagnostic/diagnostic.ts'
import type { Grid, GridCell, Paragraph, Placement } from '../document/document.ts'
import { type Column, cellId, type EditionId, type FormBlock, type TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { type AlignedLabel, alignLabels } from './align.ts'
import { type Filling, fillRow } from './fill-row.ts'
import { type Fragment, toFragments } from './fragments.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { keyOf, spellings } from './match.ts'
import { fillPage, isDrawn } from './page.ts'
import type { Placed, SumRule } from './placements.ts'
import { measureLayout } from './positions.ts'
import { cutRow, cutRows, type RowText } from './row-text.ts'
import { type RowChoice, type RowVariant, rowsOf } from './rows.ts'
import { type ColumnRule, solve } from './solve.ts'

/** A row that was found: which row of the form it is, and how its cells may be filled. */
interface OpenRow {
  variant: RowVariant
  text: RowText
  filling: Filling
}

export function reconstruct(lines: readonly Paragraph[], table: TableKey, log: Log, only?: EditionId): Grid | null {
  const lexicon = lexiconOf(table)
  const fragments = toFragments(lines, lexicon)
  const rows = table === 'disputes' ? findDisputes(fragments, lexicon) : findRows(fragments, table, lexicon, only)
  if (rows.length === 0) return null
  const fillings = fillRows(rows, fragments, table)
  const open = rows.map((row, i): OpenRow => ({ ...row, filling: fillings[i] as Filling }))
  const solved = solveTable(open, table, log)
  return toGrid(open, solved, fragments)
}

function fillRows(rows: readonly FoundRow[], fragments: readonly Fragment[], table: TableKey): Filling[] {
  const layout = measureLayout(rows.map(({ variant, text }) => ({ row: text, width: variant.block.columns.length })))
  if (layout.kind === 'page' && isDrawn(fragments, rows.length)) {
    const pageRows = rows.map(({ variant, text }) => ({
      lines: linesOf(text, fragments),
      width: variant.block.columns.length,
      sums: sumsOf(variant, table),
      header: headerAbove(fragments, text, variant.block),
    }))
    return fillPage(fragments, pageRows)
  }
  return rows.map(({ variant, text }) => fillRow(text, variant.block.columns.length, sumsOf(variant, table), layout))
}

/** The nearest run of a block's column labels above a row, from left to right; null unless they are all there. */
function headerAbove(fragments: readonly Fragment[], text: RowText, block: FormBlock): number[] | null {
  const above = text.label?.fragments[0] ?? text.pieces[0]?.fragment ?? 0
  const isLabel = (index: number, column: Column) => spellings(column.label).includes((fragments[index] as Fragment).key)
  const found: number[] = []
  for (let i = above - 1; i >= 0 && found.length < block.columns.length; i--) {
    if (block.columns.some(column => isLabel(i, column))) found.unshift(i)
  }
  found.sort((a, b) => (fragments[a] as Fragment).x0 - (fragments[b] as Fragment).x0)
  return found.length === block.columns.length && found.every((index, c) => isLabel(index, block.columns[c] as Column))
    ? found
    : null
}

/** Lines of a row's label; of its figures where it has no label. */
const linesOf = (text: RowText, fragments: readonly Fragment[]): number[] =>
  [...new Set((text.label?.fragments ?? text.pieces.map(piece => piece.fragment)).map(i => fragments[i]?.line ?? 0))].sort(
    (a, b) => a - b,
  )

/** The sums that a row's own cells must satisfy, by column index. */
function sumsOf(variant: RowVariant, table: TableKey): SumRule[] {
  const ids = variant.block.columns.map(column => cellId(table, variant.row.id, column.id))
  return forms[variant.edition].tables[table].equations
    .filter(({ left, right }) => right.length === 1 && [...left, ...right].every(id => ids.includes(id)))
    .map(({ left, right }) => ({ parts: left.map(id => ids.indexOf(id)), total: ids.indexOf(right[0] as string) }))
}

/** The form's identities between rows, as coefficients of row indices. Only those all of whose rows were found. */
function rulesOf(rows: readonly OpenRow[], table: TableKey): ColumnRule[] {
  const first = rows[0]
  if (!first) return []
  const { equations } = forms[first.variant.edition].tables[table]
  const column = first.variant.block.columns[0] as Column
  const indexOf = (id: string) => rows.findIndex(({ variant }) => cellId(table, variant.row.id, column.id) === id)
  const rules: ColumnRule[] = []
  for (const { left, right } of equations) {
    const terms = [...left.map(id => [indexOf(id), 1] as const), ...right.map(id => [indexOf(id), -1] as const)]
    if (new Set(terms.map(([row]) => row)).size === terms.length && terms.every(([row]) => row >= 0)) rules.push(new Map(terms))
  }
  return rules
}

/** For each row the placements that remain, and whether it was solved rather than read. */
type Solved = { placements: Placed[]; solved: boolean }[]

function solveTable(rows: readonly OpenRow[], table: TableKey, log: Log): Solved {
  const asIs = rows.map(({ filling }) => ({ placements: filling.placements, solved: filling.kind !== 'read' }))
  if (rows.every(({ filling }) => filling.kind === 'read')) return asIs
  const whole = rows.every(({ filling }) => filling.kind !== 'unknown')
  const rules = whole ? rulesOf(rows, table) : []
  const columns = rows[0]?.variant.block.columns.length ?? 0
  const solution = solve(
    asIs.map(row => row.placements),
    rules,
    columns,
  )
  const about = (indices: number[]) =>
    indices.flatMap(i => {
      const { variant } = rows[i] as OpenRow
      return variant.block.columns.map(column => cellId(table, variant.row.id, column.id))
    })
  const open = rows.map((_, i) => i).filter(i => rows[i]?.filling.kind !== 'read')
  if (solution.contradiction !== null || (rules.length === 0 && table === 'requests')) {
    // The rows contradict each other, or one is missing: a row's own sum alone does not tell its columns.
    const doubtful = open.filter(i => !isForced(rows[i] as OpenRow))
    if (solution.contradiction !== null) {
      log.add('table/contradiction', { about: about(open), args: { where: namesOf(rows, open) } })
    }
    return asIs.map((row, i) => (doubtful.includes(i) ? { placements: [], solved: true } : row))
  }
  const ambiguous = open.filter(i => (solution.rows[i] ?? []).length !== 1)
  if (ambiguous.length > 0) {
    log.add('cell/ambiguous', { args: { where: namesOf(rows, ambiguous), solutions: solution.count ?? 'many' } })
  }
  return solution.rows.map((placements, i) => ({ placements, solved: asIs[i]?.solved ?? true }))
}

/** One placement, and no blank in it: the figures fill the row. */
const isForced = ({ filling }: OpenRow): boolean =>
  filling.placements.length === 1 && filling.placements[0]?.values.every(value => value !== null) === true

function namesOf(rows: readonly OpenRow[], indices: readonly number[]): string {
  const names = indices.map(i => rows[i]?.variant.row.label?.text ?? rows[i]?.variant.block.columns[0]?.groups[0]?.text ?? '')
  return names.length > 3 ? `${names.slice(0, 3).join('、')}…` : names.join('、')
}

interface FoundRow {
  variant: RowVariant
  text: RowText
}

function findRows(fragments: readonly Fragment[], table: TableKey, lexicon: Lexicon, only: EditionId | undefined): FoundRow[] {
  const choices = rowsOf(table)
  const alignment = alignLabels(fragments, choices, lexicon)
  const texts = cutRows(fragments, alignment)
  if (table === 'requests') {
    const has = (edition: EditionId) =>
      alignment.labels.some((label, i) => {
        const choice = choices[label.row]
        return (
          choice?.variants.every(variant => variant.edition === edition) &&
          (edition === '2021' || (texts[i]?.pieces.length ?? 0) > 0)
        )
      })
    const edition = only ?? (has('2021') ? '2021' : has('2019') ? '2019' : '2021')
    const found = texts.flatMap(text => {
      const variants = choices[(text.label as AlignedLabel).row]?.variants ?? []
      const variant = variants.find(v => v.edition === edition) ?? variants[0]
      // （六）其他处理 above its three rows is a group label, not a row.
      const isGroup = variant?.edition !== edition && text.pieces.length === 0
      return variant && !isGroup ? [{ variant, text }] : []
    })
    return withoutStrangers(found, choices, edition)
  }
  const found: FoundRow[] = []
  let previous = null as { to: number; variant: RowVariant } | null
  for (const text of texts) {
    const label = text.label as AlignedLabel
    const variants = (choices[label.row]?.variants ?? []).filter(v => only === undefined || v.edition === only)
    const header = fragments
      .slice(previous?.to ?? 0, label.fragments[0])
      .map(fragment => (fragment.kind === 'words' ? fragment.key : ''))
      .join('')
    const above: FormBlock | undefined = previous?.variant.block
    const inherited: RowVariant | undefined = variants.find(v => v.block === above)
    const variant: RowVariant | undefined =
      inherited ?? chooseByHeader(header, variants) ?? (variants.length === 1 ? variants[0] : undefined)
    if (!variant) continue
    found.push({ variant, text })
    previous = { to: (label.fragments.at(-1) as number) + 1, variant }
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
    const gap = next ? order.indexOf(next.variant.row.id) - order.indexOf(row.variant.row.id) : 1
    if (stranger === undefined || gap <= 1) return row
    return { ...row, text: { ...row.text, pieces: row.text.pieces.slice(0, stranger) } }
  })
}

/** The edition whose column labels stand above a row, however they are wrapped: by the character pairs they share. */
function chooseByHeader(header: string, variants: readonly RowVariant[]): RowVariant | undefined {
  const pairsOf = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))
  const have = pairsOf(header)
  const scored = variants
    .map(variant => {
      const wanted = pairsOf(keyOf(variant.block.columns.map(column => column.label.text).join('')))
      return { variant, score: [...wanted].filter(pair => have.has(pair)).length / wanted.size }
    })
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  return first && first.score >= 0.5 && first.score > (second?.score ?? 0) + 0.1 ? first.variant : undefined
}

/** Table 4 has no row label: its figures follow its header. */
function findDisputes(fragments: readonly Fragment[], lexicon: Lexicon): FoundRow[] {
  const block = forms['2021'].tables.disputes.blocks[0] as FormBlock
  const isHeader = (fragment: Fragment) =>
    fragment.kind === 'words' &&
    fragment.key !== '' &&
    (lexicon.known.has(fragment.key) || [...lexicon.known].some(known => known.includes(fragment.key)))
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
  const text = cutRow(fragments, null, firstFigure, end, new Set())
  return [{ variant: { edition: '2021', block, row: block.rows[0] as FormBlock['rows'][number] }, text }]
}

/** The grid as the form draws it: a header for each block, then its rows. */
function toGrid(rows: readonly OpenRow[], solved: Solved, fragments: readonly Fragment[]): Grid {
  const place = fragments[0]?.place ?? {}
  const label = (text: string): GridCell => ({ text, place: {}, anchor: true })
  const width = 1 + Math.max(...rows.map(row => row.variant.block.columns.length))
  const pad = (cells: GridCell[]): GridCell[] => [...cells, ...Array.from({ length: width - cells.length }, () => label(''))]
  const out: GridCell[][] = []
  let block: FormBlock | null = null
  for (const [i, { variant, text }] of rows.entries()) {
    const { columns } = variant.block
    if (variant.block !== block) {
      block = variant.block
      if (columns.some(column => column.groups.length > 0))
        out.push(pad([label(''), ...columns.map(column => label(column.groups.at(-1)?.text ?? ''))]))
      out.push(pad([label(''), ...columns.map(column => label(column.label.text))]))
    }
    const at = fragments[text.label?.fragments[0] ?? 0]?.place ?? place
    const cells = columns.map((_, c) => cellOf(solved[i] as Solved[number], c, text, fragments, at))
    out.push(pad([{ text: variant.row.label?.text ?? '', place: at, anchor: true }, ...cells]))
  }
  return { kind: 'grid', rows: out, place }
}

function cellOf(
  { placements, solved }: Solved[number],
  column: number,
  text: RowText,
  fragments: readonly Fragment[],
  at: GridCell['place'],
): GridCell {
  const all = text.pieces.map(piece => piece.text.trim()).join(' ')
  const [first] = placements
  const agreed = first !== undefined && placements.every(placed => placed.digits[column] === first.digits[column])
  if (!agreed) return { text: all, place: { ...at }, anchor: true, placed: { status: 'ambiguous' } }
  const fragment = first.fragments[column] as number
  // A place of its own: two figures glued into one fragment are still two cells.
  const place = { ...(fragments[fragment]?.place ?? at) }
  const placed: Placement | null = solved && first.digits[column] !== null ? { status: 'inferred' } : null
  return { text: first.digits[column] ?? '', place, anchor: true, ...(placed ? { placed } : {}) }
}
