/**
 * Text drawn as a page: a figure's column is where it stands, a row may take several lines, a narrow cell
 * breaks its digits over two, and a label stands in the middle of its row.
 *
 *                 170    204                194         ← upper halves
 *     一、本年新收  1755        2004  1735        1118   ← the label's line
 *                   3      3                  2         ← lower halves: 1703, 2043, 1942
 *                                                  2    ← 11182
 *
 * A line between two labels may be the upper row's or the lower row's. Every cut is tried, the rows' own
 * sums choose, and blank lines count a little. O(rows × cuts²), cuts ≤ `maxFree` + 1 at each gap.
 */
import { type Filling, holds, mostPieces, unknown } from './fill-row.ts'
import { type Fragment, gapSize } from './fragments.ts'
import {
  byColumns,
  type Columns,
  clusters,
  columnsKey,
  measureColumns,
  placeAt,
  placeInOrder,
  scalesOf,
  underHeader,
} from './page-columns.ts'
import { listPlacements, type Placed, type SumRule } from './placements.ts'

/** A row to fill: where its label stands, how many columns it has, what its cells add up to. */
export interface PageRow {
  /** Lines of its label's words. */
  lines: readonly number[]
  width: number
  sums: readonly SumRule[]
  /** It is not the form's first row, and no other was found above it: lines above it may be another row's. */
  lacksPrevious: boolean
  /** The form's next row was not found: lines between this row and the next may be that one's. */
  lacksNext: boolean
  /** Fragment of each column's label in the header above it; null where the header was not found whole. */
  header: readonly number[] | null
}

const maxFree = 4
/** What it costs to take a line for a row that it does not stand nearest to, or for none. */
const perLine = 0.5
const stepsPerBand = 4000
/** Ways to fill a row for two choices of lines that are compared with each other: beyond, it is left unknown. */
const mostCompared = 20_000

/** Whether positions on the line mean anything: figures stand apart by more than single spaces, and not all rows on one line. */
export function isDrawn(fragments: readonly Fragment[], rows: number): boolean {
  let apart = 0
  let close = 0
  for (const [i, fragment] of fragments.entries()) {
    const before = fragments[i - 1]
    if (fragment.kind !== 'figure' || before?.line !== fragment.line) continue
    if (fragment.gap.spaces >= 2) apart++
    else if (gapSize(fragment.gap) > 0) close++
  }
  const lines = new Set(fragments.filter(fragment => fragment.kind === 'figure').map(fragment => fragment.line)).size
  return apart > close / 2 && lines >= rows / 2
}

/**
 * `foreign`: lines that begin with words that are none of the form's, whose figures are no row's that is looked for.
 * `mayBeDrawn`: false where another table shows that nothing stands under each other but by chance.
 */
export function fillPage(
  all: readonly Fragment[],
  rows: readonly PageRow[],
  foreign: ReadonlySet<number>,
  mayBeDrawn: boolean,
): { fillings: Filling[]; drawn: boolean } {
  const scales = scalesOf(all, rows)
  const fragments = scales[0] as readonly Fragment[]
  const figures = new Map<number, number[]>()
  for (const [i, fragment] of fragments.entries()) {
    if (fragment.kind === 'figure' && !foreign.has(fragment.line))
      figures.set(fragment.line, [...(figures.get(fragment.line) ?? []), i])
  }
  const gaps = freeLines(figures, rows)
  const own = rows.map(({ lines }) => span(lines).filter(line => figures.has(line)))
  const piecesOf = (lines: readonly number[]) => lines.flatMap(line => figures.get(line) ?? [])
  const extents: Columns = mayBeDrawn ? measureColumns(fragments, rows, own.map(piecesOf)) : new Map()
  // A scale on which some figure stands under no label, or under two, is not the one that was meant.
  const labelled = scales.filter(scale =>
    rows.every(({ header, width }, i) => {
      const pieces = piecesOf(own[i] as number[])
      return header === null || pieces.length === 0 || underHeader([scale], pieces, header, width) !== null
    }),
  )
  const fillings = new Map<string, Band>()
  const band = (row: number, above: number, below: number): Band => {
    const key = `${row}/${above}/${below}`
    let found = fillings.get(key)
    if (!found) {
      const upper = (gaps[row] as Gap).lines
      const lower = (gaps[row + 1] as Gap).lines
      const lines = [...upper.slice(above), ...(own[row] as number[]), ...lower.slice(0, below)]
      const onOwnLines = lines.length === own[row]?.length
      // Whose row's it is, where one between was not found, no sum tells.
      const { lacksPrevious, lacksNext } = rows[row] as PageRow
      const isForeign = (lacksNext && below > 0) || ((lacksPrevious || rows[row - 1]?.lacksNext) && above < upper.length)
      const isCut = gaps[row]?.isCut || gaps[row + 1]?.isCut
      found =
        isForeign || isCut
          ? unknownBand
          : fillBand(fragments, labelled, piecesOf(lines), rows[row] as PageRow, extents, onOwnLines)
      fillings.set(key, found)
    }
    return found
  }
  return { fillings: chooseCuts(gaps, rows.length, band), drawn: extents.size > 0 }
}

interface Gap {
  lines: number[]
  /** Lines that stand nearer to the upper label: where the cut is expected. */
  expected: number
  /** There are more lines than are tried: what the rows beside it hold is not all seen. */
  isCut: boolean
}

/** Lines with figures between the labels' own lines: gap i is above row i, the last one below all. */
function freeLines(figures: ReadonlyMap<number, number[]>, rows: readonly PageRow[]): Gap[] {
  const all = [...figures.keys()].sort((a, b) => a - b)
  return Array.from({ length: rows.length + 1 }, (_, i) => {
    const above = rows[i - 1]?.lines.at(-1) ?? Number.NEGATIVE_INFINITY
    const below = rows[i]?.lines[0] ?? Number.POSITIVE_INFINITY
    const between = all.filter(line => line > above && line < below)
    let lines = between.slice(0, maxFree)
    // Beyond the first and the last label only the lines right beside them can be theirs.
    if (i === 0) lines = between.filter(line => below - line <= 3)
    else if (i === rows.length) lines = between.filter(line => line - above <= 3)
    const expected = lines.filter(line => line - above <= below - line).length
    const isInner = i > 0 && i < rows.length
    const goesOn = (line: number) => !lines.includes(line) && (lines.includes(line + 1) || lines.includes(line - 1))
    return { lines, expected, isCut: isInner ? between.length > lines.length : between.some(goesOn) }
  })
}

const span = (lines: readonly number[]): number[] => {
  const [first, last] = [lines[0] ?? 0, lines.at(-1) ?? -1]
  return Array.from({ length: Math.min(12, last - first + 1) }, (_, i) => first + i)
}

/** A row's filling for one choice of lines, and how little it convinces. */
interface Band {
  filling: Filling
  doubt: number
}

const unknownBand: Band = { filling: unknown, doubt: 10 }

function fillBand(
  fragments: readonly Fragment[],
  labelled: readonly (readonly Fragment[])[],
  pieces: readonly number[],
  { width, sums, header }: PageRow,
  columns: Columns,
  onOwnLines: boolean,
): Band {
  if (pieces.length === 0) return { filling: { kind: 'read', placements: [placeAt([], [], width)] }, doubt: 0 }
  const read = (placed: Placed, doubt: number): Band => ({ filling: { kind: 'read', placements: [placed] }, doubt })
  // Without a sum nothing tells whose a line between two labels is.
  if ((sums.length === 0 && !onOwnLines) || pieces.length > mostPieces) return unknownBand
  const [page, other] = new Set(pieces.map(piece => fragments[piece]?.page ?? 0))
  // Each page has columns of its own: on two of them, nothing stands beside or below each other.
  if (other !== undefined) return unknownBand
  const extents = columns.get(columnsKey(page ?? 0, width))
  const under = extents ? byColumns(fragments, pieces, extents) : null
  // A sum of nothing does not tell whose a line between two labels is.
  const tells = (placed: Placed) => holds(placed, sums) && (onOwnLines || sums.every(({ total }) => placed.values[total]))
  if (under) {
    const placed = placeAt(under.cells, under.columns, width)
    if (tells(placed)) return read(placed, 0)
  }
  const cells = clusters(fragments, pieces)
  if (cells === null || cells.length > width) return unknownBand
  const oneLine = new Set(pieces.map(piece => fragments[piece]?.line)).size === 1
  if (cells.length === width) {
    const placed = placeInOrder(cells, width)
    if (tells(placed)) return read(placed, sums.length > 0 ? 0 : 1)
    // A full line that does not add up is what the report prints.
    return oneLine ? read(placed, 6) : unknownBand
  }
  const placed = header ? underHeader(labelled, pieces, header, width) : null
  if (placed && tells(placed)) return read(placed, 0.5)
  const parts = cells.map(({ digits, fragment }) => ({ digits, glued: false, continues: false, fragment }))
  const placements = listPlacements(parts, width, sums, { steps: stepsPerBand })
  if (placements === null || placements.length === 0) return unknownBand
  return { filling: { kind: 'open', placements }, doubt: 1 }
}

/** Cuts every gap so that the rows convince most; what equally good cuts disagree on stays open. */
function chooseCuts(gaps: readonly Gap[], rows: number, band: (row: number, above: number, below: number) => Band): Filling[] {
  const price = (gap: number, cut: number): number => {
    const { lines, expected } = gaps[gap] as Gap
    const dropped = gap === 0 ? cut : gap === rows ? lines.length - cut : 0
    return (Math.abs(cut - (gap === 0 ? 0 : gap === rows ? lines.length : expected)) + dropped) * perLine
  }
  const cutsOf = (gap: number): number[] => Array.from({ length: (gaps[gap] as Gap).lines.length + 1 }, (_, cut) => cut)
  const forward: number[][] = [cutsOf(0).map(cut => price(0, cut))]
  for (let row = 0; row < rows; row++) {
    forward.push(
      cutsOf(row + 1).map(
        below =>
          price(row + 1, below) +
          Math.min(...cutsOf(row).map(above => (forward[row]?.[above] as number) + band(row, above, below).doubt)),
      ),
    )
  }
  const backward: number[][] = []
  backward[rows] = cutsOf(rows).map(() => 0)
  for (let row = rows - 1; row >= 0; row--) {
    backward[row] = cutsOf(row).map(above =>
      Math.min(
        ...cutsOf(row + 1).map(
          below => (backward[row + 1]?.[below] as number) + price(row + 1, below) + band(row, above, below).doubt,
        ),
      ),
    )
  }
  const best = Math.min(...cutsOf(0).map(cut => (forward[0]?.[cut] as number) + (backward[0]?.[cut] as number)))
  return Array.from({ length: rows }, (_, row) => {
    const fillings: Filling[] = []
    const others: Filling[] = []
    for (const above of cutsOf(row)) {
      for (const below of cutsOf(row + 1)) {
        const { filling, doubt } = band(row, above, below)
        const cost = (forward[row]?.[above] as number) + doubt + price(row + 1, below) + (backward[row + 1]?.[below] as number)
        if (cost <= best + 1e-9) fillings.push(filling)
        else if (cost <= best + maxFree * perLine) others.push(filling)
      }
    }
    return others.some(other => fillings.some(filling => isCutShort(filling, other))) ? unknown : merge(fillings)
  })
}

/** Whether a figure is the end or the beginning of the one that another choice of lines, dearer by its lines alone, makes. */
const isCutShort = (filling: Filling, other: Filling): boolean =>
  filling.placements.length * other.placements.length > mostCompared ||
  filling.placements.some(({ digits }) =>
    other.placements.some(longer =>
      digits.some((own, c) => {
        const whole = longer.digits[c] ?? ''
        return own !== null && whole.length > own.length && (whole.endsWith(own) || whole.startsWith(own))
      }),
    ),
  )

function merge(fillings: readonly Filling[]): Filling {
  if (fillings.some(({ kind }) => kind === 'unknown')) return { kind: 'unknown', placements: [] }
  const placements = new Map(
    fillings.flatMap(filling => filling.placements.map(placed => [placed.digits.join(), placed] as const)),
  )
  const [only] = fillings
  return { kind: placements.size === 1 && only?.kind === 'read' ? 'read' : 'open', placements: [...placements.values()] }
}
