/**
 * The one slip that would explain every broken identity of a table, when only one does. A suggestion
 * for the people who made the table; nothing here changes a figure. Which slips are thought of is
 * said in `mend-proposals.ts`.
 */
import type { TableForm } from '../form/form.ts'
import type { Cell } from '../model/cell.ts'
import { type AppliedEquation, idsOf, judge, type Lookup, lookupIn, type Verdict } from './equations.ts'
import { type Proposal, type Puzzle, proposals } from './mend-proposals.ts'

export type MendKind = Proposal['kind']

export interface Mend {
  kind: MendKind
  /** The figures that should stand there, by cell id; null: blank. Only cells whose figure differs. */
  figures: ReadonlyMap<string, number | null>
}

/**
 * The mend of a table's broken identities (of its incomplete ones, where none is broken), or null when
 * none or more than one would do, whatever their kinds: a change of one figure and a swap of two that
 * both mend all are two mends, and nothing is suggested. Two slips that leave the same figures are one
 * mend, and so are two that differ only by a blank cell and a zero, which no identity tells apart. Every
 * identity that a mend touches has to hold afterwards by its known figures, so that it explains rather
 * than hides. O(cells of one broken identity × cells of the table) swaps, O(rows × columns²) shifts and
 * splits, each judged only where it touches every broken identity.
 */
export function findMend(form: TableForm, equations: readonly AppliedEquation[], cells: ReadonlyMap<string, Cell>): Mend | null {
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
  const puzzle: Puzzle = { form, cells, touching, broken, holding: new Set(of('holds')) }
  const found = new Map<string, Mend>()
  for (const proposal of proposals(puzzle)) {
    const figures = differing(proposal.figures, cells)
    if (!mends(figures, puzzle)) continue
    const key = keyOf(figures, cells)
    if (found.has(key)) continue
    found.set(key, { kind: proposal.kind, figures })
    if (found.size > 1) return null
  }
  return [...found.values()][0] ?? null
}

const differing = (figures: ReadonlyMap<string, number | null>, cells: ReadonlyMap<string, Cell>): Map<string, number | null> =>
  new Map([...figures].filter(([id, value]) => value !== (cells.get(id)?.value ?? null)))

/** The figures as the identities see them: a cell that goes from blank to 0, or back, is as it was. */
const keyOf = (figures: ReadonlyMap<string, number | null>, cells: ReadonlyMap<string, Cell>): string =>
  [...figures]
    .filter(([id, value]) => (value ?? 0) !== (cells.get(id)?.value ?? 0))
    .map(([id, value]) => `${id}=${value ?? 0}`)
    .sort()
    .join(' ')

function mends(figures: ReadonlyMap<string, number | null>, { cells, touching, broken }: Puzzle): boolean {
  const touched = new Set<AppliedEquation>()
  for (const id of figures.keys()) for (const equation of touching.get(id) ?? []) touched.add(equation)
  if (!broken.every(equation => touched.has(equation))) return false
  const before = lookupIn(cells)
  const after: Lookup = id => {
    const value = figures.get(id)
    return value === undefined ? before(id) : { value, blank: value === null }
  }
  for (const equation of touched) if (judge(equation, after).kind !== 'holds') return false
  return true
}
