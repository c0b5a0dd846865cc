/** What `ogi check` reads: the files that are named, every report below folders, the members of archives. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogue } from '../../diagnostic/catalogue.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { formatFile, formatMessage } from '../../diagnostic/format.ts'
import type { ReportModel } from '../../model/report.ts'
import { linesOf, type SourceLines } from '../../output/source-lines.ts'
import { parseReport } from '../../parse-report.ts'
import { UnreadableSourceError } from '../../read/unreadable.ts'
import { ZipError } from '../../read/zip-directory.ts'
import { collect, FileError, readBytes } from '../files.ts'
import { type ListedSource, listNamed, listSources, reasonOf } from '../ingest/list-sources.ts'
import type { Reason } from '../ingest/source-entry.ts'
import { paint, type Terminal } from './terminal.ts'
import { texts } from './texts.ts'

export interface Checked {
  file: string
  report: ReportModel
  diagnostics: Diagnostic[]
  /** Of a text, what findings may quote. */
  lines: SourceLines
}

/** A file that could not be read, and the finding that says why. */
export interface Unread {
  file: string
  report: null
  diagnostics: Diagnostic[]
}

/**
 * Reads one file after the other, in a fixed order; a failure is said at once, and yielded. What is no
 * report by its name (locks, files of the system) is passed over, and the folder `without`, where lists go.
 */
export async function* readSources(
  paths: readonly string[],
  without: string | undefined,
  terminal: Terminal,
): AsyncGenerator<Checked | Unread> {
  for (const path of paths) {
    if (path === '-') {
      yield await readOne(path, () => collect(terminal.input, path), terminal)
      continue
    }
    const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true
    const exclude = without === undefined ? undefined : { folder: without, names: [] }
    for await (const source of isFolder ? listSources(path, { exclude }) : listNamed(path)) {
      const file = isFolder ? join(path, source.path) : source.path
      if (source.kind === 'readable') yield await readOne(file, () => bytesOf(source, file), terminal)
      else if (source.outcome === 'failed') yield unread(file, source.reason, terminal)
    }
  }
}

const bytesOf = (source: Extract<ListedSource, { kind: 'readable' }>, file: string): Promise<Uint8Array> =>
  source.location === null ? source.read() : readBytes(source.location, file)

async function readOne(file: string, read: () => Promise<Uint8Array>, terminal: Terminal): Promise<Checked | Unread> {
  try {
    const bytes = await read()
    const { report, diagnostics } = await parseReport(bytes, { name: file })
    return { file, report, diagnostics, lines: linesOf(bytes, report, diagnostics) }
  } catch (error) {
    const isExpected = error instanceof FileError || error instanceof ZipError
    if (!isExpected && !(error instanceof UnreadableSourceError)) throw error
    const failed = unread(file, isExpected ? reasonOf(error) : error, terminal)
    if (terminal.debug) terminal.say(error.stack ?? '')
    return failed
  }
}

function unread(file: string, { code, args }: Reason, terminal: Terminal): Unread {
  const { language } = terminal
  const found: Diagnostic = { code, severity: 'error', file, place: {}, about: [], args }
  const { todo } = catalogue[code][language]
  const why = `${formatMessage(found, language)} [${code}] ${todo}`
  terminal.say(`${formatFile(file)}: `, paint('red', texts[language].failure.prefix), ` ${why}`)
  return { file, report: null, diagnostics: [found] }
}
