import { compareReports } from '../../collection/compare.ts'
import { compareCollections } from '../../collection/compare-collections.ts'
import type { ReportModel } from '../../model/report.ts'
import { compareCollectionsHtml, compareHtml } from '../../output/compare-html.ts'
import { compareCollectionsText, compareText } from '../../output/compare-text.ts'
import { isIngest, readReports } from '../ingested.ts'
import { writeWhole } from '../write-file.ts'
import { openRoster, reportingFailures, yearOf } from './collection.ts'
import { defineCommand, UsageError } from './command.ts'
import { readSource } from './sources.ts'
import { paint, safeJson, type Terminal, visible } from './terminal.ts'
import { texts } from './texts.ts'

interface Shown {
  json: unknown
  text: string
  html: () => string
}

/** `ogi compare A B`: two reports, or two ingests. */
export const command = defineCommand({
  options: {
    json: { type: 'boolean' },
    html: { type: 'string' },
    roster: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  async run({ values, positionals: [a, b, extra], terminal }) {
    const { language } = terminal
    const t = texts[language]
    if (a === undefined || b === undefined) throw new UsageError(t.collection.needsTwo)
    if (extra !== undefined) throw new UsageError(t.usage.tooManyArguments(extra))
    const years = {
      ...(values.from === undefined ? {} : { before: yearOf(values.from, terminal) }),
      ...(values.to === undefined ? {} : { after: yearOf(values.to, terminal) }),
    }
    const folders = [await isIngest(a), await isIngest(b)]
    if (folders[0] !== folders[1]) throw new UsageError(t.collection.twoOfAKind)
    return reportingFailures(terminal, async () => {
      const shown = folders[0] ? await ofIngests(a, b, values.roster, years, terminal) : await ofReports(a, b, terminal)
      if (shown === null) return 1
      if (values.json) await terminal.out(`${safeJson(shown.json, 2)}\n`)
      else if (!terminal.quiet) await terminal.out(visible(shown.text))
      if (values.html !== undefined) {
        await writeWhole(values.html, visible(shown.html()))
        if (!terminal.quiet) terminal.say(paint('green', t.collection.written(values.html)))
      }
      return 0
    })
  },
})

async function ofReports(a: string, b: string, terminal: Terminal): Promise<Shown | null> {
  const before = await readSource(a, {}, terminal)
  const after = await readSource(b, {}, terminal)
  if (before === null || after === null) return null
  const json = compareReports(before.report, after.report)
  return { json, text: compareText(json, terminal.language), html: () => compareHtml(json, terminal.language) }
}

async function ofIngests(
  a: string,
  b: string,
  rosterPath: string | undefined,
  years: { before?: number; after?: number },
  terminal: Terminal,
): Promise<Shown> {
  const roster = await openRoster(rosterPath, b, terminal)
  const before = await all(readReports(a))
  const after = await all(readReports(b))
  expectYear(before, years.before, a, terminal)
  expectYear(after, years.after, b, terminal)
  const json = compareCollections(before, after, { ...years, ...(roster === null ? {} : { roster }) })
  return {
    json,
    text: compareCollectionsText(json, terminal.language),
    html: () => compareCollectionsHtml(json, terminal.language),
  }
}

/** Nothing compared with nothing would look like no change. Throws `UsageError`. */
function expectYear(reports: readonly ReportModel[], year: number | undefined, folder: string, { language }: Terminal): void {
  const years = [...new Set(reports.flatMap(report => report.year ?? []))].sort((a, b) => a - b)
  if (year === undefined ? years.length === 0 : !years.includes(year))
    throw new UsageError(texts[language].collection.noYear(years, folder))
}

async function all(reports: AsyncIterable<ReportModel>): Promise<ReportModel[]> {
  const found: ReportModel[] = []
  for await (const report of reports) found.push(report)
  return found
}
