import { formatDiagnostic, formatFile } from '../../diagnostic/format.ts'
import { FileError } from '../files.ts'
import { OutputError } from '../ingest/output-error.ts'
import { ownNames } from '../ingest/outputs.ts'
import { type IngestSummary, writeIngest } from '../ingest/write-ingest.ts'
import { walk } from '../walk.ts'
import { defineCommand, UsageError } from './command.ts'
import { showProgress } from './progress.ts'
import { describeFailure } from './sources.ts'
import { paint, type Terminal } from './terminal.ts'
import { texts } from './texts.ts'

/** `ogi ingest FOLDER --out DIR`: every report below a folder into data, a database and a workbook. */
export const command = defineCommand({
  options: {
    out: { type: 'string', short: 'o' },
    roster: { type: 'string' },
    jobs: { type: 'string', short: 'j' },
    since: { type: 'string' },
    fresh: { type: 'boolean' },
  },
  async run({ values, positionals: [folder, extra], terminal }) {
    const t = texts[terminal.language]
    if (folder === undefined || values.out === undefined) throw new UsageError(t.ingest.needsOut)
    if (extra !== undefined) throw new UsageError(t.usage.tooManyArguments(extra))
    const { out, roster, fresh } = values
    const jobs = values.jobs === undefined ? undefined : jobsOf(values.jobs, terminal)
    const since = values.since === undefined ? undefined : sinceOf(values.since, terminal)

    const stop = new AbortController()
    const onSignal = () => stop.abort()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal)
    const total = countFiles(folder, out, stop.signal)
    const progress = showProgress(terminal, total)
    try {
      const { language } = terminal
      const options = { jobs, since, roster, fresh, language, signal: stop.signal, onProgress: progress.update }
      const summary = await writeIngest(folder, out, options)
      progress.end()
      report(summary, out, terminal)
      return summary.counts.failed > 0 ? 1 : 0
    } catch (error) {
      progress.end()
      if (stop.signal.aborted) {
        terminal.say(t.ingest.stopped)
        return 130
      }
      if (!(error instanceof OutputError || error instanceof FileError)) throw error
      terminal.say(`${formatFile(error.path)}: `, paint('red', t.failure.prefix), ` ${describeFailure(error, terminal)}`)
      if (terminal.debug) terminal.say(error.stack ?? '')
      return 2
    } finally {
      stop.abort()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, onSignal)
    }
  },
})

function jobsOf(value: string, { language }: Terminal): number {
  const jobs = Number(value)
  if (!/^\d{1,2}$/.test(value) || jobs < 1 || jobs > 64) throw new UsageError(texts[language].ingest.badJobs(value))
  return jobs
}

/** The beginning of a day, by the clock of this machine. */
function sinceOf(value: string, { language }: Terminal): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  if (Number.isNaN(date.getTime()) || date.getDate() !== Number(day)) throw new UsageError(texts[language].ingest.badSince(value))
  return date.getTime()
}

/** Counts files beside the work, for the time that is left; null until it is through. Members of archives are not in it. */
function countFiles(folder: string, out: string, signal: AbortSignal): () => number | null {
  let total: number | null = null
  const count = async () => {
    let files = 0
    for await (const _ of walk(folder, { folder: out, names: ownNames })) {
      files++
      if (signal.aborted) return
    }
    total = files
  }
  count().catch(() => {})
  return () => total
}

function report(
  { sources, counts, findings, parsed, written, rosterDiagnostics }: IngestSummary,
  out: string,
  terminal: Terminal,
): void {
  const { language } = terminal
  const t = texts[language].ingest
  for (const found of rosterDiagnostics) terminal.say(formatDiagnostic(found, language))
  for (const { path, outcome, message = '', code = '' } of sources) {
    if (outcome === 'failed')
      terminal.say(`${formatFile(path)}: `, paint('red', texts[language].failure.prefix), ` ${message} [${code}]`)
    else if (!terminal.quiet && (outcome === 'not-a-report' || outcome === 'duplicate')) {
      terminal.say(`${formatFile(path)}: `, paint('yellow', message), ` [${code}]`)
    }
  }
  if (terminal.quiet) return
  terminal.say(t.counts(counts, parsed))
  terminal.say(t.foundInAll(findings.error, findings.warning))
  if (!written) terminal.say(t.unchanged)
  terminal.say(paint('green', t.outputs(out)))
}
