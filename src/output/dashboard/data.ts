/** What the page is given. Columns instead of rows, indices instead of names: ten thousand bodies fit. */

import type { Rate } from '../../collection/aggregate.ts'
import type { PairedSum } from '../../collection/figure-sums.ts'
import type { Level } from '../../collection/roster.ts'
import type { EditionId } from '../../form/form.ts'
import type { FigureId } from './figures.ts'

/** Beyond these the page would be slow to open; what is left out is said on it. */
export const dashboardLimits = {
  /** Reports up to which every cell's place and every quoted figure is in the page; beyond, only those of doubted and unknown cells. */
  fullReports: 1000,
  findings: 40_000,
  unread: 500,
  /** Characters of a quotation, and of what is printed in a cell. */
  quote: 400,
  raw: 80,
} as const

/** A sum with what it does not know; `text` is how it is printed (`≥120`, `120?`). */
export interface Total {
  value: number | null
  sure: number | null
  known: number
  of: number
  doubted: number
  text: string
}

export interface YearData {
  year: number
  /** Bodies expected, and those that reported. */
  of: number
  reported: number
  /** Indices of bodies. */
  notReported: number[]
  totals: Record<FigureId, Total>
  /** Over the bodies known in the year before and in this one; null: no such year, or no such body. */
  paired: Record<FigureId, PairedSum | null>
  rates: Pick<Rate, 'id' | 'numerator' | 'denominator' | 'value' | 'known' | 'of' | 'doubted'>[]
  /** Cells of the form that any report of the year may have. */
  cells: Record<string, Total>
  /** One figure a body, in the order of the bodies; null: not known. */
  columns: Record<FigureId, (number | null)[]>
  /** Indices of bodies whose figure is flagged. */
  doubted: Record<FigureId, number[]>
  /** Cells of the year's reports by what is known of them. */
  counts: { sure: number; doubted: number; unknown: number }
  /** Findings of each body (errors and warnings), in the order of the bodies. */
  findings: number[]
}

export interface Bodies {
  name: string[]
  kind: (string | null)[]
  level: (Level | null)[]
  /** Index of the body above; −1: none. */
  parent: number[]
  /** Indices of bodies that are the sum of others: shown, not added. */
  rollUps: number[]
}

export interface Summary {
  schema: 'ogi-report/dashboard'
  schemaVersion: '1.0'
  /** Milliseconds since 1970 of the reading; null where not known. */
  made: number | null
  scope: string | null
  /** Whether a roster said which bodies are expected. Without one, `of` counts those that were met. */
  roster: boolean
  years: YearData[]
  bodies: Bodies
  /** Files that are in no figure, and why. */
  unread: { path: string; outcome: string; code: string | null }[]
  unreadInAll: number
  /** By code: how many findings, and the arguments of the first. */
  codes: Record<string, { count: number; args: Record<string, string | number | null> }>
  reportsInAll: number
  findingsInAll: number
  /** Whether places and quotations of all reports are in the page. */
  full: boolean
}

/** A cell that is more than a plain figure: index in the form's order, what is printed, codes of its flags, its place where not all places are in the page. */
export type Mark = [cell: number, raw: string | null, flags: number[], place?: string]

/** A figure that the prose states: metric, value, unit, period, section, quotation, place. */
export type Quoted = [
  metric: string,
  value: number,
  unit: string | null,
  period: string,
  approximate: string | null,
  quote: string,
  place: string,
]

/** One entry a report in every column. */
export interface Reports {
  /** Cell ids in the form's order: what indices of cells mean. */
  cellIds: string[]
  /** Codes that flags are indices of. */
  codes: string[]
  body: number[]
  year: (number | null)[]
  file: string[]
  /** Of reports whose body is not known. */
  title: (string | null)[]
  edition: (EditionId | 'mixed' | 'unsupported' | null)[]
  cells: string[]
  marks: Mark[][]
  /** Every cell's place (`packPlaces`); empty where there are too many reports. */
  places: string[]
  quotes: Quoted[][]
  /** Whether its figures are in the sums. */
  counted: (0 | 1)[]
}

/** One entry a finding in every column. */
export interface Findings {
  code: number[]
  /** Index of the report; −1: about none of them, see `file`. */
  report: number[]
  file: Record<number, string>
  place: string[]
  about: number[][]
  args: Record<string, string | number | null>[]
  codes: string[]
}

/** The three parts of the page's data: the first is read at once, the others when they are asked for. */
export interface DashboardData {
  summary: Summary
  reports: Reports
  findings: Findings
}
