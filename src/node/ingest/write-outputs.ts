import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Roster } from '../../collection/roster.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { ReportModel } from '../../model/report.ts'
import { createWorkbook, type Workbook } from '../../output/workbook.ts'
import { AppendFile } from './append-file.ts'
import { writeDatabase } from './database.ts'
import { type Manifest, outputFiles } from './outputs.ts'
import { factsHead, partFiles, partNames, type Stored } from './pack.ts'
import { reportRow } from './report-row.ts'
import type { IngestProgress } from './write-ingest.ts'

/** Writes every output into `work/new`, flushed to the disk, from the parts of the settled entries in their order. */
export async function writeOutputs(
  settled: readonly Stored[],
  work: string,
  manifest: Pick<Manifest, 'fingerprint' | 'roster' | 'started'>,
  roster: Roster | null,
  report: (progress: Partial<IngestProgress>) => void,
): Promise<void> {
  const folder = join(work, 'new')
  const scratch = join(work, 'scratch')
  for (const path of [folder, scratch]) {
    rmSync(path, { recursive: true, force: true })
    mkdirSync(path, { recursive: true })
  }
  const workbook = createWorkbook(roster, settled.filter(({ entry }) => entry.bytes.report > 0).length)
  const reportRows = join(scratch, 'reports.ndjson')
  const sources = join(scratch, 'sources.ndjson')
  await writeParts(settled, folder, reportRows, workbook, report)
  writeLines(sources, settled)
  report({ stage: 'database' })
  await writeDatabase({ folder, reportRows, sources }, scratch)
  report({ stage: 'workbook' })
  const file = new AppendFile(join(folder, 'workbook.xlsx'))
  await workbook.write(chunk => file.append(chunk))
  file.finish()
  for (const name of ['reports.duckdb', 'facts.parquet']) syncFile(join(folder, name))
  writeManifest(folder, manifest, settled)
  rmSync(scratch, { recursive: true, force: true })
}

async function writeParts(
  settled: readonly Stored[],
  folder: string,
  reportRows: string,
  workbook: Workbook,
  report: (progress: Partial<IngestProgress>) => void,
): Promise<void> {
  const files = {
    report: new AppendFile(join(folder, partFiles.report)),
    facts: new AppendFile(join(folder, partFiles.facts)),
    diagnostics: new AppendFile(join(folder, partFiles.diagnostics)),
  }
  const rows = new AppendFile(reportRows)
  files.facts.append(factsHead)
  let done = 0
  for (const { entry, pack, at } of settled) {
    const parts = Object.fromEntries(partNames.map(part => [part, pack.read(part, at[part], entry.bytes[part])])) as Record<
      (typeof partNames)[number],
      Uint8Array
    >
    for (const part of partNames) files[part].append(parts[part])
    const diagnostics = linesOf(parts.diagnostics) as (Diagnostic & { message: string })[]
    if (parts.report.length > 0) {
      const [model] = linesOf(parts.report) as [ReportModel]
      rows.append(`${JSON.stringify(reportRow(model, entry))}\n`)
      workbook.add(model, diagnostics)
    } else for (const finding of diagnostics) workbook.addUnread(finding)
    report({ stage: 'writing', done: ++done })
    // Lets a signal or a timer in.
    if (done % 64 === 0) await setImmediate()
  }
  for (const file of [...Object.values(files), rows]) file.finish()
}

const linesOf = (bytes: Uint8Array): unknown[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

function writeLines(path: string, settled: readonly Stored[]): void {
  const file = new AppendFile(path)
  for (const { entry } of settled) file.append(`${JSON.stringify(entry)}\n`)
  file.finish()
}

/** One entry a line, so that a manifest of a hundred thousand files is never one string. */
function writeManifest(
  folder: string,
  head: Pick<Manifest, 'fingerprint' | 'roster' | 'started'>,
  settled: readonly Stored[],
): void {
  const files: Manifest['files'] = {}
  for (const name of outputFiles) if (name !== 'manifest.json') files[name] = statSync(join(folder, name)).size
  const { sources: _, ...fields }: Manifest = { version: '1.0', ...head, files, sources: [] }
  const file = new AppendFile(join(folder, 'manifest.json'))
  file.append(`${JSON.stringify(fields).slice(0, -1)},"sources":[`)
  for (const [i, { entry }] of settled.entries()) file.append(`${i === 0 ? '' : ','}\n${JSON.stringify(entry)}`)
  file.append('\n]}\n')
  file.finish()
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
