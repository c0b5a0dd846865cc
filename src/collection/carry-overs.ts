/** What a body's report of one year must take over from its report of the year before. */
import { cellsOfForm } from '../form/form.ts'
import { forms } from '../form/index.ts'
import type { Cell } from '../model/cell.ts'
import { exactSum } from './exact-sum.ts'

/** Σ `after` = Σ `before`: cells of this year's report, and of last year's. A cell of `less` counts negative. */
export interface CarryOver {
  after: readonly string[]
  less: readonly string[]
  before: readonly string[]
}

/**
 * 上年结转 of each applicant is last year's 结转下年度; 现行有效件数 less what was issued and plus what
 * was repealed this year is last year's 现行有效件数.
 */
export const carryOvers: readonly CarryOver[] = cellsOfForm(forms['2021']).flatMap(({ id, row, column }): CarryOver[] => {
  if (row.id === 'carriedOver') return [{ after: [id], less: [], before: [`requests.carriedForward.${column.id}`] }]
  if (column.id !== 'inForce') return []
  const of = (name: string) => id.replace(/inForce$/, name)
  return [{ after: [id, of('repealed')], less: [of('issued')], before: [id] }]
})

export interface CarryOverCheck {
  /** The cell of this year's report that is judged. */
  cell: string
  before: readonly string[]
  /** What it should be by last year's report; null where a figure for it is not known. */
  expected: number | null
  printed: number | null
  verdict: 'held' | 'broken' | 'unknown'
  /** A figure it rests on is flagged. */
  doubted: boolean
}

/** Judges every carry-over between two reports of one body on consecutive years. */
export function checkCarryOvers(before: ReadonlyMap<string, Cell>, after: ReadonlyMap<string, Cell>): CarryOverCheck[] {
  return carryOvers.map(carry => {
    const [cell = '', ...added] = carry.after
    const printed = after.get(cell)?.value ?? null
    const rest = [...carry.before.map(id => before.get(id)), ...carry.less.map(id => after.get(id))]
    const taken = added.map(id => after.get(id))
    const sum = exactSum()
    for (const figure of rest) sum.add(figure?.value ?? 0)
    for (const figure of taken) sum.add(-(figure?.value ?? 0))
    const all = [after.get(cell), ...rest, ...taken]
    const known = all.every(figure => typeof figure?.value === 'number')
    const expected = [...rest, ...taken].every(figure => typeof figure?.value === 'number') ? sum.value : null
    return {
      cell,
      before: carry.before,
      expected,
      printed,
      verdict: !known ? 'unknown' : expected === printed ? 'held' : 'broken',
      doubted: all.some(figure => (figure?.flags.length ?? 0) > 0),
    }
  })
}
