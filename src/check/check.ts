import type { Log } from '../diagnostic/diagnostic.ts'
import { cellsById, type ReportModel } from '../model/report.ts'
import type { Rule } from './rule.ts'
import { identities } from './rules/identities.ts'

/** Every rule on one report, in the order in which their findings are told. */
const rules: readonly Rule[] = [identities]

/** Runs every rule on one report, then puts the codes of errors and warnings on the cells they concern. */
export function checkReport(report: ReportModel, log: Log): void {
  const examined = { report, cells: cellsById(report) }
  for (const rule of rules) rule(examined, log)
  flagCells(report, log)
}

/** The law's other half: a doubted figure carries the codes of what doubts it. */
function flagCells(report: ReportModel, log: Log): void {
  const cells = cellsById(report)
  for (const { code, severity, about } of log.diagnostics) {
    if (severity === 'info') continue
    for (const id of about) {
      const cell = cells.get(id)
      if (cell && !cell.flags.includes(code)) cell.flags.push(code)
    }
  }
}
