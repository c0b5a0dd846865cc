/**
 * workbook.xlsx, for people: 汇总 (the official layout, live sums over 各单位), 各单位 (a row a report),
 * 问题清单 (findings to send back), 名单 (who has filed). A figure that is not known is an empty cell; a
 * doubted one is coloured and says why in a comment.
 */
import { formOrder } from '../collection/facts.ts'
import { type CountedCell, countedCells } from '../collection/gather.ts'
import { rollUpsOf, rosterOf } from '../collection/known-bodies.ts'
import { type BodyMatch, bodyMatcher } from '../collection/match-body.ts'
import type { Roster } from '../collection/roster.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { ReportModel } from '../model/report.ts'
import { bodiesSheet } from './workbook-bodies.ts'
import { findingsSheet, rosterSheet } from './workbook-lists.ts'
import { totalsSheets } from './workbook-totals.ts'
import { type Sheet, writeXlsx } from './xlsx.ts'

/** A report as a row of 各单位. */
export interface WorkbookRow {
  file: string
  issuer: string | null
  level: ReportModel['issuerLevel']
  kind: string | null
  year: number | null
  editions: ReportModel['editions']
  errors: number
  warnings: number
  cells: ReadonlyMap<string, CountedCell>
  /** Messages of errors and warnings by the cell they concern. */
  doubts: ReadonlyMap<string, string>
  /** Which body of the roster it is. */
  body: BodyMatch
  /** Why it is not added; null where it is. */
  setAside: string | null
}

/** A row of 问题清单. */
export interface WorkbookFinding extends Pick<Diagnostic, 'severity' | 'code' | 'file' | 'place'> {
  issuer: string | null
  year: number | null
  message: string
}

/** Rows beyond these make a workbook that spreadsheets open slowly or not at all; what is left out is said in it. */
export const workbookLimits = { reports: 3000, findings: 20_000, comments: 20_000 } as const

export interface WorkbookContent {
  rows: readonly WorkbookRow[]
  /** Reports in all, those beyond the limit too. */
  reports: number
  findings: readonly WorkbookFinding[]
  findingsInAll: number
  roster: Roster | null
}

export interface Workbook {
  add(report: ReportModel, diagnostics: readonly (Diagnostic & { message: string })[]): void
  /** A file that could not be read. */
  addUnread(finding: Omit<WorkbookFinding, 'issuer' | 'year'>): void
  write(sink: (chunk: Uint8Array) => void | Promise<void>): Promise<void>
}

/** Collects rows, bounded by `workbookLimits`, and writes the workbook. `expected`: how many reports will come; too many, and no row is kept. */
export function createWorkbook(roster: Roster | null, expected = 0): Workbook {
  const rows: WorkbookRow[] = []
  const findings: WorkbookFinding[] = []
  let reports = 0
  let findingsInAll = 0
  const addFinding = (finding: WorkbookFinding) => {
    if (finding.severity === 'info') return
    if (findingsInAll++ < workbookLimits.findings) findings.push(finding)
  }
  return {
    add(report, diagnostics) {
      const { issuer, year, source } = report
      for (const { severity, code, place, message } of diagnostics) {
        addFinding({ severity, code, place, message, file: source.name, issuer, year })
      }
      if (reports++ < workbookLimits.reports && expected <= workbookLimits.reports) rows.push(rowOf(report, diagnostics))
    },
    addUnread: finding => addFinding({ ...finding, issuer: null, year: null }),
    write(sink) {
      return writeXlsx(sheetsOf({ rows: settleRows(rows, roster), reports, findings, findingsInAll, roster }), sink)
    },
  }
}

function rowOf(report: ReportModel, diagnostics: readonly (Diagnostic & { message: string })[]): WorkbookRow {
  const doubts = new Map<string, string>()
  const count = { error: 0, warning: 0, info: 0 }
  for (const { severity, about, message } of diagnostics) {
    count[severity]++
    if (severity === 'info') continue
    for (const id of about) {
      const before = doubts.get(id)
      if (before === undefined || before.length < 400) doubts.set(id, before === undefined ? message : `${before}\n${message}`)
    }
  }
  return {
    file: report.source.name,
    issuer: report.issuer,
    level: report.issuerLevel,
    kind: report.issuerKind,
    year: report.year,
    editions: report.editions,
    errors: count.error,
    warnings: count.warning,
    cells: countedCells(report),
    doubts,
    body: { kind: 'none' },
    setAside: null,
  }
}

/** Latest year first; within a year those that are added, in the order of files, then those set aside. */
function settleRows(rows: readonly WorkbookRow[], given: Roster | null): WorkbookRow[] {
  const issuers = rows.flatMap(({ issuer, level, kind }) => (issuer === null ? [] : [{ issuer, level, kind }]))
  const roster = given ?? rosterOf(issuers)
  const match = bodyMatcher(roster)
  const rollUps = rollUpsOf(roster, given === null)
  const settled = rows.map((row): WorkbookRow => {
    const body: BodyMatch = row.issuer === null ? { kind: 'none' } : match(row.issuer)
    return { ...row, body, setAside: setAsideReason(row, body, rollUps, given !== null) }
  })
  const rank = ({ setAside }: WorkbookRow) => (setAside === null ? 0 : 1)
  return settled.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || rank(a) - rank(b))
}

function setAsideReason(
  { issuer, year }: WorkbookRow,
  body: BodyMatch,
  rollUps: ReadonlySet<string>,
  hasRoster: boolean,
): string | null {
  if (year === null) return '年度不明'
  if (issuer === null) return '单位不明'
  if (body.kind === 'several') return '与名册中几个单位相符'
  if (body.kind === 'none') return hasRoster ? '不在名册中' : null
  return rollUps.has(body.body) ? '上级单位的报告，可能已含下级数字' : null
}

function sheetsOf(content: WorkbookContent): Sheet[] {
  const columns = columnsOf(content.rows)
  return [...totalsSheets(content, columns), bodiesSheet(content, columns), findingsSheet(content), rosterSheet(content)]
}

/** Cell ids that any report has, in the form's order: the figure columns of 各单位. */
function columnsOf(rows: readonly WorkbookRow[]): string[] {
  const met = new Set<string>()
  for (const { cells } of rows) for (const id of cells.keys()) met.add(id)
  return formOrder.filter(id => met.has(id))
}
