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
  const [sum, other] = sums
  const last = pieces.at(-1)
  const isSum = sum !== undefined && other === undefined && sum.total === width - 1 && sum.parts.length === width - 1
  const endsInTotal = isSum && last?.glued && !last.continues && pieces.some(piece => /[1-9]/.test(piece.digits))
  if (!endsInTotal) return search(pieces, width, sums, budget)
  // Where the end of such a row is glued, each total that it can be bounds all that stands before it.
  const found: Placed[] = []
  for (let n = 1; n <= Math.min(maxDigits, last.digits.length); n++) {
    const total = last.digits.slice(-n)
    if (total.startsWith('0') && n > 1) continue
    const rest = last.digits.slice(0, -n)
    const before = [...pieces.slice(0, -1), ...(rest === '' ? [] : [{ ...last, digits: rest }])]
    const ways = search(before, width - 1, [], budget, Number(total))
    if (ways === null) return null
    for (const { values, digits, fragments } of ways) {
      const row = { values: [...values, Number(total)], digits: [...digits, total], fragments: [...fragments, last.fragment] }
      found.push(row)
    }
  }
  return found
}

/** The same in one search; with a `target`, all columns must add up to it. */
function search(
  pieces: readonly Piece[],
  width: number,
  sums: readonly SumRule[],
  budget: { steps: number },
  target: number | null = null,
): Placed[] | null {
  const found: Placed[] = []
  const values = new Array<number | null>(width).fill(null)
  const digits = new Array<string | null>(width).fill(null)
  const fragments = new Array<number>(width).fill(-1)
  const totalAt = new Map(sums.map(sum => [sum.total, sum]))
  const remaining = remainders(pieces)
  let exhausted = false
  /** What is left of the target for the columns that are still open. */
  let open = target

  const place = (column: number, text: string, fragment: number, piece: number, offset: number) => {
    const value = Number(text)
    const sum = totalAt.get(column)
    if (sum && addUp(values, sum.parts) !== value) return
    values[column] = value
    digits[column] = text
    fragments[column] = fragment
    if (open !== null) open -= value
    visit(column + 1, piece, offset)
    if (open !== null) open += value
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
      if (!current && (open ?? 0) === 0) found.push({ values: [...values], digits: [...digits], fragments: [...fragments] })
      return
    }
    const left = remaining[piece]
    if (left) {
      if ((left.cells[offset] as number) > width - column) return
      if (open !== null && (open > (left.most[offset] as number) || open < leastSum(left.digits - offset, width - column))) return
    } else if ((open ?? 0) !== 0) return
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

  visit(0, 0, 0)
  return exhausted ? null : found
}

/** What is left from a piece on: its digits; and from each of its own digits on, the fewest cells it fills and the most it adds up to. */
interface Remainder {
  digits: number
  cells: number[]
  most: number[]
}

function remainders(pieces: readonly Piece[]): Remainder[] {
  const found: Remainder[] = []
  let digits = 0
  let cells = 0
  let most = 0
  /** Digits that may be the end of the piece before them. */
  let continued = 0
  for (const piece of pieces.toReversed()) {
    // `007` printed apart is one figure, and no larger for its zeros.
    digits += (piece.glued ? piece.digits : piece.digits.replace(/^0+/, '')).length
    const own = {
      digits,
      cells: piece.glued ? fewestCells(piece.digits, cells) : [cells + 1],
      most: mostSums(piece.digits, continued, most),
    }
    found.push(own)
    if (!piece.continues) cells = own.cells[0] as number
    most = own.most[0] as number
    continued = piece.continues ? continued + piece.digits.length : 0
  }
  return found.reverse()
}

/** From each digit on, the fewest cells that glued digits and what stands behind them fill: a 0 begins no longer figure. */
function fewestCells(digits: string, behind: number): number[] {
  if (digits === '') return [behind + 1]
  const cells = new Array<number>(digits.length + 1).fill(behind)
  for (let i = digits.length - 1; i >= 0; i--) {
    const longest = digits[i] === '0' ? 1 : maxDigits
    cells[i] = 1 + Math.min(...cells.slice(i + 1, i + 1 + longest))
  }
  return cells
}

/** From each digit on, what the digits come to as one figure, `continued` digits behind them included: no parts of it come to more. */
function mostSums(digits: string, continued: number, behind: number): number[] {
  const most = new Array<number>(digits.length + 1).fill(behind)
  for (let i = digits.length - 1; i >= 0; i--) {
    const digit = Number(digits[i])
    most[i] = (most[i + 1] as number) + (digit === 0 ? 0 : digit * 10 ** (digits.length - 1 - i + continued))
  }
  return most
}

/** The least that so many digits add up to in so many cells: figures as even in length as can be, each a 1 and zeros, or 0. */
function leastSum(digits: number, cells: number): number {
  const length = Math.floor(digits / cells)
  const longer = digits % cells
  return longer * leastFigure(length + 1) + (cells - longer) * leastFigure(length)
}

const leastFigure = (digits: number): number => (digits <= 1 ? 0 : 10 ** (digits - 1))

/** The sum of the figures in some columns, blanks counting nothing; null where all are blank. */
export function addUp(values: readonly (number | null)[], columns: readonly number[]): number | null {
  let sum: number | null = null
  for (const column of columns) {
    const value = values[column]
    if (value !== null && value !== undefined) sum = (sum ?? 0) + value
  }
  return sum
}
