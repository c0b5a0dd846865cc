/** What the prose of a report states, as facts of their own beside the tables. */
import type { z } from 'zod'
import type { figureChangeSchema, narrativeFigureSchema, otherMattersSchema, problemsSchema, statementSchema } from './schema.ts'

/** Of the report’s year; of several years; of an earlier one; intended. */
export const figurePeriods = ['annual', 'cumulative', 'prior-year', 'plan'] as const
export type FigurePeriod = (typeof figurePeriods)[number]

export type FigureChange = z.infer<typeof figureChangeSchema>
export type NarrativeFigure = z.infer<typeof narrativeFigureSchema>
export type Statement = z.infer<typeof statementSchema>
export type Problems = z.infer<typeof problemsSchema>
export type OtherMatters = z.infer<typeof otherMattersSchema>
