/** Runs in a worker thread: reads one document after the other, so that none of them can stop the others. */
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { toFacts } from '../../collection/facts.ts'
import type { Language } from '../../diagnostic/catalogue.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { withMessage } from '../../diagnostic/format.ts'
import { factLine } from '../../output/csv.ts'
import { type ParseResult, parseReport } from '../../parse-report.ts'
import { UnreadableSourceError } from '../../read/unreadable.ts'
import { FileError, readBytes } from '../files.ts'
import { reasonOf } from './list-sources.ts'
import type { Outcome, Reason } from './source-entry.ts'

export interface Job {
  path: string
  /** Where to open it; null: the bytes are given. */
  location: string | Uint8Array | null
  bytes: Uint8Array | null
  /** Digest of an earlier run: the same content is not parsed again. */
  known: string | null
  language: Language
}

export interface Parts {
  /** One line of reports.ndjson, lines of facts.csv and of diagnostics.ndjson; empty where there is none. */
  report: Uint8Array
  facts: Uint8Array
  diagnostics: Uint8Array
}

export interface JobResult {
  outcome: Exclude<Outcome, 'skipped' | 'duplicate'> | 'same'
  reason: Reason | null
  size: number | null
  sha256: string | null
  reader: string | null
  issuer: string | null
  year: number | null
  findings: Record<Diagnostic['severity'], number>
  parts: Parts
  ms: number
}

const encoder = new TextEncoder()
const none = new Uint8Array(0)

async function work(job: Job): Promise<JobResult> {
  const started = performance.now()
  const result: JobResult = {
    outcome: 'failed',
    reason: null,
    size: null,
    sha256: null,
    reader: null,
    issuer: null,
    year: null,
    findings: { error: 0, warning: 0, info: 0 },
    parts: { report: none, facts: none, diagnostics: none },
    ms: 0,
  }
  try {
    const location = typeof job.location === 'string' || job.location === null ? job.location : Buffer.from(job.location)
    const bytes = job.bytes ?? (location === null ? none : await readBytes(location, job.path))
    result.size = bytes.length
    result.sha256 = createHash('sha256').update(bytes).digest('hex')
    if (result.sha256 === job.known) return { ...result, outcome: 'same' }
    fill(result, await parseReport(bytes, { name: job.path }), job.language)
  } catch (error) {
    result.reason = reasonFor(error)
  }
  result.ms = Math.round(performance.now() - started)
  return result
}

function reasonFor(error: unknown): Reason {
  if (error instanceof UnreadableSourceError) return { code: error.code, args: error.args }
  if (error instanceof FileError) return reasonOf(error)
  return { code: 'ingest/crashed', args: { detail: error instanceof Error ? error.message : String(error) } }
}

/** A cell, or a finding that quotes one, of more characters is no figure's: the tables of a batch must not break on it. */
const textLimit = 200_000

function fill(result: JobResult, { report, diagnostics }: ParseResult, language: Language): void {
  const facts = toFacts(report)
  const longest = Math.max(
    0,
    ...facts.map(({ raw, issuer }) => (raw?.length ?? 0) + (issuer?.length ?? 0)),
    ...diagnostics.map(({ args }) => JSON.stringify(args).length),
  )
  if (longest > textLimit) throw new UnreadableSourceError('source/too-large', { what: 'cell', found: longest })
  for (const { severity } of diagnostics) result.findings[severity]++
  result.parts.diagnostics = encoder.encode(lines(diagnostics.map(found => withMessage(found, language))))
  const notReport = diagnostics.find(found => found.code === 'report/not-recognised')
  const several = diagnostics.find(found => found.code === 'report/several')
  const told = notReport ?? several
  result.reason = told === undefined ? null : { code: told.code, args: told.args }
  result.outcome = notReport === undefined ? 'parsed' : 'not-a-report'
  result.reader = report.source.kind
  if (notReport !== undefined) return
  result.issuer = report.issuer
  result.year = report.year
  result.parts.report = encoder.encode(lines([report]))
  result.parts.facts = encoder.encode(facts.map(factLine).join(''))
}

const lines = (values: readonly unknown[]): string => values.map(value => `${JSON.stringify(value)}\n`).join('')

const port = parentPort
if (port) {
  port.on('message', async (job: Job) => {
    const result = await work(job)
    const { report, facts, diagnostics } = result.parts
    const buffers = [report, facts, diagnostics].filter(part => part.length > 0).map(part => part.buffer as ArrayBuffer)
    port.postMessage(result, buffers)
  })
  port.postMessage('ready')
}
