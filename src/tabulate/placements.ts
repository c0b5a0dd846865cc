/**
 * Every way in which the figures of a row can stand in its columns: order kept, cells may be blank, each
 * sum equal to what it sums. What bounds everything: `budget` steps, then the answer is "too many".
 */

/** A figure as printed, or digits of several figures glued together, or a mark of an empty cell. */
export interface Piece {
  /** Digits (a decimal point where it is printed); '' for a mark of an empty cell. */
  digits: string
  /** It may be more than one figure: nothing stood between the row's cells. */
  glued: boolean
  /** It may be the end of the figure before it (digits wrapped within a narrow cell). */
  continues: boolean
  /** Index of the fragment that it came from. */
  fragment: number
}

/** Columns that add up: `parts` = `total`. */
export interface SumRule {
  parts: readonly number[]
  total: number
}

/** A way to fill a row: for each column a figure, or null for a blank cell; `digits` as printed. */
export interface Placed {
  values: (number | null)[]
  digits: (string | null)[]
  /** For each column the fragment its figure starts in, or -1. */
  fragments: number[]
}

const maxDigits = 9

/**
 * Lists the placements of pieces in `width` columns that satisfy the sums, or null when the budget ran
 * out. In a group that holds any figure but 0 the total must be printed: a sum without its total proves nothing.
 */
export function listPlacements(
  pieces: readonly Piece[],
  width: number,
  sums: readonly SumRule[],
  budget: { steps: number },
): Placed[] | null {
  const found: Placed[] = []
  const values = new Array<number | null>(width).fill(null)
  const digits = new Array<string | null>(width).fill(null)
  const fragments = new Array<number>(width).fill(-1)
  const totalAt = new Map(sums.map(sum => [sum.total, sum]))
  const remaining = remainders(pieces)
  let exhausted = false
  /** In a row of one sum whose end is glued, the total is tried first: it bounds all that stands before it. */
  let target: number | null = null
  const partOfTarget = values.map((_, column) => sums[0]?.parts.includes(column) === true)
  /** What stands so far in the parts of that sum. */
  let partial = 0

  const place = (column: number, text: string, fragment: number, piece: number, offset: number) => {
    const value = Number(text)
    const sum = totalAt.get(column)
    if (sum && addUp(values, sum.parts) !== value) return
    if (target !== null && sum && value !== target) return
    if (target !== null && partial + (sum ? 0 : value) > target) return
    values[column] = value
    digits[column] = text
    fragments[column] = fragment
    const before = partial
    if (partOfTarget[column]) partial += value
    visit(column + 1, piece, offset)
    partial = before
    values[column] = null
    digits[column] = null
    fragments[column] = -1
  }

  const visit = (column: number, piece: number, offset: number) => {
    if (exhausted) return
    if (--budget.steps <= 0) {
      exhausted = true
      return
    }
    const current = pieces[piece]
    if (column === width) {
      if (!current) found.push({ values: [...values], digits: [...digits], fragments: [...fragments] })
      return
    }
    const left = remaining[piece]
    if (left && !current?.glued && offset === 0 && left.cells > width - column) return
    if (left && !fits(left.digits - offset, width - column)) return
    // The cell is empty: allowed unless it is the total of a group that holds figures other than 0.
    const sum = totalAt.get(column)
    const mayBeBlank = offset === 0 || current?.glued
    if (mayBeBlank && !sum?.parts.some(part => values[part])) {
      const isMark = current?.digits === '' && offset === 0
      visit(column + 1, isMark ? piece + 1 : piece, offset)
      if (isMark) return
    }
    if (!current || current.digits === '') return
    if (current.glued) {
      const rest = current.digits.slice(offset)
      const wanted = sum ? String(addUp(values, sum.parts) ?? '') : null
      const longest = rest.startsWith('0') ? 1 : Math.min(rest.length, maxDigits)
      for (let n = 1; n <= longest; n++) {
        const text = rest.slice(0, n)
        if (wanted !== null && text !== wanted) continue
        const done = n === rest.length
        place(column, text, current.fragment, done ? piece + 1 : piece, done ? 0 : offset + n)
      }
    } else {
      let text = current.digits
      let end = piece + 1
      place(column, text, current.fragment, end, 0)
      for (let next = pieces[end]; next?.continues && next.digits !== '' && text !== '0'; next = pieces[end]) {
        text += next.digits
        end++
        if (text.length > maxDigits) break
        place(column, text, current.fragment, end, 0)
      }
    }
  }

  /** Whether so many digits can still be printed in so many columns. */
  const fits = (left: number, columns: number): boolean => {
    if (target === null) return left <= columns * maxDigits
    const longest = String(target).length
    const parts = left - longest
    if (parts > (columns - 1) * longest) return false
    // Some part has at least its share of the digits, and may not exceed what is left of the total.
    const share = Math.ceil(parts / Math.max(1, columns - 1))
    return share <= 1 || 10 ** (share - 1) <= target - partial
  }

  const last = pieces.at(-1)
  if (sums.length === 1 && sums[0]?.total === width - 1 && last?.glued) {
    for (let n = 1; n <= Math.min(maxDigits, last.digits.length) && !exhausted; n++) {
      const text = last.digits.slice(-n)
      if (text.startsWith('0') && n > 1) continue
      target = Number(text)
      visit(0, 0, 0)
    }
    // `007` as a target is 7 as well: the same row may be found twice.
    return exhausted ? null : distinct(found)
  }
  visit(0, 0, 0)
  return exhausted ? null : found
}

function distinct(rows: readonly Placed[]): Placed[] {
  const seen = new Set<string>()
  return rows.filter(({ digits }) => seen.size < seen.add(digits.join()).size)
}

/** From each piece on, the digits that are left and the fewest cells that they can fill. */
function remainders(pieces: readonly Piece[]): { digits: number; cells: number }[] {
  const found: { digits: number; cells: number }[] = []
  let digits = 0
  let behind = 0
  for (const piece of pieces.toReversed()) {
    digits += piece.digits.length
    found.push({ digits, cells: behind + 1 })
    if (!piece.continues) behind++
  }
  return found.reverse()
}

/** The sum of the figures in some columns, blanks counting nothing; null where all are blank. */
export function addUp(values: readonly (number | null)[], columns: readonly number[]): number | null {
  let sum: number | null = null
  for (const column of columns) {
    const value = values[column]
    if (value !== null && value !== undefined) sum = (sum ?? 0) + value
  }
  return sum
}
