/** The last label of a table that was cut off behind it: its cells are not empty, they are not there. */
import type { TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import type { FoundRow } from './find-rows.ts'
import { isDelimited, type Layout } from './positions.ts'

/**
 * Whether a text ends in a row's label: nothing stands behind it, not even what would separate its empty cells,
 * and the form has more rows.
 */
export function isCutOff({ variant, text }: FoundRow, table: TableKey, layout: Layout): boolean {
  const last = forms[variant.edition].tables[table].blocks.at(-1)?.rows.at(-1)
  if (text.label === null || text.pieces.length > 0 || variant.row.id === last?.id) return false
  const { columns } = variant.block
  if (isDelimited(layout)) return text.tail[layout.kind] < columns.length
  return layout.kind !== 'lines' || text.tail.newlines < Math.min(...layout.extras) * columns.length
}
