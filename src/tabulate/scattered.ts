/**
 * Rows whose cells a PDF's text layer gave line by line, without geometry: a line holds some of the row's cells
 * from left to right, and the digits of a narrow cell go on in a later one.
 *
 *     245 227 260           2454 2276 2438 2606 2386 2728 14888
 *     4 6 2438 6       →    within a line columns only grow; 245 and 4 are one figure,
 *     2386 2728 1488        2438 opens a column between two that were open
 *     8
 */
import type { Placed, SumRule } from './placements.ts'

/** Digits that stand together, and the fragment that they came from. */
export interface ScatteredPiece {
  digits: string
  fragment: number
}

const limits = { lines: 12, parts: 3, digits: 9, found: 4000 }

/** A figure put together from the next piece of each of some lines; `takes` is a bit for each of them. */
interface Figure {
  digits: string
  value: number
  fragment: number
  takes: number
}

/**
 * Every way in which the lines' pieces make a row that adds up, its total the last column; null where they are too
 * many to list or no total is printed. Columns are filled from left to right: each takes the next piece of some
 * lines. O(budget).
 */
export function listScattered(
  lines: readonly (readonly ScatteredPiece[])[],
  width: number,
  { total }: SumRule,
  budget: { steps: number },
): Placed[] | null {
  if (total !== width - 1 || lines.length > limits.lines) return null
  const found: Placed[] = []
  const cells: (Figure | null)[] = []
  const lengths = lines.map(line => line.length)
  const digitSum = lines.flat().reduce((sum, { digits }) => sum + Number(digits), 0)
  /** Where nothing adds up from: column, next pieces and what is left of the total. */
  const dead = new Set<string>()
  let exhausted = false

  const visit = (column: number, at: readonly number[], ends: readonly number[], left: number): boolean => {
    if (exhausted || --budget.steps <= 0 || found.length > limits.found) {
      exhausted = true
      return true
    }
    const rest = lines.map((line, l) => line.slice(at[l], ends[l]))
    const waiting = rest.some(line => line.length > 0)
    if (!waiting && left === 0) {
      found.push(rowOf(cells, column, width))
      return true
    }
    if (!waiting || rest.some(line => line.length > total - column)) return false
    if (lowest(rest) > left || highest(rest) < left) return false
    const key = `${column}/${at.join()}/${left}`
    if (dead.has(key)) return false
    let adds = false
    for (const figure of figuresAt(lines, at, ends)) {
      if (figure.value > left) continue
      cells[column] = figure
      if (visit(column + 1, advance(at, figure.takes), ends, left - figure.value)) adds = true
    }
    cells[column] = null
    if (visit(column + 1, at, ends, left)) adds = true
    if (!adds) dead.add(key)
    return adds
  }

  const last = lengths.map(length => Math.max(0, length - 1))
  for (const figure of figuresAt(lines, last, lengths)) {
    // Digits put behind each other leave the same remainder by nine as if they were added.
    if ((digitSum - 2 * figure.value) % 9 !== 0) continue
    cells[total] = figure
    dead.clear()
    visit(
      0,
      lengths.map(() => 0),
      lengths.map((end, l) => end - ((figure.takes >> l) & 1)),
      figure.value,
    )
  }
  return exhausted ? null : distinct(found)
}

/** Figures put behind each other are never less than their sum. */
const lowest = (rest: readonly (readonly ScatteredPiece[])[]): number =>
  rest.reduce((sum, line) => sum + line.reduce((own, { digits }) => own + Number(digits), 0), 0)

/** What the pieces can come to at most: each with the longest of two lower lines behind it. */
function highest(rest: readonly (readonly ScatteredPiece[])[]): number {
  let sum = 0
  let longest = 0
  let second = 0
  for (const line of rest.toReversed()) {
    let own = 0
    for (const { digits } of line) {
      sum += Number(digits) * 10 ** (longest + second)
      own = Math.max(own, digits.length)
    }
    second = Math.max(second, Math.min(longest, own))
    longest = Math.max(longest, own)
  }
  return sum
}

/** The figures that the next pieces of one, two or three lines can be, upper lines first. */
function figuresAt(
  lines: readonly (readonly ScatteredPiece[])[],
  at: readonly number[],
  ends: readonly number[],
): readonly Figure[] {
  const figures: Figure[] = []
  const extend = (from: number, digits: string, fragment: number, takes: number, parts: number) => {
    for (let l = from; l < lines.length; l++) {
      const next = (at[l] as number) < (ends[l] as number) ? lines[l]?.[at[l] as number] : undefined
      if (!next) continue
      const longer = digits + next.digits
      if (longer.length > limits.digits || (digits !== '' && digits.startsWith('0'))) continue
      const figure = {
        digits: longer,
        value: Number(longer),
        fragment: parts === 0 ? next.fragment : fragment,
        takes: takes | (1 << l),
      }
      figures.push(figure)
      if (parts + 1 < limits.parts) extend(l + 1, longer, figure.fragment, figure.takes, parts + 1)
    }
  }
  extend(0, '', -1, 0, 0)
  return figures
}

const advance = (at: readonly number[], takes: number): number[] => at.map((next, l) => next + ((takes >> l) & 1))

function rowOf(cells: readonly (Figure | null)[], filled: number, width: number): Placed {
  const columns = Array.from({ length: width }, (_, c) => (c < filled || c === width - 1 ? (cells[c] ?? null) : null))
  return {
    values: columns.map(figure => figure?.value ?? null),
    digits: columns.map(figure => figure?.digits ?? null),
    fragments: columns.map(figure => figure?.fragment ?? -1),
  }
}

/** Equal figures from different lines are one way. */
const distinct = (rows: readonly Placed[]): Placed[] => [...new Map(rows.map(row => [row.digits.join(), row])).values()]
