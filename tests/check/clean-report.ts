/** Reports without faults, made from nothing, for rules to be tried on. */
import { cellsOfForm, type EditionId, type TableForm } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'
import { absentCell, type Cell } from '../../src/model/cell.ts'
import { type ReportModel, type Section, schemaVersion } from '../../src/model/report.ts'
import { nestCells } from '../../src/model/tables.ts'

export const readCell = (value: number): Cell => ({ value, status: 'read', raw: String(value), place: null, flags: [] })
export const otherCell = (status: 'blank' | 'missing' | 'ambiguous' | 'unreadable'): Cell => ({
  value: null,
  status,
  raw: null,
  place: null,
  flags: [],
})

const noSection: Section = { present: false, heading: null, place: null, text: '', subsections: [] }

/** A report of one edition whose every figure is 0 unless `figures` says otherwise. */
export function reportWith(figures: ReadonlyMap<string, Cell>, edition: EditionId = '2021'): ReportModel {
  const form = forms[edition]
  const cells = new Map(cellsOfForm(form).map(({ id }) => [id, readCell(0)]))
  for (const [id, cell] of figures) cells.set(id, cell)
  const blocks = Object.values<TableForm>(form.tables).flatMap(table => table.blocks.map(block => [block.key, edition] as const))
  return {
    schemaVersion,
    source: { name: 'a.txt', kind: 'text', encoding: 'utf-8' },
    edition,
    editions: {
      rules: null,
      licensing: null,
      penalties: null,
      fees: null,
      procurement: null,
      requests: null,
      disputes: null,
      ...Object.fromEntries(blocks),
    },
    title: null,
    issuer: null,
    issuerKind: null,
    issuerLevel: null,
    region: null,
    year: null,
    period: null,
    sections: {
      overview: noSection,
      disclosure: noSection,
      requests: noSection,
      disputes: noSection,
      problems: noSection,
      other: noSection,
    },
    ...nestCells(cells, absentCell),
    narrative: [],
    problems: { none: false, items: [] },
    otherMatters: { none: false, feeCharged: null, feeAmount: null, statements: [] },
  }
}
