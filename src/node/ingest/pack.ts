/**
 * What was read from each file, as three files of parts that stand one after the other in the order of
 * a list of entries. The outputs in DIR are one; the spool of an unfinished run is another.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { byteOrderMark, factHeader } from '../../output/csv.ts'
import type { PartLengths, SourceEntry } from './source-entry.ts'

/** The file of each part. */
export const partFiles = { report: 'reports.ndjson', facts: 'facts.csv', diagnostics: 'diagnostics.ndjson' } as const
export type Part = keyof typeof partFiles
export const partNames = ['report', 'facts', 'diagnostics'] as const satisfies readonly Part[]

/** What facts.csv begins with. */
export const factsHead: Uint8Array = new TextEncoder().encode(byteOrderMark + factHeader)

/** An entry with the place of its parts. */
export interface Stored {
  entry: SourceEntry
  pack: Pack
  at: PartLengths
}

export const startOffsets = (): PartLengths => ({ report: 0, facts: factsHead.length, diagnostics: 0 })

/** Offsets of each entry's parts, and where the last one ends. */
export function layOut(entries: readonly SourceEntry[]): { offsets: PartLengths[]; end: PartLengths } {
  const end = startOffsets()
  const offsets = entries.map(entry => {
    const at = { ...end }
    for (const part of partNames) end[part] += entry.bytes[part]
    return at
  })
  return { offsets, end }
}

export class Pack {
  private readonly folder: string
  private readonly descriptors = new Map<Part, number>()

  constructor(folder: string) {
    this.folder = folder
  }

  /** The bytes of one part. Throws where they end too early: the files are not what their list says. */
  read(part: Part, offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length)
    let done = 0
    while (done < length) {
      const count = readSync(this.descriptor(part), bytes, done, length - done, offset + done)
      if (count === 0) throw new Error(`${partFiles[part]} ends at ${offset + done}`)
      done += count
    }
    return bytes
  }

  /** Size of a part's file; null where there is none. */
  size(part: Part): number | null {
    return statSync(join(this.folder, partFiles[part]), { throwIfNoEntry: false })?.size ?? null
  }

  close(): void {
    for (const descriptor of this.descriptors.values()) closeSync(descriptor)
    this.descriptors.clear()
  }

  private descriptor(part: Part): number {
    const known = this.descriptors.get(part)
    if (known !== undefined) return known
    const descriptor = openSync(join(this.folder, partFiles[part]), 'r')
    this.descriptors.set(part, descriptor)
    return descriptor
  }
}
