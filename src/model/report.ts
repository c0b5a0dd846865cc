/** The typed report. Its tables nest as the cell ids do: `requests.denied.stateSecret.total`. */
import type { z } from 'zod'
import type { reportSchema, sectionSchema } from './schema.ts'

/** Raised when a field changes its meaning or goes; a new field raises the second number. */
export const schemaVersion = '1.0'

export const sectionKeys = ['overview', 'disclosure', 'requests', 'disputes', 'problems', 'other'] as const
export type SectionKey = (typeof sectionKeys)[number]

export const subsectionKeys = ['disclosure', 'requests', 'management', 'platforms', 'supervision'] as const
export type SubsectionKey = (typeof subsectionKeys)[number]

export type Section = z.infer<typeof sectionSchema>
export type ReportModel = z.infer<typeof reportSchema>
