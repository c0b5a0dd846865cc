/** Two reports side by side: figures, what was carried over, passages. */

import { type CarryOverCheck, checkCarryOvers } from '../check/carry-overs.ts'
import type { Cell, CellStatus } from '../model/cell.ts'
import { exactDifference } from '../model/exact-sum.ts'
import { type ReportModel, type SectionKey, sectionKeys } from '../model/report.ts'
import { cellsById } from '../model/tables.ts'
import { nameParts } from './body-name.ts'
import { compareTexts, type TextComparison } from './compare-texts.ts'
import { formOrder } from './facts.ts'

export interface Side {
  file: string
  issuer: string | null
  year: number | null
  edition: ReportModel['edition']
}

export interface CellComparison {
  cell: string
  /** null: not known, for the reason that the status gives; `absent`: its form has no such cell. */
  before: { value: number | null; status: CellStatus }
  after: { value: number | null; status: CellStatus }
  /** After less before; null where either is not known or their units differ. */
  change: number | null
  /** Change over before; null where that is zero or not known. */
  ratio: number | null
  /** Either figure is flagged. */
  doubted: boolean
}

export interface SectionComparison extends TextComparison {
  section: SectionKey
}

export interface Comparison {
  before: Side
  after: Side
  /** Whether both are of one body, as far as their names tell; null: one of them has no name. */
  sameBody: boolean | null
  /** Cells that either report has, in the form's order. */
  cells: CellComparison[]
  /** Only between one body's reports on consecutive years; otherwise empty. */
  carryOvers: CarryOverCheck[]
  sections: SectionComparison[]
}

/** Compares two reports: two years of one body, two bodies of one year, or two versions. O(size of both). */
export function compareReports(before: ReportModel, after: ReportModel): Comparison {
  const earlier = cellsById(before)
  const later = cellsById(after)
  const sameBody = isSameBody(before.issuer, after.issuer)
  const consecutive = before.year !== null && after.year === before.year + 1
  return {
    before: sideOf(before),
    after: sideOf(after),
    sameBody,
    cells: formOrder.flatMap(id => compareCells(id, earlier.get(id), later.get(id)) ?? []),
    carryOvers: consecutive && sameBody !== false ? checkCarryOvers(earlier, later) : [],
    sections: sectionKeys.map(section => ({
      section,
      ...compareTexts(before.sections[section].text, after.sections[section].text),
    })),
  }
}

const sideOf = ({ source, issuer, year, edition }: ReportModel): Side => ({ file: source.name, issuer, year, edition })

function isSameBody(a: string | null, b: string | null): boolean | null {
  if (a === null || b === null) return null
  const [first, second] = [nameParts(a).core, nameParts(b).core]
  return first.endsWith(second) || second.endsWith(first)
}

function compareCells(cell: string, before: Cell | undefined, after: Cell | undefined): CellComparison | null {
  if (!before || !after || (before.status === 'absent' && after.status === 'absent')) return null
  const comparable = before.value !== null && after.value !== null && before.unit === after.unit
  const change = comparable ? exactDifference(after.value ?? 0, before.value ?? 0) : null
  return {
    cell,
    before: { value: before.value, status: before.status },
    after: { value: after.value, status: after.status },
    change,
    ratio: change === null || !before.value ? null : change / before.value,
    doubted: before.flags.length > 0 || after.flags.length > 0,
  }
}
