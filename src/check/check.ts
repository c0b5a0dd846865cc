import type { Log } from '../diagnostic/diagnostic.ts'
import type { Cell } from '../model/cell.ts'
import type { ReportModel } from '../model/report.ts'
import { cellsById } from '../model/tables.ts'
import type { Rule } from './rule.ts'
import { identities } from './rules/identities.ts'
import { narrativeItself } from './rules/narrative-itself.ts'
import { narrativeTable } from './rules/narrative-table.ts'
import { plausibility } from './rules/plausibility.ts'
import { sectionContent } from './rules/section-content.ts'
import { years } from './rules/years.ts'

/** Every rule on one report, in the order in which their findings are told. */
const rules: readonly Rule[] = [years, sectionContent, identities, plausibility, narrativeTable, narrativeItself]

/** Runs every rule on one report, then puts the codes of errors and warnings on the cells they concern. */
export function checkReport(report: ReportModel, log: Log): void {
  const examined = { report, cells: cellsById(report) }
  for (const rule of rules) rule(examined, log)
  flag(examined.cells, log)
}

/** The law's other half: a doubted figure carries the codes of what doubts it. */
export function flagCells(report: ReportModel, log: Log): void {
  flag(cellsById(report), log)
}

function flag(cells: ReadonlyMap<string, Cell>, log: Log): void {
  for (const { code, severity, about } of log.diagnostics) {
    if (severity === 'info') continue
    for (const id of about) {
      const cell = cells.get(id)
      if (cell && !cell.flags.includes(code)) cell.flags.push(code)
    }
  }
}
