/**
 * Solves a whole table jointly: each row has a list of placements that its own sums allow, and the
 * form's identities bind the rows, column by column. Which placements occur in some solution?
 *
 * 1. Propagation: in each column, only values that occur in some way to make the identity hold (sets of
 *    partial sums from both ends), until nothing changes.
 * 2. Exact search over rows with equal remainders merged, within a budget.
 *
 * What is left after 1 is a superset of the solutions, so agreement in it is certain even where 2 runs
 * out of budget.
 */
import type { Placed } from './placements.ts'

/** Σ coefficient × row = 0, in every column. */
export type ColumnRule = ReadonlyMap<number, number>

export interface Solution {
  /** For each row the placements that occur in a solution. */
  rows: Placed[][]
  /** Number of solutions; null where the budget did not allow to count them. */
  count: number | null
  /** Index of the rule that cannot hold, where there is no solution. */
  contradiction: number | null
}

const limits = { sums: 20_000, states: 60_000, steps: 600_000 }

export function solve(rows: readonly Placed[][], rules: readonly ColumnRule[], columns: number): Solution {
  const live = rows.map(row => [...row])
  const broken = propagate(live, rules, columns)
  if (broken !== null) return { rows: live, count: 0, contradiction: broken }
  const exact = search(live, rules, columns)
  if (exact === null) return { rows: live, count: live.every(row => row.length === 1) ? 1 : null, contradiction: null }
  if (exact.count === 0) return { rows: live, count: 0, contradiction: rules.length > 0 ? 0 : null }
  return { rows: exact.rows, count: exact.count, contradiction: null }
}

const valueAt = (placed: Placed, column: number): number => placed.values[column] ?? 0

/** Removes placements until every rule can hold in every column; the first rule that cannot, or null. */
function propagate(rows: Placed[][], rules: readonly ColumnRule[], columns: number): number | null {
  for (let changed = true; changed; ) {
    changed = false
    for (const [index, rule] of rules.entries()) {
      const members = [...rule]
      for (let column = 0; column < columns; column++) {
        const allowed = supported(rows, members, column)
        if (allowed === null) continue
        for (const [i, [row, coefficient]] of members.entries()) {
          const before = rows[row] as Placed[]
          const after = before.filter(placed => allowed[i]?.has(coefficient * valueAt(placed, column)))
          if (after.length === 0) return index
          if (after.length < before.length) {
            rows[row] = after
            changed = true
          }
        }
      }
    }
  }
  return null
}

/** For each member of a rule the terms that occur in some way to sum to 0; null where there are too many sums. */
function supported(rows: readonly Placed[][], members: [number, number][], column: number): Set<number>[] | null {
  const terms = members.map(
    ([row, coefficient]) => new Set((rows[row] as Placed[]).map(placed => coefficient * valueAt(placed, column))),
  )
  const before: Set<number>[] = [new Set([0])]
  for (const own of terms) {
    const sums = new Set<number>()
    for (const sum of before.at(-1) as Set<number>) for (const term of own) sums.add(sum + term)
    if (sums.size > limits.sums) return null
    before.push(sums)
  }
  let after = new Set([0])
  const allowed: Set<number>[] = []
  for (let i = terms.length - 1; i >= 0; i--) {
    const reach = before[i] as Set<number>
    const kept = new Set<number>()
    const next = new Set<number>()
    for (const term of terms[i] as Set<number>) {
      for (const rest of after) {
        // rest = what the later terms add up to; the earlier ones must make −term − rest.
        if (reach.has(-term - rest)) {
          kept.add(term)
          next.add(rest + term)
        }
      }
    }
    allowed[i] = kept
    after = next
    if (after.size > limits.sums) return null
  }
  return allowed
}

/** Exact: layers of rows, states = remainders of every rule in every column. Null where the budget ran out. */
function search(rows: Placed[][], rules: readonly ColumnRule[], columns: number): { rows: Placed[][]; count: number } | null {
  const open = rows.map((_, i) => i).filter(i => (rows[i] as Placed[]).length > 1)
  const bound = rules.filter(rule => open.some(i => rule.has(i)))
  const start = new Array<number>(bound.length * columns).fill(0)
  for (const [r, rule] of bound.entries()) {
    for (const [row, coefficient] of rule) {
      const placements = rows[row] as Placed[]
      if (placements.length !== 1) continue
      for (let c = 0; c < columns; c++)
        start[r * columns + c] = (start[r * columns + c] as number) + coefficient * valueAt(placements[0] as Placed, c)
    }
  }
  open.sort((a, b) => (rows[a] as Placed[]).length - (rows[b] as Placed[]).length)
  // Forward: which remainders can be reached after each row.
  type Layer = Map<string, { sums: number[]; ways: number }>
  const layers: Layer[] = [new Map([[start.join(), { sums: start, ways: 1 }]])]
  let steps = 0
  for (const row of open) {
    const layer: Layer = new Map()
    for (const state of (layers.at(-1) as Layer).values()) {
      for (const placed of rows[row] as Placed[]) {
        if (++steps > limits.steps) return null
        const sums = advance(state.sums, placed, row, bound, columns, 1)
        const key = sums.join()
        const known = layer.get(key)
        if (known) known.ways += state.ways
        else layer.set(key, { sums, ways: state.ways })
      }
    }
    if (layer.size > limits.states) return null
    layers.push(layer)
  }
  const goal = new Array<number>(start.length).fill(0)
  const count = layers.at(-1)?.get(goal.join())?.ways ?? 0
  // Backward: which placements lead to zero.
  const kept = rows.map(row => [...row])
  let targets = new Map([[goal.join(), goal]])
  for (let i = open.length - 1; i >= 0 && count > 0; i--) {
    const row = open[i] as number
    const previous = new Map<string, number[]>()
    kept[row] = (rows[row] as Placed[]).filter(placed => {
      let used = false
      for (const sums of targets.values()) {
        const before = advance(sums, placed, row, bound, columns, -1)
        const key = before.join()
        if (!layers[i]?.has(key)) continue
        used = true
        previous.set(key, before)
      }
      return used
    })
    targets = previous
  }
  return { rows: kept, count }
}

function advance(
  sums: readonly number[],
  placed: Placed,
  row: number,
  rules: readonly ColumnRule[],
  columns: number,
  sign: 1 | -1,
): number[] {
  const out = [...sums]
  for (const [r, rule] of rules.entries()) {
    const coefficient = rule.get(row)
    if (coefficient === undefined) continue
    for (let c = 0; c < columns; c++)
      out[r * columns + c] = (out[r * columns + c] as number) + sign * coefficient * valueAt(placed, c)
  }
  return out
}
