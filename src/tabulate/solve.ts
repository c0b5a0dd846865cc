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

/** `steps` bounds the exact search. */
export function solve(
  rows: readonly Placed[][],
  rules: readonly ColumnRule[],
  columns: number,
  steps: number = limits.steps,
): Solution {
  const live = rows.map(row => [...row])
  const broken = propagate(live, rules, columns)
  if (broken !== null) return { rows: live, count: 0, contradiction: broken }
  const exact = search(live, rules, columns, steps)
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

/**
 * Exact: layers of rows, states = remainders of every rule in every column. Null where the budget ran out.
 * O(states × placements of a row), within `limits`.
 */
function search(
  rows: Placed[][],
  rules: readonly ColumnRule[],
  columns: number,
  mostSteps: number,
): { rows: Placed[][]; count: number } | null {
  const open = rows.map((_, i) => i).filter(i => (rows[i] as Placed[]).length > 1)
  open.sort((a, b) => (rows[a] as Placed[]).length - (rows[b] as Placed[]).length)
  const { start, steps, goal, isPossible } = packRemainders(rows, rules, columns, open)
  // Forward: which remainders can be reached after each row, in how many ways.
  type Layer = Map<Key, { code: Code; ways: number }>
  const layers: Layer[] = [new Map([[keyOf(start), { code: start, ways: 1 }]])]
  let taken = 0
  for (const ways of steps) {
    const layer: Layer = new Map()
    for (const state of (layers.at(-1) as Layer).values()) {
      for (const step of ways) {
        if (++taken > mostSteps) return null
        const code = add(state.code, step, 1)
        const key = keyOf(code)
        const known = layer.get(key)
        if (known) known.ways += state.ways
        else layer.set(key, { code, ways: state.ways })
      }
    }
    if (layer.size > limits.states) return null
    layers.push(layer)
  }
  const count = isPossible ? (layers.at(-1)?.get(keyOf(goal))?.ways ?? 0) : 0
  // Backward: which placements lead to the goal.
  const kept = rows.map(row => [...row])
  let targets = new Map([[keyOf(goal), goal]])
  for (let i = open.length - 1; i >= 0 && count > 0; i--) {
    const row = open[i] as number
    const previous = new Map<Key, Code>()
    kept[row] = (rows[row] as Placed[]).filter((_, p) => {
      let used = false
      for (const target of targets.values()) {
        const code = add(target, steps[i]?.[p] as Code, -1)
        const key = keyOf(code)
        if (!layers[i]?.has(key)) continue
        used = true
        previous.set(key, code)
      }
      return used
    })
    targets = previous
  }
  return { rows: kept, count }
}

/**
 * Remainders as few numbers: the digits of each are one remainder in a mixed radix, as wide as the remainder
 * can become, so that adding codes adds remainders, and equal codes are equal remainders.
 */
type Code = readonly number[]
type Key = number | string

const keyOf = (code: Code): Key => (code.length === 1 ? (code[0] as number) : code.join())
const add = (code: Code, step: Code, sign: 1 | -1): Code => code.map((digits, i) => digits + sign * (step[i] as number))

/** A remainder that some open row moves. */
interface Remainder {
  start: number
  /** By open row and placement. */
  terms: number[][]
}

interface Packed {
  start: Code
  /** All remainders zero. */
  goal: Code
  /** What each placement of each open row adds. */
  steps: Code[][]
  /** No remainder that the open rows leave as it is stands above or below zero. */
  isPossible: boolean
}

function packRemainders(
  rows: readonly Placed[][],
  rules: readonly ColumnRule[],
  columns: number,
  open: readonly number[],
): Packed {
  const moved: Remainder[] = []
  let isPossible = true
  for (const rule of rules) {
    if (!open.some(row => rule.has(row))) continue
    for (let column = 0; column < columns; column++) {
      const term = (row: number, placed: Placed) => (rule.get(row) ?? 0) * valueAt(placed, column)
      const settled = [...rule.keys()].filter(row => rows[row]?.length === 1)
      const start = settled.reduce((sum, row) => sum + term(row, (rows[row] as Placed[])[0] as Placed), 0)
      const terms = open.map(row => (rows[row] as Placed[]).map(placed => term(row, placed)))
      const isFixed = terms.every(own => own.every(value => value === own[0]))
      if (!isFixed) moved.push({ start, terms })
      else if (terms.reduce((sum, own) => sum + (own[0] as number), start) !== 0) isPossible = false
    }
  }
  const start: number[] = []
  const goal: number[] = []
  const steps = open.map(row => (rows[row] as Placed[]).map((): number[] => []))
  let radix = Number.POSITIVE_INFINITY
  for (const remainder of moved) {
    const width = widthOf(remainder)
    if (radix * width > Number.MAX_SAFE_INTEGER) {
      radix = 1
      start.push(0)
      goal.push(0)
      for (const ways of steps) for (const step of ways) step.push(0)
    }
    const put = (code: number[], value: number) => {
      code[code.length - 1] = (code.at(-1) as number) + value * radix
    }
    put(start, remainder.start)
    remainder.terms.forEach((own, i) => {
      own.forEach((term, p) => {
        put(steps[i]?.[p] as number[], term)
      })
    })
    radix *= width
  }
  return { start, steps, goal, isPossible }
}

/**
 * One more than two values of a remainder can lie apart, from the start on or back from zero; `Infinity`, so that
 * it has a number of its own, where they are not whole.
 */
function widthOf({ start, terms }: Remainder): number {
  let low = Math.min(0, start)
  let high = Math.max(0, start)
  for (const own of terms) {
    low += Math.min(0, ...own)
    high += Math.max(0, ...own)
  }
  const isWhole = [start, ...terms.flat()].every(Number.isInteger)
  return isWhole ? high - low + 1 : Number.POSITIVE_INFINITY
}
