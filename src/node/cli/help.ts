import type { Language } from '../../diagnostic/catalogue.ts'
import { commonOptions } from './arguments.ts'
import type { Options } from './command.ts'
import { type CommandName, commands } from './commands.ts'
import { texts } from './texts.ts'

/** `ogi --help`: the commands and the common options. Loads no command. */
export function generalHelp(language: Language): string {
  const t = texts[language]
  const names = Object.keys(commands) as CommandName[]
  return [
    `ogi: ${t.about}`,
    '',
    `${t.headings.usage}:`,
    ...columns(names.map(name => [`ogi ${name} ${t.commands[name].usage}`.trim(), t.commands[name].summary])),
    '',
    ...optionLines(t.headings.common, commonOptions, t.common),
    '',
    t.moreHelp,
    '',
  ].join('\n')
}

/** `ogi <command> --help`. */
export function commandHelp(name: CommandName, options: Options, language: Language): string {
  const t = texts[language]
  const text = t.commands[name]
  return [
    `ogi ${name}: ${text.summary}`,
    '',
    `${t.headings.usage}:`,
    `  ogi ${name} ${text.usage}`.trimEnd(),
    '',
    ...(Object.keys(options).length === 0 ? [] : [...optionLines(t.headings.options, options, text.options), '']),
    ...optionLines(t.headings.common, commonOptions, t.common),
    '',
    ...(text.notes === undefined ? [] : [...text.notes, '']),
  ].join('\n')
}

const optionLines = (heading: string, options: Options, words: Readonly<Record<string, string>>): string[] => [
  `${heading}:`,
  ...columns(
    Object.entries(options).map(([name, { type, short, choices }]) => [
      `${short === undefined ? '    ' : `-${short}, `}--${name}${type === 'boolean' ? '' : ` ${choices?.join('|') ?? 'X'}`}`,
      words[name] ?? '',
    ]),
  ),
]

/** Pairs as two columns; Chinese characters are two places wide. */
function columns(pairs: readonly (readonly [string, string])[]): string[] {
  const width = (text: string) => [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0)
  const widest = Math.max(...pairs.map(([left]) => width(left)))
  return pairs.map(([left, right]) => `  ${left}${' '.repeat(widest - width(left))}  ${right}`.trimEnd())
}
