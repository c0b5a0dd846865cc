/** From an ingest's reports and findings, one by one, to the data of the page. */
import { aggregateGathered } from '../../collection/aggregate.ts'
import { createGatherer } from '../../collection/gather.ts'
import { below } from '../../collection/hierarchy.ts'
import type { Roster } from '../../collection/roster.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { ReportModel } from '../../model/report.ts'
import { type DashboardData, dashboardLimits, type Summary } from './data.ts'
import { createColumns } from './report-columns.ts'
import { yearDataOf } from './year-data.ts'

export interface DashboardOptions {
  /** The bodies that are expected; null: those that were met. */
  roster?: Roster | null
  /** Only what stands below this body of the roster. */
  scope?: string
  /** When the reports were read, in milliseconds since 1970. */
  made?: number
}

export interface DashboardCollector {
  add(report: ReportModel, diagnostics: readonly Diagnostic[]): void
  /** A file that is in no figure. */
  addUnread(path: string, outcome: string, code: string | null): void
  /** A finding about none of the reports. */
  addFinding(finding: Diagnostic): void
  finish(): DashboardData
}

/** Takes reports in and makes the page's data: sums are made once, here. O(reports × cells). */
export function createDashboard({ roster = null, scope, made }: DashboardOptions = {}): DashboardCollector {
  const gatherer = createGatherer(roster)
  const columns = createColumns()
  const unread: Summary['unread'] = []
  let unreadInAll = 0
  return {
    add(report, diagnostics) {
      gatherer.add(report)
      columns.add(report, diagnostics)
    },
    addUnread(path, outcome, code) {
      if (unreadInAll++ < dashboardLimits.unread) unread.push({ path, outcome, code })
    },
    addFinding: finding => columns.addFinding(finding, -1),
    finish() {
      const gathered = gatherer.finish()
      const { years, bodies, scope: root, diagnostics } = aggregateGathered(gathered, scope ?? null)
      // Who did not report is said year by year.
      for (const found of diagnostics) if (found.code !== 'collection/not-reported') columns.addFinding(found, -1)
      const indexOf = new Map(bodies.map((body, at) => [body.name, at]))
      const all = [...gathered.reports, ...gathered.published]
      const bodyOfFile = new Map(all.flatMap(({ body, files }) => files.map(file => [file, indexOf.get(body) ?? -1] as const)))
      const counted = new Set(gathered.counted)
      // With a scope, sums are over fewer bodies than were met.
      const inSums = new Set(root === null ? gathered.counted : below(gathered, root))
      const added = gathered.reports.filter(report => inSums.has(report.body))
      const files = new Set(added.flatMap(report => report.files))
      const { reports, findings, counts, findingsInAll, severe, full } = columns.finish(file => bodyOfFile.get(file) ?? -1, files)
      const at = new Map<string, number>()
      reports.body.forEach((body, index) => {
        if (body >= 0)
          at.set(`${body} ${reports.year[index]}`, (at.get(`${body} ${reports.year[index]}`) ?? 0) + (severe[index] ?? 0))
      })
      const summary: Summary = {
        schema: 'ogi-report/dashboard',
        schemaVersion: '1.0',
        made: made ?? null,
        scope: root,
        roster: roster !== null,
        years: years.map(sums => {
          const ofYear = (year: number) => added.filter(report => report.year === year)
          const before = years.some(other => other.year === sums.year - 1) ? ofYear(sums.year - 1) : null
          const shown = all.filter(report => report.year === sums.year)
          return {
            ...yearDataOf(sums, ofYear(sums.year), shown, before, indexOf),
            findings: bodies.map((_, body) => at.get(`${body} ${sums.year}`) ?? 0),
          }
        }),
        bodies: {
          name: bodies.map(body => body.name),
          kind: bodies.map(body => body.kind),
          level: bodies.map(body => body.level),
          parent: bodies.map(body => (body.parent === null ? -1 : (indexOf.get(body.parent) ?? -1))),
          rollUps: bodies.flatMap((body, index) => (counted.has(body.name) ? [] : [index])),
        },
        unread,
        unreadInAll,
        codes: counts,
        reportsInAll: reports.file.length,
        findingsInAll,
        full,
      }
      return { summary, reports, findings }
    },
  }
}
