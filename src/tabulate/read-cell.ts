import type { GridCell } from '../document/document.ts'
import type { Column } from '../form/form.ts'
import type { Cell, CellStatus } from '../model/cell.ts'
import { parseFigure } from '../text/numeral.ts'

const countUnits = new Set(['件', '件次', '条', '宗', '起', '项', '个', '份', '次', '部', '例', '户'])
const moneyUnits = new Set(['元', '千元', '万元', '亿元'])

/**
 * What a grid's cell says under a column of the form. An amount keeps the unit that is printed, in
 * the cell before the header; nothing is ever converted.
 */
export function readCell({ text, place, placed }: GridCell, column: Column): Cell {
  const unknown = (status: CellStatus): Cell => ({ raw: text, place, flags: [], value: null, status })
  if (placed?.status === 'ambiguous') return unknown('ambiguous')
  const figure = parseFigure(column.kind === 'change' ? signed(text) : text)
  if (figure.kind === 'blank') return unknown('blank')
  if (figure.kind === 'unreadable') return unknown('unreadable')
  const allowed = column.kind === 'amount' ? moneyUnits : countUnits
  if (figure.unit !== null && !allowed.has(figure.unit)) return unknown('unreadable')
  const unit = column.kind === 'amount' ? (figure.unit ?? column.unit) : null
  const cell: Cell = { raw: text, place, flags: [], value: figure.value, status: placed?.status ?? 'read' }
  if (unit !== null) cell.unit = unit
  return cell
}

/** `增3` → +3, `减少2项` → -2: how the column 本年增/减 is filled in by some. */
function signed(text: string): string {
  const match = /^\s*(增加?|减少?)\s*(\d.*)$/.exec(text)
  return match ? `${match[1]?.startsWith('增') ? '+' : '-'}${match[2]}` : text
}
