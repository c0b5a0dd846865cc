import type { z } from 'zod'
import type { cellSchema } from './schema.ts'

/** What is known of a cell; the meanings are in the README under “What a cell is”. */
export const cellStatuses = ['read', 'inferred', 'blank', 'ambiguous', 'missing', 'absent', 'unreadable'] as const
export type CellStatus = (typeof cellStatuses)[number]

export type Cell = z.infer<typeof cellSchema>

export const absentCell = (): Cell => ({ value: null, status: 'absent', raw: null, place: null, flags: [] })
export const missingCell = (): Cell => ({ value: null, status: 'missing', raw: null, place: null, flags: [] })
