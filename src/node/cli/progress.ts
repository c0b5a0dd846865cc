import type { IngestProgress } from '../ingest/write-ingest.ts'
import { paint, type Terminal } from './terminal.ts'
import { texts } from './texts.ts'

export interface ProgressDisplay {
  update(progress: IngestProgress): void
  /** Clears the line, so that what follows stands alone. */
  end(): void
}

/** Nothing is shown of what takes less. */
const silentFor = 1000

/**
 * Progress on standard error: on a screen one line that is redrawn, with a bar; elsewhere a plain line
 * every ten seconds. `total` is asked for again and again, since counting goes on beside the work.
 */
export function showProgress(terminal: Terminal, total: () => number | null): ProgressDisplay {
  if (terminal.quiet) return { update: () => {}, end: () => {} }
  const { errorStream } = terminal
  const onScreen = errorStream.isTTY === true
  const interval = onScreen ? 100 : 10_000
  let stage: IngestProgress['stage'] | null = null
  let stageStarted = 0
  let next: number | null = null
  let drawn = false
  return {
    update(progress) {
      const now = performance.now()
      next ??= now + silentFor
      if (progress.stage !== stage) stageStarted = now
      stage = progress.stage
      if (now < next) return
      next = now + interval
      const line = describe(progress, total(), (now - stageStarted) / 1000, terminal, onScreen)
      errorStream.write(onScreen ? `\r${line}\u001b[K` : `${line}\n`)
      drawn = onScreen
    },
    end() {
      if (drawn) errorStream.write('\r\u001b[K')
    },
  }
}

function describe(
  { stage, done, failed, findings }: IngestProgress,
  total: number | null,
  seconds: number,
  terminal: Terminal,
  onScreen: boolean,
): string {
  const t = texts[terminal.language].ingest
  if (stage === 'database' || stage === 'workbook') return terminal.line(paint('cyan', t.stages[stage]))
  const rate = done / Math.max(seconds, 0.001)
  const parts = [total === null ? String(done) : `${done}/${total}`, t.rate(Math.round(rate))]
  if (total !== null && rate > 0 && done <= total) parts.push(t.left(Math.round((total - done) / rate)))
  parts.push(t.findings(findings.error, findings.warning, failed))
  const bar = onScreen && total !== null ? `${drawBar(done / Math.max(1, total))} ` : ''
  return terminal.line(paint('cyan', `${t.stages[stage]} `), bar, parts.join('  '))
}

function drawBar(part: number): string {
  const filled = Math.round(Math.min(1, part) * 20)
  return `[${'█'.repeat(filled)}${'░'.repeat(20 - filled)}]`
}
