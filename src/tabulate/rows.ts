import type { EditionId, FormBlock, Row, TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'

/** A row of the form in one edition. */
export interface RowVariant {
  edition: EditionId
  block: FormBlock
  row: Row
}

/** A row id with the editions that have it; where both do, the header above the row decides. */
export interface RowChoice {
  id: string
  variants: RowVariant[]
}

/** Every row of a table in the form's order, both editions merged: what a table may hold. */
export const rowsOf = (table: TableKey): readonly RowChoice[] => choices[table]

function merge(table: TableKey): RowChoice[] {
  const merged: RowChoice[] = []
  for (const edition of ['2021', '2019'] as const) {
    let at = -1
    for (const block of forms[edition].tables[table].blocks) {
      for (const row of block.rows) {
        const known = merged.findIndex(choice => choice.id === row.id)
        if (known < 0) {
          at++
          merged.splice(at, 0, { id: row.id, variants: [{ edition, block, row }] })
        } else {
          at = known
          merged[known]?.variants.push({ edition, block, row })
        }
      }
    }
  }
  return merged
}

const choices: Record<TableKey, RowChoice[]> = {
  disclosure: merge('disclosure'),
  requests: merge('requests'),
  disputes: merge('disputes'),
}
