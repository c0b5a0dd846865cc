import type { EditionId, TableKey } from '../form/form.ts'
import { sectionHeadings } from '../form/headings.ts'
import { exactSum } from '../model/exact-sum.ts'
import { layoutTable } from './official-layout.ts'
import { type WorkbookContent, type WorkbookRow, workbookLimits } from './workbook.ts'
import { rangeOf } from './workbook-bodies.ts'
import { styles } from './workbook-styles.ts'
import type { Sheet, SheetCell, SheetRow } from './xlsx.ts'

const tables = ['disclosure', 'requests', 'disputes'] as const satisfies readonly TableKey[]

/** 汇总: the official layout with live sums over 各单位, one sheet a year, the latest first. */
export function totalsSheets(content: WorkbookContent, columns: readonly string[]): Sheet[] {
  const { rows, reports } = content
  if (reports > workbookLimits.reports) return [tooManySheet(reports)]
  const years = [...new Set(rows.flatMap(row => (row.year === null ? [] : [row.year])))]
  if (years.length === 0) return [{ name: '汇总', widths: [80], rows: [[{ value: '没有读到任何报告', style: styles.note }]] }]
  return years.map(year => ({
    name: years.length === 1 ? '汇总' : `汇总 ${year}`,
    widths: [14, 16, 28, 9, 9, 9, 11, 11, 9, 9],
    landscape: true,
    rows: totalsRows(content, columns, year),
  }))
}

const tooManySheet = (reports: number): Sheet => ({
  name: '汇总',
  widths: [100],
  rows: [
    [
      {
        value: `共 ${reports} 份报告，超过工作簿所能容纳的 ${workbookLimits.reports} 份，因此这里没有汇总。`,
        style: styles.note,
      },
    ],
    [{ value: '全部数据在 facts.csv、facts.parquet 和 reports.duckdb 中；汇总请用 ogi aggregate。', style: styles.note }],
    [{ value: '“各单位”和“名单”至多列出前一部分，“问题清单”同样有上限。', style: styles.note }],
  ],
})

function* totalsRows({ rows }: WorkbookContent, columns: readonly string[], year: number): Generator<SheetRow> {
  const ofYear = rows.filter(row => row.year === year)
  const added = ofYear.filter(row => row.setAside === null)
  const width = 10
  yield [{ value: `${year}年政府信息公开工作年度报告汇总`, style: styles.title, columnSpan: width }]
  const setAside = ofYear.length - added.length
  const note = `计入 ${added.length} 份报告${setAside > 0 ? `，另有 ${setAside} 份不计入（原因见“各单位”）` : ''}。各格为“各单位”中已知数字之和；空白不等于零。底色为浅黄的格不完整或含存疑数字，批注里写明有多少。`
  yield [{ value: note, style: styles.note, columnSpan: width }]
  for (const table of tables) {
    yield []
    const heading = sectionHeadings[table]
    yield [{ value: `${'一二三四五六'[heading.number - 1]}、${heading.names[0]}`, style: styles.heading }]
    const has = (id: string) => added.some(row => row.cells.has(id))
    const layout = layoutTable(table, has, commonEdition(added))
    for (const row of layout.rows) {
      yield row.map(({ label, id, left, rowSpan, columnSpan }): SheetCell => {
        const at = { left, rowSpan, columnSpan }
        if (id === null) {
          const style = left < layout.labelWidth && columnSpan <= layout.labelWidth ? styles.label : styles.header
          return { ...at, value: label, style }
        }
        return { ...at, ...sumCell(added, rangeOf(rows, columns, id, year), id) }
      })
    }
  }
}

/** The edition that most of the reports have: its rows and columns come first. */
function commonEdition(rows: readonly WorkbookRow[]): EditionId {
  const old = rows.filter(row => row.editions.licensing === '2019').length
  return old * 2 > rows.length ? '2019' : '2021'
}

function sumCell(added: readonly WorkbookRow[], range: string | null, id: string): SheetCell {
  const sum = exactSum()
  let known = 0
  let doubted = 0
  let concerned = 0
  for (const { cells } of added) {
    const cell = cells.get(id)
    if (cell === undefined) continue
    concerned++
    if (!cell.known) continue
    known++
    if (cell.doubted) doubted++
    sum.add(cell.value)
  }
  if (range === null) return { value: null, style: styles.figure }
  // A sum of no figure at all is unknown, not 0.
  const cell = { formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, value: known === 0 ? '' : sum.value }
  if (known === concerned && doubted === 0) return { ...cell, style: styles.figure }
  const comment = `${concerned} 份报告有此格，其中 ${known} 份有数字${doubted > 0 ? `，${doubted} 份的数字存疑` : ''}。`
  return { ...cell, style: styles.incomplete, comment }
}
