/** Sums of what the bodies' prose states and no table holds, each with its sources. */
import type { Metric } from '../form/sentences.ts'
import { exactSum } from '../model/exact-sum.ts'
import type { ReportModel } from '../model/report.ts'

/** A figure that a body's report states once, or always alike, for its year, exactly. */
export interface Statement {
  metric: Metric
  value: number
  quote: string
}

export interface StatedSum {
  metric: Metric
  value: number
  /** Bodies whose report states it, of `of`: what the others do not state is not zero. */
  known: number
  of: number
  sources: { body: string; file: string; value: number; quote: string }[]
}

/**
 * A report's statements by metric. Approximate, cumulative and earlier figures are left out, and every
 * metric of which the report states two different figures: which of them is the year's cannot be known.
 */
export function statementsOf(report: Pick<ReportModel, 'narrative'>): Statement[] {
  const found = new Map<Metric, Statement | null>()
  for (const { metric, value, quote, approximate, period } of report.narrative) {
    if (period !== 'annual') continue
    const known = found.get(metric)
    const exact = approximate === null
    if (known === undefined) found.set(metric, exact ? { metric, value, quote } : null)
    else if (known !== null && (!exact || known.value !== value)) found.set(metric, null)
  }
  return [...found.values()].filter(statement => statement !== null)
}

/** A problem that a body's report names in section 五, cut to what a list can show. */
export interface StatedProblem {
  body: string
  file: string
  text: string
}

const longestProblem = 120
const mostProblems = 20

/** The problems that a report names, at most twenty; none where it says that there are none. */
export const problemsOf = ({ problems }: Pick<ReportModel, 'problems'>): string[] =>
  problems.items.slice(0, mostProblems).flatMap(({ problem }) => {
    const text = problem?.text.replace(/\s+/g, ' ').trim() ?? ''
    return text === '' ? [] : text.length <= longestProblem ? text : `${text.slice(0, longestProblem)}…`
  })

/** Adds statements over bodies. */
export function sumStatements(
  reports: readonly { body: string; files: readonly string[]; statements: readonly Statement[] }[],
  of: number,
): StatedSum[] {
  const found = new Map<Metric, StatedSum['sources']>()
  for (const { body, files, statements } of reports) {
    for (const { metric, value, quote } of statements) {
      const sources = found.get(metric) ?? []
      sources.push({ body, file: files[0] ?? '', value, quote })
      found.set(metric, sources)
    }
  }
  return [...found].map(([metric, sources]) => {
    const sum = exactSum()
    for (const { value } of sources) sum.add(value)
    return { metric, value: sum.value, known: sources.length, of, sources }
  })
}
