/** Reading back what `ogi ingest` wrote. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRoster, type Roster } from '../collection/roster.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { ReportModel } from '../model/report.ts'
import { reportSchema } from '../model/schema.ts'
import { FileError, problemOf, readBytes } from './files.ts'
import { finishSwitch } from './ingest/outputs.ts'
import { readLines } from './read-lines.ts'

const reportsName = 'reports.ndjson'

/** A line of `reports.ndjson` that is no report of this version. */
export class DamagedLineError extends Error {
  override readonly name = 'DamagedLineError'
  readonly path: string
  readonly line: number

  constructor(path: string, line: number, cause?: unknown) {
    super(`${path}:${line}`, { cause })
    this.path = path
    this.line = line
  }
}

/** Whether a path is a folder that holds an ingest's reports. */
export const isIngest = async (path: string): Promise<boolean> =>
  (await stat(join(path, reportsName)).catch(() => null))?.isFile() === true

/** The reports of an ingest one by one; memory holds one. Throws `FileError` and `DamagedLineError`. */
export async function* readReports(folder: string): AsyncGenerator<ReportModel> {
  // A run that died while it put its outputs in place is finished first: old and new are never read mixed.
  finishSwitch(folder)
  const path = join(folder, reportsName)
  let number = 0
  try {
    for await (const line of readLines(path)) {
      number++
      if (line.trim() === '') continue
      yield reportOf(line, path, number)
    }
  } catch (error) {
    throw error instanceof DamagedLineError ? error : new FileError(problemOf(error), path, error)
  }
}

function reportOf(line: string, path: string, number: number): ReportModel {
  try {
    return reportSchema.parse(JSON.parse(line))
  } catch (error) {
    throw new DamagedLineError(path, number, error)
  }
}

/** The roster that is named, else `roster.csv` in the ingest's folder, else none. */
export async function readRoster(
  path: string | undefined,
  folder: string,
): Promise<{ roster: Roster; diagnostics: Diagnostic[] } | null> {
  const beside = join(folder, 'roster.csv')
  const found = path ?? ((await stat(beside).catch(() => null))?.isFile() ? beside : null)
  return found === null ? null : parseRoster(await readBytes(found), found)
}
