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

/** Rows that must tell a start by themselves before others are read by it. */
const enough = 2

/**
 * For each row the slot at which its first column stands, as the rows whose label stands equally deep tell by
 * their sums or by having as many cells as columns; undefined where they tell none, or several. A row without a
 * label is told by the ends of table 3's rows. O(rows × starts).
 */
export function agreedStarts(all: readonly CountedRow[], layout: Delimited, ends: RowEnds | null): (number | undefined)[] {
  const rows = all.map(row => ({ ...row, text: withoutBlankLines(row.text) }))
  const told = new Map<string, number[]>()
  const kindOf = ({ depth, width }: CountedRow) => `${depth}/${width}`
  for (const row of rows) {
    const start = row.text.label === null || row.text.pieces.length === 0 ? undefined : toldStart(row, layout)
    if (start !== undefined) told.set(kindOf(row), [...(told.get(kindOf(row)) ?? []), start])
  }
  return rows.map(row => {
    if (row.text.label === null)
      return ends ? startByEnds(row.text, delimiterSlots(row.text, row.width, layout).slots, row.width, layout, ends) : undefined
    const [first, ...others] = told.get(kindOf(row)) ?? []
    return others.length + 1 >= enough && others.every(start => start === first) ? first : undefined
  })
}

function toldStart({ text, width, sums }: CountedRow, layout: Delimited): number | undefined {
  const { slots, starts } = delimiterSlots(text, width, layout)
  if (starts.length <= 1) return starts[0]
  const holding = starts.filter(start => {
    const placed = putAt(
      text.pieces,
      slots.map(slot => slot - start),
      width,
    )
    return holds(placed, sums) && sums.every(({ total }) => placed.values[total])
  })
  return sums.length > 0 && holding.length === 1 ? holding[0] : undefined
}
