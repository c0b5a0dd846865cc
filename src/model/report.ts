/** The typed report. Its tables nest as the cell ids do: `requests.denied.stateSecret.total`. */
import { z } from 'zod'
import { type Cell, cellSchema, placeSchema } from './cell.ts'
import { narrativeFigureSchema, otherMattersSchema, problemsSchema } from './narrative.ts'

/** Raised when a field changes its meaning or goes; a new field raises the second number. */
export const schemaVersion = '1.0'

const cell = cellSchema

const byApplicant = z.object({
  naturalPerson: cell,
  commercialEnterprise: cell,
  researchInstitution: cell,
  publicWelfareOrganization: cell,
  legalServiceOrganization: cell,
  other: cell,
  total: cell,
})

const documents = z.object({
  issued: cell,
  repealed: cell,
  inForce: cell,
  newlyMade: cell,
  newlyDisclosed: cell,
  totalDisclosed: cell,
})

const actions = z.object({ decisions: cell, itemsLastYear: cell, change: cell })

export const disclosureSchema = z
  .object({
    rules: documents,
    normativeDocuments: documents,
    licensing: actions,
    otherServices: actions,
    penalties: actions,
    compulsoryMeasures: actions,
    fees: z.object({ amount: cell, itemsLastYear: cell, change: cell }),
    procurement: z.object({ items: cell, amount: cell }),
  })
  .describe('Table 2, 主动公开政府信息情况: the cells of both editions; those the table does not have are `absent`.')

export const requestsSchema = z
  .object({
    newlyReceived: byApplicant,
    carriedOver: byApplicant,
    granted: byApplicant,
    partiallyGranted: byApplicant,
    denied: z.object({
      stateSecret: byApplicant,
      prohibitedByLaw: byApplicant,
      securityAndStability: byApplicant,
      thirdPartyRights: byApplicant,
      internalAffairs: byApplicant,
      deliberativeProcess: byApplicant,
      enforcementFiles: byApplicant,
      administrativeInquiries: byApplicant,
    }),
    unavailable: z.object({ notHeld: byApplicant, requiresCreation: byApplicant, unclearRequest: byApplicant }),
    notProcessed: z.object({
      petitionOrComplaint: byApplicant,
      repeatRequest: byApplicant,
      publishedMaterial: byApplicant,
      excessiveRequests: byApplicant,
      confirmationOrReissue: byApplicant,
    }),
    otherHandling: z.object({
      notCorrectedInTime: byApplicant,
      feeUnpaid: byApplicant,
      other: byApplicant,
      undivided: byApplicant,
    }),
    outcomesTotal: byApplicant,
    carriedForward: byApplicant,
  })
  .describe('Table 3, 收到和处理政府信息公开申请情况.')

const byResult = z.object({ upheld: cell, corrected: cell, otherResult: cell, pending: cell, total: cell })

export const disputesSchema = z
  .object({ administrativeReview: byResult, directLitigation: byResult, litigationAfterReview: byResult })
  .describe('Table 4, 政府信息公开行政复议、行政诉讼情况.')

export const sectionKeys = ['overview', 'disclosure', 'requests', 'disputes', 'problems', 'other'] as const
export type SectionKey = (typeof sectionKeys)[number]

export const subsectionKeys = ['disclosure', 'requests', 'management', 'platforms', 'supervision'] as const
export type SubsectionKey = (typeof subsectionKeys)[number]

const subsection = z.object({
  /** Which of the five subsections of section 一 it is; null: another title. */
  key: z.enum(subsectionKeys).nullable(),
  heading: z.string(),
  text: z.string(),
  place: placeSchema,
})

const section = z.object({
  present: z.boolean(),
  /** As printed, number included; null where the heading was not found. */
  heading: z.string().nullable(),
  place: placeSchema.nullable(),
  /** Prose of the section, one paragraph a line, its tables left out. */
  text: z.string(),
  subsections: z.array(subsection),
})
export type Section = z.infer<typeof section>

export const editionSchema = z.enum(['2019', '2021'])

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
      overview: section,
      disclosure: section,
      requests: section,
      disputes: section,
      problems: section,
      other: section,
    }),
    disclosure: disclosureSchema,
    requests: requestsSchema,
    disputes: disputesSchema,
    narrative: z.array(narrativeFigureSchema).describe('Figures that the prose states, in the order of the text.'),
    problems: problemsSchema,
    otherMatters: otherMattersSchema,
  })
  .describe('An annual report on open government information (政府信息公开工作年度报告).')

export type ReportModel = z.infer<typeof reportSchema>
export type Tables = Pick<ReportModel, 'disclosure' | 'requests' | 'disputes'>

/** A group of cells in the model: each part is a cell, known by its id, or a group again. */
interface Nest {
  parts: readonly (readonly [key: string, id: string, nest: Nest | null])[]
}

const nestOf = (shape: z.ZodObject, path: string): Nest => ({
  parts: Object.entries(shape.shape).map(([key, part]) => {
    const id = `${path}.${key}`
    return [key, id, part === cell ? null : nestOf(part as z.ZodObject, id)]
  }),
})

const nests = {
  disclosure: nestOf(disclosureSchema, 'disclosure'),
  requests: nestOf(requestsSchema, 'requests'),
  disputes: nestOf(disputesSchema, 'disputes'),
}
const tableKeys = ['disclosure', 'requests', 'disputes'] as const

/** Every cell of the three tables by id, in the model's order. */
export function cellsById(tables: Tables): Map<string, Cell> {
  const found = new Map<string, Cell>()
  const walk = (group: Readonly<Record<string, unknown>>, { parts }: Nest) => {
    for (const [key, id, nest] of parts) {
      if (nest === null) found.set(id, group[key] as Cell)
      else walk(group[key] as Record<string, unknown>, nest)
    }
  }
  for (const key of tableKeys) walk(tables[key], nests[key])
  return found
}

/** Nests cells given by id as the model nests them; ids that are not given become `absent()`. */
export function nestCells(cells: ReadonlyMap<string, Cell>, absent: () => Cell): Tables {
  const fill = ({ parts }: Nest): object => {
    const group: Record<string, unknown> = {}
    for (const [key, id, nest] of parts) group[key] = nest === null ? (cells.get(id) ?? absent()) : fill(nest)
    return group
  }
  return Object.fromEntries(tableKeys.map(key => [key, fill(nests[key])])) as Tables
}
