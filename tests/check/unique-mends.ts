/**
 * How many slips would each explain every broken identity of a table: counted by trying all of them, so
 * that what `findMend` suggests is held against a count that shares nothing with it but the form's data
 * and the list of slips.
 *
 * Tried, over all kinds together:
 *   - every cell with every count that one of its identities asks of it;
 *   - every two cells of the table exchanged;
 *   - every row with an empty cell (blank or 0) taken out and a cell put in at another place;
 *   - every two neighbours with their digits cut at another place, or all in one of them;
 *   - every figure cut in two, a later empty cell of its row taken out;
 *   - every two neighbours put together as one figure, a cell put in at the row's end.
 * A cell that is put in may hold any count that one of its identities asks of it, and has to be 0 when
 * neither it nor the cell taken out stands at an end of the row. What results is a mend when nothing is
 * broken any longer and each identity with a changed cell adds up exactly, its sum printed. A blank cell
 * stands for any count: an identity is broken when no counts in its blanks could make it true. Where none
 * is broken, those are to be mended that fall short by their blanks.
 *
 * One mend is one set of figures, whichever slips lead to it, a blank and a 0 being the same.
 */
import type { EditionId, Equation, TableKey } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'

type Figure = number | null
type Figures = ReadonlyMap<string, Figure>

interface Sides {
  left: number
  right: number
  blanksLeft: number
  blanksRight: number
}

/** A figure by cell id, null for a blank. */
type At = (id: string) => Figure

function sidesOf({ left, right }: Equation, at: At): Sides {
  const sides = { left: 0, right: 0, blanksLeft: 0, blanksRight: 0 }
  for (const id of left) {
    const value = at(id)
    if (value === null) sides.blanksLeft++
    else sides.left += value
  }
  for (const id of right) {
    const value = at(id)
    if (value === null) sides.blanksRight++
    else sides.right += value
  }
  return sides
}

const figuresAt =
  (figures: Figures, changes: Figures = new Map()): At =>
  id =>
    (changes.has(id) ? changes : figures).get(id) ?? null

/** A sum that is blank states nothing. */
const isStated = ({ blanksRight }: Sides, { right }: Equation): boolean => blanksRight < right.length

/** A side with blanks may be more than its figures, never less. */
const isBroken = ({ left, right, blanksLeft, blanksRight }: Sides): boolean =>
  (left > right && blanksRight === 0) || (left < right && blanksLeft === 0)

/** What is to be mended. */
function wrongOnes(equations: readonly Equation[], at: At): Equation[] {
  const stated = equations.filter(equation => isStated(sidesOf(equation, at), equation))
  const broken = stated.filter(equation => isBroken(sidesOf(equation, at)))
  return broken.length > 0 ? broken : stated.filter(equation => !addsUp(sidesOf(equation, at)))
}

const addsUp = ({ left, right }: Sides): boolean => left === right

/**
 * Every set of figures that mends a table, as `id=figure` of the cells that change; none where nothing
 * is broken. O(cells²) trials, some 20,000 for table 3.
 */
export function mendsOf(figures: Figures, edition: EditionId, table: TableKey): string[] {
  const { blocks, equations } = forms[edition].tables[table]
  const wrong = wrongOnes(equations, figuresAt(figures))
  if (wrong.length === 0) return []
  const rows = blocks.flatMap(({ rows, columns }) =>
    rows.map(row => columns.map(column => [table, row.id, column.id].filter(part => part !== '').join('.'))),
  )
  const having = new Map(rows.flat().map(id => [id, equations.filter(({ left, right }) => [...left, ...right].includes(id))]))
  const found = new Set<string>()
  for (const changes of trials(figures, rows, having)) {
    const changed = new Map(changes.filter(([id, value]) => (value ?? 0) !== (figures.get(id) ?? 0)))
    const touched = new Set([...changed.keys()].flatMap(id => having.get(id) ?? []))
    if (!wrong.every(equation => touched.has(equation))) continue
    const after = figuresAt(figures, new Map(changes))
    const mended = (equation: Equation) => {
      const sides = sidesOf(equation, after)
      return isStated(sides, equation) && addsUp(sides)
    }
    if (![...touched].every(mended)) continue
    found.add([...changed].map(([id, value]) => `${id}=${value ?? 0}`).sort().join(' ')) // biome-ignore format: one key
  }
  return [...found]
}

type Changes = [id: string, value: Figure][]
type Having = ReadonlyMap<string, readonly Equation[]>

function* trials(figures: Figures, rows: readonly string[][], having: Having): Generator<Changes> {
  const ids = rows.flat()
  for (const id of ids) for (const value of askedOf(id, figuresAt(figures), having)) yield [[id, value]]
  for (const [i, a] of ids.entries())
    for (const b of ids.slice(i + 1)) yield [[a, figures.get(b) ?? null], [b, figures.get(a) ?? null]] // biome-ignore format: a pair
  for (const row of rows) {
    const values = row.map(id => figures.get(id) ?? null)
    for (const { kept, hole } of rearranged(values)) {
      const changes = (fill: Figure): Changes => row.map((id, i) => [id, i === hole ? fill : (kept[i] ?? null)])
      if (hole === null) yield changes(null)
      else for (const fill of askedOf(row[hole] ?? '', figuresAt(figures, new Map(changes(null))), having)) yield changes(fill)
    }
    for (const { kept } of movedWithin(values)) yield row.map((id, i) => [id, kept[i] ?? null])
  }
}

/** The counts with which one identity or another that has the cell would add up. */
function askedOf(id: string, at: At, having: Having): Set<number> {
  const asked = new Set<number>()
  for (const equation of having.get(id) ?? []) {
    const without = sidesOf(equation, other => (other === id ? 0 : at(other)))
    asked.add(equation.left.includes(id) ? without.right - without.left : without.left - without.right)
  }
  return new Set([...asked].filter(count => count >= 0))
}

interface Arrangement {
  kept: Figure[]
  /** Where a figure has to be found; null: nowhere. */
  hole: number | null
}

const empty = (value: Figure | undefined) => value === 0 || value === null
const written = (value: Figure | undefined) => (value === null || value === undefined ? '' : String(value))
const readable = (digits: string) => /^(?:0|[1-9]\d*)?$/.test(digits)
const countOf = (digits: string): Figure => (digits === '' ? null : Number(digits))

/** Takes the cell at `from` out and puts an unknown one in, so that it then stands at `to`. */
function moved(values: readonly Figure[], from: number, to: number): Figure[] {
  const rest = values.filter((_, i) => i !== from)
  return [...rest.slice(0, to), null, ...rest.slice(to)]
}

function* movedWithin(values: readonly Figure[]): Generator<Arrangement> {
  for (let from = 0; from < values.length; from++)
    for (let to = 0; to < values.length; to++)
      if (empty(values[from])) yield { kept: moved(values, from, to).map((value, i) => (i === to ? 0 : value)), hole: null }
}

function* rearranged(values: readonly Figure[]): Generator<Arrangement> {
  const ends = [0, values.length - 1]
  for (let from = 0; from < values.length; from++)
    for (let to = 0; to < values.length; to++)
      if (empty(values[from]) && (ends.includes(from) || ends.includes(to))) yield { kept: moved(values, from, to), hole: to }
  for (let i = 0; i < values.length; i++) {
    const [here, next] = [written(values[i]), written(values[i + 1])]
    if (i + 1 < values.length)
      for (let cut = 0; cut <= here.length + next.length; cut++) {
        const parts = [(here + next).slice(0, cut), (here + next).slice(cut)]
        if (parts.every(readable)) yield { kept: values.map((value, j) => (j === i || j === i + 1 ? countOf(parts[j - i] ?? '') : value)), hole: null } // biome-ignore format: two cells
      }
    for (let cut = 1; cut < here.length; cut++) {
      const parts = [here.slice(0, cut), here.slice(cut)]
      for (let gap = i + 1; gap < values.length; gap++)
        if (parts.every(readable) && empty(values[gap]))
          yield { kept: [...values.slice(0, i), ...parts.map(countOf), ...values.slice(i + 1, gap), ...values.slice(gap + 1)], hole: null } // biome-ignore format: one row
    }
    if (i + 1 < values.length && here !== '' && next !== '' && readable(here + next))
      yield { kept: [...values.slice(0, i), countOf(here + next), ...values.slice(i + 2), null], hole: values.length - 1 }
  }
}
