/**
 * Results of a run that is not finished: appended as they come, each with a line in a journal, so that
 * a run after a kill goes on where the other stopped.
 */
import { mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { AppendFile } from './append-file.ts'
import type { KnownSource } from './ingest.ts'
import { factsHead, layOut, Pack, partFiles, partNames, type Stored, startOffsets } from './pack.ts'
import type { PartLengths, SourceEntry } from './source-entry.ts'
import type { Parts } from './worker.ts'

const journalName = 'journal.ndjson'

interface JournalEntry {
  entry: SourceEntry
  started: number
}

export class Spool {
  readonly pack: Pack
  private readonly stored = new Map<string, Stored & { started: number }>()
  private readonly end: PartLengths
  private readonly files: Record<keyof typeof partFiles | 'journal', AppendFile>
  private readonly started: number

  /** Opens the spool in a folder, or begins one where none is or it is another parser's (`fingerprint`). */
  constructor(folder: string, fingerprint: string, started: number) {
    mkdirSync(folder, { recursive: true })
    this.started = started
    this.pack = new Pack(folder)
    const entries = readJournal(join(folder, journalName), fingerprint)
    const { offsets, end } = layOut((entries ?? []).map(({ entry }) => entry))
    const whole = entries !== null && partNames.every(part => (this.pack.size(part) ?? 0) >= end[part])
    this.end = whole ? end : startOffsets()
    if (whole) {
      entries.forEach(({ entry, started: at }, i) => {
        this.stored.set(entry.path, { entry, started: at, pack: this.pack, at: offsets[i] ?? startOffsets() })
      })
      // A part that was being written when the process was killed.
      for (const part of partNames) truncateSync(join(folder, partFiles[part]), end[part])
    } else {
      for (const name of [journalName, ...Object.values(partFiles)]) rmSync(join(folder, name), { force: true })
    }
    const open = (name: string, size: number) => new AppendFile(join(folder, name), { flags: 'a', size, limit: 0 })
    this.files = {
      report: open(partFiles.report, this.end.report),
      facts: open(partFiles.facts, whole ? this.end.facts : 0),
      diagnostics: open(partFiles.diagnostics, this.end.diagnostics),
      journal: open(journalName, 0),
    }
    if (whole) return
    this.files.facts.append(factsHead)
    this.files.journal.append(`${JSON.stringify(fingerprint)}\n`)
  }

  /** Keeps a result; its journal line goes last, so that a line vouches for its parts. */
  append(entry: SourceEntry, parts: Parts): Stored {
    const stored = { entry, started: this.started, pack: this.pack, at: { ...this.end } }
    for (const part of partNames) {
      this.files[part].append(parts[part])
      this.end[part] += parts[part].length
    }
    const line: JournalEntry = { entry, started: this.started }
    this.files.journal.append(`${JSON.stringify(line)}\n`)
    this.stored.set(entry.path, stored)
    return stored
  }

  get(path: string): (KnownSource & { stored: Stored }) | undefined {
    const stored = this.stored.get(path)
    return stored && { entry: stored.entry, trustedBefore: stored.started - 2000, stored }
  }

  close(): void {
    for (const file of Object.values(this.files)) file.abandon()
    this.pack.close()
  }
}

/** The journal's entries; the last line may be half. null: none, or another parser's. */
function readJournal(path: string, fingerprint: string): JournalEntry[] | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return null
  }
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const [head, ...lines] = whole.split('\n')
  if (head !== JSON.stringify(fingerprint)) return null
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole))
  try {
    return lines.filter(line => line !== '').map(line => JSON.parse(line) as JournalEntry)
  } catch {
    return null
  }
}
