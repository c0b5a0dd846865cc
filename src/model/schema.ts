/** The model as schemas: what its types are inferred from, what `report.schema.json` states, and what reads reports back. */
import { z } from 'zod'
import { type Code, catalogue } from '../diagnostic/catalogue.ts'
import { metrics } from '../form/sentences.ts'
import { cellStatuses } from './cell.ts'
import { figurePeriods } from './narrative.ts'
import { schemaVersion, subsectionKeys } from './report.ts'
import { type Group, isRow, type Shape, tableShape } from './tables.ts'

const placeSchema = z
  .object({
    line: z.number().int().positive().optional(),
    column: z.number().int().positive().optional(),
    paragraph: z.number().int().positive().optional(),
    table: z.number().int().positive().optional(),
    row: z.number().int().positive().optional(),
    cell: z.number().int().positive().optional(),
  })
  .describe('Where it stands in the source, counted from 1.')

const codes = Object.keys(catalogue) as [Code, ...Code[]]

export const cellSchema = z.object({
  /** The figure; null wherever it is not known. Null is never zero. */
  value: z.number().nullable(),
  status: z.enum(cellStatuses),
  /** What is printed, before anything was made of it; null where nothing was found. */
  raw: z.string().nullable(),
  place: placeSchema.nullable(),
  /** Unit of an amount as the header or the cell states it (万元, 元); left out where none is stated. */
  unit: z.string().optional(),
  /** Codes of the errors and warnings that concern this cell. A value without flags is right. */
  flags: z.array(z.enum(codes)),
})

/** A group of cells, or of groups, as the shape nests them. */
const groupOf = <S extends Shape>(shape: S): z.ZodType<Group<S>> => objectOf(shape) as unknown as z.ZodType<Group<S>>
const objectOf = (shape: Shape): z.ZodType =>
  z.object(
    Object.fromEntries(
      isRow(shape) ? shape.map(key => [key, cellSchema]) : Object.entries(shape).map(([key, part]) => [key, objectOf(part)]),
    ),
  )

export const figureChangeSchema = z
  .object({
    direction: z.enum(['up', 'down', 'same']).nullable().describe('null where only the earlier figure is given.'),
    percent: z.number().nullable(),
    absolute: z.number().nullable(),
    base: z.string().nullable().describe('The year compared with; null where it is not said.'),
    baseValue: z.number().nullable().describe('The earlier figure, where it stands beside the current one.'),
  })
  .describe('同比 and its like.')

const sectionOfFigure = z.enum(['preamble', 'overview', 'disclosure', 'requests', 'disputes', 'problems', 'other'])

export const narrativeFigureSchema = z
  .object({
    metric: z.enum(metrics),
    value: z.number().describe('With 万 and 亿 worked out; money in yuan.'),
    unit: z.string().nullable().describe('As printed, without 万 or 亿; null for none (未收到).'),
    scaled: z.boolean().describe('Printed with 万 or 亿.'),
    approximate: z.enum(['over', 'under', 'about']).nullable().describe('余 and 超过; 近; 约. null: exact.'),
    change: figureChangeSchema.nullable(),
    period: z.enum(figurePeriods).describe('Of the report’s year; of several years; of an earlier one; intended.'),
    section: sectionOfFigure,
    quote: z.string(),
    place: placeSchema,
  })
  .describe('A figure that the prose states.')

export const statementSchema = z.object({ text: z.string(), place: placeSchema })

export const problemsSchema = z
  .object({
    none: z.boolean().describe('The section says that there are none.'),
    items: z.array(
      z.object({
        number: z.number().int().nullable().describe('As the report numbers them; null in prose without numbers.'),
        problem: statementSchema.nullable(),
        improvement: statementSchema.nullable(),
      }),
    ),
  })
  .describe('Section 五: each problem with the improvement that has its number.')

export const otherMattersSchema = z
  .object({
    none: z.boolean().describe('The section says that there is nothing to report.'),
    feeCharged: z.boolean().nullable().describe('Whether an information-handling fee was charged; null where it is not said.'),
    feeAmount: z.number().nullable().describe('In yuan.'),
    statements: z.array(statementSchema).describe('Everything else that the section says.'),
  })
  .describe('Section 六.')

const subsection = z.object({
  /** Which of the five subsections of section 一 it is; null: another title. */
  key: z.enum(subsectionKeys).nullable(),
  heading: z.string(),
  text: z.string(),
  place: placeSchema,
})

export const sectionSchema = z.object({
  present: z.boolean(),
  /** As printed, number included; null where the heading was not found. */
  heading: z.string().nullable(),
  place: placeSchema.nullable(),
  /** Prose of the section, one paragraph a line, its tables left out. */
  text: z.string(),
  subsections: z.array(subsection),
})

const editionSchema = z.enum(['2019', '2021'])

export const reportSchema = z
  .object({
    schemaVersion: z.literal(schemaVersion),
    source: z.object({
      name: z.string(),
      kind: z.enum(['docx', 'html', 'markdown', 'text']),
      encoding: z.string().nullable(),
    }),
    /** `mixed`: its tables are of both editions; `unsupported`: older than both; null: no table and no report recognised. */
    edition: z.enum(['2019', '2021', 'mixed', 'unsupported']).nullable(),
    /** Edition of each block of table 2 (by item of article 20) and of tables 3 and 4, as their labels tell; null where it was not found. */
    editions: z.object({
      rules: editionSchema.nullable(),
      licensing: editionSchema.nullable(),
      penalties: editionSchema.nullable(),
      fees: editionSchema.nullable(),
      procurement: editionSchema.nullable(),
      requests: editionSchema.nullable(),
      disputes: editionSchema.nullable(),
    }),
    title: z.string().nullable(),
    issuer: z.string().nullable(),
    issuerKind: z.string().nullable().describe('镇, 乡, 街道, 局, 委员会, 县政府 …; null where the name does not tell.'),
    issuerLevel: z.enum(['province', 'city', 'county', 'town', 'department']).nullable(),
    region: z.string().nullable().describe('The part of the name that says where (奉化区), when stated.'),
    year: z.number().int().nullable(),
    period: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
    sections: z.object({
      overview: sectionSchema,
      disclosure: sectionSchema,
      requests: sectionSchema,
      disputes: sectionSchema,
      problems: sectionSchema,
      other: sectionSchema,
    }),
    disclosure: groupOf(tableShape.disclosure).describe(
      'Table 2, 主动公开政府信息情况: the cells of both editions; those the table does not have are `absent`.',
    ),
    requests: groupOf(tableShape.requests).describe('Table 3, 收到和处理政府信息公开申请情况.'),
    disputes: groupOf(tableShape.disputes).describe('Table 4, 政府信息公开行政复议、行政诉讼情况.'),
    narrative: z.array(narrativeFigureSchema).describe('Figures that the prose states, in the order of the text.'),
    problems: problemsSchema,
    otherMatters: otherMattersSchema,
  })
  .describe('An annual report on open government information (政府信息公开工作年度报告).')
