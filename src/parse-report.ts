/**
 * The whole pipeline on one screen:
 *
 *     bytes → blocks → outline → cover, tables, narrative → ReportModel → findings
 *
 * Each stage is a folder. A stage is handed a log and says there what it saw; nothing is thrown for
 * what a report says, only for bytes that cannot be opened (`UnreadableSourceError`).
 */

import { assembleReport } from './assemble-report.ts'
import { checkReport } from './check/check.ts'
import { createLog, type Diagnostic } from './diagnostic/diagnostic.ts'
import type { EditionId } from './form/form.ts'
import { readCover } from './locate/cover.ts'
import { locateSections, nothingLocated } from './locate/outline.ts'
import { recognise } from './locate/recognise.ts'
import type { ReportModel } from './model/report.ts'
import { narrate } from './narrate/narrate.ts'
import type { ReadLimits } from './read/limits.ts'
import { read } from './read/read.ts'
import type { Explanation } from './tabulate/explain.ts'
import { reportGaps } from './tabulate/gaps.ts'
import { tabulate } from './tabulate/tabulate.ts'

export interface ParseOptions {
  /** File name, for messages and as a witness of issuer and year. Never decides how the source is read. */
  name?: string
  /** Read the tables by this edition's form instead of by their labels. */
  edition?: EditionId
  /** Other bounds on what the source may cost than the usual ones, which leave a report room a hundred times over. */
  limits?: Partial<ReadLimits>
  /** Is told how each table that had to be rebuilt from flattened text was read; `formatExplanation` prints it. */
  explain?: (explanation: Explanation) => void
}

export interface ParseResult {
  report: ReportModel
  diagnostics: Diagnostic[]
}

/** Reads one report. O(size of the source); see the stages for their bounds. */
export async function parseReport(source: Uint8Array | string, options: ParseOptions = {}): Promise<ParseResult> {
  const name = options.name ?? ''
  const log = createLog(name)
  const document = await read(source, log, options.limits)
  const findings = createLog(name)
  const located = locateSections(document, findings)
  const cover = readCover(document, located, name, findings)
  const verdict = recognise(document, located, cover, log)
  // What is no such report has no sections of one, no faults and no figures; an older one has its sections.
  const readable = verdict === 'report'
  const outline = verdict === 'not-a-report' ? nothingLocated : located
  if (readable) log.diagnostics.push(...findings.diagnostics)
  const tables = readable ? tabulate(document, outline, log, { only: options.edition, explain: options.explain }) : null
  if (tables) reportGaps(tables, outline, log)
  const narrative = narrate(readable ? outline : nothingLocated, cover.year)
  const report = assembleReport({ name, verdict, document, outline, cover, tables, narrative })
  if (readable) checkReport(report, log)
  return { report, diagnostics: log.diagnostics }
}
