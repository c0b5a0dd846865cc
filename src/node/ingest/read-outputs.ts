import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { type Fact, toFacts } from '../../collection/facts.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { ReportModel } from '../../model/report.ts'
import { finishSwitch } from './outputs.ts'

/** The reports in an ingest's outputs, one after the other: memory does not grow with their number. */
export async function* readReports(out: string): AsyncGenerator<ReportModel> {
  yield* readLines<ReportModel>(out, 'reports.ndjson')
}

/** The facts of those reports, report by report. */
export async function* readFacts(out: string): AsyncGenerator<Fact> {
  for await (const report of readReports(out)) yield* toFacts(report)
}

/** The findings in an ingest's outputs. */
export async function* readDiagnostics(out: string): AsyncGenerator<Diagnostic & { message: string }> {
  yield* readLines<Diagnostic & { message: string }>(out, 'diagnostics.ndjson')
}

/** Splits at newlines alone: readline would also split at U+2028, which may stand in a text. */
async function* readLines<T>(out: string, name: string): AsyncGenerator<T> {
  finishSwitch(out)
  let rest = ''
  for await (const chunk of createReadStream(join(out, name), 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield JSON.parse(line) as T
  }
  if (rest !== '') yield JSON.parse(rest) as T
}
