/**
 * What shows only between the reports of a batch, added while the outputs are written: one report and
 * the one of the year before are in memory, of the others their names. Findings of an earlier run are
 * taken out first, since the reports beside may have changed though the file did not.
 */
import { betweenNames, checkBetween, isBetween } from '../../check/check-reports.ts'
import { toFacts } from '../../collection/facts.ts'
import type { Roster } from '../../collection/roster.ts'
import type { Language } from '../../diagnostic/catalogue.ts'
import { withMessage } from '../../diagnostic/format.ts'
import type { ReportModel } from '../../model/report.ts'
import { cellsById } from '../../model/tables.ts'
import { factLine } from '../../output/csv.ts'
import type { Stored } from './pack.ts'
import type { SourceEntry } from './source-entry.ts'
import type { Parts } from './worker.ts'

type Told = ReturnType<typeof withMessage>

/** What goes into the outputs for one file. */
export interface WrittenFile {
  entry: SourceEntry
  parts: Parts
  /** null where no report was read. */
  report: ReportModel | null
  diagnostics: readonly Told[]
}

/**
 * Returns what completes one file after the other. Bytes are made anew only where a report has, or had,
 * such findings. Memory: O(files), of each its name; time: O(its own size and that of the year before).
 */
export function betweenReports(
  files: readonly Stored[],
  roster: Roster | null,
  language: Language,
): (stored: Stored) => WrittenFile {
  const reports = files.filter(({ entry }) => entry.bytes.report > 0)
  const listed = roster?.bodies.flatMap(({ name, aliases }) => [name, ...aliases]) ?? []
  const names = betweenNames([...reports.flatMap(({ entry }) => entry.issuer ?? []), ...listed])
  const byBody = new Map(reports.map(stored => [keyOf(stored.entry.issuer, stored.entry.year), stored]))
  const yearBefore = ({ issuer, year }: ReportModel): ReportModel | null => {
    const stored = issuer === null || year === null ? undefined : byBody.get(keyOf(issuer, year - 1))
    return stored ? modelOf(read(stored, 'report')) : null
  }
  return stored => {
    const { entry } = stored
    const parts: Parts = {
      report: read(stored, 'report'),
      facts: read(stored, 'facts'),
      diagnostics: read(stored, 'diagnostics'),
    }
    const before = linesOf<Told>(parts.diagnostics)
    if (parts.report.length === 0) return { entry, parts, report: null, diagnostics: before }
    const report = modelOf(parts.report)
    const own = before.filter(({ code }) => !isBetween(code))
    if (own.length < before.length) for (const cell of cellsById(report).values()) cell.flags = cell.flags.filter(code => !isBetween(code)) // biome-ignore format: one step
    const found = checkBetween(report, yearBefore(report), names).map(one => withMessage(one, language))
    const diagnostics = [...own, ...found]
    if (own.length === before.length && found.length === 0) return { entry, parts, report, diagnostics }
    const made: Parts = {
      report: encode([report]),
      facts: new TextEncoder().encode(toFacts(report).map(factLine).join('')),
      diagnostics: encode(diagnostics),
    }
    const findings = { error: 0, warning: 0, info: 0 }
    for (const { severity } of diagnostics) findings[severity]++
    const bytes = { report: made.report.length, facts: made.facts.length, diagnostics: made.diagnostics.length }
    return { entry: { ...entry, findings, bytes }, parts: made, report, diagnostics }
  }
}

const keyOf = (issuer: string | null, year: number | null): string => `${year}\n${issuer}`

const read = ({ entry, pack, at }: Stored, part: keyof Parts): Uint8Array => pack.read(part, at[part], entry.bytes[part])

const modelOf = (bytes: Uint8Array): ReportModel => JSON.parse(new TextDecoder().decode(bytes)) as ReportModel

const linesOf = <T>(bytes: Uint8Array): T[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T)

const encode = (values: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(values.map(value => `${JSON.stringify(value)}\n`).join(''))
