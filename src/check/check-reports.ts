import { createLog, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { cellsById, type ReportModel } from '../model/report.ts'
import { flagCells } from './check.ts'
import { copiedText } from './rules/copied-text.ts'
import { lastYear } from './rules/last-year.ts'
import { otherBody } from './rules/other-body.ts'

const historyRules = [lastYear, copiedText]

/**
 * What only shows when reports stand beside each other: a report against the same body's report on the
 * year before (found by `issuer` and `year`), and other bodies' names left in its text (the issuers of
 * the batch, with `names` from a roster). Findings are returned and, as `parseReport` does, put on the
 * cells that they concern. O(reports × names), each text searched once a name.
 */
export function checkReports(reports: readonly ReportModel[], options: { names?: readonly string[] } = {}): Diagnostic[] {
  const names = [...new Set([...reports.flatMap(({ issuer }) => issuer ?? []), ...(options.names ?? [])])]
  const byBody = new Map(reports.map(report => [`${report.year} ${report.issuer}`, report]))
  return reports.flatMap(report => {
    const log = createLog(report.source.name)
    const examined = { report, cells: cellsById(report) }
    const before = report.year === null || report.issuer === null ? undefined : byBody.get(`${report.year - 1} ${report.issuer}`)
    if (before) for (const rule of historyRules) rule(examined, { report: before, cells: cellsById(before) }, log)
    otherBody(examined, names, log)
    flagCells(report, log)
    return log.diagnostics
  })
}
