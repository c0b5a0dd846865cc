/** Entry `ogi-report/node`: what needs files. */
import { type ParseOptions, type ParseResult, parseReport } from '../parse-report.ts'
import { readBytes } from './files.ts'

export { FileError, type FileProblem } from './files.ts'

/** Reads the report in a file. Throws `FileError` where its bytes cannot be had, `UnreadableSourceError` where they cannot be opened. */
export async function readReportFile(path: string, options: ParseOptions = {}): Promise<ParseResult> {
  return parseReport(await readBytes(path), { name: path, ...options })
}
