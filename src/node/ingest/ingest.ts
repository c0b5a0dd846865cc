import { availableParallelism } from 'node:os'
import type { Fact } from '../../collection/facts.ts'
import { toFacts } from '../../collection/facts.ts'
import { catalogue, type Language } from '../../diagnostic/catalogue.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { formatMessage, withMessage } from '../../diagnostic/format.ts'
import type { ReportModel } from '../../model/report.ts'
import { type ListedSource, type ListOptions, listSources, type ReadableSource, reasonOf } from './list-sources.ts'
import { JobFailedError, WorkerPool } from './pool.ts'
import { isTransient, type Outcome, type Reason, type SourceEntry } from './source-entry.ts'
import type { Job, JobResult, Parts } from './worker.ts'

export interface IngestOptions extends ListOptions {
  /** Threads; left out: as many as the machine has processors, at most 8. */
  jobs?: number | undefined
  language?: Language | undefined
  /** Of one document, in milliseconds. */
  timeLimit?: number | undefined
  /** Heap of one thread, in megabytes. */
  memoryLimit?: number | undefined
}

/** What an earlier run knows of a path; its results are taken over where the file is the same. */
export interface KnownSource {
  entry: SourceEntry
  /** Files whose status moved at this time or later are compared by content, since the clock of file systems is coarse. */
  trustedBefore: number
}
export type KnownSources = (path: string) => KnownSource | undefined

/** One file that was met, and what was read from it. */
export class IngestedFile {
  readonly entry: SourceEntry
  /** As they go into the outputs; null where an earlier run's are taken over. */
  readonly parts: Parts | null

  constructor(entry: SourceEntry, parts: Parts | null) {
    this.entry = entry
    this.parts = parts
  }

  /** The report; null where none was read. */
  report(): ReportModel | null {
    return this.parts === null || this.parts.report.length === 0 ? null : (JSON.parse(textOf(this.parts.report)) as ReportModel)
  }

  facts(): Fact[] {
    const report = this.report()
    return report === null ? [] : toFacts(report)
  }

  diagnostics(): (Diagnostic & { message: string })[] {
    if (this.parts === null) return []
    return textOf(this.parts.diagnostics)
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line))
  }
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/**
 * Reads every report below a folder and yields each file that is met, in the order of their paths;
 * duplicates are not judged here. Only as many files are in hand as a few per thread, however slowly
 * results are taken. Ending the iteration ends the threads.
 */
export async function* ingest(
  folder: string,
  options: IngestOptions = {},
  known: KnownSources = () => undefined,
): AsyncGenerator<IngestedFile> {
  yield* ingestSources(listSources(folder, options), options, known)
}

const script = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

export async function* ingestSources(
  sources: AsyncIterable<ListedSource>,
  { jobs = Math.min(8, availableParallelism()), language = 'zh', timeLimit = 60_000, memoryLimit = 512 }: IngestOptions,
  known: KnownSources,
): AsyncGenerator<IngestedFile> {
  const pool = new WorkerPool({ script, threads: Math.max(1, jobs), milliseconds: timeLimit, megabytes: memoryLimit })
  const window: Promise<IngestedFile>[] = []
  try {
    for await (const source of sources) {
      const file = settle(source, pool, language, known)
      // Awaited in order, later: until then a failure must not count as unhandled.
      file.catch(() => {})
      window.push(file)
      if (window.length < jobs * 8) continue
      const first = await window.shift()
      if (first) yield first
    }
    for (const file of window) yield await file
  } finally {
    await pool.close()
  }
}

async function settle(source: ListedSource, pool: WorkerPool, language: Language, known: KnownSources): Promise<IngestedFile> {
  if (source.kind === 'settled') return unread(source, source.outcome, source.reason, language)
  const before = known(source.path)
  if (before && isUntouched(source, before)) return takenOver(source, before.entry)
  try {
    const bytes = source.location === null ? await source.read() : null
    const sameIf = before && !isTransient(before.entry.code) ? before.entry.sha256 : null
    const job: Job = { path: source.path, location: source.location, bytes, known: sameIf, language }
    const result = await pool.run<JobResult>(job, bytes === null ? [] : [bytes.buffer as ArrayBuffer])
    return result.outcome === 'same' && before ? takenOver(source, before.entry) : read(source, result, language)
  } catch (error) {
    return unread(source, 'failed', failureOf(error), language)
  }
}

/** The same size, time and time of status, and old enough that a later write would have moved the clock. */
const isUntouched = (source: ReadableSource, { entry, trustedBefore }: KnownSource): boolean =>
  !isTransient(entry.code) &&
  entry.sha256 !== null &&
  entry.size === source.size &&
  entry.modified === source.modified &&
  entry.changed === source.changed &&
  source.changed !== null &&
  source.changed < trustedBefore

function takenOver({ modified, changed }: ReadableSource, entry: SourceEntry): IngestedFile {
  return new IngestedFile({ ...entry, modified, changed, ms: 0 }, null)
}

const failures = { time: 'ingest/time-limit', memory: 'ingest/memory-limit', crash: 'ingest/crashed' } as const

/** Why a document was not read, from what its job failed with. */
export function failureOf(error: unknown): Reason {
  if (!(error instanceof JobFailedError)) return reasonOf(error)
  const detail = error.cause instanceof Error ? error.cause.message : error.failure
  return { code: failures[error.failure], args: { detail } }
}

function unread(source: ListedSource, outcome: Outcome, reason: Reason, language: Language): IngestedFile {
  const result: JobResult = {
    outcome: 'failed',
    reason,
    size: source.size,
    sha256: null,
    reader: null,
    issuer: null,
    year: null,
    findings: { error: 0, warning: 0, info: 0 },
    parts: { report: new Uint8Array(0), facts: new Uint8Array(0), diagnostics: new Uint8Array(0) },
    ms: 0,
  }
  return read(source, result, language, outcome)
}

function read(source: ListedSource, result: JobResult, language: Language, outcome = result.outcome as Outcome): IngestedFile {
  const { reason, sha256, reader, issuer, year, ms } = result
  const findings = { ...result.findings }
  const parts = { ...result.parts }
  if (outcome === 'failed' && reason !== null) {
    // Whoever reads the findings alone must see what could not be read.
    const { severity } = catalogue[reason.code]
    const diagnostic: Diagnostic = { ...reason, severity, file: source.path, place: {}, about: [] }
    parts.diagnostics = new TextEncoder().encode(`${JSON.stringify(withMessage(diagnostic, language))}\n`)
    findings[severity]++
  }
  const entry: SourceEntry = {
    path: source.path,
    size: result.size,
    sha256,
    reader,
    outcome,
    ...(reason === null ? {} : { code: reason.code, message: formatMessage(reason, language) }),
    ms,
    modified: source.modified,
    changed: source.changed,
    issuer,
    year,
    findings,
    bytes: { report: parts.report.length, facts: parts.facts.length, diagnostics: parts.diagnostics.length },
  }
  return new IngestedFile(entry, parts)
}
