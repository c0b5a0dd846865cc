import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import picocolors from 'picocolors'
import type { Language } from '../../diagnostic/catalogue.ts'

export type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'dim' | 'bold'

/** A part of a line with a colour: kept apart from its text, so that a document's own escapes never pass for ours. */
export interface Painted {
  style: Style
  text: string
}
export const paint = (style: Style, text: string): Painted => ({ style, text })

type ErrorStream = Writable & { isTTY?: boolean; columns?: number }

/** The streams and settings that a command talks through; tests hand in their own. */
export interface Terminal {
  readonly language: Language
  readonly quiet: boolean
  readonly debug: boolean
  readonly input: Readable
  readonly errorStream: ErrorStream
  /** Whether standard output is a screen and not a file or a pipe. */
  readonly outputIsScreen: boolean
  /** Writes data to standard output as it is and waits while the reader is slower. Throws `OutputClosed`. */
  out(text: string): Promise<void>
  /** A line for people as one string: parts joined, their controls made visible, coloured where standard error shows colour. */
  line(...parts: readonly (string | Painted)[]): string
  /** The same for standard output, which may be a file while errors go to a screen. */
  outLine(...parts: readonly (string | Painted)[]): string
  /** `line`, written to standard error. */
  say(...parts: readonly (string | Painted)[]): void
}

/** The reader of standard output went away (`ogi … | head`): no failure, nothing more to do. */
export class OutputClosed extends Error {}

export interface Streams {
  input: Readable
  output: Writable & { isTTY?: boolean }
  error: ErrorStream
  environment: Readonly<Record<string, string | undefined>>
}

export interface Settings {
  language: Language
  noColor: boolean
  quiet: boolean
  debug: boolean
}

export function openTerminal(streams: Streams, settings: Settings): Terminal {
  const { output, error, environment } = streams
  let closed = false
  // Without a listener, EPIPE would end the process with a stack trace.
  output.on('error', () => {
    closed = true
  })
  error.on('error', () => {})
  const color = !settings.noColor && !environment.NO_COLOR && environment.TERM !== 'dumb'
  const lineFor = ({ isTTY }: { isTTY?: boolean }): Terminal['line'] => {
    const colors = picocolors.createColors(color && isTTY === true)
    return (...parts) =>
      parts.map(part => (typeof part === 'string' ? visible(part) : colors[part.style](visible(part.text)))).join('')
  }
  const line = lineFor(error)
  return {
    language: settings.language,
    quiet: settings.quiet,
    debug: settings.debug,
    get input() {
      return streams.input
    },
    errorStream: error,
    outputIsScreen: output.isTTY === true,
    line,
    outLine: lineFor(output),
    async out(text) {
      if (closed || output.destroyed) throw new OutputClosed()
      if (output.write(text)) return
      await once(output, 'drain').catch(() => {
        throw new OutputClosed()
      })
    },
    say(...parts) {
      error.write(`${line(...parts)}\n`)
    },
  }
}

// C0 (but tab and line ends; a bare carriage return overwrites its line) and C1 controls (ESC begins a terminal command), bidi controls (they reorder what is shown), line separators.
const unprintable =
  /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** A text that a terminal shows as it is written: control and bidi characters become `\u001b`. */
export const visible = (text: string): string =>
  text.replace(unprintable, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** JSON with those characters as JSON's own escapes: the same data, safe to show on a terminal. */
export const safeJson = (value: unknown, indent?: number): string => visible(JSON.stringify(value, null, indent))
