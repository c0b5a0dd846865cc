/** The identities that the form states, as they apply to the cells of one report, and whether they hold. */
import type { Equation, TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import type { Cell } from '../model/cell.ts'

type Cells = ReadonlyMap<string, Cell>

/**
 * Equations of a table by what they say, whichever edition says it: a table may mix both editions'
 * rows (（六）其他处理 in one row within the form of 2021). Cells that the report does not have drop
 * out when the equation is judged.
 */
const equationsOfForms: Readonly<Record<TableKey, readonly Equation[]>> = {
  disclosure: unite('disclosure'),
  requests: unite('requests'),
  disputes: unite('disputes'),
}

function unite(table: TableKey): Equation[] {
  const found = new Map<string, Equation>()
  for (const form of Object.values(forms)) {
    for (const equation of form.tables[table].equations) {
      const key = `${equation.identity} ${equation.right.join(' ')}`
      const left = new Set([...(found.get(key)?.left ?? []), ...equation.left])
      found.set(key, { ...equation, left: [...left] })
    }
  }
  return [...found.values()]
}

const undivided = 'requests.otherHandling.undivided.'
const divided = 'requests.otherHandling.'

const isThere = (cells: Cells, id: string): boolean => (cells.get(id)?.status ?? 'absent') !== 'absent'
const isKnown = (cells: Cells, id: string): boolean => (cells.get(id)?.value ?? null) !== null

/**
 * The equations of a table over the cells that this report has. Where （六）其他处理 has a figure both
 * on its own row and on its three rows, the one may be the sum of the others or a fourth part:
 * `readings` then holds every way to add up, and the identity holds when one of them does.
 */
export interface AppliedEquation extends Equation {
  readings: readonly (readonly string[])[]
}

/** Every cell that an equation concerns, each once. */
export const idsOf = (equation: AppliedEquation): string[] => [...new Set([...equation.readings.flat(), ...equation.right])]

/** The equations of a table that apply to this report. */
export function equationsOf(table: TableKey, cells: Cells): AppliedEquation[] {
  return equationsOfForms[table].flatMap(equation => {
    const right = equation.right.filter(id => isThere(cells, id))
    const left = equation.left.filter(id => isThere(cells, id))
    if (right.length < equation.right.length || left.length === 0) return []
    // Along the row the cells of one row are summed, whichever row it is.
    const readings = equation.identity === 'requests/outcomes' ? readingsOf(left, cells) : [left]
    return [{ identity: equation.identity, right, left: readings[0] ?? left, readings }]
  })
}

function readingsOf(left: string[], cells: Cells): string[][] {
  const whole = left.find(id => id.startsWith(undivided))
  const parts = left.filter(id => id.startsWith(divided) && id !== whole)
  if (whole === undefined || parts.length === 0) return [left]
  const withoutWhole = left.filter(id => id !== whole)
  const withoutParts = left.filter(id => !parts.includes(id))
  if (parts.every(id => cells.get(id)?.status === 'missing')) return [withoutParts]
  if (!isKnown(cells, whole)) return [withoutWhole]
  return parts.some(id => isKnown(cells, id)) ? [withoutWhole, withoutParts, left] : [withoutParts]
}

export interface Verdict {
  kind: 'holds' | 'broken' | 'incomplete' | 'unknown'
  /** Sums of the figures that are known. */
  left: number
  right: number
  blanks: number
}

interface Side {
  sum: number
  known: number
  blanks: number
  unknown: number
}

/** A figure by cell id: undefined for a cell that does not count, null for a blank one. */
export type Lookup = (id: string) => { value: number | null; blank: boolean }

export const lookupIn =
  (cells: Cells): Lookup =>
  id => {
    const cell = cells.get(id)
    return { value: cell?.value ?? null, blank: cell?.status === 'blank' }
  }

function addUp(ids: readonly string[], lookup: Lookup): Side {
  const side: Side = { sum: 0, known: 0, blanks: 0, unknown: 0 }
  for (const id of ids) {
    const { value, blank } = lookup(id)
    if (value !== null) {
      side.sum += value
      side.known++
    } else if (blank) side.blanks++
    else side.unknown++
  }
  side.sum = Math.round(side.sum * 1e6) / 1e6
  return side
}

/**
 * Whether Σ left = Σ right, with blank and unknown cells taken for what they are. Counts are never
 * negative, so that a side whose known figures exceed a side that is fully known is wrong whatever
 * its other cells hold; a side that falls short by its blank cells is incomplete; and where anything
 * unknown (ambiguous, missing, unreadable) could make up the difference, nothing is said.
 */
export function judge({ readings, right }: AppliedEquation, lookup: Lookup): Verdict {
  let first: Verdict | undefined
  for (const reading of readings) {
    const verdict = judgeReading(reading, right, lookup)
    if (verdict.kind === 'holds') return verdict
    first ??= verdict
  }
  return first ?? { kind: 'unknown', left: 0, right: 0, blanks: 0 }
}

/** `judge` for one way to add up the left side. */
export function judgeReading(leftIds: readonly string[], rightIds: readonly string[], lookup: Lookup): Verdict {
  const left = addUp(leftIds, lookup)
  const right = addUp(rightIds, lookup)
  return { kind: kindOf(left, right), left: left.sum, right: right.sum, blanks: left.blanks + right.blanks }
}

function kindOf(left: Side, right: Side): Verdict['kind'] {
  // A sum that is not printed contradicts nothing.
  if (right.known === 0) return 'unknown'
  const closed = (side: Side) => side.blanks === 0 && side.unknown === 0
  const difference = left.sum - right.sum
  if (closed(left) && closed(right)) return difference === 0 ? 'holds' : 'broken'
  if (closed(right) && difference > 0) return 'broken'
  if (closed(left) && difference < 0) return 'broken'
  if (left.unknown > 0 || right.unknown > 0) return 'unknown'
  return difference === 0 ? 'holds' : 'incomplete'
}
