/** What a body's report of one year must take over from its report of the year before. */

import { cellsOfForm } from './form.ts'
import { forms } from './index.ts'

/** Σ `after` − Σ `less` = Σ `before`: cells of this year's report, and of last year's. */
export interface CarryOver {
  /** The first is the figure that the equation is about. */
  after: readonly [string, ...string[]]
  less: readonly string[]
  before: readonly [string, ...string[]]
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
