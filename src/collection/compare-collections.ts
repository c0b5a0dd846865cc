/** Two collections of reports side by side, body by body, and their sums over the bodies that both have. */

import { exactDifference, exactSum } from '../model/exact-sum.ts'
import type { ReportModel } from '../model/report.ts'
import { type Comparison, compareReports } from './compare.ts'
import { formOrder } from './facts.ts'
import { rollUpsOf, rosterOf } from './known-bodies.ts'
import { bodyMatcher } from './match-body.ts'
import type { Roster } from './roster.ts'

export interface TotalComparison {
  cell: string
  /** Sums over the `known` bodies of which both sides have a figure, of `of` bodies that both sides have. */
  before: number
  after: number
  change: number
  /** Change over before; null where that is zero. */
  ratio: number | null
  known: number
  of: number
  /** Among them, bodies of which either figure is flagged. */
  doubted: number
}

export interface CollectionComparison {
  /** The years compared; null: no report. */
  before: number | null
  after: number | null
  totals: TotalComparison[]
  bodies: { body: string; comparison: Comparison }[]
  onlyBefore: string[]
  onlyAfter: string[]
  /** Bodies with several files of the year on one side, of which the first was taken. */
  repeated: string[]
  /** Issuers that are in no roster, or fit several bodies: left out. */
  unmatched: string[]
}

export interface CollectionComparisonOptions {
  roster?: Roster
  /** Years to take; else the latest of each side. */
  before?: number
  after?: number
}

/**
 * Compares one year's reports of a collection with one year's of another (or of the same). A body that
 * is the sum of others is compared, but not added to the totals. O(size of both).
 */
export function compareCollections(
  before: readonly ReportModel[],
  after: readonly ReportModel[],
  options: CollectionComparisonOptions = {},
): CollectionComparison {
  const yearBefore = options.before ?? latest(before)
  const yearAfter = options.after ?? latest(after)
  const sides = [before.filter(({ year }) => year === yearBefore), after.filter(({ year }) => year === yearAfter)] as const
  const issuers = sides
    .flat()
    .flatMap(({ issuer, issuerLevel: level, issuerKind: kind }) => (issuer === null ? [] : { issuer, level, kind }))
  const roster = options.roster ?? rosterOf(issuers)
  const rollUps = rollUpsOf(roster, options.roster === undefined)
  const match = bodyMatcher(roster)
  const repeated = new Set<string>()
  const unmatched = new Set<string>()
  const [earlier, later] = sides.map(reports => {
    const byBody = new Map<string, ReportModel>()
    for (const report of reports) {
      const found = report.issuer === null ? null : match(report.issuer)
      if (found?.kind !== 'one') unmatched.add(report.issuer ?? report.source.name)
      else if (byBody.has(found.body)) repeated.add(found.body)
      else byBody.set(found.body, report)
    }
    return byBody
  }) as [Map<string, ReportModel>, Map<string, ReportModel>]
  const bodies = [...earlier].flatMap(([body, report]) => {
    const other = later.get(body)
    return other ? { body, comparison: compareReports(report, other) } : []
  })
  return {
    before: yearBefore,
    after: yearAfter,
    totals: totalsOf(bodies.filter(({ body }) => !rollUps.has(body)).map(({ comparison }) => comparison)),
    bodies,
    onlyBefore: [...earlier.keys()].filter(body => !later.has(body)),
    onlyAfter: [...later.keys()].filter(body => !earlier.has(body)),
    repeated: [...repeated],
    unmatched: [...unmatched],
  }
}

const latest = (reports: readonly ReportModel[]): number | null =>
  reports.reduce<number | null>((last, { year }) => (year !== null && (last === null || year > last) ? year : last), null)

function totalsOf(comparisons: readonly Comparison[]): TotalComparison[] {
  const totals = new Map<
    string,
    { before: ReturnType<typeof exactSum>; after: ReturnType<typeof exactSum>; known: number; doubted: number }
  >()
  for (const { cells } of comparisons) {
    for (const { cell, before, after, change, doubted } of cells) {
      const total = totals.get(cell) ?? { before: exactSum(), after: exactSum(), known: 0, doubted: 0 }
      totals.set(cell, total)
      if (change === null || before.value === null || after.value === null) continue
      total.before.add(before.value)
      total.after.add(after.value)
      total.known++
      if (doubted) total.doubted++
    }
  }
  return formOrder.flatMap(cell => {
    const total = totals.get(cell)
    if (!total || total.known === 0) return []
    const [before, after] = [total.before.value, total.after.value]
    const change = exactDifference(after, before)
    const ratio = before === 0 ? null : change / before
    return { cell, before, after, change, ratio, known: total.known, of: comparisons.length, doubted: total.doubted }
  })
}
