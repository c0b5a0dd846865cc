/** What the prose of a report states, as facts of their own beside the tables. */
import { z } from 'zod'
import { metrics } from '../form/sentences.ts'
import { placeSchema } from './cell.ts'

export const figureChangeSchema = z
  .object({
    direction: z.enum(['up', 'down', 'same']).nullable().describe('null where only the earlier figure is given.'),
    percent: z.number().nullable(),
    absolute: z.number().nullable(),
    base: z.string().nullable().describe('The year compared with; null where it is not said.'),
    baseValue: z.number().nullable().describe('The earlier figure, where it stands beside the current one.'),
  })
  .describe('同比 and its like.')
export type FigureChange = z.infer<typeof figureChangeSchema>

export const figurePeriod = z.enum(['annual', 'cumulative', 'prior-year', 'plan'])
export type FigurePeriod = z.infer<typeof figurePeriod>

const sectionOfFigure = z.enum(['preamble', 'overview', 'disclosure', 'requests', 'disputes', 'problems', 'other'])

export const narrativeFigureSchema = z
  .object({
    metric: z.enum(metrics),
    value: z.number().describe('With 万 and 亿 worked out; money in yuan.'),
    unit: z.string().nullable().describe('As printed, without 万 or 亿; null for none (未收到).'),
    scaled: z.boolean().describe('Printed with 万 or 亿.'),
    approximate: z.enum(['over', 'under', 'about']).nullable().describe('余 and 超过; 近; 约. null: exact.'),
    change: figureChangeSchema.nullable(),
    period: figurePeriod.describe('Of the report’s year; of several years; of an earlier one; intended.'),
    section: sectionOfFigure,
    quote: z.string(),
    place: placeSchema,
  })
  .describe('A figure that the prose states.')
export type NarrativeFigure = z.infer<typeof narrativeFigureSchema>

const statement = z.object({ text: z.string(), place: placeSchema })
export type Statement = z.infer<typeof statement>

export const problemsSchema = z
  .object({
    none: z.boolean().describe('The section says that there are none.'),
    items: z.array(
      z.object({
        number: z.number().int().nullable().describe('As the report numbers them; null in prose without numbers.'),
        problem: statement.nullable(),
        improvement: statement.nullable(),
      }),
    ),
  })
  .describe('Section 五: each problem with the improvement that has its number.')
export type Problems = z.infer<typeof problemsSchema>

export const otherMattersSchema = z
  .object({
    none: z.boolean().describe('The section says that there is nothing to report.'),
    feeCharged: z.boolean().nullable().describe('Whether an information-handling fee was charged; null where it is not said.'),
    feeAmount: z.number().nullable().describe('In yuan.'),
    statements: z.array(statement).describe('Everything else that the section says.'),
  })
  .describe('Section 六.')
export type OtherMatters = z.infer<typeof otherMattersSchema>
