import { createLog, type Diagnostic } from '../diagnostic/diagnostic.ts'
import type { ReportModel } from '../model/report.ts'
import { cellsById } from '../model/tables.ts'
import { flagCells } from './check.ts'
import { copiedText } from './rules/copied-text.ts'
import { lastYear } from './rules/last-year.ts'
import { otherBody, shortNames } from './rules/other-body.ts'

const historyRules = [lastYear, copiedText]

/**
 * What only shows when reports stand beside each other: a report against the same body's report on the
 * year before (found by `issuer` and `year`), and other bodies' names left in its text (the issuers of
 * the batch, with `names` from a roster). Where a body has several reports on one year, which of them
 * counts is not known and nothing is compared with them. Findings are returned and, as `parseReport` does, put on the
 * cells that they concern. O(length of the texts).
 */
export function checkReports(reports: readonly ReportModel[], options: { names?: readonly string[] } = {}): Diagnostic[] {
  const names = betweenNames([...reports.flatMap(({ issuer }) => issuer ?? []), ...(options.names ?? [])])
  const byBody = new Map<string, ReportModel | null>()
  for (const report of reports) {
    const key = `${report.year} ${report.issuer}`
    byBody.set(key, byBody.has(key) ? null : report)
  }
  return reports.flatMap(report => {
    const before = report.year === null || report.issuer === null ? undefined : byBody.get(`${report.year - 1} ${report.issuer}`)
    return checkBetween(report, before ?? null, names)
  })
}

/**
 * One report against the one of the year before (null: none), and against the names of the batch
 * (`betweenNames`): what `checkReports` does for each, for batches that do not fit into memory. Its
 * findings are put on the cells.
 */
export function checkBetween(report: ReportModel, before: ReportModel | null, names: ReadonlySet<string>): Diagnostic[] {
  const log = createLog(report.source.name)
  const examined = { report, cells: cellsById(report) }
  if (before) for (const rule of historyRules) rule(examined, { report: before, cells: cellsById(before) }, log)
  otherBody(examined, names, log)
  flagCells(report, log)
  return log.diagnostics
}

/** Of the bodies of a batch, the names that are looked for in the texts of others. */
export const betweenNames = (bodies: readonly string[]): ReadonlySet<string> => shortNames(bodies)

/** Whether a code is one that only `checkReports` and `checkBetween` raise. */
export const isBetween = (code: string): boolean => code.startsWith('history/') || code === 'text/other-body'
