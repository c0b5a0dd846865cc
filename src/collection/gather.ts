/** From reports to what sums are made of: one record a body and year, each known to count once. */
import { type Code, catalogue } from '../diagnostic/catalogue.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { cellsOfForm, type EditionId, type FormCell } from '../form/form.ts'
import { forms } from '../form/index.ts'
import type { Cell, CellStatus } from '../model/cell.ts'
import type { ReportModel } from '../model/report.ts'
import { cellsById } from '../model/tables.ts'
import { formOrder } from './facts.ts'
import { type Issuer, rollUpsOf, rosterOf } from './known-bodies.ts'
import { type BodyMatch, bodyMatcher } from './match-body.ts'
import type { Body, Roster } from './roster.ts'
import { problemsOf, type Statement, statementsOf } from './stated.ts'

/** Why a cell has no figure to add: its status, or what only a collection can see. */
export type UnknownStatus = Exclude<CellStatus, 'read' | 'inferred' | 'absent'> | 'contested' | 'unit-not-stated'

/** A cell as it is added: `known` with its figure, `unknown` with the reason. */
export type CountedCell =
  | { known: true; value: number; doubted: boolean; edition: EditionId }
  | { known: false; why: UnknownStatus }

export interface BodyReport {
  body: string
  year: number
  files: string[]
  editions: ReportModel['editions']
  cells: ReadonlyMap<string, CountedCell>
  statements: readonly Statement[]
  /** What section 五 names. */
  problems: readonly string[]
}

export interface Gathered {
  /** Every body, roll-ups among them: the roster's, or without a roster those that were met. */
  bodies: readonly Body[]
  /** Names of the bodies whose figures are added: a county is the sum of its bodies and not added to them. */
  counted: readonly string[]
  reports: readonly BodyReport[]
  /** Reports of roll-ups, kept apart: what a county itself published. */
  published: readonly BodyReport[]
  years: readonly number[]
  diagnostics: Diagnostic[]
}

interface Received extends Issuer {
  file: string
  year: number
  editions: ReportModel['editions']
  cells: ReadonlyMap<string, CountedCell>
  statements: readonly Statement[]
  problems: readonly string[]
}

export interface Gatherer {
  /** Takes what is to be added out of a report; the report itself is not kept. */
  add(report: ReportModel): void
  /** Settles whose reports they are. O(reports × cells). */
  finish(): Gathered
}

export function createGatherer(roster: Roster | null): Gatherer {
  const diagnostics: Diagnostic[] = []
  const received: Received[] = []
  return {
    add(report) {
      const { name: file } = report.source
      if (report.issuer === null) diagnostics.push(finding('collection/no-issuer', { file }))
      else if (report.year === null) diagnostics.push(finding('collection/no-year', { file, issuer: report.issuer }))
      else {
        const { issuer, issuerLevel: level, issuerKind: kind, year, editions } = report
        const statements = statementsOf(report)
        received.push({
          file,
          issuer,
          level,
          kind,
          year,
          editions,
          cells: countedCells(report),
          statements,
          problems: problemsOf(report),
        })
      }
    },
    finish: () => settle(received, roster, diagnostics),
  }
}

/** A finding about the collection; its file is the argument `file`, if it has one. */
export function finding(code: Code, args: Diagnostic['args'], about: string[] = []): Diagnostic {
  return { code, severity: catalogue[code].severity, file: String(args.file ?? ''), place: {}, about, args }
}

function settle(received: readonly Received[], given: Roster | null, diagnostics: Diagnostic[]): Gathered {
  const roster = given ?? rosterOf(received)
  const match = bodyMatcher(roster)
  const matches = new Map<string, BodyMatch>()
  const grouped = new Map<string, Received[]>()
  for (const report of received) {
    const found = matches.get(report.issuer) ?? match(report.issuer)
    matches.set(report.issuer, found)
    const { file, issuer, year } = report
    if (found.kind === 'none') diagnostics.push(finding('collection/unmatched', { file, issuer, year }))
    else if (found.kind === 'several') {
      diagnostics.push(finding('collection/matched-twice', { file, issuer, year, bodies: found.bodies.join('、') }))
    } else {
      const key = `${found.body}\n${year}`
      const same = grouped.get(key)
      if (same) same.push(report)
      else grouped.set(key, [report])
    }
  }
  const rollUps = rollUpsOf(roster, given === null)
  const reports: BodyReport[] = []
  const published: BodyReport[] = []
  for (const [key, same] of grouped) {
    const [body = '', year = ''] = key.split('\n')
    const merged = mergeReports(body, Number(year), same, diagnostics)
    if (rollUps.has(body)) {
      published.push(merged)
      diagnostics.push(finding('collection/set-aside', { body, year: merged.year, file: merged.files[0] ?? '' }))
    } else reports.push(merged)
  }
  return {
    bodies: roster.bodies,
    counted: roster.bodies.map(body => body.name).filter(name => !rollUps.has(name)),
    reports,
    published,
    years: [...new Set(received.map(report => report.year))].toSorted((a, b) => a - b),
    diagnostics,
  }
}

const formCells = new Map<string, FormCell>(
  [...cellsOfForm(forms['2019']), ...cellsOfForm(forms['2021'])].map(cell => [cell.id, cell]),
)

/** A report's cells as they are added; those that its form does not have are left out. */
export function countedCells(report: ReportModel): ReadonlyMap<string, CountedCell> {
  const cells = cellsById(report)
  const counted = new Map<string, CountedCell>()
  for (const id of formOrder) {
    const cell = cells.get(id)
    const column = formCells.get(id)
    if (!cell || !column || cell.status === 'absent') continue
    const edition = report.editions[column.block]
    counted.set(id, edition === null && cell.value === null ? unknown('missing') : countCell(cell, column, edition ?? '2021'))
  }
  return counted
}

const unknown = (why: UnknownStatus): CountedCell => ({ known: false, why })

/** The power of ten that divides an amount in a unit into 万元. */
const powerOf: Readonly<Record<string, number>> = { 元: 4, 千元: 1, 万元: 0, 亿元: -4 }

/** The unit in which amounts are added. */
export const amountUnit = '万元'

function countCell(cell: Cell, { column }: FormCell, edition: EditionId): CountedCell {
  const doubted = cell.flags.length > 0
  if (cell.value === null) return unknown(cell.status as UnknownStatus)
  if (column.kind !== 'amount') return { known: true, value: cell.value, doubted, edition }
  const power = powerOf[cell.unit ?? column.unit ?? '']
  if (power === undefined) return cell.value === 0 ? { known: true, value: 0, doubted, edition } : unknown('unit-not-stated')
  return { known: true, value: shift(cell.value, power), doubted, edition }
}

/** Moves the decimal point: 70487 by 4 is 7.0487, and not a float beside it. */
function shift(value: number, power: number): number {
  const text = String(value)
  return text.includes('e') ? value / 10 ** power : Number(`${text}e${-power}`)
}

/**
 * Two files of one body and year count once. Where both state a figure and it differs, which of them
 * counts cannot be known: the cell is contested and nothing is added.
 */
function mergeReports(body: string, year: number, reports: readonly Received[], diagnostics: Diagnostic[]): BodyReport {
  const [first, ...others] = reports as [Received, ...Received[]]
  const cells = new Map(first.cells)
  const editions = { ...first.editions }
  for (const other of others) {
    for (const [id, cell] of other.cells) cells.set(id, mergeCells(cells.get(id), cell))
    for (const key of Object.keys(editions) as (keyof typeof editions)[]) editions[key] ??= other.editions[key]
  }
  if (others.length > 0) {
    const contested = [...cells].filter(([, cell]) => !cell.known && cell.why === 'contested').map(([id]) => id)
    const args = { body, year, files: reports.map(report => report.file).join('、'), contested: contested.length }
    const code = contested.length > 0 ? 'collection/reported-twice' : 'collection/repeated-file'
    diagnostics.push(finding(code, args, contested))
  }
  // Prose of two files is not merged: only what one file alone could say is taken.
  const statements = others.length === 0 ? first.statements : []
  return { body, year, files: reports.map(report => report.file), editions, cells, statements, problems: first.problems }
}

function mergeCells(a: CountedCell | undefined, b: CountedCell): CountedCell {
  if (!a) return b
  if (a.known && b.known) return a.value === b.value ? { ...a, doubted: a.doubted && b.doubted } : unknown('contested')
  if (!a.known && !b.known) return a
  const [read, other] = a.known ? [a, b] : [b, a]
  return !other.known && (other.why === 'blank' || other.why === 'contested') ? unknown('contested') : read
}
