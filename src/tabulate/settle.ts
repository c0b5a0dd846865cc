/** From what each row may be to what the table is. */
import type { Log } from '../diagnostic/diagnostic.ts'
import type { Place } from '../document/document.ts'
import { type Column, cellId, type TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { type Filling, unknown } from './fill-row.ts'
import type { FoundRow } from './find-rows.ts'
import type { Placed } from './placements.ts'
import type { RowVariant } from './rows.ts'
import { type ColumnRule, solve } from './solve.ts'

/** A row that was found, with the ways in which its cells may be filled. */
export interface OpenRow extends FoundRow {
  filling: Filling
}

/** For each row the placements that remain, and whether it was solved rather than read. */
export interface SettledRow {
  placements: Placed[]
  solved: boolean
}

/**
 * Settles a table: rows that were not read by position are solved together. Where the identities contradict
 * the figures, or a row of the form is missing, nothing that depends on them is concluded. `steps` bounds the search;
 * `glued`: nothing stands between figures, so that what is not a row's own may stand among its digits.
 */
export function settle(
  rows: readonly OpenRow[],
  table: TableKey,
  place: Place,
  log: Log,
  { steps, glued = false }: { steps?: number | undefined; glued?: boolean } = {},
): SettledRow[] {
  const asIs = rows.map(({ filling }) => ({ placements: filling.placements, solved: filling.kind !== 'read' }))
  const whole = rows.every(({ filling }) => filling.kind !== 'unknown')
  const columns = rows[0]?.variant.block.columns.length ?? 0
  const torn = table === 'requests' ? rows.map((_, i) => i).filter(i => isTorn(rows[i]) && rows[i]?.filling.kind === 'read') : []
  if (torn.length > 0 && !(whole && addsUpBelow(rows, rulesOf(rows, table), columns))) {
    const rest = rows.map((row, i) => (torn.includes(i) ? { ...row, filling: { ...unknown, torn: true as const } } : row))
    return settle(rest, table, place, log, { steps, glued })
  }
  if (rows.every(({ filling }) => filling.kind === 'read')) return asIs
  const rules = whole ? rulesOf(rows, table) : []
  const solution = solve(
    asIs.map(row => row.placements),
    rules,
    columns,
    steps,
  )
  const about = (indices: number[]) => indices.flatMap(i => idsOf((rows[i] as OpenRow).variant, table))
  const open = rows.map((_, i) => i).filter(i => rows[i]?.filling.kind !== 'read')
  const unplaced = open.filter(i => rows[i]?.filling.kind === 'unknown' && !isTorn(rows[i]))
  const contradicting = solution.contradiction !== null ? open : unplaced
  if (contradicting.length > 0) {
    // Rows that could not be placed are null as they stand; doubt is for figures that were.
    const doubted = solution.contradiction !== null ? about(open) : []
    log.add('table/contradiction', { place, about: doubted, args: { where: namesOf(rows, contradicting) } })
  }
  if (solution.contradiction !== null || (rules.length === 0 && table === 'requests')) {
    // The rows contradict each other, or one is missing: a row's own sum alone does not tell its columns.
    const doubtful = open.filter(i => (glued && contradicting.length > 0) || !isForced(rows[i] as OpenRow))
    const left = doubtful.filter(i => !contradicting.includes(i))
    if (left.length > 0) log.add('cell/ambiguous', { place, args: { where: namesOf(rows, left), solutions: '≥2' } })
    return asIs.map((row, i) => (doubtful.includes(i) ? { placements: [], solved: true } : row))
  }
  const ambiguous = open.filter(i => (solution.rows[i] ?? []).length > 1)
  if (ambiguous.length > 0) {
    log.add('cell/ambiguous', { place, args: { where: namesOf(rows, ambiguous), solutions: solution.count ?? '≥2' } })
  }
  return solution.rows.map((placements, i) => ({ placements, solved: asIs[i]?.solved ?? true }))
}

const isTorn = (row: OpenRow | undefined): boolean => row?.filling.torn === true

/** Whether every row has one placement and the rules between rows hold in each column, so that no row has its columns exchanged. */
const addsUpBelow = (rows: readonly OpenRow[], rules: readonly ColumnRule[], columns: number): boolean =>
  rules.length > 0 &&
  rows.every(({ filling }) => filling.placements.length === 1) &&
  rules.every(rule =>
    Array.from({ length: columns }, (_, c) =>
      [...rule].reduce((sum, [row, sign]) => sum + sign * (rows[row]?.filling.placements[0]?.values[c] ?? 0), 0),
    ).every(sum => sum === 0),
  )

/** The cells of a row, by id. */
export const idsOf = ({ block, row }: RowVariant, table: TableKey): string[] =>
  block.columns.map(column => cellId(table, row.id, column.id))

/** One placement, and no blank in it: the figures fill the row. */
const isForced = ({ filling }: OpenRow): boolean =>
  filling.placements.length === 1 && filling.placements[0]?.values.every(value => value !== null) === true

function namesOf(rows: readonly OpenRow[], indices: readonly number[]): string {
  const names = indices.map(i => rows[i]?.variant.row.label?.text ?? rows[i]?.variant.block.columns[0]?.groups[0]?.text ?? '')
  return names.length > 3 ? `${names.slice(0, 3).join('、')}…` : names.join('、')
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
