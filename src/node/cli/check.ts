import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { formatDiagnostic, withMessage } from '../../diagnostic/format.ts'
import { type FoundFile, walk } from '../walk.ts'
import { defineCommand, UsageError } from './command.ts'
import { readSource } from './sources.ts'
import { safeJson } from './terminal.ts'
import { texts } from './texts.ts'

interface CheckedFile {
  file: string
  issuer: string | null
  year: number | null
  diagnostics: Diagnostic[]
}

/** `ogi check PATH…`: files, or every report below folders, read and checked. */
export const command = defineCommand({
  options: { format: { type: 'string', short: 'f', choices: ['text', 'json'] } },
  async run({ values: { format = 'text' }, positionals, terminal }) {
    const { language, quiet } = terminal
    if (positionals.length === 0) throw new UsageError(texts[language].usage.noFiles('check'))
    const files: CheckedFile[] = []
    const counts = { error: 0, warning: 0, info: 0 }
    let unread = 0
    for await (const { path, location } of filesOf(positionals)) {
      const result = await readSource(path, {}, terminal, location)
      if (result === null) {
        unread++
        continue
      }
      const { report, diagnostics } = result
      for (const { severity } of diagnostics) counts[severity]++
      if (format === 'json') {
        files.push({ file: path, issuer: report.issuer, year: report.year, diagnostics })
        continue
      }
      for (const found of diagnostics) {
        if (!quiet || found.severity === 'error') await terminal.out(`${terminal.line(formatDiagnostic(found, language))}\n`)
      }
    }
    if (format === 'json') {
      const shown = files.map(file => ({ ...file, diagnostics: file.diagnostics.map(found => withMessage(found, language)) }))
      await terminal.out(`${safeJson({ files: shown, counts }, 2)}\n`)
    }
    return counts.error > 0 || unread > 0 ? 1 : 0
  },
})

async function* filesOf(paths: readonly string[]): AsyncGenerator<Pick<FoundFile, 'path' | 'location'>> {
  for (const path of paths) {
    const isFolder = path !== '-' && (await stat(path).catch(() => null))?.isDirectory()
    if (!isFolder) {
      yield { path, location: path }
      continue
    }
    for await (const { path: below, location, skip } of walk(path)) {
      if (skip === undefined) yield { path: join(path, below), location }
    }
  }
}
