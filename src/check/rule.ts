import type { Log } from '../diagnostic/diagnostic.ts'
import type { Cell } from '../model/cell.ts'
import type { ReportModel } from '../model/report.ts'

/** What a rule sees of one report. Rules read and say; they change nothing. */
export interface Examined {
  report: ReportModel
  /** Every cell by id. */
  cells: ReadonlyMap<string, Cell>
}

/**
 * One way in which a report may fail to add up. A rule stands in a file of its own whose doc comment
 * says what is looked for and why; its `@example` blocks are run as tests (`tests/check/examples.test.ts`).
 */
export type Rule = (examined: Examined, log: Log) => void
