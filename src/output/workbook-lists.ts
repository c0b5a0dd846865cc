import { catalogue } from '../diagnostic/catalogue.ts'
import { formatPlaceFor, severityWords } from '../diagnostic/format.ts'
import type { WorkbookContent, WorkbookRow } from './workbook.ts'
import { styles } from './workbook-styles.ts'
import type { Sheet, SheetCell, SheetRow } from './xlsx.ts'

const header = (titles: readonly string[]): SheetRow => titles.map(value => ({ value, style: styles.header }))
const cellOf = (value: string | number | null): SheetCell => ({ value, style: styles.text })

/** 问题清单: errors and warnings, with what to do about each. */
export function findingsSheet({ findings, findingsInAll }: WorkbookContent): Sheet {
  const titles = ['单位', '年度', '文件', '位置', '级别', '问题', '处理', '代码']
  function* rows(): Generator<SheetRow> {
    yield header(titles)
    for (const { issuer, year, file, place, severity, message, code } of findings) {
      yield [
        cellOf(issuer),
        cellOf(year),
        cellOf(file),
        cellOf(formatPlaceFor(place, 'zh')),
        { value: severityWords.zh[severity], style: severity === 'error' ? styles.bad : styles.text },
        cellOf(message),
        cellOf(catalogue[code].zh.todo),
        cellOf(code),
      ]
    }
    if (findingsInAll > findings.length) {
      const left = `另有 ${findingsInAll - findings.length} 条没有列出，全部见 diagnostics.ndjson。`
      yield [{ value: left, style: styles.note, columnSpan: titles.length }]
    }
  }
  return {
    name: '问题清单',
    widths: [24, 7, 30, 18, 7, 60, 40, 20],
    frozen: { rows: 1, columns: 1 },
    filter: { row: 1, columns: titles.length },
    landscape: true,
    repeatRows: 1,
    rows: rows(),
  }
}

/** 名单: which bodies of the roster have filed; without a roster, those that were met. */
export function rosterSheet({ rows, roster }: WorkbookContent): Sheet {
  const years = [...new Set(rows.flatMap(row => (row.year === null ? [] : [row.year])))]
  const filed = new Map<string, string>()
  const others: WorkbookRow[] = []
  for (const row of rows) {
    const name = roster === null ? row.issuer : row.body.kind === 'one' ? row.body.body : null
    if (name === null) others.push(row)
    else filed.set(`${name}\n${row.year}`, row.file)
  }
  const names =
    roster === null
      ? [...new Set(rows.flatMap(row => (row.issuer === null ? [] : [row.issuer])))]
      : roster.bodies.map(body => body.name)
  function* lines(): Generator<SheetRow> {
    yield header(['单位', ...years.map(year => `${year}年`)])
    for (const name of names) {
      yield [
        cellOf(name),
        ...years.map((year): SheetCell => {
          const file = filed.get(`${name}\n${year}`)
          return file === undefined ? { value: '未报送', style: styles.bad } : cellOf(file)
        }),
      ]
    }
    for (const { issuer, file, year } of others) {
      yield [
        { value: `${issuer ?? '单位不明'}（${roster === null ? '' : '不在名册中，'}${year ?? '年度不明'}）`, style: styles.bad },
        cellOf(file),
      ]
    }
    if (roster === null) {
      const columnSpan = Math.max(2, years.length + 1)
      yield [
        {
          value: '没有给出名册（--roster），只能列出已经读到的单位；“未报送”只是没有读到该年度的报告。',
          style: styles.note,
          columnSpan,
        },
      ]
    }
  }
  return { name: '名单', widths: [30, 36], frozen: { rows: 1, columns: 1 }, repeatRows: 1, rows: lines() }
}
