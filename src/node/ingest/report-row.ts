import type { ReportModel } from '../../model/report.ts'
import { cellsById } from '../../model/tables.ts'
import type { SourceEntry } from './source-entry.ts'

/** A row of the database's table `reports`. */
export interface ReportRow {
  file: string
  issuer: string | null
  issuer_kind: string | null
  issuer_level: string | null
  region: string | null
  year: number | null
  edition: string | null
  title: string | null
  period_from: string | null
  period_to: string | null
  reader: string
  errors: number
  warnings: number
  cells_sure: number
  cells_doubted: number
  cells_unknown: number
  overview: string
  problems: string
  other: string
}

/** Longer texts are cut in the database; reports.ndjson has them whole. */
const textLimit = 200_000

export function reportRow(report: ReportModel, { findings }: Pick<SourceEntry, 'findings'>): ReportRow {
  const count = { sure: 0, doubted: 0, unknown: 0 }
  for (const { status, value, flags } of cellsById(report).values()) {
    if (status !== 'absent') count[value === null ? 'unknown' : flags.length > 0 ? 'doubted' : 'sure']++
  }
  const text = (key: 'overview' | 'problems' | 'other') => report.sections[key].text.slice(0, textLimit)
  return {
    file: report.source.name,
    issuer: report.issuer,
    issuer_kind: report.issuerKind,
    issuer_level: report.issuerLevel,
    region: report.region,
    year: report.year,
    edition: report.edition,
    title: report.title?.slice(0, textLimit) ?? null,
    period_from: report.period?.from ?? null,
    period_to: report.period?.to ?? null,
    reader: report.source.kind,
    errors: findings.error,
    warnings: findings.warning,
    cells_sure: count.sure,
    cells_doubted: count.doubted,
    cells_unknown: count.unknown,
    overview: text('overview'),
    problems: text('problems'),
    other: text('other'),
  }
}
