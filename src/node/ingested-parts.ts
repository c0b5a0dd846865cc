/** An ingest entry by entry: what was read from each file and what was found in it, side by side. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { type ReportModel, schemaVersion } from '../model/report.ts'
import { finishSwitch, openPrevious } from './ingest/outputs.ts'
import type { SourceEntry } from './ingest/source-entry.ts'
import { DamagedLineError } from './ingested.ts'

export interface IngestedPart {
  entry: SourceEntry
  report: ReportModel | null
  diagnostics: Diagnostic[]
}

export interface Ingest {
  /** When it was made, in milliseconds since 1970. */
  started: number
  parts(): Generator<IngestedPart>
}

/** Opens the folder that `ogi ingest` wrote; null where its manifest does not fit its files. `parts` throws `DamagedLineError`. */
export function openIngest(folder: string): Ingest | null {
  finishSwitch(folder)
  const found = openPrevious(folder)
  if (found === null) return null
  const { manifest, pack, stored } = found
  function* parts(): Generator<IngestedPart> {
    try {
      for (const [at, entry] of manifest.sources.entries()) {
        const place = stored.get(entry.path)?.at
        if (!place) continue
        const read = (part: 'report' | 'diagnostics') =>
          linesOf(pack.read(part, place[part], entry.bytes[part]), () => new DamagedLineError(folder, at + 1))
        const [report = null] = read('report') as ReportModel[]
        if (report !== null && report.schemaVersion !== schemaVersion) throw new DamagedLineError(folder, at + 1)
        yield { entry, report, diagnostics: read('diagnostics') as Diagnostic[] }
      }
    } finally {
      pack.close()
    }
  }
  return { started: manifest.started, parts }
}

function linesOf(bytes: Uint8Array, damaged: () => Error): unknown[] {
  try {
    return new TextDecoder()
      .decode(bytes)
      .split('\n')
      .flatMap(line => (line === '' ? [] : [JSON.parse(line)]))
  } catch {
    throw damaged()
  }
}
