/** Entry `ogi-report/node`: what needs files. */
import { type ParseOptions, type ParseResult, parseReport } from '../parse-report.ts'
import { readBytes } from './files.ts'

export { FileError, type FileProblem } from './files.ts'
export { IngestedFile, type IngestOptions, ingest } from './ingest/ingest.ts'
export { OutputError, type OutputProblem } from './ingest/output-error.ts'
export type { Manifest } from './ingest/outputs.ts'
export { readDiagnostics, readFacts } from './ingest/read-outputs.ts'
export type { Outcome, SourceEntry } from './ingest/source-entry.ts'
export { type IngestProgress, type IngestSummary, type WriteOptions, writeIngest } from './ingest/write-ingest.ts'

export { DamagedLineError, readReports } from './ingested.ts'

/** Reads the report in a file. Throws `FileError` where its bytes cannot be had, `UnreadableSourceError` where they cannot be opened. */
export async function readReportFile(path: string, options: ParseOptions = {}): Promise<ParseResult> {
  return parseReport(await readBytes(path), { name: path, ...options })
}
