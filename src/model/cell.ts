import { z } from 'zod'
import { type Code, catalogue } from '../diagnostic/catalogue.ts'

export const placeSchema = z
  .object({
    line: z.number().int().positive().optional(),
    column: z.number().int().positive().optional(),
    paragraph: z.number().int().positive().optional(),
    table: z.number().int().positive().optional(),
    row: z.number().int().positive().optional(),
    cell: z.number().int().positive().optional(),
  })
  .describe('Where it stands in the source, counted from 1.')

/** What is known of a cell; the meanings are in the README under “What a cell is”. */
export const cellStatus = z.enum(['read', 'inferred', 'blank', 'ambiguous', 'missing', 'absent', 'unreadable'])
export type CellStatus = z.infer<typeof cellStatus>

const codes = Object.keys(catalogue) as [Code, ...Code[]]

export const cellSchema = z.object({
  /** The figure; null wherever it is not known. Null is never zero. */
  value: z.number().nullable(),
  status: cellStatus,
  /** What is printed, before anything was made of it; null where nothing was found. */
  raw: z.string().nullable(),
  place: placeSchema.nullable(),
  /** Unit of an amount as the header or the cell states it (万元, 元); left out where none is stated. */
  unit: z.string().optional(),
  /** Codes of the errors and warnings that concern this cell. A value without flags is right. */
  flags: z.array(z.enum(codes)),
})
export type Cell = z.infer<typeof cellSchema>

export const absentCell = (): Cell => ({ value: null, status: 'absent', raw: null, place: null, flags: [] })
export const missingCell = (): Cell => ({ value: null, status: 'missing', raw: null, place: null, flags: [] })
