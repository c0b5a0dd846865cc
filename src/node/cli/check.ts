import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkReports } from '../../check/check-reports.ts'
import type { Language, Severity } from '../../diagnostic/catalogue.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { withMessage } from '../../diagnostic/format.ts'
import type { ReportModel } from '../../model/report.ts'
import { feedbackMarkdown, feedbackName, feedbackOf } from '../../output/feedback.ts'
import { feedbackDocx } from '../../output/feedback-docx.ts'
import { toSarif } from '../../output/sarif.ts'
import { FileError, problemOf } from '../files.ts'
import { packageVersion } from '../version.ts'
import { type FoundFile, walk } from '../walk.ts'
import { writeWhole } from '../write-file.ts'
import { checkedLines } from './check-lines.ts'
import { openRoster, reportingFailures } from './collection.ts'
import { defineCommand, UsageError } from './command.ts'
import { readSource } from './sources.ts'
import { safeJson, type Terminal } from './terminal.ts'
import { texts } from './texts.ts'

export interface Checked {
  file: string
  report: ReportModel
  diagnostics: Diagnostic[]
}

export type Counts = Record<Severity, number>

/** `ogi check PATH…`: files, or every report below folders, read, checked, and checked against each other. */
export const command = defineCommand({
  options: {
    format: { type: 'string', short: 'f', choices: ['text', 'json', 'sarif'] },
    'max-warnings': { type: 'string' },
    feedback: { type: 'string' },
    roster: { type: 'string' },
  },
  async run({ values, positionals, terminal }) {
    const { language } = terminal
    const { usage } = texts[language]
    if (positionals.length === 0) throw new UsageError(usage.noFiles('check'))
    const limit = values['max-warnings']
    if (limit !== undefined && !/^\d{1,9}$/.test(limit)) throw new UsageError(usage.notANumber('--max-warnings', limit))
    return reportingFailures(terminal, async () => {
      const roster = values.roster === undefined ? null : await openRoster(values.roster, '', terminal)
      const names = roster?.bodies.flatMap(({ name, aliases }) => [name, ...aliases]) ?? []
      const { checked, unread } = await checkAll(
        positionals,
        { names, ...(values.feedback && { without: values.feedback }) },
        terminal,
      )
      const counts: Counts = { error: 0, warning: 0, info: 0 }
      for (const { diagnostics } of checked) for (const { severity } of diagnostics) counts[severity]++
      await show(checked, counts, values.format ?? 'text', terminal)
      if (values.feedback !== undefined) await writeFeedback(checked, values.feedback, language)
      const tooMany = limit !== undefined && counts.warning > Number(limit)
      if (tooMany) terminal.say(texts[language].check.tooManyWarnings(counts.warning, Number(limit)))
      return counts.error > 0 || unread > 0 || tooMany ? 1 : 0
    })
  },
})

async function show(
  checked: readonly Checked[],
  counts: Counts,
  format: 'text' | 'json' | 'sarif',
  terminal: Terminal,
): Promise<void> {
  const { language } = terminal
  if (format === 'json') await terminal.out(`${safeJson(jsonOf(checked, counts, language), 2)}\n`)
  else if (format === 'sarif') await terminal.out(`${safeJson(sarifOf(checked, language), 2)}\n`)
  else for (const line of checkedLines(checked, counts, terminal)) await terminal.out(`${line}\n`)
}

interface Batch {
  /** Bodies of a roster, whose names are looked for in the texts beside those of the files. */
  names: readonly string[]
  /** The folder of the lists, which are no reports. */
  without?: string
}

async function checkAll(
  paths: readonly string[],
  { names, without }: Batch,
  terminal: Terminal,
): Promise<{ checked: Checked[]; unread: number }> {
  const checked: Checked[] = []
  let unread = 0
  for await (const { path, location } of filesOf(paths, without)) {
    const result = await readSource(path, {}, terminal, location)
    if (result === null) unread++
    else checked.push({ file: path, ...result })
  }
  const byName = new Map(checked.map(one => [one.report.source.name, one]))
  for (const found of checkReports(
    checked.map(({ report }) => report),
    { names },
  ))
    byName.get(found.file)?.diagnostics.push(found)
  return { checked, unread }
}

async function* filesOf(
  paths: readonly string[],
  without: string | undefined,
): AsyncGenerator<Pick<FoundFile, 'path' | 'location'>> {
  for (const path of paths) {
    const isFolder = path !== '-' && (await stat(path).catch(() => null))?.isDirectory()
    if (!isFolder) {
      yield { path, location: path }
      continue
    }
    for await (const { path: below, location, skip } of walk(
      path,
      without === undefined ? undefined : { folder: without, names: [] },
    )) {
      if (skip === undefined) yield { path: join(path, below), location }
    }
  }
}

const jsonOf = (checked: readonly Checked[], counts: Counts, language: Language) => ({
  files: checked.map(({ file, report: { issuer, year }, diagnostics }) => ({
    file,
    issuer,
    year,
    diagnostics: diagnostics.map(found => withMessage(found, language)),
  })),
  counts,
})

const sarifOf = (checked: readonly Checked[], language: Language) =>
  toSarif(
    checked.map(({ file, report: { issuer, year }, diagnostics }) => ({ file, issuer, year, diagnostics })),
    { language, version: packageVersion() },
  )

/** One list a report, as .md and .docx; a second report of the same body and year gets a number. */
async function writeFeedback(checked: readonly Checked[], folder: string, language: Language): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(error => {
    throw new FileError(problemOf(error), folder, error)
  })
  const taken = new Map<string, number>()
  for (const { report, diagnostics } of checked) {
    const name = feedbackName(report)
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    const path = join(folder, times === 1 ? name : `${name} (${times})`)
    const feedback = feedbackOf(report, diagnostics, language)
    await writeWhole(`${path}.md`, feedbackMarkdown(feedback, language))
    await writeWhole(`${path}.docx`, feedbackDocx(feedback, language))
  }
}
