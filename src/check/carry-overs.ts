/** Whether a body's report takes over what its report of the year before says. */
import { type CarryOver, carryOvers } from '../form/carry-overs.ts'
import type { Cell } from '../model/cell.ts'
import { exactSum } from '../model/exact-sum.ts'

type Cells = ReadonlyMap<string, Cell>

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
export const checkCarryOvers = (before: Cells, after: Cells): CarryOverCheck[] =>
  carryOvers.map(carry => judgeCarryOver(carry, before, after))

/** Judges one of them. */
export function judgeCarryOver(carry: CarryOver, before: Cells, after: Cells): CarryOverCheck {
  const [cell, ...added] = carry.after
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
}
