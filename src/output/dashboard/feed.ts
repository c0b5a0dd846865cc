/** The same figures for other programs: rows instead of columns, names instead of indices. */
import type { PairedSum } from '../../collection/figure-sums.ts'
import type { DashboardData, Total, YearData } from './data.ts'
import { type FigureId, figureIds } from './figures.ts'

export interface DashboardFeed {
  schema: 'ogi-report/dashboard-feed'
  /** A field that changes its meaning or goes raises the first number; a new field the second. */
  schemaVersion: '1.0'
  /** ISO 8601; null where not known. */
  made: string | null
  scope: string | null
  roster: boolean
  years: {
    year: number
    bodies: number
    reported: number
    notReported: string[]
    /** Sums by figure; `text` is how a sum that is not whole is printed. */
    figures: Record<FigureId, Total>
    /** By figure, over the bodies known in the year before and in this one. */
    change: Record<FigureId, PairedSum | null>
    rates: YearData['rates']
    /** Sums by cell of the form. */
    cells: Record<string, Total>
    /** Cells of all reports by what is known of them. */
    known: YearData['counts']
  }[]
  /** A row a body and year. `reported: false`: its figures are unknown, not zero. */
  bodies: {
    body: string
    kind: string | null
    level: string | null
    parent: string | null
    year: number
    reported: boolean
    /** Whether its figures are in the sums. */
    counted: boolean
    figures: Record<FigureId, number | null>
    doubted: FigureId[]
    findings: number
  }[]
  findings: { code: string; count: number }[]
  unread: DashboardData['summary']['unread']
}

/** Makes the feed of `ogi dashboard --json`. */
export function toFeed({ summary, reports }: DashboardData): DashboardFeed {
  const { bodies, years } = summary
  const rollUps = new Set(bodies.rollUps)
  const filed = new Set(reports.body.map((body, at) => `${body} ${reports.year[at]}`))
  return {
    schema: 'ogi-report/dashboard-feed',
    schemaVersion: '1.0',
    made: summary.made === null ? null : new Date(summary.made).toISOString(),
    scope: summary.scope,
    roster: summary.roster,
    years: years.map(({ year, of, reported, notReported, totals, paired, rates, cells, counts }) => ({
      year,
      bodies: of,
      reported,
      notReported: notReported.map(body => bodies.name[body] ?? ''),
      figures: totals,
      change: paired,
      rates,
      cells,
      known: counts,
    })),
    bodies: years.flatMap(year => {
      const doubted = new Map(figureIds.map(id => [id, new Set(year.doubted[id])]))
      return bodies.name.map((body, at) => ({
        body,
        kind: bodies.kind[at] ?? null,
        level: bodies.level[at] ?? null,
        parent: bodies.name[bodies.parent[at] ?? -1] ?? null,
        year: year.year,
        reported: filed.has(`${at} ${year.year}`),
        counted: !rollUps.has(at),
        figures: Object.fromEntries(figureIds.map(id => [id, year.columns[id][at] ?? null])) as Record<FigureId, number | null>,
        doubted: figureIds.filter(id => doubted.get(id)?.has(at)),
        findings: year.findings[at] ?? 0,
      }))
    }),
    findings: Object.entries(summary.codes).map(([code, { count }]) => ({ code, count })),
    unread: summary.unread,
  }
}
