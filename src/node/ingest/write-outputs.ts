import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Roster } from '../../collection/roster.ts'
import type { Language } from '../../diagnostic/catalogue.ts'
import { createWorkbook, type Workbook } from '../../output/workbook.ts'
import { AppendFile } from './append-file.ts'
import { betweenReports } from './between-reports.ts'
import { writeDatabase } from './database.ts'
import { type Manifest, outputFiles } from './outputs.ts'
import { factsHead, partFiles, partNames, type Stored } from './pack.ts'
import { reportRow } from './report-row.ts'
import type { SourceEntry } from './source-entry.ts'
import type { IngestProgress } from './write-ingest.ts'

/**
 * Writes every output into `work/new`, flushed to the disk, from the parts of the settled entries in their
 * order, with what shows only between them. Returns the entries as they are written.
 */
export async function writeOutputs(
  settled: readonly Stored[],
  work: string,
  manifest: Pick<Manifest, 'fingerprint' | 'roster' | 'started'>,
  { roster, language }: { roster: Roster | null; language: Language },
  report: (progress: Partial<IngestProgress>) => void,
): Promise<readonly SourceEntry[]> {
  const folder = join(work, 'new')
  const scratch = join(work, 'scratch')
  for (const path of [folder, scratch]) {
    rmSync(path, { recursive: true, force: true })
    mkdirSync(path, { recursive: true })
  }
  const workbook = createWorkbook(roster, settled.filter(({ entry }) => entry.bytes.report > 0).length)
  const reportRows = join(scratch, 'reports.ndjson')
  const sources = join(scratch, 'sources.ndjson')
  const written = await writeParts(settled, { folder, reportRows, workbook, roster, language }, report)
  writeLines(sources, written)
  report({ stage: 'database' })
  await writeDatabase({ folder, reportRows, sources }, scratch)
  report({ stage: 'workbook' })
  const file = new AppendFile(join(folder, 'workbook.xlsx'))
  await workbook.write(chunk => file.append(chunk))
  file.finish()
  for (const name of ['reports.duckdb', 'facts.parquet']) syncFile(join(folder, name))
  writeManifest(folder, manifest, written)
  rmSync(scratch, { recursive: true, force: true })
  return written.map(({ entry }) => entry)
}

interface Destination {
  folder: string
  reportRows: string
  workbook: Workbook
  roster: Roster | null
  language: Language
}

async function writeParts(
  settled: readonly Stored[],
  { folder, reportRows, workbook, roster, language }: Destination,
  report: (progress: Partial<IngestProgress>) => void,
): Promise<Stored[]> {
  const files = {
    report: new AppendFile(join(folder, partFiles.report)),
    facts: new AppendFile(join(folder, partFiles.facts)),
    diagnostics: new AppendFile(join(folder, partFiles.diagnostics)),
  }
  const rows = new AppendFile(reportRows)
  files.facts.append(factsHead)
  let done = 0
  const written: Stored[] = []
  const complete = betweenReports(settled, roster, language)
  for (const stored of settled) {
    const { entry, parts, report: model, diagnostics } = complete(stored)
    written.push({ ...stored, entry })
    for (const part of partNames) files[part].append(parts[part])
    if (model !== null) {
      rows.append(`${JSON.stringify(reportRow(model, entry))}\n`)
      workbook.add(model, diagnostics)
    } else for (const finding of diagnostics) workbook.addUnread(finding)
    report({ stage: 'writing', done: ++done })
    // Lets a signal or a timer in.
    if (done % 64 === 0) await setImmediate()
  }
  for (const file of [...Object.values(files), rows]) file.finish()
  return written
}

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
