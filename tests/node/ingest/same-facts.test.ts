import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fact } from '../../../src/collection/facts.ts'
import { writeDatabase } from '../../../src/node/ingest/database.ts'
import { views } from '../../../src/node/ingest/views.ts'
import { byteOrderMark, factColumns, factHeader, factLine } from '../../../src/output/csv.ts'

const fact = (part: Partial<Fact>): Fact => ({
  file: 'a.docx',
  issuer: '溪口镇人民政府',
  year: 2023,
  edition: '2021',
  cell: 'requests.granted.total',
  value: 3,
  status: 'read',
  raw: '3',
  place: 'table 2 row 5 cell 3',
  flags: [],
  ...part,
})

/** What tends to get lost between formats. */
const facts: Fact[] = [
  fact({}),
  fact({ value: 0, raw: '０' }),
  fact({ value: null, status: 'blank', raw: '' }),
  fact({ value: null, status: 'missing', raw: null, place: '' }),
  fact({ value: null, status: 'blank', raw: '—' }),
  ...[
    '-',
    '=SUM(A1)',
    '+1',
    '@x',
    "'quoted'",
    '\ttab',
    ' padded ',
    'a,b',
    'say "x"',
    'two\nlines',
    'two\r\nlines',
    '\u00a0',
    '\u3000',
    'NULL',
    '\\N',
  ].map(raw => fact({ value: null, status: 'unreadable', raw })),
  fact({ value: 43.788, raw: '43.788万元' }),
  fact({ value: 0.1 + 0.2 }),
  fact({ value: 1e15, raw: '1000000000000000' }),
  fact({ value: -12, raw: '-12', cell: 'disclosure.licensing.change', edition: '2019' }),
  fact({ issuer: null, year: null, edition: null }),
  fact({ file: '=cmd.docx' }),
  fact({ flags: ['identity/broken'] }),
  fact({ flags: ['identity/broken', 'cell/ambiguous'] }),
]

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ogi-facts-'))
  writeFileSync(join(folder, 'facts.csv'), byteOrderMark + factHeader + facts.map(factLine).join(''))
  for (const name of ['diagnostics.ndjson', 'rows.ndjson', 'sources.ndjson']) writeFileSync(join(folder, name), '')
  await writeDatabase({ folder, reportRows: join(folder, 'rows.ndjson'), sources: join(folder, 'sources.ndjson') }, folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** RFC 4180, a null told from an empty text, the apostrophe of output/csv.ts taken away. */
function readCsv(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]]
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    const field = quoted === undefined ? (bare === '' ? null : bare) : quoted.replaceAll('""', '"')
    rows.at(-1)?.push(field?.startsWith("'") ? field.slice(1) : field)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const plain = (row: Record<string, unknown>) =>
  Object.fromEntries(factColumns.map(column => [column, typeof row[column] === 'bigint' ? Number(row[column]) : row[column]]))

test('CSV holds every fact', () => {
  const [header, ...rows] = readCsv(readFileSync(join(folder, 'facts.csv'), 'utf8').slice(1))
  expect(header).toEqual([...factColumns])
  const read = rows.map(fields => {
    const row = Object.fromEntries(factColumns.map((column, i) => [column, fields[i] ?? null]))
    const number = (text: unknown) => (text === null ? null : Number(text))
    const flags = typeof row.flags === 'string' ? row.flags.split(' ') : []
    return { ...row, year: number(row.year), value: number(row.value), place: row.place ?? '', flags }
  })
  expect(read).toEqual(facts)
})

test('Parquet holds every fact, read by another program', async () => {
  const file = await asyncBufferFromFile(join(folder, 'facts.parquet'))
  expect((await parquetReadObjects({ file })).map(plain)).toEqual(facts)
})

test('the database holds every fact, and its views can be asked', async () => {
  const instance = await DuckDBInstance.create(join(folder, 'reports.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll('SELECT * FROM facts')).getRowObjectsJS()
  expect(rows.map(plain)).toEqual(facts)
  for (const { name } of views) await connection.runAndReadAll(`SELECT * FROM ${name}`)
  const sum = await connection.runAndReadAll(
    `SELECT unknown FROM cell_totals WHERE cell = 'requests.granted.total' AND year = 2023`,
  )
  expect(Number(sum.getRows()[0]?.[0])).toBe(facts.filter(found => found.value === null).length)
  connection.closeSync()
  instance.closeSync()
})
