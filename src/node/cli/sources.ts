import { formatFile } from '../../diagnostic/format.ts'
import { type ParseOptions, type ParseResult, parseReport } from '../../parse-report.ts'
import { UnreadableSourceError } from '../../read/unreadable.ts'
import { collect, FileError, readBytes, sizeLimit } from '../files.ts'
import { OutputError } from '../ingest/output-error.ts'
import { paint, type Terminal } from './terminal.ts'
import { texts } from './texts.ts'

/** Reads the report in a file (`-`: standard input); null where it cannot be, after saying what, where and what to do. */
export async function readSource(
  path: string,
  options: Omit<ParseOptions, 'name'>,
  terminal: Terminal,
): Promise<ParseResult | null> {
  try {
    const bytes = path === '-' ? await collect(terminal.input, path) : await readBytes(path)
    return await parseReport(bytes, { ...options, name: path })
  } catch (error) {
    terminal.say(
      `${formatFile(path)}: `,
      paint('red', texts[terminal.language].failure.prefix),
      ` ${describeFailure(error, terminal)}`,
    )
    if (terminal.debug && error instanceof Error) terminal.say(error.stack ?? '')
    return null
  }
}

/** Why a source could not be read or an output written, and what to do, in the terminal's language. Throws what is no such failure. */
export function describeFailure(error: unknown, { language }: Pick<Terminal, 'language'>): string {
  const t = texts[language].failure
  if (error instanceof UnreadableSourceError) {
    const { message, todo } = error.describe(language)
    return `${message} [${error.code}] ${todo}`
  }
  if (error instanceof OutputError)
    return error.problem === 'other' ? t.notWritten(detailOf(error)) : texts[language].output[error.problem]
  if (!(error instanceof FileError)) throw error
  switch (error.problem) {
    case 'tooLarge':
      return t.tooLarge(sizeLimit / 1024 / 1024)
    case 'other':
      return t.other(detailOf(error))
    default:
      return t[error.problem]
  }
}

const detailOf = ({ cause, message }: Error): string => (cause instanceof Error ? cause.message : message)
