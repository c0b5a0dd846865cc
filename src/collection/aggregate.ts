/**
 * Sums over bodies that say what they do not know. Four things are kept apart in every sum: figures
 * that are sure, figures that are doubted (flagged), cells that are unknown, bodies that did not report.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { ReportModel } from '../model/report.ts'
import { createGatherer, finding, type Gathered } from './gather.ts'
import { below, nameIn, parentsOf } from './hierarchy.ts'
import type { Body, Level, Roster } from './roster.ts'
import type { StatedProblem } from './stated.ts'
import { type Sums, sumsOf } from './sums.ts'

export type { Rate, Sum, SumStatus, Sums } from './sums.ts'

export interface GroupSums extends Sums {
  /** The level, kind or parent that its bodies share; null: not stated. */
  name: string | null
}

export interface YearSums extends Sums {
  year: number
  /** What the bodies name as problems in section 五, body by body. */
  problems: StatedProblem[]
  byLevel: GroupSums[]
  byKind: GroupSums[]
  /** By every body that has others below it, at any depth. */
  byParent: GroupSums[]
}

export interface Aggregate {
  /** The body whose subordinates are added; null: all that were met. */
  scope: string | null
  bodies: Body[]
  years: YearSums[]
  diagnostics: Diagnostic[]
}

export interface AggregateOptions {
  roster?: Roster
  /** Add only what stands below this body of the roster. */
  scope?: string
}

/** Adds reports up, by year. O(reports × cells × depth of the hierarchy). */
export function aggregate(reports: Iterable<ReportModel>, options: AggregateOptions = {}): Aggregate {
  const gatherer = createGatherer(options.roster ?? null)
  for (const report of reports) gatherer.add(report)
  return aggregateGathered(gatherer.finish(), options.scope ?? null)
}

/** The same from what was gathered, for callers that stream reports. */
export function aggregateGathered(gathered: Gathered, scope: string | null = null): Aggregate {
  const above = parentsOf(gathered.bodies)
  const root = scope === null ? onlyRoot(gathered) : nameIn(gathered.bodies, scope)
  const counted = root === null ? gathered.counted : below(gathered, root)
  const bodyOf = new Map(gathered.bodies.map(body => [body.name, body]))
  const diagnostics = [...gathered.diagnostics]
  const years = gathered.years.map((year): YearSums => {
    const reports = new Map(gathered.reports.filter(report => report.year === year).map(report => [report.body, report]))
    const grouped = (namesOf: (body: string) => readonly (string | null)[]): GroupSums[] => {
      const groups = new Map<string | null, string[]>()
      for (const body of counted)
        for (const name of namesOf(body)) {
          const group = groups.get(name)
          if (group) group.push(body)
          else groups.set(name, [body])
        }
      return [...groups].map(([name, bodies]) => ({ name, ...sumsOf(bodies, reports) }))
    }
    return {
      year,
      ...sumsOf(counted, reports),
      problems: counted.flatMap(body => {
        const report = reports.get(body)
        return (report?.problems ?? []).map(text => ({ body, file: report?.files[0] ?? '', text }))
      }),
      byLevel: grouped(body => [bodyOf.get(body)?.level ?? null]).toSorted(byLevelRank),
      byKind: grouped(body => [bodyOf.get(body)?.kind ?? null]),
      byParent: grouped(above),
    }
  })
  for (const { year, notReported } of years) {
    for (const body of notReported) diagnostics.push(finding('collection/not-reported', { body, year }))
  }
  return { scope: root, bodies: [...gathered.bodies], years, diagnostics }
}

/** The one body that all counted bodies stand below; null where there is none, as without a roster. */
function onlyRoot({ bodies, counted }: Gathered): string | null {
  const above = parentsOf(bodies)
  const roots = new Set(counted.map(body => above(body).at(-1) ?? null))
  const [root = null] = roots
  return roots.size === 1 ? root : null
}

const levels: readonly (Level | null)[] = ['province', 'city', 'county', 'department', 'town', null]
const byLevelRank = (a: GroupSums, b: GroupSums) =>
  levels.indexOf(a.name as Level | null) - levels.indexOf(b.name as Level | null)
