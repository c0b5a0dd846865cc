import { join } from 'node:path'
import { type Fact, toFacts } from '../../collection/facts.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { readReports } from '../ingested.ts'
import { readLines } from '../read-lines.ts'
import { finishSwitch } from './outputs.ts'

/** The facts in an ingest's outputs, report by report: memory does not grow with their number. */
export async function* readFacts(out: string): AsyncGenerator<Fact> {
  for await (const report of readReports(out)) yield* toFacts(report)
}

/** The findings in an ingest's outputs. */
export async function* readDiagnostics(out: string): AsyncGenerator<Diagnostic & { message: string }> {
  finishSwitch(out)
  for await (const line of readLines(join(out, 'diagnostics.ndjson'))) yield JSON.parse(line)
}
