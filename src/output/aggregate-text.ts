import type { Aggregate, GroupSums, Rate, Sum, Sums, YearSums } from '../collection/aggregate.ts'
import { formOrder } from '../collection/facts.ts'
import { rateFormulas } from '../collection/rates.ts'
import type { TableKey } from '../form/form.ts'
import { type CollectionWords, collectionWords, rateName } from './collection-words.ts'
import { printSum } from './official-figure.ts'
import { shortName } from './short-name.ts'
import { textTable } from './text-table.ts'

export interface AggregateTextOptions {
  language: 'zh' | 'en'
  /** Every applicant's column of table 3; else its totals alone. */
  full?: boolean
  /** Sums of each group in place of the years: of the latest year. */
  by?: 'level' | 'kind' | 'parent'
}

interface Column {
  title: string
  sums: Sums
}

/** A roll-up for a terminal: who reported, the sums of the three tables and the rates, years or groups side by side. */
export function aggregateText(aggregate: Aggregate, { language, full = false, by }: AggregateTextOptions): string {
  const words = collectionWords[language]
  const columns = by === undefined ? yearColumns(aggregate) : groupColumns(aggregate.years.at(-1), by, words)
  const heading = `${aggregate.scope ?? words.all}${by === undefined ? '' : `  ${words.by[by]}  ${aggregate.years.at(-1)?.year ?? ''}`}`
  const parts = [heading, coverage(columns, words)]
  for (const table of ['disclosure', 'requests', 'disputes'] as const) {
    const rows = sumRows(columns, table, full)
    if (rows.length === 0) continue
    parts.push(textTable([[words.tables[table], ...columns.map(({ title }) => title)], ...rows], alignments(columns)))
  }
  parts.push(words.legend)
  const rates = rateRows(columns, words)
  parts.push(textTable([[words.rates, ...columns.map(({ title }) => title)], ...rates], alignments(columns)), words.ratesLegend)
  return `${parts.join('\n\n')}\n`
}

const yearColumns = ({ years }: Aggregate): Column[] => years.map(sums => ({ title: String(sums.year), sums }))

const groupColumns = (year: YearSums | undefined, by: 'level' | 'kind' | 'parent', words: CollectionWords): Column[] => {
  const groups: readonly GroupSums[] = { level: year?.byLevel, kind: year?.byKind, parent: year?.byParent }[by] ?? []
  return groups.map(sums => ({ title: groupName(sums.name, by, words), sums }))
}

/** A level by its word, a kind or parent by its own name. */
export const groupName = (name: string | null, by: 'level' | 'kind' | 'parent', words: CollectionWords): string =>
  name === null ? words.notStated : by === 'level' ? (words.levels[name as keyof typeof words.levels] ?? name) : name

const alignments = (columns: readonly Column[]) => ['left', ...columns.map(() => 'right')] as ('left' | 'right')[]

const mostNames = 12

function coverage(columns: readonly Column[], words: CollectionWords): string {
  const lines = columns.map(({ title, sums }) => {
    const names = sums.notReported
    const shown = names.length > mostNames ? [...names.slice(0, mostNames), `… +${names.length - mostNames}`] : names
    return [title, `${sums.reported}/${sums.bodies}`, shown.join('、') || words.none]
  })
  return textTable([['', `${words.reported}/${words.bodies}`, words.notReported], ...lines], ['left', 'right'])
}

function sumRows(columns: readonly Column[], table: TableKey, full: boolean): string[][] {
  const byColumn = columns.map(({ sums }) => new Map(sums.sums.map(sum => [sum.cell, sum])))
  return formOrder
    .filter(id => id.startsWith(`${table}.`) && byColumn.some(sums => sums.has(id)))
    .filter(id => full || table !== 'requests' || id.endsWith('.total'))
    .map(id => {
      const name = full || table !== 'requests' ? shortName(id) : shortName(id).split(' › ').slice(0, -1).join(' › ')
      return [name, ...byColumn.map(sums => sumText(sums.get(id)))]
    })
}

/** `120`, or with its coverage where it is not complete and sure: `≥100 (47/50)`. */
function sumText(sum: Sum | undefined): string {
  if (!sum) return ''
  const { text, plain } = printSum(sum)
  return plain ? text : `${text} (${sum.known}/${sum.of})`
}

function rateRows(columns: readonly Column[], words: CollectionWords): string[][] {
  return rateFormulas.map(({ id }) => [
    rateName(id, words),
    ...columns.map(({ sums }) => rateText(sums.rates.find(rate => rate.id === id))),
  ])
}

/** `12.3%` of so many bodies; `—` where nothing is below the line. */
export function rateText(rate: Rate | undefined): string {
  if (!rate) return ''
  const value = rate.value === null ? '—' : `${(rate.value * 100).toFixed(1)}%${rate.doubted > 0 ? '?' : ''}`
  return rate.known === rate.of ? value : `${value} (${rate.known}/${rate.of})`
}
