/**
 * Where a row's first column stands when delimiters outnumber columns: what one row leaves open, its like tell.
 *
 *     （二）部分公开⇥0⇥⇥⇥⇥⇥2⇥2⇥⇥⇥…     0 + 2 = 2 only if the first column follows the label
 *     （七）总计⇥⇥⇥0⇥⇥⇥⇥⇥⇥…             a sum of nothing tells nothing: but it is printed as the others are
 */
import { holds, putAt } from './fill-row.ts'
import type { SumRule } from './placements.ts'
import { type Delimited, delimiterSlots } from './positions.ts'
import { type RowEnds, startByEnds } from './row-ends.ts'
import { type RowText, withoutBlankLines } from './row-text.ts'

/** A row whose cells are counted by delimiters; `depth`: how many group labels stand before its own. */
export interface CountedRow {
  text: RowText
  width: number
  sums: readonly SumRule[]
  depth: number
}

/** Where a row's first column stands, counted from its label. */
export type RowStart = number | 'several'

/** Rows that must tell a start by themselves before others are read by it. */
const enough = 2
/** Rows that may have more cells than the form and yet not add up, for the errors of a report. */
const most = 3

/**
 * For each row the slot at which its first column stands, as the rows whose label stands equally deep tell by
 * their sums or by having as many cells as columns; undefined where they tell none, `several` where they differ, as
 * with a column that the form has not. A row without a label is told by the ends of table 3's rows. O(rows × starts).
 */
export function agreedStarts(all: readonly CountedRow[], layout: Delimited, ends: RowEnds | null): (RowStart | undefined)[] {
  const rows = all.map(row => ({ ...row, text: withoutBlankLines(row.text) }))
  const told = new Map<string, RowStart[]>()
  const kindOf = ({ depth, width }: CountedRow) => `${depth}/${width}`
  for (const row of rows) {
    const start = row.text.label === null || row.text.pieces.length === 0 ? undefined : toldStart(row, layout)
    if (start !== undefined) told.set(kindOf(row), [...(told.get(kindOf(row)) ?? []), start])
  }
  const starts = [...told.values()].flat()
  const strange = starts.filter(start => start === 'several').length
  const isStrange = strange >= most && strange > starts.length / 4
  return rows.map(row => {
    if (row.text.label === null)
      return ends
        ? (startByEnds(row.text, delimiterSlots(row.text, row.width, layout).slots, row.width, layout, ends) ?? 'several')
        : undefined
    const own = told.get(kindOf(row)) ?? []
    const plain = own.filter(start => start !== 'several')
    const [first] = plain
    if (isStrange || plain.some(start => start !== first) || plain.length < own.length / 2) return 'several'
    return plain.length >= enough ? first : undefined
  })
}

/** `several` where the row has more cells than the form, and in none of them its figures can begin. */
function toldStart({ text, width, sums }: CountedRow, layout: Delimited): RowStart | undefined {
  const { slots, cells, starts } = delimiterSlots(text, width, layout)
  const put = (start: number) =>
    putAt(
      text.pieces,
      slots.map(slot => slot - start),
      width,
    )
  const holding = starts.filter(start => holds(put(start), sums))
  if (cells > width && layout.oneLine && holding.length === 0) return 'several'
  if (starts.length <= 1) return starts[0]
  const proven = holding.filter(start => sums.every(({ total }) => put(start).values[total]))
  return sums.length > 0 && proven.length === 1 && holding.length === 1 ? proven[0] : undefined
}
