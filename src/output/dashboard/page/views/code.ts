/** Findings in words. */
import { type Code, catalogue } from '../../../../diagnostic/catalogue.ts'
import { formatMessage, formatPlaceFor, formatSuggestion } from '../../../../diagnostic/format.ts'
import { unpackPlace } from '../../pack.ts'
import { findings, state, summary } from '../state.ts'

/** null: a code of another version, of which only the name is known. */
export const knownCode = (code: string): Code | null => (Object.hasOwn(catalogue, code) ? (code as Code) : null)

/** What a rule says, by its first finding: a sentence with figures says more than one with gaps. */
export function ruleName(code: string): string {
  const known = knownCode(code)
  return known === null ? code : formatMessage({ code: known, args: summary().codes[code]?.args ?? {} }, state.language)
}

export interface ShownFinding {
  index: number
  code: string
  report: number
  file: string | null
  severity: 'error' | 'warning' | 'info'
  about: readonly number[]
  message(): string
  place(): string
  suggestion(): string | null
}

/** One finding out of the columns. */
export function findingAt(index: number): ShownFinding {
  const all = findings()
  const code = all.codes[all.code[index] ?? -1] ?? ''
  const known = knownCode(code)
  const args = all.args[index] ?? {}
  return {
    index,
    code,
    report: all.report[index] ?? -1,
    file: all.file[index] ?? null,
    severity: known === null ? 'warning' : catalogue[known].severity,
    about: all.about[index] ?? [],
    message: () => (known === null ? code : formatMessage({ code: known, args }, state.language)),
    place: () => formatPlaceFor(unpackPlace(all.place[index] ?? ''), state.language),
    suggestion: () => (known === null ? null : formatSuggestion({ args }, state.language)),
  }
}

let byReport: Map<number, number[]> | null = null

/** Indices of the findings of a report. */
export function findingsOf(report: number): readonly number[] {
  if (byReport === null) {
    byReport = new Map()
    for (const [index, of] of findings().report.entries()) {
      const known = byReport.get(of)
      if (known) known.push(index)
      else byReport.set(of, [index])
    }
  }
  return byReport.get(report) ?? []
}
