/**
 * The outputs in DIR as a set: written beside, then put in place together. The switch is a list of
 * renames announced by a marker; a process that dies between two of them is finished by whoever opens
 * DIR next, so that a reader through this module sees the old set or the new one.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join, resolve } from 'node:path'
import { OutputError } from './output-error.ts'
import { layOut, Pack, partNames, type Stored } from './pack.ts'
import type { SourceEntry } from './source-entry.ts'

/** Every output, the manifest last: who sees a new manifest sees what it lists. */
export const outputFiles = [
  'reports.ndjson',
  'facts.csv',
  'facts.parquet',
  'diagnostics.ndjson',
  'reports.duckdb',
  'workbook.xlsx',
  'manifest.json',
] as const
export type OutputFile = (typeof outputFiles)[number]

/** Everything unfinished lies below DIR in this folder; nothing in it is an output. */
export const workName = '.ogi-work'
const markerName = 'switch.json'

export interface Manifest {
  /** Of this file's format. */
  version: '1.0'
  /** Parser, language and roster: results of another one are not taken over. */
  fingerprint: string
  roster: string | null
  /** When the run began, in milliseconds since 1970. */
  started: number
  /** Sizes of the other outputs, in bytes. */
  files: Partial<Record<OutputFile, number>>
  sources: SourceEntry[]
}

export interface PreviousOutputs {
  manifest: Manifest
  pack: Pack
  stored: ReadonlyMap<string, Stored>
  /** Whether every output is there in its recorded size. */
  whole: boolean
}

/** The outputs of an earlier run; null where there are none or they are not what their manifest says. */
export function openPrevious(out: string): PreviousOutputs | null {
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
    if (manifest.version !== '1.0' || !Array.isArray(manifest.sources)) return null
    const { offsets, end } = layOut(manifest.sources)
    const pack = new Pack(out)
    if (partNames.some(part => pack.size(part) !== end[part])) return null
    const stored = new Map<string, Stored>()
    manifest.sources.forEach((entry, i) => {
      const at = offsets[i]
      if (at) stored.set(entry.path, { entry, pack, at })
    })
    const whole = outputFiles.every(
      name =>
        name === 'manifest.json' || statSync(join(out, name), { throwIfNoEntry: false })?.size === (manifest.files[name] ?? -1),
    )
    return { manifest, pack, stored, whole }
  } catch {
    return null
  }
}

/** Puts the files that lie in `work/new` in place, all of them, though the process may die at any moment. */
export function switchOutputs(out: string): void {
  const work = join(out, workName)
  const fresh = join(work, 'new')
  syncFolder(fresh)
  const marker = join(work, markerName)
  writeFileSync(`${marker}.part`, JSON.stringify(outputFiles), { flush: true })
  renameSync(`${marker}.part`, marker)
  syncFolder(work)
  finishSwitch(out)
}

/** Completes a switch that a dead process began; nothing to do where none was. Call before reading DIR. */
export function finishSwitch(out: string): void {
  const work = join(out, workName)
  const marker = join(work, markerName)
  if (!statSync(marker, { throwIfNoEntry: false })) return
  try {
    for (const name of outputFiles) {
      const from = join(work, 'new', name)
      if (statSync(from, { throwIfNoEntry: false })) renameSync(from, join(out, name))
    }
    syncFolder(out)
    rmSync(marker)
  } catch (error) {
    throw OutputError.from(error, out)
  }
}

/** Makes renames in a folder last a power cut; systems that cannot open a folder do so by themselves. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Names in DIR that are this program's own. */
export const ownNames: readonly string[] = [...outputFiles, workName]

/** Takes DIR for one run: creates it, finishes what a dead run began. Returns how to give it back. Throws `OutputError`. */
export function claimOutputs(out: string): { work: string; release(): void } {
  const work = join(out, workName)
  const lock = resolve(work, 'lock')
  try {
    mkdirSync(work, { recursive: true })
    takeLock(lock, out)
    finishSwitch(out)
    rmSync(join(work, 'new'), { recursive: true, force: true })
  } catch (error) {
    throw OutputError.from(error, out)
  }
  const release = () => {
    held.delete(lock)
    rmSync(lock, { force: true })
  }
  return { work, release }
}

/** Locks that this process holds. */
const held = new Set<string>()

function takeLock(lock: string, out: string): void {
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      held.add(lock)
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (attempt > 0 || isHeld(lock)) throw new OutputError('locked', out, error)
      // Left by a process that was killed.
      rmSync(lock, { force: true })
    }
  }
}

/** Whether the process that wrote a lock still runs. A lock from before the machine started is nobody's, whoever has its number now. */
function isHeld(lock: string): boolean {
  if (statSync(lock).mtimeMs < Date.now() - uptime() * 1000 - 60_000) return false
  const holder = Number(readFileSync(lock, 'utf8'))
  if (holder === process.pid) return held.has(lock)
  if (!Number.isInteger(holder) || holder <= 0) return false
  try {
    process.kill(holder, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
