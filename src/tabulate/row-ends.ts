/**
 * What stands between the last cell of a row and the first of the next, as table 3 shows it: table 4's row has no
 * label to count its cells from.
 *
 *     …⇥6⇥⏎二、上年结转…        table 3: a tab behind the last cell, none before the first
 *     ⇥⇥⇥⇥0⇥0⇥0⇥0⇥0⇥⇥⇥⇥⇥⇥⇥⏎     table 4: so its first 0 is in the fifth cell
 */
import type { TableKey } from '../form/form.ts'
import type { Gap } from './fragments.ts'
import type { Placed } from './placements.ts'
import { type Delimited, isDelimited, type Layout } from './positions.ts'
import type { RowText } from './row-text.ts'

/** Delimiters behind a row's last cell, before the next row's first one, and all between them. */
export interface RowEnds {
  kind: Delimited['kind']
  lead: number
  trail: number
  all: number
  newlines: boolean
}

/** A row with the ids that the form gives it and its settled cells. */
export interface SettledText {
  id: string
  text: RowText
  placements: readonly Placed[]
}

/** Rows behind which a label of the first level stands: no cell that a merged label covers comes between. */
const beforeFirstLevel = new Set(['newlyReceived', 'carriedOver', 'outcomesTotal'])
const enough = 2

/** The ends of table 3's rows, of those that have a figure in their last column; null where they differ or are too few. */
export function measureEnds(rows: readonly SettledText[], table: TableKey, layout: Layout): RowEnds | null {
  if (table !== 'requests' || !isDelimited(layout)) return null
  const { kind } = layout
  const ends = rows
    .filter(
      ({ id, placements: [only, ...others] }) => beforeFirstLevel.has(id) && others.length === 0 && only?.digits.at(-1) != null,
    )
    .map(({ text }) => endsOf(text.tail, kind))
  const [first] = ends
  const isSame = (other: RowEnds) => JSON.stringify(other) === JSON.stringify(first)
  return first && ends.length >= enough && ends.every(isSame) ? first : null
}

function endsOf(gap: Gap, kind: RowEnds['kind']): RowEnds {
  return { kind, lead: gap.lead, trail: gap.trail, all: gap[kind], newlines: gap.newlines > 0 }
}

/**
 * The slot at which the first column of a row without a label stands; undefined where its delimiters are not as
 * many as the ends say, so that it has other cells than the form.
 */
export function startByEnds(
  row: RowText,
  slots: readonly number[],
  width: number,
  layout: Delimited,
  ends: RowEnds,
): number | undefined {
  if (ends.kind !== layout.kind || (row.pieces[0]?.gap.newlines ?? 0) > 0 !== ends.newlines) return undefined
  const start = layout.oneLine ? ends.trail : ends.all
  const behind = layout.oneLine ? row.tail.lead : row.tail[layout.kind]
  const cells = (slots.at(-1) ?? 0) - start + behind + 1
  // Where rows follow each other on one line, the table's last row may end in one delimiter less.
  const expected = ends.newlines ? [width + ends.lead] : [width + ends.all, width + ends.all - 1]
  return expected.includes(cells) ? start : undefined
}
