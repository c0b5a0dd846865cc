/**
 * The slips that people make when they fill in a table, each as the figures that would stand there
 * without it. Whether it mends anything is judged in `mend.ts`.
 *
 *     change   one figure is another one: the identity that is broken says which
 *     swap     two cells hold each other's content, a figure and a figure or a figure and a blank
 *     shift    a run of a row's cells stands one column too far. A run that reaches the row's end has lost
 *              a figure, which follows from the row's own sum; one within the row has moved onto an
 *              empty cell, and nothing is lost
 *     split    digits stand on the wrong side of a cell border:
 *                `12│3` for `1│23` or `123│▢` (two neighbours cut elsewhere)
 *                `12│4│▢` for `1│2│4` (fused, and the rest has moved up to an empty cell)
 *                `1│2│4` for `12│4│x` (torn, and the last figure fell off the row's end)
 *
 * A row here is a row of the printed table; table 4 is one row of fifteen cells. Empty: blank or 0.
 */
import { cellId, type TableForm } from '../form/form.ts'
import type { Cell } from '../model/cell.ts'
import { type AppliedEquation, idsOf, judgeReading, type Lookup, lookupIn } from './equations.ts'

export interface Proposal {
  kind: 'change' | 'swap' | 'shift' | 'split'
  figures: ReadonlyMap<string, number | null>
}

export interface Puzzle {
  form: TableForm
  cells: ReadonlyMap<string, Cell>
  /** Equations by the cells in them. */
  touching: ReadonlyMap<string, readonly AppliedEquation[]>
  broken: readonly AppliedEquation[]
  /** Equations that hold as the table stands. */
  holding: ReadonlySet<AppliedEquation>
}

/** Every slip that could mend all that is broken, the plainest kind first; some are proposed twice. */
export function* proposals(puzzle: Puzzle): Generator<Proposal> {
  yield* changes(puzzle)
  yield* swaps(puzzle)
  const { form, cells, touching, broken } = puzzle
  for (const block of form.blocks) {
    for (const row of block.rows) {
      const ids = block.columns.map(column => cellId(form.key, row.id, column.id))
      // A slip within a row touches the identities of its cells alone.
      if (!broken.every(equation => ids.some(id => touching.get(id)?.includes(equation)))) continue
      if (!ids.every(id => isKnownOrBlank(cells, id))) continue
      const own = { ids, values: ids.map(id => figureOf(cells, id)), puzzle }
      yield* shifts(own)
      yield* splits(own)
    }
  }
}

type Figure = number | null

const figureOf = (cells: Puzzle['cells'], id: string): Figure => cells.get(id)?.value ?? null
const isKnownOrBlank = (cells: Puzzle['cells'], id: string): boolean =>
  figureOf(cells, id) !== null || cells.get(id)?.status === 'blank'
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0
const isEmpty = (value: Figure | undefined): boolean => value === null || value === 0

/** Each broken identity has to contain the cell, and each asks for the same figure there. */
function* changes({ cells, broken }: Puzzle): Generator<Proposal> {
  const [first, ...others] = broken
  if (!first) return
  for (const id of idsOf(first)) {
    if (!isKnownOrBlank(cells, id) || !others.every(equation => idsOf(equation).includes(id))) continue
    for (const wanted of wantedAt(id, first, lookupIn(cells))) yield { kind: 'change', figures: new Map([[id, wanted]]) }
  }
}

/** What a cell would have to hold for an identity to hold, by each of its readings. */
function wantedAt(id: string, equation: AppliedEquation, lookup: Lookup): number[] {
  const value = lookup(id).value ?? 0
  const wanted = equation.readings.map(reading => {
    const { left, right } = judgeReading(reading, equation.right, lookup)
    if (equation.right.includes(id)) return value + left - right
    return reading.includes(id) ? value + right - left : Number.NaN
  })
  return [...new Set(wanted)].filter(isCount)
}

/** One of the two is in the first broken identity; what that one does not touch and is broken, the other has to. */
function* swaps({ cells, touching, broken, holding }: Puzzle): Generator<Proposal> {
  const [first] = broken
  if (!first) return
  for (const a of idsOf(first)) {
    if (!isKnownOrBlank(cells, a)) continue
    const one = figureOf(cells, a)
    const ofOne = touching.get(a) ?? []
    const left = broken.filter(equation => !ofOne.includes(equation))
    for (const [b, ofOther] of touching) {
      const other = figureOf(cells, b)
      if ((other ?? 0) === (one ?? 0) || !isKnownOrBlank(cells, b)) continue
      // An identity that holds and has only one of the two would not hold any longer, unless it can be read otherwise.
      if (!left.every(equation => ofOther.includes(equation))) continue
      if (ofOther.some(equation => holding.has(equation) && equation.readings.length === 1 && !ofOne.includes(equation))) continue
      yield { kind: 'swap', figures: new Map([[a, other], [b, one]]) } // biome-ignore format: a pair
    }
  }
}

interface FormRow {
  ids: readonly string[]
  values: readonly Figure[]
  puzzle: Puzzle
}

const figuresOf = ({ ids }: FormRow, values: readonly Figure[]): Map<string, Figure> =>
  new Map(ids.map((id, i) => [id, values[i] ?? null]))

/** The row with what has to stand at a place by the identity that lies within the row; as often as there are ways. */
function filled(row: FormRow, values: readonly Figure[], at: number): Figure[][] {
  const { ids, puzzle } = row
  const id = ids[at] ?? ''
  const equation = puzzle.touching.get(id)?.find(candidate => idsOf(candidate).every(other => ids.includes(other)))
  if (!equation) return []
  const figures = figuresOf(row, values.with(at, 0))
  const lookup: Lookup = other => ({ value: figures.get(other) ?? 0, blank: false })
  return wantedAt(id, equation, lookup).map(wanted => values.with(at, wanted))
}

/** The empty cell that a run left behind is taken out, and a cell is put in at the run's other end. */
function* shifts(row: FormRow): Generator<Proposal> {
  const { values } = row
  const last = values.length - 1
  for (const [from, value] of values.entries()) {
    if (!isEmpty(value)) continue
    for (let to = 0; to <= last; to++) {
      if (to === from) continue
      const moved = values.toSpliced(from, 1).toSpliced(to, 0, null)
      const fellOff = from === 0 || from === last || to === 0 || to === last
      for (const whole of filled(row, moved, to))
        if (fellOff || whole[to] === 0) yield { kind: 'shift', figures: figuresOf(row, whole) }
    }
  }
}

function* splits(row: FormRow): Generator<Proposal> {
  for (const values of [...cutElsewhere(row), ...fused(row), ...torn(row)])
    yield { kind: 'split', figures: figuresOf(row, values) }
}

/** A figure's digits, `''` for a blank one; null for what is no count. */
const digitsOf = (value: Figure | undefined): string | null =>
  value === null || value === undefined ? '' : isCount(value) ? String(value) : null

function* cutElsewhere({ values }: FormRow): Generator<Figure[]> {
  for (let i = 0; i + 1 < values.length; i++) {
    const [one, other] = [digitsOf(values[i]), digitsOf(values[i + 1])]
    if (one === null || other === null) continue
    const digits = one + other
    for (let cut = 0; cut <= digits.length; cut++) {
      const pair = [numberOf(digits.slice(0, cut)), numberOf(digits.slice(cut))]
      if (!pair.some(Number.isNaN)) yield values.toSpliced(i, 2, ...pair)
    }
  }
}

function* fused({ values }: FormRow): Generator<Figure[]> {
  for (let i = 0; i < values.length; i++) {
    const digits = digitsOf(values[i]) ?? ''
    for (let cut = 1; cut < digits.length; cut++) {
      const pair = [numberOf(digits.slice(0, cut)), numberOf(digits.slice(cut))]
      if (pair.some(Number.isNaN)) continue
      for (let gap = i + 1; gap < values.length; gap++)
        if (isEmpty(values[gap])) yield values.toSpliced(gap, 1).toSpliced(i, 1, ...pair)
    }
  }
}

function* torn(row: FormRow): Generator<Figure[]> {
  const { values } = row
  for (let i = 0; i + 1 < values.length; i++) {
    const [one, other] = [digitsOf(values[i]), digitsOf(values[i + 1])]
    if (!one || !other) continue
    const whole = numberOf(one + other)
    if (!Number.isNaN(whole)) yield* filled(row, [...values.toSpliced(i, 2, whole), null], values.length - 1)
  }
}

/** null for no digits; NaN for digits that no one writes: `03`. */
const numberOf = (digits: string): Figure =>
  digits === '' ? null : digits.length > 1 && digits.startsWith('0') ? Number.NaN : Number(digits)
