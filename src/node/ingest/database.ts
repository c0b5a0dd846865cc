/** Writes reports.duckdb and facts.parquet from the other outputs. The database's library is loaded here and nowhere else. */
import { join } from 'node:path'
import { cellsOfForm } from '../../form/form.ts'
import { forms } from '../../form/index.ts'
import { factColumns } from '../../output/csv.ts'
import { OutputError } from './output-error.ts'
import { views } from './views.ts'

/** Where what is loaded lies: all are written before. */
export interface DatabaseSources {
  folder: string
  /** NDJSON of report rows, and of the manifest's entries. */
  reportRows: string
  sources: string
}

/** The database's library. Throws `OutputError` (`noDatabase`) where it is not installed for this system. */
export async function loadDatabase(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    throw new OutputError('noDatabase', '@duckdb/node-api', error)
  }
}

export async function writeDatabase({ folder, reportRows, sources }: DatabaseSources, scratch: string): Promise<void> {
  const { DuckDBInstance } = await loadDatabase()
  const instance = await DuckDBInstance.create(join(folder, 'reports.duckdb'), {
    memory_limit: '128MB',
    threads: '2',
    temp_directory: scratch,
    // Nothing is fetched: what is used is built in.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  try {
    for (const sql of statements(folder, reportRows, sources)) await connection.run(sql)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`

function* statements(folder: string, reportRows: string, sources: string): Generator<string> {
  yield `CREATE TABLE reports AS SELECT * FROM read_ndjson(${text(reportRows)}, columns = {
    file: 'VARCHAR', issuer: 'VARCHAR', issuer_kind: 'VARCHAR', issuer_level: 'VARCHAR', region: 'VARCHAR', year: 'INTEGER',
    edition: 'VARCHAR', title: 'VARCHAR', period_from: 'DATE', period_to: 'DATE', reader: 'VARCHAR',
    errors: 'INTEGER', warnings: 'INTEGER', cells_sure: 'INTEGER', cells_doubted: 'INTEGER', cells_unknown: 'INTEGER',
    overview: 'VARCHAR', problems: 'VARCHAR', other: 'VARCHAR'})`
  // Texts that would run as formulas in a spreadsheet stand behind an apostrophe (output/csv.ts).
  const plain = (column: string) =>
    `CASE WHEN starts_with(${column}, '''') THEN substr(${column}, 2) ELSE ${column} END AS ${column}`
  const types = { year: 'INTEGER', value: 'DOUBLE' } as Record<string, string>
  const columns = factColumns.map(column => `${column}: '${types[column] ?? 'VARCHAR'}'`)
  yield `CREATE TABLE facts AS SELECT ${plain('file')}, ${plain('issuer')}, year, edition, cell, value, status, ${plain('raw')},
    coalesce(place, '') AS place, coalesce(string_split(flags, ' '), []) AS flags
    FROM read_csv(${text(join(folder, 'facts.csv'))}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    new_line = '\\r\\n', nullstr = '', allow_quoted_nulls = false, max_line_size = 1048576, buffer_size = 4194304, columns = {${columns.join(', ')}})`
  yield `CREATE TABLE diagnostics AS SELECT * FROM read_ndjson(${text(join(folder, 'diagnostics.ndjson'))}, columns = {
    code: 'VARCHAR', severity: 'VARCHAR', file: 'VARCHAR', place: 'JSON', about: 'VARCHAR[]', args: 'JSON', message: 'VARCHAR'})`
  yield `CREATE TABLE sources AS SELECT path, size, sha256, reader, outcome, code, message, duplicateOf AS duplicate_of,
    make_timestamp(CAST(modified * 1000 AS BIGINT)) AS modified, ms
    FROM read_ndjson(${text(sources)}, columns = {path: 'VARCHAR', size: 'BIGINT', sha256: 'VARCHAR', reader: 'VARCHAR', outcome: 'VARCHAR',
    code: 'VARCHAR', message: 'VARCHAR', duplicateOf: 'VARCHAR', modified: 'DOUBLE', ms: 'INTEGER'})`
  yield `CREATE TABLE cells AS SELECT * FROM (VALUES ${cellRows().join(', ')}) AS cells(
    position, cell, form_table, row_label, column_label, applicant, kind, unit, in_2019, in_2021)`
  for (const view of views) yield `CREATE VIEW ${view.name} AS ${view.sql}`
  yield `COPY facts TO ${text(join(folder, 'facts.parquet'))} (FORMAT parquet, COMPRESSION snappy)`
  yield 'CHECKPOINT'
}

/** The cells of both editions with the form's labels, for reading ids. */
function cellRows(): string[] {
  const known = new Map<string, string>()
  const in2019 = new Set(cellsOfForm(forms['2019']).map(cell => cell.id))
  const in2021 = new Set(cellsOfForm(forms['2021']).map(cell => cell.id))
  for (const { id, table, row, column } of [...cellsOfForm(forms['2021']), ...cellsOfForm(forms['2019'])]) {
    if (known.has(id)) continue
    const path = ({ groups, label }: { groups: readonly { text: string }[]; label: { text: string } | null }) =>
      [...groups, ...(label === null ? [] : [label])].map(part => part.text).join(' › ')
    const applicant = table === 'requests' ? text(column.id) : 'NULL'
    const unit = column.unit === null ? 'NULL' : text(column.unit)
    const fields = [text(id), text(table), text(path(row)), text(path(column)), applicant, text(column.kind), unit]
    known.set(id, `(${known.size + 1}, ${fields.join(', ')}, ${in2019.has(id)}, ${in2021.has(id)})`)
  }
  return [...known.values()]
}
