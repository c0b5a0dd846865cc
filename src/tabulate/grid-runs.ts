/** A grid's rows as runs of merged cells, and what stands above and under each other in them. */
import type { GridCell } from '../document/document.ts'
import { parseFigure } from '../text/numeral.ts'
import { remember } from '../text/remember.ts'
import { keyOf } from './match.ts'

/** One cell of a row, however many grid columns it covers. */
export interface Run {
  cell: GridCell
  from: number
  to: number
}

/** Grid columns from and to (both incl.). */
export type Span = Pick<Run, 'from' | 'to'>

/** What stands in a figure's place and is none: `≥120`, `约3`, `120?`, `?`. It is no label either. */
const figureLike = /^\s*(?:[≥≤<>≈~约近超]?\s*[+-]?\d[\d,.]{0,15}\s*[?？余多+]?|[?？]{1,3})\s*$/

const kindOf = remember((text): 'figure' | 'blank' | 'words' => {
  const { kind } = parseFigure(text)
  return kind === 'figure' || figureLike.test(text) ? 'figure' : kind === 'blank' ? 'blank' : 'words'
})

/** A cell that was put together from flattened text is a figure's, whatever could be made of it. */
export const isFigure = (cell: GridCell): boolean => cell.placed !== undefined || kindOf(cell.text) === 'figure'

/** Words: a label of the form, or anything else that is no figure and not blank. */
export const isWords = (cell: GridCell): boolean => cell.placed === undefined && kindOf(cell.text) === 'words'

/** A row's cells, each merged cell once. */
export function runsOf(row: GridCell[]): Run[] {
  const runs: Run[] = []
  for (const [column, cell] of row.entries()) {
    const last = runs.at(-1)
    if (last && last.cell.place === cell.place) last.to = column
    else runs.push({ cell, from: column, to: column })
  }
  return runs
}

/** Keys of the texts above a column, the lowest first, then pairs of neighbours joined. */
export function stackedKeys(header: GridCell[][], column: number): string[] {
  const stack: string[] = []
  let below: GridCell | undefined
  for (let r = header.length - 1; r >= 0; r--) {
    const cell = (header[r] as GridCell[])[column] as GridCell
    if (cell.place === below?.place) continue
    below = cell
    const key = keyOf(cell.text)
    if (key !== '') stack.push(key)
  }
  return [...stack, ...stack.slice(1).map((upper, i) => upper + stack[i])]
}

/**
 * The cell of a row under a header's span. Cells that are blank beside one that is not are the grid's
 * own seams; a cell that reaches over several columns, or two figures under one header, is nobody's.
 */
export function cellUnder(runs: Run[], span: Span): GridCell | undefined {
  const inside = runs.filter(run => run.to >= span.from && run.from <= span.to)
  const filled = inside.filter(({ cell }) => parseFigure(cell.text).kind !== 'blank')
  const [first] = filled.length > 0 ? filled : inside
  if (!first) return undefined
  const reachesOver = first.from < span.from || first.to > span.to
  if (filled.length > 1) return { ...first.cell, text: filled.map(({ cell }) => cell.text).join(' ') }
  return reachesOver && filled.length > 0 ? { ...first.cell, placed: { status: 'ambiguous' } } : first.cell
}
