/**
 * The one slip that would explain every broken identity of a table, when only one does: one figure
 * changed, two cells swapped, a row shifted by a column, or digits split between neighbours at the
 * wrong place. A suggestion for the people who made the table; nothing here changes a figure.
 */
import type { TableForm } from '../form/form.ts'
import type { Cell } from '../model/cell.ts'
import { type AppliedEquation, idsOf, judge, type Lookup, lookupIn, type Verdict } from './equations.ts'

type Cells = ReadonlyMap<string, Cell>

export type MendKind = 'change' | 'swap' | 'shift' | 'split'

export interface Mend {
  kind: MendKind
  /** The figures that should stand there, by cell id; null: blank. Only cells whose figure differs. */
  figures: ReadonlyMap<string, number | null>
}

interface Puzzle {
  cells: Cells
  /** Equations by the cells in them. */
  touching: ReadonlyMap<string, readonly AppliedEquation[]>
  broken: readonly AppliedEquation[]
}

/**
 * The mend of a table's broken identities (of its incomplete ones, where none is broken), or null when
 * none or more than one would do. Every identity that a mend
 * touches has to hold afterwards with all its figures known, so that it explains rather than hides.
 * O(cells of one broken identity × cells of the table), a few thousand judgements at most.
 */
export function findMend(form: TableForm, equations: readonly AppliedEquation[], cells: Cells): Mend | null {
  const lookup = lookupIn(cells)
  const judged = equations.map(equation => ({ equation, kind: judge(equation, lookup).kind }))
  const of = (wanted: Verdict['kind']) => judged.filter(({ kind }) => kind === wanted).map(({ equation }) => equation)
  const broken = of('broken').length > 0 ? of('broken') : of('incomplete')
  if (broken.length === 0) return null
  const touching = new Map<string, AppliedEquation[]>()
  for (const equation of equations)
    for (const id of idsOf(equation)) {
      const known = touching.get(id)
      if (known) known.push(equation)
      else touching.set(id, [equation])
    }
  const puzzle = { cells, touching, broken }
  const found = new Map<string, Mend>()
  for (const mend of proposals(form, puzzle)) {
    const key = [...mend.figures]
      .map(([id, value]) => `${id}=${value}`)
      .sort()
      .join(' ')
    if (found.has(key) || !mends(mend.figures, puzzle)) continue
    found.set(key, mend)
    if (found.size > 1) return null
  }
  return [...found.values()][0] ?? null
}

function* proposals(form: TableForm, puzzle: Puzzle): Generator<Mend> {
  yield* changes(puzzle)
  yield* swaps(puzzle)
  for (const block of form.blocks) {
    for (const row of block.rows) {
      const ids = block.columns.map(column => [form.key, row.id, column.id].filter(part => part !== '').join('.'))
      if (!ids.every(id => puzzle.cells.get(id)?.status === 'read' || puzzle.cells.get(id)?.status === 'blank')) continue
      yield* shifts(ids, puzzle)
      yield* splits(ids, puzzle)
    }
  }
}

function mends(figures: ReadonlyMap<string, number | null>, { cells, touching, broken }: Puzzle): boolean {
  const before = lookupIn(cells)
  const after: Lookup = id => {
    const value = figures.get(id)
    return value === undefined ? before(id) : { value, blank: value === null }
  }
  const touched = new Set<AppliedEquation>()
  for (const id of figures.keys()) for (const equation of touching.get(id) ?? []) touched.add(equation)
  return (
    broken.every(equation => touched.has(equation)) && [...touched].every(equation => judge(equation, after).kind === 'holds')
  )
}

const figureOf = (cells: Cells, id: string): number | null => cells.get(id)?.value ?? null
const isKnownOrBlank = (cells: Cells, id: string): boolean => figureOf(cells, id) !== null || cells.get(id)?.status === 'blank'
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

/** One figure is wrong: each broken identity has to contain it, and each asks for the same figure there. */
function* changes({ cells, broken }: Puzzle): Generator<Mend> {
  const [first, ...others] = broken
  if (!first) return
  const common = idsOf(first).filter(id => others.every(equation => idsOf(equation).includes(id)))
  for (const id of common) {
    const value = figureOf(cells, id) ?? 0
    if (!isKnownOrBlank(cells, id)) continue
    const { left, right } = judge(first, lookupIn(cells))
    const wanted = first.right.includes(id) ? value + left - right : value + right - left
    if (isCount(wanted)) yield { kind: 'change', figures: new Map([[id, wanted]]) }
  }
}

/** Two figures stand in each other's cell; one of them is in the first broken identity. */
function* swaps({ cells, touching, broken }: Puzzle): Generator<Mend> {
  const [first] = broken
  if (!first) return
  for (const a of idsOf(first)) {
    const one = figureOf(cells, a)
    if (one === null) continue
    for (const b of touching.keys()) {
      const other = figureOf(cells, b)
      if (b === a || other === null || other === one) continue
      yield { kind: 'swap', figures: new Map([[a, other], [b, one]]) } // biome-ignore format: a pair
    }
  }
}

/** All figures of a row stand one column too far; the figure that fell off the end follows from the row's own sum. */
function* shifts(ids: readonly string[], { cells, touching }: Puzzle): Generator<Mend> {
  const row = ids.map(id => figureOf(cells, id))
  const lookup = lookupIn(cells)
  const equation = ids.flatMap(id => touching.get(id) ?? []).find(candidate => idsOf(candidate).every(id => ids.includes(id)))
  if (!equation) return
  for (const to of ['left', 'right'] as const) {
    const moved = to === 'left' ? row.slice(1) : row.slice(0, -1)
    const gap = to === 'left' ? ids.length - 1 : 0
    const places = ids.filter((_, i) => i !== gap)
    const gapId = ids[gap] as string
    const figures = new Map(places.map((id, i) => [id, moved[i] ?? null]))
    const shifted: Lookup = id =>
      id === gapId ? { value: 0, blank: false } : figures.has(id) ? { value: figures.get(id) ?? 0, blank: false } : lookup(id)
    const { left, right } = judge(equation, shifted)
    const wanted = equation.right.includes(gapId) ? left - right : right - left
    if (isCount(wanted)) yield { kind: 'shift', figures: differing(figures.set(gapId, wanted), cells) }
  }
}

/**
 * Digits stand on the wrong side of a cell border: `12 3` for `1 23`, `12 ▢` for `1 2`, or `12`
 * for `1 2` with the rest of the row one column too far left and its last cell blank.
 */
function* splits(ids: readonly string[], { cells }: Puzzle): Generator<Mend> {
  const row = ids.map(id => figureOf(cells, id))
  const digits = row.map(value => (value === null ? '' : isCount(value) ? String(value) : null))
  for (let i = 0; i < ids.length; i++) {
    const a = digits[i]
    if (a === null || a === undefined) continue
    const b = digits[i + 1]
    if (i + 1 < ids.length && b !== null && b !== undefined && a + b !== '') {
      for (const [one, other] of waysToCut(a + b)) {
        if (one === a && other === b) continue
        const figures = new Map([[ids[i] as string, one], [ids[i + 1] as string, other]].map(([id, text]) => [id as string, numberOf(text as string)])) // biome-ignore format: a pair
        if ([...figures.values()].some(Number.isNaN)) continue
        yield { kind: 'split', figures: differing(figures, cells) }
      }
    }
    if (row.at(-1) !== null || i + 2 >= ids.length) continue
    for (const [one, other] of waysToCut(a)) {
      const figures = new Map(
        [...row.slice(0, i), numberOf(one), numberOf(other), ...row.slice(i + 1, -1)].map((value, j) => [
          ids[j] as string,
          value,
        ]),
      )
      if ([...figures.values()].some(Number.isNaN)) continue
      yield { kind: 'split', figures: differing(figures, cells) }
    }
  }
}

const waysToCut = (digits: string): [string, string][] =>
  Array.from({ length: Math.max(0, digits.length - 1) }, (_, i) => [digits.slice(0, i + 1), digits.slice(i + 1)])

/** NaN for digits that no one writes: `03`. */
const numberOf = (digits: string): number => (digits.length > 1 && digits.startsWith('0') ? Number.NaN : Number(digits))

const differing = (figures: ReadonlyMap<string, number | null>, cells: Cells): Map<string, number | null> =>
  new Map([...figures].filter(([id, value]) => value !== figureOf(cells, id)))
