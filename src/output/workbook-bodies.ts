import type { CountedCell, UnknownStatus } from '../collection/gather.ts'
import { cellsOfForm, type FormCell } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { type WorkbookContent, type WorkbookRow, workbookLimits } from './workbook.ts'
import { styles } from './workbook-styles.ts'
import { columnName, type Sheet, type SheetCell, type SheetRow } from './xlsx.ts'

/** Columns before the figures. */
const leading = ['单位', '年度', '计入合计', '错误', '警告', '文件'] as const
const headerRows = 3
export const bodiesSheetName = '各单位'

const formCells = new Map<string, FormCell>(
  [...cellsOfForm(forms['2019']), ...cellsOfForm(forms['2021'])].map(cell => [cell.id, cell]),
)

/** Where a cell's figures of the reports added in a year stand in 各单位; null where no report has it or none is added. */
export function rangeOf(rows: readonly WorkbookRow[], columns: readonly string[], id: string, year: number): string | null {
  const added = (row: WorkbookRow) => row.year === year && row.setAside === null
  const first = rows.findIndex(added)
  const last = rows.findLastIndex(added)
  const column = columns.indexOf(id)
  if (first < 0 || column < 0) return null
  const letters = columnName(leading.length + column)
  return `${bodiesSheetName}!$${letters}$${headerRows + 1 + first}:$${letters}$${headerRows + 1 + last}`
}

/** 各单位: a row a report, a column a cell. */
export function bodiesSheet({ rows }: WorkbookContent, columns: readonly string[]): Sheet {
  return {
    name: bodiesSheetName,
    widths: [26, 7, 14, 6, 6, 26, 11],
    frozen: { rows: headerRows, columns: 2 },
    filter: { row: headerRows, columns: leading.length + columns.length },
    landscape: true,
    fullSize: true,
    repeatRows: headerRows,
    rows: lines(rows, columns),
  }
}

function* lines(rows: readonly WorkbookRow[], columns: readonly string[]): Generator<SheetRow> {
  yield [
    ...leading.map((value): SheetCell => ({ value, style: styles.header, rowSpan: 2 })),
    ...columns.map((id): SheetCell => ({ value: rowLabel(id), style: styles.header })),
  ]
  yield columns.map((id, at): SheetCell => ({ value: columnLabel(id), style: styles.header, left: leading.length + at }))
  yield [
    ...leading.map((): SheetCell => ({ value: null, style: styles.id })),
    ...columns.map((value): SheetCell => ({ value, style: styles.id })),
  ]
  let comments = 0
  for (const row of rows) {
    yield [
      { value: row.issuer, style: styles.text },
      { value: row.year, style: styles.text },
      { value: row.setAside === null ? '是' : `否：${row.setAside}`, style: row.setAside === null ? styles.text : styles.bad },
      { value: row.errors, style: styles.figure },
      { value: row.warnings, style: styles.figure },
      { value: row.file, style: styles.text },
      ...columns.map(id => {
        const { comment, ...cell } = figureCell(row.cells.get(id), row.doubts.get(id))
        return comment === undefined || comments++ >= workbookLimits.comments ? cell : { ...cell, comment }
      }),
    ]
  }
}

const reasons: Readonly<Record<UnknownStatus, string>> = {
  blank: '空白',
  ambiguous: '数字的位置不能确定',
  missing: '没有找到这一格',
  unreadable: '此处不是数字',
  contested: '两份文件数字不同',
  'unit-not-stated': '金额没有写明单位',
}

function figureCell(cell: CountedCell | undefined, doubt: string | undefined): SheetCell {
  if (cell === undefined) return { value: null, style: styles.figure }
  if (cell.known) {
    return doubt !== undefined || cell.doubted
      ? { value: cell.value, style: styles.doubted, comment: `存疑：${doubt ?? ''}` }
      : { value: cell.value, style: styles.figure }
  }
  if (cell.why === 'blank' && doubt === undefined) return { value: null, style: styles.figure }
  // A whole table may be missing: the colour says it, 问题清单 says why; a comment a cell would hide the others.
  if (cell.why === 'missing') return { value: null, style: styles.unknown }
  return { value: null, style: styles.unknown, comment: `未知：${doubt ?? reasons[cell.why]}` }
}

const text = (parts: readonly ({ text: string } | null)[]) =>
  parts.flatMap(part => (part === null ? [] : [part.text])).join(' › ')

function rowLabel(id: string): string {
  const cell = formCells.get(id)
  if (!cell) return id
  const { groups, label } = cell.row
  return label === null ? text(cell.column.groups) : text([...groups.slice(1), label])
}

function columnLabel(id: string): string {
  const cell = formCells.get(id)
  if (!cell) return ''
  return cell.column.kind === 'amount' && cell.column.unit === null ? `${cell.column.label.text}（万元）` : cell.column.label.text
}
