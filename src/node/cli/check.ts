import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkReports } from '../../check/check-reports.ts'
import type { Language, Severity } from '../../diagnostic/catalogue.ts'
import { withMessage } from '../../diagnostic/format.ts'
import { feedbackMarkdown, feedbackName, feedbackOf } from '../../output/feedback.ts'
import { feedbackDocx } from '../../output/feedback-docx.ts'
import { toSarif } from '../../output/sarif.ts'
import { OutputError } from '../ingest/output-error.ts'
import { packageVersion } from '../version.ts'
import { writeWhole } from '../write-file.ts'
import { checkedLines } from './check-lines.ts'
import { type Checked, readSources, type Unread } from './check-sources.ts'
import { openRoster, reportingFailures } from './collection.ts'
import { defineCommand, UsageError } from './command.ts'
import { safeJson, type Terminal } from './terminal.ts'
import { texts } from './texts.ts'

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
      const files: (Checked | Unread)[] = []
      for await (const one of readSources(positionals, values.feedback, terminal)) files.push(one)
      const checked = files.filter(isRead)
      checkTogether(checked, names)
      const counts = countsOf(checked)
      const unread = files.length - checked.length
      await show(files, checked, values.format ?? 'text', terminal)
      if (values.feedback !== undefined) await writeFeedback(checked, values.feedback, language)
      const tooMany = limit !== undefined && counts.warning > Number(limit)
      if (tooMany) terminal.say(texts[language].check.tooManyWarnings(counts.warning, Number(limit)))
      return counts.error > 0 || unread > 0 || tooMany ? 1 : 0
    })
  },
})

async function show(
  files: readonly (Checked | Unread)[],
  checked: readonly Checked[],
  format: 'text' | 'json' | 'sarif',
  terminal: Terminal,
): Promise<void> {
  const { language } = terminal
  if (format === 'json') await terminal.out(`${safeJson(jsonOf(files, language), 2)}\n`)
  else if (format === 'sarif') await terminal.out(`${safeJson(sarifOf(files, language), 2)}\n`)
  else
    for (const line of checkedLines(checked, { ...countsOf(checked), unread: files.length - checked.length }, terminal))
      await terminal.out(`${line}\n`)
}

const countsOf = (files: readonly (Checked | Unread)[]): Counts => {
  const counts: Counts = { error: 0, warning: 0, info: 0 }
  for (const { diagnostics } of files) for (const { severity } of diagnostics) counts[severity]++
  return counts
}

const isRead = (one: Checked | Unread): one is Checked => one.report !== null

/** Adds what shows only between reports, with the bodies of a roster beside those of the files. */
function checkTogether(checked: readonly Checked[], names: readonly string[]): void {
  const byName = new Map(checked.map(one => [one.report.source.name, one]))
  const reports = checked.map(({ report }) => report)
  for (const found of checkReports(reports, { names })) byName.get(found.file)?.diagnostics.push(found)
}

/** Every file with its findings; one that could not be read has the reason as its only one, and counts as an error. */
const jsonOf = (files: readonly (Checked | Unread)[], language: Language) => ({
  files: files.map(({ file, report, diagnostics }) => ({
    file,
    issuer: report?.issuer ?? null,
    year: report?.year ?? null,
    diagnostics: diagnostics.map(found => withMessage(found, language)),
  })),
  counts: countsOf(files),
})

const sarifOf = (files: readonly (Checked | Unread)[], language: Language) =>
  toSarif(
    files.map(({ file, report, diagnostics }) => ({
      file,
      issuer: report?.issuer ?? null,
      year: report?.year ?? null,
      diagnostics,
    })),
    { language, version: packageVersion() },
  )

/** One list a report, as .md and .docx; a second report of the same body and year gets a number. */
async function writeFeedback(checked: readonly Checked[], folder: string, language: Language): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(error => {
    throw OutputError.from(error, folder)
  })
  const taken = new Map<string, number>()
  for (const { report, diagnostics, lines } of checked) {
    const name = feedbackName(report)
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    const path = join(folder, times === 1 ? name : `${name} (${times})`)
    const feedback = feedbackOf(report, diagnostics, language, lines)
    await writeWhole(`${path}.md`, feedbackMarkdown(feedback, language))
    await writeWhole(`${path}.docx`, feedbackDocx(feedback, language))
  }
}
