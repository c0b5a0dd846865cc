import { formatPlace } from '../document/document.ts'
import { cellsOfForm, type EditionId } from '../form/form.ts'
import { forms } from '../form/index.ts'
import type { CellStatus } from '../model/cell.ts'
import type { ReportModel } from '../model/report.ts'
import { cellsById } from '../model/tables.ts'

/** One cell, tidy: the row that NDJSON, CSV, Parquet and the database share. */
export interface Fact {
  file: string
  issuer: string | null
  year: number | null
  /** Of the table (in table 2, of the block) that the cell stands in. */
  edition: EditionId | null
  cell: string
  value: number | null
  status: CellStatus
  raw: string | null
  place: string
  flags: string[]
}

/** Both editions' cells in the form's order: an edition's own cells keep their order within it. */
export const formOrder: readonly string[] = (() => {
  const ids = cellsOfForm(forms['2021']).map(cell => cell.id)
  const known = new Set(ids)
  for (const { id } of cellsOfForm(forms['2019'])) {
    if (known.has(id)) continue
    const row = id.slice(0, id.lastIndexOf('.'))
    const after = ids.findLastIndex(
      other => other.startsWith(`${row}.`) || other.startsWith(row.slice(0, row.lastIndexOf('.') + 1)),
    )
    ids.splice(after + 1, 0, id)
  }
  return ids
})()

/** The report's cells as facts, in the form's order; cells that its edition does not have are not listed. */
export function toFacts(report: ReportModel): Fact[] {
  const cells = cellsById(report)
  return formOrder.flatMap(id => {
    const cell = cells.get(id)
    if (!cell || cell.status === 'absent') return []
    return {
      file: report.source.name,
      issuer: report.issuer,
      year: report.year,
      edition: editionOfCell(report, id),
      cell: id,
      value: cell.value,
      status: cell.status,
      raw: cell.raw,
      place: cell.place === null ? '' : formatPlace(cell.place),
      flags: cell.flags,
    }
  })
}

/** Of the block that the cell stands in: `editions` is keyed by block. */
function editionOfCell(report: ReportModel, id: string): EditionId | null {
  const block = blockOf.get(id)
  return block === undefined ? null : report.editions[block]
}

const blockOf = new Map(Object.values(forms).flatMap(form => cellsOfForm(form).map(cell => [cell.id, cell.block] as const)))
