import { parseArgs } from 'node:util'
import type { Language } from '../../diagnostic/catalogue.ts'
import { type Options, UsageError } from './command.ts'
import { nearest } from './nearest.ts'
import { texts } from './texts.ts'

/** Options that every command has. */
export const commonOptions = {
  lang: { type: 'string', choices: ['zh', 'en'] },
  'no-color': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const satisfies Options

/** The first argument that is no option, and the rest of the arguments without it. */
export function splitCommand(argv: readonly string[]): { name: string | null; rest: string[] } {
  const { tokens } = parseArgs({
    args: [...argv],
    options: commonOptions,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const first = tokens.find(token => token.kind === 'positional')
  if (first?.kind !== 'positional') return { name: null, rest: [...argv] }
  return { name: first.value, rest: argv.toSpliced(first.index, 1) }
}

export interface Arguments {
  values: Record<string, string | boolean | string[]>
  positionals: string[]
}

/** Reads arguments by a command's options. Throws `UsageError` in the caller's language; names the nearest known option. */
export function readArguments(argv: readonly string[], options: Options, language: Language): Arguments {
  const t = texts[language].usage
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const values: Arguments['values'] = Object.create(null)
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!option) {
      const near = nearest(token.name, Object.keys(options))
      throw new UsageError(t.unknownOption(token.rawName, near === null ? null : `--${near}`))
    }
    if (option.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(t.valueNotTaken(token.rawName))
      values[token.name] = true
      continue
    }
    // `--out --quiet`: the value was forgotten; a value that does begin with a dash is given as `--out=-x`.
    if (token.value === undefined || token.value === '' || (!token.inlineValue && /^-./.test(token.value))) {
      throw new UsageError(t.valueMissing(token.rawName))
    }
    if (option.choices && !option.choices.includes(token.value)) {
      throw new UsageError(t.valueUnknown(token.rawName, token.value, option.choices, nearest(token.value, option.choices)))
    }
    if (option.multiple) values[token.name] = [...((values[token.name] as string[] | undefined) ?? []), token.value]
    else values[token.name] = token.value
  }
  return { values, positionals }
}

/** The language asked for by `--lang`, else by the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`), else Chinese. */
export function languageOf(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Language {
  const { values } = parseArgs({ args: [...argv], options: commonOptions, strict: false, allowPositionals: true })
  if (values.lang === 'zh' || values.lang === 'en') return values.lang
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^en(?![a-z])/i.test(locale) ? 'en' : 'zh'
}
