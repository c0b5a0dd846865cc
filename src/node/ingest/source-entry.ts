import type { Code } from '../../diagnostic/catalogue.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { ZipProblem } from '../../read/zip-directory.ts'
import type { FileProblem } from '../files.ts'
import type { SkipReason } from '../walk.ts'

export type Outcome = 'parsed' | 'duplicate' | 'not-a-report' | 'failed' | 'skipped'

/** What became of one file that was met: an entry of `manifest.json`. */
export interface SourceEntry {
  /** Below the folder; a member of an archive follows its archive's path after a `/`. */
  path: string
  size: number | null
  sha256: string | null
  /** Kind of document that was read (docx, html, markdown, text); null where none was. */
  reader: string | null
  outcome: Outcome
  code?: Code
  message?: string
  /** Time its parsing took; 0 where an earlier run's result was taken over. */
  ms: number
  /** Milliseconds since 1970, of the content; null where unknown. */
  modified: number | null
  /** Milliseconds since 1970, of the file's status: it moves with every write, whatever a program says. */
  changed: number | null
  issuer: string | null
  year: number | null
  /** Of a duplicate: the path of the one that was kept. */
  duplicateOf?: string
  findings: Record<Diagnostic['severity'], number>
  /** How long its parts of reports.ndjson, facts.csv and diagnostics.ndjson are, in bytes; they stand in the manifest's order. */
  bytes: PartLengths
}

export interface PartLengths {
  report: number
  facts: number
  diagnostics: number
}

export type Args = Diagnostic['args']

/** Why a file is not read, as a code of the catalogue. */
export interface Reason {
  code: Code
  args: Args
}

export const skipCodes: Readonly<Record<SkipReason, Code>> = {
  lockFile: 'file/lock',
  systemFile: 'file/system',
  seenBefore: 'file/folder-seen',
}

export const problemCodes: Readonly<Record<FileProblem, Code>> = {
  missing: 'file/missing',
  noPermission: 'file/no-permission',
  isFolder: 'file/not-regular',
  notAFile: 'file/not-regular',
  notAFolder: 'file/not-regular',
  tooLarge: 'file/too-large',
  other: 'file/unreadable',
}

export const archiveCodes: Readonly<Record<ZipProblem, Code>> = {
  damaged: 'archive/damaged',
  encrypted: 'archive/encrypted',
  tooLarge: 'archive/too-large',
  method: 'archive/method',
}

/** Outcomes that another run may find otherwise though the file is the same: they are tried again. */
export const isTransient = (code: Code | undefined): boolean =>
  code === 'ingest/time-limit' || code === 'ingest/memory-limit' || code === 'ingest/crashed' || code === 'file/unreadable'
