import { type Code, catalogue } from '../diagnostic/catalogue.ts'
import { formatMessage } from '../diagnostic/format.ts'

/** Codes of sources that cannot be opened at all; `ogi explain CODE` says what to do. */
export type UnreadableCode = Extract<Code, `source/${string}`>

/** The bytes could not be opened. The only error that reading throws; `message` is Chinese, `describe('en')` English. */
export class UnreadableSourceError extends Error {
  override readonly name = 'UnreadableSourceError'
  readonly code: UnreadableCode
  readonly args: Record<string, string | number | null>

  constructor(code: UnreadableCode, args: Record<string, string | number | null> = {}, options: { cause?: unknown } = {}) {
    super(formatMessage({ code, args }, 'zh'), options)
    this.code = code
    this.args = args
  }

  /** What it is and what to do, in a language. */
  describe(language: 'zh' | 'en'): { message: string; todo: string } {
    return { message: formatMessage(this, language), todo: catalogue[this.code][language].todo }
  }
}
