import { createHash } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseRoster, type Roster } from '../../collection/roster.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { formatMessage } from '../../diagnostic/format.ts'
import { schemaVersion } from '../../model/report.ts'
import { FileError, problemOf, readBytes } from '../files.ts'
import { packageVersion } from '../version.ts'
import { loadDatabase } from './database.ts'
import { type Duplicate, findDuplicates } from './duplicates.ts'
import { type IngestOptions, ingest, type KnownSource } from './ingest.ts'
import { OutputError } from './output-error.ts'
import { claimOutputs, openPrevious, ownNames, type PreviousOutputs, switchOutputs } from './outputs.ts'
import type { Stored } from './pack.ts'
import type { SourceEntry } from './source-entry.ts'
import { Spool } from './spool.ts'
import { writeOutputs } from './write-outputs.ts'

export interface WriteOptions extends Omit<IngestOptions, 'exclude'> {
  /** CSV of the bodies that are expected to file. */
  roster?: string | undefined
  /** Take nothing over from earlier runs. */
  fresh?: boolean | undefined
  signal?: AbortSignal | undefined
  onProgress?: ((progress: IngestProgress) => void) | undefined
}

export interface IngestProgress {
  stage: 'reading' | 'writing' | 'database' | 'workbook'
  /** Files met so far; while writing, reports written. */
  done: number
  /** Parsed by this run, not taken over from an earlier one. */
  parsed: number
  failed: number
  findings: Record<Diagnostic['severity'], number>
}

export interface IngestSummary {
  sources: readonly SourceEntry[]
  counts: Record<SourceEntry['outcome'], number>
  findings: Record<Diagnostic['severity'], number>
  parsed: number
  /** false: everything was as the outputs say already; they were left as they are. */
  written: boolean
  rosterDiagnostics: Diagnostic[]
}

/**
 * `ogi ingest FOLDER --out DIR`: reads every report below a folder and writes the outputs as one set.
 * Throws `FileError` for the folder or the roster, `OutputError` for DIR (what was there is untouched),
 * and the signal's reason when stopped; a later run goes on from there.
 */
export async function writeIngest(folder: string, out: string, options: WriteOptions = {}): Promise<IngestSummary> {
  checkFolder(folder)
  const roster = options.roster === undefined ? null : await readRoster(options.roster)
  await loadDatabase()
  const started = Date.now()
  const { work, release } = claimOutputs(out)
  try {
    const run = new Run(folder, out, work, options, roster, started)
    return await run.go()
  } catch (error) {
    if (error instanceof FileError || options.signal?.aborted) throw error
    const failure = OutputError.from(error, out)
    if (failure.problem === 'full') rmSync(work, { recursive: true, force: true })
    throw failure.problem === 'other' ? error : failure
  } finally {
    release()
  }
}

function checkFolder(folder: string): void {
  try {
    if (!statSync(folder).isDirectory()) throw new FileError('notAFolder', folder)
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(problemOf(error), folder, error)
  }
}

interface ReadRoster {
  roster: Roster
  sha256: string
  diagnostics: Diagnostic[]
}

async function readRoster(path: string): Promise<ReadRoster> {
  const bytes = await readBytes(path)
  return { ...parseRoster(bytes, path), sha256: createHash('sha256').update(bytes).digest('hex') }
}

class Run {
  private readonly folder: string
  private readonly out: string
  private readonly work: string
  private readonly options: WriteOptions
  private readonly roster: ReadRoster | null
  private readonly started: number
  private readonly fingerprint: string
  private readonly progress: IngestProgress = {
    stage: 'reading',
    done: 0,
    parsed: 0,
    failed: 0,
    findings: { error: 0, warning: 0, info: 0 },
  }

  constructor(folder: string, out: string, work: string, options: WriteOptions, roster: ReadRoster | null, started: number) {
    this.folder = folder
    this.out = out
    this.work = work
    this.options = options
    this.roster = roster
    this.started = started
    this.fingerprint = [packageVersion(), schemaVersion, options.language ?? 'zh'].join(' ')
  }

  async go(): Promise<IngestSummary> {
    if (this.options.fresh) rmSync(join(this.work, 'spool'), { recursive: true, force: true })
    const found = this.options.fresh ? null : openPrevious(this.out)
    const previous = found?.manifest.fingerprint === this.fingerprint ? found : null
    const spool = new Spool(join(this.work, 'spool'), this.fingerprint, this.started)
    try {
      const met = await this.readAll(previous, spool)
      const duplicates = findDuplicates(met.map(stored => stored.entry))
      const settled = met.map((stored, i) => this.settle(stored, met, duplicates.get(i)))
      let sources: readonly SourceEntry[] = settled.map(stored => stored.entry)
      const written = !isUnchanged(settled, previous, this.roster?.sha256 ?? null)
      if (written) {
        const manifest = { fingerprint: this.fingerprint, roster: this.roster?.sha256 ?? null, started: this.started }
        const about = { roster: this.roster?.roster ?? null, language: this.options.language ?? 'zh' }
        sources = await writeOutputs(settled, this.work, manifest, about, progress => this.report(progress))
        this.options.signal?.throwIfAborted()
      }
      spool.close()
      found?.pack.close()
      if (written) switchOutputs(this.out)
      rmSync(this.work, { recursive: true, force: true })
      return this.summary(sources, written)
    } catch (error) {
      spool.close()
      found?.pack.close()
      throw error
    }
  }

  /** Reads until every report that is kept has its parts: a duplicate of before may have to be read after all. */
  private async readAll(previous: PreviousOutputs | null, spool: Spool): Promise<Stored[]> {
    const distrusted = new Set<string>()
    for (;;) {
      const met = await this.readOnce(previous, spool, distrusted)
      const duplicates = findDuplicates(met.map(stored => stored.entry))
      const lacking = met.filter(({ entry }, i) => entry.outcome === 'duplicate' && !duplicates.has(i))
      if (lacking.length === 0) return met
      for (const { entry } of lacking) distrusted.add(entry.path)
    }
  }

  private async readOnce(previous: PreviousOutputs | null, spool: Spool, distrusted: ReadonlySet<string>): Promise<Stored[]> {
    const before = (path: string): (KnownSource & { stored: Stored }) | undefined => {
      const unfinished = spool.get(path)
      if (unfinished || distrusted.has(path)) return unfinished
      const stored = previous?.stored.get(path)
      return stored && previous ? { entry: stored.entry, trustedBefore: previous.manifest.started - 2000, stored } : undefined
    }
    const met: Stored[] = []
    Object.assign(this.progress, { done: 0, failed: 0, findings: { error: 0, warning: 0, info: 0 } })
    const options = { ...this.options, exclude: { folder: this.out, names: ownNames } }
    for await (const { entry, parts } of ingest(this.folder, options, before)) {
      this.options.signal?.throwIfAborted()
      if (parts !== null) {
        met.push(spool.append(entry, parts))
        if (entry.outcome === 'parsed' || entry.outcome === 'not-a-report') this.progress.parsed++
      } else {
        const stored = before(entry.path)?.stored
        if (stored) met.push({ ...stored, entry })
      }
      this.progress.done++
      if (entry.outcome === 'failed') this.progress.failed++
      for (const severity of ['error', 'warning', 'info'] as const) this.progress.findings[severity] += entry.findings[severity]
      this.report({})
    }
    return met
  }

  /** A duplicate keeps its entry and loses its parts. */
  private settle(stored: Stored, met: readonly Stored[], duplicate: Duplicate | undefined): Stored {
    if (!duplicate) return stored
    const { entry } = stored
    const kept = met[duplicate.kept]?.entry.path ?? ''
    const args = { kept, issuer: entry.issuer, year: entry.year }
    return {
      ...stored,
      entry: {
        ...entry,
        outcome: 'duplicate',
        code: duplicate.code,
        message: formatMessage({ code: duplicate.code, args }, this.options.language ?? 'zh'),
        duplicateOf: kept,
        findings: { error: 0, warning: 0, info: 0 },
        bytes: { report: 0, facts: 0, diagnostics: 0 },
      },
    }
  }

  private report(progress: Partial<IngestProgress>): void {
    Object.assign(this.progress, progress)
    this.options.signal?.throwIfAborted()
    this.options.onProgress?.(this.progress)
  }

  private summary(sources: readonly SourceEntry[], written: boolean): IngestSummary {
    const counts = { parsed: 0, duplicate: 0, 'not-a-report': 0, failed: 0, skipped: 0 }
    const findings = { error: 0, warning: 0, info: 0 }
    for (const entry of sources) {
      counts[entry.outcome]++
      for (const severity of ['error', 'warning', 'info'] as const) findings[severity] += entry.findings[severity]
    }
    return { sources, counts, findings, parsed: this.progress.parsed, written, rosterDiagnostics: this.roster?.diagnostics ?? [] }
  }
}

/** Whether the outputs that are there say already what this run found, file for file. */
function isUnchanged(settled: readonly Stored[], previous: PreviousOutputs | null, roster: string | null): boolean {
  if (!previous?.whole || previous.manifest.roster !== roster) return false
  const { sources } = previous.manifest
  if (sources.length !== settled.length) return false
  return settled.every(({ entry }, i) => {
    const before = sources[i]
    return before !== undefined && identity(entry) === identity(before)
  })
}

const identity = ({ path, sha256, outcome, code, modified, changed, duplicateOf }: SourceEntry): string =>
  JSON.stringify([path, sha256, outcome, code ?? null, modified, changed, duplicateOf ?? null])
