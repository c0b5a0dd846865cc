import type { TableKey } from '../form/form.ts'
import { remember } from '../text/remember.ts'
import { labelCost } from './match.ts'
import { rowsOf } from './rows.ts'

/** How far a text's key is from the label of each row of a table, in the order of `rowsOf`; `Infinity` for another label. */
export const rowCosts = (table: TableKey, key: string): readonly number[] => costs[table](key)

const measure = (table: TableKey) =>
  remember((key): readonly number[] =>
    rowsOf(table).map(({ variants }) =>
      Math.min(...variants.map(({ row }) => (row.label ? labelCost(key, row.label) : Number.POSITIVE_INFINITY))),
    ),
  )

const costs: Readonly<Record<TableKey, (key: string) => readonly number[]>> = {
  disclosure: measure('disclosure'),
  requests: measure('requests'),
  disputes: measure('disputes'),
}
