/** What the commands on an ingest share: reading it, and saying what is wrong with it. */
import { createGatherer, type Gathered } from '../../collection/gather.ts'
import type { Roster } from '../../collection/roster.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { formatDiagnostic, formatFile } from '../../diagnostic/format.ts'
import { FileError } from '../files.ts'
import { OutputError } from '../ingest/output-error.ts'
import { DamagedLineError, isIngest, readReports, readRoster } from '../ingested.ts'
import { UsageError } from './command.ts'
import { describeFailure } from './sources.ts'
import { paint, type Terminal } from './terminal.ts'
import { texts } from './texts.ts'

/** A year as it is typed. Throws `UsageError` for anything else. */
export function yearOf(value: string, { language }: Pick<Terminal, 'language'>): number {
  if (!/^(?:19|20)\d\d$/.test(value)) throw new UsageError(texts[language].collection.badYear(value))
  return Number(value)
}

/** Throws `UsageError` where the folder is no ingest. */
export async function expectIngest(folder: string, { language }: Pick<Terminal, 'language'>): Promise<void> {
  if (!(await isIngest(folder))) throw new UsageError(texts[language].collection.noIngest(folder))
}

/** The roster to use, its faults said; null: none, and the bodies are those that were met. */
export async function openRoster(path: string | undefined, folder: string, terminal: Terminal): Promise<Roster | null> {
  const found = await readRoster(path, folder)
  if (found === null) return null
  sayFindings(found.diagnostics, terminal)
  if (found.roster.bodies.length === 0) throw new UsageError(texts[terminal.language].collection.emptyRoster)
  return found.roster
}

/** All reports of an ingest, gathered one by one. */
export async function gatherIngest(folder: string, roster: Roster | null): Promise<Gathered> {
  const gatherer = createGatherer(roster)
  for await (const report of readReports(folder)) gatherer.add(report)
  return gatherer.finish()
}

export function sayFindings(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  for (const found of diagnostics) {
    if (!terminal.quiet || found.severity === 'error') terminal.say(formatDiagnostic(found, terminal.language))
  }
}

/**
 * Runs what reads and writes files. A failure is said with what to do; a file that cannot be read ends in
 * 1, an output that cannot be written in 2, as with `ogi ingest`.
 */
export async function reportingFailures(terminal: Terminal, work: () => Promise<0 | 1>): Promise<0 | 1 | 2> {
  try {
    return await work()
  } catch (error) {
    const t = texts[terminal.language]
    if (error instanceof DamagedLineError) {
      terminal.say(paint('red', t.failure.prefix), `: ${t.collection.damagedLine(error.path, error.line)}`)
    } else if (error instanceof FileError || error instanceof OutputError) {
      terminal.say(`${formatFile(error.path)}: `, paint('red', t.failure.prefix), ` ${describeFailure(error, terminal)}`)
    } else throw error
    if (terminal.debug && error.cause instanceof Error) terminal.say(error.cause.stack ?? '')
    return error instanceof OutputError ? 2 : 1
  }
}
