/**
 * Where boundaries keep empty cells, a figure's column is counted, not guessed.
 *
 *     label⇥3⇥⇥⇥0⇥⇥⇥3⇥          tabs or bars: one for each cell
 *     label⏎3⏎⏎⏎⏎0⏎⏎⏎⏎3          lines: so many newlines between neighbours (step), so many more for each
 *                                empty cell (extra); both are measured, and must bring every row to its width
 */
import { toHalfWidth } from '../text/normalize.ts'
import type { Gap } from './fragments.ts'
import { isBlankLine, isInWords, type PieceText, type RowText } from './row-text.ts'

export type Layout =
  /** `closed`: a row ends in a delimiter too. `oneLine`: a row's cells stand on one line. `keeps`: empty cells have left
   * their delimiters: some stand side by side, and no row that ends in one has fewer cells than columns. `framed`: a bar
   * stands before a row's first cell and behind its last one, as table 3 shows. */
  | { kind: 'tabs' | 'bars'; closed: boolean; oneLine: boolean; keeps: boolean; framed?: boolean }
  /** `bases`: newlines between a label and the first cell. `marks`: lines of nothing but wide blanks are cells of this text. */
  | { kind: 'lines'; bases: readonly number[]; step: number; extras: readonly number[]; marks: boolean }
  /** Several figures on a line with only spaces between: columns are where they stand on the page. */
  | { kind: 'page' }
  /** Nothing stands between the figures of a row. */
  | { kind: 'glued' }

/** A layout whose boundaries are counted, one for each cell. */
export type Delimited = Extract<Layout, { closed: boolean }>

/** Whether a text's cells are counted by delimiters. */
export const isDelimited = (layout: Layout): layout is Delimited => layout.kind === 'tabs' || layout.kind === 'bars'

export interface Measured {
  row: RowText
  width: number
}

/** How the cells of this text are separated, from all its rows together. */
export function measureLayout(rows: readonly Measured[]): Layout {
  const gaps = rows.flatMap(({ row }) => row.pieces.slice(1).map(piece => piece.gap))
  const firsts = rows.flatMap(({ row }) => row.pieces.slice(0, 1).map(piece => piece.gap))
  const share = (of: Gap[], test: (gap: Gap) => boolean): number => (of.length === 0 ? 0 : of.filter(test).length / of.length)
  // A row's only figure may be its first cell: what separates it stands behind it.
  const lone = rows.flatMap(({ row }) => (row.pieces.length === 1 && row.pieces[0]?.gap.trail === 0 ? [row.tail] : []))
  const all = [...gaps, ...(lone.length === rows.length ? lone : firsts)]
  if (all.length === 0) return { kind: 'page' }
  for (const kind of ['bars', 'tabs'] as const) {
    if (share(all, gap => gap[kind] > 0) <= 0.5) continue
    const oneLine = gaps.length > 0 ? share(gaps, gap => gap.newlines === 0) > 0.5 : areOnOneLine(rows)
    // Behind the last figure stand its empty neighbours' delimiters, and one more where rows are closed.
    const delimiters = rows.map(({ row, width }) => ({
      row,
      width,
      count: row.pieces.reduce((n, piece) => n + piece.gap[kind], -1) + row.tail.lead,
    }))
    const filled = delimiters.filter(({ row }) => row.pieces.length > 0)
    const closed =
      filled.filter(({ row }) => row.tail.lead > 0).length > filled.length * 0.8 &&
      filled.filter(({ count, width }) => count + 1 === width).length < filled.length / 2
    const isShort = ({ row, width, count }: (typeof delimiters)[number]) =>
      row.label !== null && row.tail.lead > 0 && count + 1 < width
    // As many cells as columns, both in rows that end in a delimiter and in rows that do not: it stands before a last cell that is empty.
    const exact = filled.filter(({ width, count }) => width > 1 && count + 1 === width)
    const isEven = exact.some(({ row }) => row.tail.lead > 0) && exact.some(({ row }) => row.tail.lead === 0)
    const showsEmpty = isEven || rows.some(({ row, width }) => hasEmpty(row, width, kind))
    // Some rows on one line and some on several: whether a cell ends with its line is not known.
    const isMixed = !oneLine && gaps.some(gap => gap.newlines === 0)
    const keeps = oneLine ? showsEmpty && delimiters.filter(isShort).length <= 1 : !isMixed
    return { kind, closed: oneLine && closed, oneLine, keeps }
  }
  const touching = rows.filter(({ row }) => row.pieces.length > 0)
  if (touching.filter(({ row }) => row.touchesWords).length > touching.length / 3) return { kind: 'glued' }
  if (touching.filter(({ row, width }) => width > 1 && isSeveral(row)).length > touching.length / 3) return { kind: 'glued' }
  if (share(gaps.length > 0 ? gaps : firsts, gap => gap.newlines > 0) > 0.9) return measureLines(rows)
  return { kind: 'page' }
}

/** Whether an empty cell shows: two delimiters side by side, or a row of nothing but delimiters. */
const hasEmpty = (row: RowText, width: number, kind: Delimited['kind']): boolean =>
  row.pieces.length === 0
    ? row.label !== null && row.tail.lead >= width && width > 1
    : row.tail.lead > 1 ||
      row.pieces.some(({ gap }, i) => (i === 0 && row.label === null ? gap.trail > 1 : gap.newlines === 0 && gap[kind] > 1))

/**
 * Whether rows of one figure each stand on a line: with their label, or, where a row has none, with more delimiters
 * than the two of a lone cell (`| 0 |`): there the header's line ends above it in any text.
 */
function areOnOneLine(rows: readonly Measured[]): boolean {
  const filled = rows.flatMap(({ row, width }) => row.pieces.slice(0, 1).map(({ gap }) => ({ row, width, gap })))
  const standing = filled.filter(({ row, width, gap }) =>
    row.label === null ? gap.trail + row.tail.lead > 2 : gap.newlines === 0 || gap.lead >= width,
  )
  return standing.length > filled.length / 2
}

/** `0000000`, alone in its row: no figure begins so, seven of them do. */
const isSeveral = ({ pieces }: RowText): boolean => pieces.length === 1 && /^0\d/.test(toHalfWidth(pieces[0]?.text ?? ''))

/** Fewer rows with empty cells than this come out on some count of newlines by chance. */
const fewest = 2

/** The step is the usual number of newlines between neighbours; an extra is what brings all rows to their width. */
function measureLines(rows: readonly Measured[]): Layout {
  const counts = new Map<number, number>()
  for (const { row, width } of rows) {
    if (row.pieces.length < 2 || row.pieces.length > width) continue
    for (const piece of row.pieces.slice(1)) counts.set(piece.gap.newlines, (counts.get(piece.gap.newlines) ?? 0) + 1)
  }
  const step = usual(counts) ?? 0
  const bases = basesOf(rows, step)
  const short = rows.filter(({ row, width }) => row.pieces.length > 0 && row.pieces.length < width)
  const tried = [1, 2, 3, 4].map(extra => {
    const columns = short.map(({ row, width }) => ({ row, width, slots: lineSlots(row, width, { bases, step }, extra) }))
    // Where a row may begin on its label's line or below it, a first cell that is empty proves nothing: one between figures does.
    const isEven = (slots: readonly number[], width: number) =>
      slots.at(-1) === width - 1 && (bases.length === 1 || (slots[0] as number) + slots.length < width)
    const even = columns.filter(({ slots, width }) => slots.some(own => isEven(own, width))).length
    return { extra, even, fits: columns.filter(({ slots }) => slots.length > 0).length }
  })
  // Nearly every short row must come out, many of them on their last column: else empties were not kept. No tool prints an
  // empty cell as twice a full one: two of them, of two years, are what looks like it.
  const fitting = tried.filter(({ fits, extra }) => extra < 2 * step && short.length > 0 && fits >= short.length * 0.9)
  const proven = fitting.some(({ even }) => even >= Math.max(fewest, short.length * 0.3))
  const marked = rows.filter(({ row }) => row.pieces.some(piece => isBlankLine(piece)))
  const marks = marked.length >= 3 && marked.every(({ row, width }) => row.pieces.length === width)
  return { kind: 'lines', bases, step, extras: proven ? fitting.map(({ extra }) => extra) : [], marks }
}

/**
 * Newlines between a label and its first figure: as between two figures, or none. Some tools print a row's first
 * figure on the line of its label, some only where the label is long.
 */
function basesOf(rows: readonly Measured[], step: number): number[] {
  const full = rows.filter(({ row, width }) => row.label !== null && width > 1 && row.pieces.length === width)
  const onLine = rows.some(({ row, width }) => row.label !== null && width > 1 && row.pieces[0]?.gap.newlines === 0)
  const below = full.some(({ row }) => row.pieces[0]?.gap.newlines === step)
  if (!onLine) return [step]
  return below && step > 0 ? [0, step] : [0]
}

/** The most frequent value; the smaller of two. */
const usual = (counts: ReadonlyMap<number, number>): number | undefined =>
  [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]

/** Columns that the pieces may stand in, on which every extra that fits the text agrees; none where it does not come out. */
export function agreedSlots(row: RowText, width: number, layout: Extract<Layout, { kind: 'lines' }>): number[][] {
  if (row.interrupted) return []
  const found = layout.extras.map(extra => lineSlots(row, width, layout, extra))
  const [first] = found
  return first && found.every(ways => ways.join(';') === first.join(';')) ? first : []
}

/** Columns of the pieces by counted newlines, one way for each base that comes out. */
function lineSlots(
  row: RowText,
  width: number,
  { bases, step }: { bases: readonly number[]; step: number },
  extra: number,
): number[][] {
  const found: number[][] = []
  for (const base of row.label === null ? [step] : bases) {
    const columns: number[] = []
    let column = -1
    for (const [i, piece] of row.pieces.entries()) {
      const blanks = (piece.gap.newlines - (i === 0 ? base : step)) / extra
      if (!Number.isInteger(blanks) || blanks < 0) break
      column += 1 + blanks
      columns.push(column)
    }
    if (columns.length < row.pieces.length) continue
    // Behind the last figure there must be room for the cells that are left; a merged label's may follow.
    const trailing = Math.floor((row.tail.newlines - step) / extra)
    if (column === width - 1 || (column < width - 1 && column + trailing >= width - 1)) found.push(columns)
  }
  return found
}

/** A row's cells: in which of them its pieces are, how many there are, and in which ones the form's first column may be. */
export interface DelimitedCells {
  slots: number[]
  cells: number
  starts: number[]
}

/**
 * Cells counted by tabs or bars from the label on, and the slots at which the form's first column may stand.
 * As many cells as columns: one start. More: merged labels left empty cells before the figures, or padding
 * stands behind them, and there are several. Fewer: cells were lost, and there is none.
 */
export function delimiterSlots(row: RowText, width: number, layout: Delimited): DelimitedCells {
  let slot = row.label === null ? 0 : -1
  const slots = row.pieces.map((piece, i) => {
    slot += i === 0 && row.label === null && layout.oneLine ? piece.gap.trail : piece.gap[layout.kind]
    return slot
  })
  const [first = 0] = slots
  // Words may stand in a column of the office's own (备注) behind the form's, 无 among them.
  const figures = slots.filter((_, i) => !isInWords(row.pieces[i] as PieceText))
  const last = figures.at(-1) ?? 0
  // On lines of their own, empty cells behind the last figure cannot be told from those of the next row.
  const behind = layout.oneLine ? row.tail.lead : row.tail[layout.kind]
  const cells = slot + behind + (layout.closed ? 0 : 1)
  const latest = layout.oneLine ? cells - width : cells < width ? -1 : 0
  if (row.label === null) {
    // Where not even a newline stands before the row, the end of its header is counted with its first cells.
    const opened = !layout.oneLine || (row.pieces[0]?.gap.newlines ?? 0) > 0
    if (!opened) return { slots, cells, starts: range(Math.max(0, slot - width + 1), first) }
    return { slots, cells, starts: startsWithoutLabel({ first, last: slot }, slot + behind, width, layout) }
  }
  return { slots, cells, starts: range(Math.max(0, last - width + 1), Math.min(figures[0] ?? first, latest)) }
}

/** Table 4: `2⇥3…` has one delimiter less than cells, `|2|3…|` one more; as many: before the row or behind it. */
function startsWithoutLabel(
  { first, last }: { first: number; last: number },
  delimiters: number,
  width: number,
  { oneLine, framed }: Delimited,
): number[] {
  // One cell a line: a tab before every cell, or behind it. The last figure has to find room.
  if (!oneLine) return range(Math.max(0, last - width + 1), Math.min(1, first))
  if (framed) return delimiters === width + 1 && first >= 1 ? [1] : []
  if (delimiters === width - 1) return [0]
  if (delimiters === width + 1) return first >= 1 ? [1] : []
  return delimiters === width ? range(0, Math.min(1, first)) : []
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
