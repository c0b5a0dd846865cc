import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toFacts } from '../../../src/collection/facts.ts'
import { withMessage } from '../../../src/diagnostic/format.ts'
import { writeDatabase } from '../../../src/node/ingest/database.ts'
import { reportRow } from '../../../src/node/ingest/report-row.ts'
import { views } from '../../../src/node/ingest/views.ts'
import { byteOrderMark, factHeader, factLine } from '../../../src/output/csv.ts'
import { parseReport } from '../../../src/parse-report.ts'
import { reportText } from './reports.ts'

const page = readFileSync(new URL('../../../docs/data.md', import.meta.url), 'utf8')
const questions = [...page.matchAll(/### (\d+)\. (.*)\n(?:\n[^`\n].*\n)?\n```sql\n([^`]+)```/g)].map(
  ([, number, title = '', sql = '']) => ({
    number: Number(number),
    title,
    sql,
  }),
)

const carriedForward = (text: string, figure: number) =>
  text.replace(/(四、结转下年度继续办理\t)0((?:\t0){5}\t)0/, `$1${figure}$2${figure}`)
const texts = {
  'a22.txt': carriedForward(reportText('奉化区溪口镇人民政府', 2022, 5), 2),
  'a23.txt': reportText('奉化区溪口镇人民政府', 2023, 6).replace(/（一）予以公开\t6/, '（一）予以公开\t7'),
  'b22.txt': reportText('奉化区莼湖街道办事处', 2022, 4),
  'c23.txt': reportText('奉化区大堰镇人民政府', 2023, 3).replace(
    /\n(0\t){14}0\n/,
    '\n1\t2\t0\t0\t3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t\n',
  ),
  'd23.txt': reportText('奉化区裘村镇人民政府', 2023, 8).replace(/（七）总计\t8/, '（七）总计\t'),
}

let folder = ''
let instance: DuckDBInstance
let connection: DuckDBConnection
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ogi-questions-'))
  const files = { 'facts.csv': byteOrderMark + factHeader, 'rows.ndjson': '', 'diagnostics.ndjson': '', 'sources.ndjson': '' }
  for (const [name, text] of Object.entries(texts)) {
    const { report, diagnostics } = await parseReport(text, { name })
    const findings = { error: 0, warning: 0, info: 0 }
    for (const { severity } of diagnostics) findings[severity]++
    files['facts.csv'] += toFacts(report).map(factLine).join('')
    files['rows.ndjson'] += `${JSON.stringify(reportRow(report, { findings }))}\n`
    files['diagnostics.ndjson'] += diagnostics.map(found => `${JSON.stringify(withMessage(found, 'zh'))}\n`).join('')
    files['sources.ndjson'] +=
      `${JSON.stringify({ path: name, size: text.length, outcome: 'parsed', modified: 1.7e12, ms: 3 })}\n`
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  await writeDatabase({ folder, reportRows: join(folder, 'rows.ndjson'), sources: join(folder, 'sources.ndjson') }, folder)
  instance = await DuckDBInstance.create(join(folder, 'reports.duckdb'), { access_mode: 'READ_ONLY' })
  connection = await instance.connect()
}, 60_000)
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()

test('the page has ten questions and every view', () => {
  expect(questions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  for (const { name, question } of views) expect(page).toContain(`| \`${name}\` | ${question} |`)
})

test('every question has an answer in five small reports', async () => {
  const answers = new Map<number, Record<string, unknown>[]>()
  for (const { number, title, sql } of questions) {
    const rows = await ask(sql)
    expect(rows.length, `${number}. ${title}`).toBeGreaterThan(0)
    answers.set(number, rows)
  }
  expect(answers.get(1)).toEqual([{ issuer: '奉化区莼湖街道办事处' }])
  expect(answers.get(2)).toMatchObject([
    { year: 2022, total: 9, known: '2' },
    { year: 2023, total: 17, known: '3' },
  ])
  expect(answers.get(5)).toMatchObject([{ issuer: '奉化区溪口镇人民政府', year: 2022, carried_forward: 2 }])
  expect(answers.get(6)).toMatchObject([{ issuer: '奉化区溪口镇人民政府', year: 2023, ended_with: 2, begins_with: 0 }])
  expect(answers.get(7)).toMatchObject([{ issuer: '奉化区大堰镇人民政府', corrected: 2 }])
  expect(answers.get(10)).toMatchObject([{ issuer: '奉化区溪口镇人民政府', year: 2023 }])
})

test('the cells of the form are all there, with their labels', async () => {
  const [row] = await ask(
    `SELECT row_label, column_label, applicant, in_2019, in_2021 FROM cells WHERE cell = 'requests.denied.stateSecret.total'`,
  )
  expect(row).toEqual({
    row_label: '三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密',
    column_label: '申请人情况 › 总计',
    applicant: 'total',
    in_2019: true,
    in_2021: true,
  })
  expect(await ask('SELECT cell FROM facts ANTI JOIN cells USING (cell)')).toEqual([])
})
