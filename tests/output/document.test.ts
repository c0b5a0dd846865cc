import { expect, test } from 'vitest'
import { forms } from '../../src/form/index.ts'
import type { ReportModel } from '../../src/model/report.ts'
import { cellsById } from '../../src/model/tables.ts'
import { toHtml, toMarkdown } from '../../src/output/document.ts'
import { layoutTable } from '../../src/output/official-layout.ts'
import { parseReport } from '../../src/parse-report.ts'
import { reportText } from '../node/ingest/reports.ts'

const values = (report: ReportModel) => [...cellsById(report)].map(([id, { value }]) => [id, value])
const read = async (text: string) => (await parseReport(text, { name: 'a' })).report

test('what is written is read back the same, as HTML and as Markdown', async () => {
  const report = await read(reportText('奉化区溪口镇人民政府', 2023, 3))
  expect(report.requests.granted.total.value).toBe(3)
  for (const write of [toHtml, toMarkdown]) {
    const again = await read(write(report))
    expect(values(again), write.name).toEqual(values(report))
    expect([again.title, again.issuer, again.year]).toEqual([report.title, report.issuer, report.year])
  }
})

test('a text of the report is no markup of the document', async () => {
  const report = await read(
    reportText('奉化区溪口镇人民政府', 2023).replace('全年主动公开', '<script>x</script> | *重点* [链接](x) 全年主动公开'),
  )
  expect(toHtml(report)).not.toContain('<script>')
  expect(toMarkdown(report)).toContain('\\<script\\>x\\</script\\> | \\*重点\\* \\[链接\\](x)')
})

test('a table that was not found is not made up', async () => {
  const report = await read(reportText('奉化区溪口镇人民政府', 2023).replace(/\n\t自然人[\s\S]*?四、政府/, '\n四、政府'))
  expect(toHtml(report).match(/<table>/g)).toHaveLength(2)
})

test.each(['2019', '2021'] as const)('the layout of %s is a rectangle, every cell in it once', edition => {
  for (const key of ['disclosure', 'requests', 'disputes'] as const) {
    const ids = forms[edition].tables[key].blocks.flatMap(block =>
      block.rows.flatMap(row => block.columns.map(column => [key, row.id, column.id].filter(Boolean).join('.'))),
    )
    const { rows, width } = layoutTable(key, id => ids.includes(id), edition)
    const covered = rows.map(() => new Set<number>())
    rows.forEach((row, top) => {
      for (const { left, rowSpan, columnSpan } of row) {
        for (let down = 0; down < rowSpan; down++) {
          for (let right = 0; right < columnSpan; right++) {
            expect(covered[top + down]?.has(left + right)).toBe(false)
            covered[top + down]?.add(left + right)
          }
        }
      }
    })
    for (const line of covered) expect(line.size).toBe(width)
    expect(rows.flatMap(row => row.flatMap(({ id }) => (id === null ? [] : [id])))).toEqual(ids)
  }
})
