import { packageVersion } from '../version.ts'
import { commonOptions, languageOf, readArguments, splitCommand } from './arguments.ts'
import { type ExitCode, UsageError } from './command.ts'
import { type CommandName, commands } from './commands.ts'
import { commandHelp, generalHelp } from './help.ts'
import { nearest } from './nearest.ts'
import { OutputClosed, openTerminal, paint, type Streams, type Terminal } from './terminal.ts'
import { texts } from './texts.ts'

/** Runs `ogi` with these arguments and streams, and says how it ended. Never throws. */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const language = languageOf(argv, streams.environment)
  const given = (name: string) => argv.includes(`--${name}`)
  const terminal = openTerminal(streams, {
    language,
    noColor: given('no-color'),
    quiet: given('quiet') || argv.includes('-q'),
    debug: given('debug'),
  })
  const t = texts[language]
  let command = ''
  try {
    const { name, rest } = splitCommand(argv)
    if (name === null) return await withoutCommand(rest, terminal)
    if (!isCommand(name)) throw new UsageError(t.usage.unknownCommand(name, nearest(name, Object.keys(commands))))
    command = name
    const { command: found } = await commands[name]()
    const { values, positionals } = readArguments(rest, { ...commonOptions, ...found.options }, language)
    if (values.help) {
      await terminal.out(commandHelp(name, found.options, language))
      return 0
    }
    return await found.run({ values: values as never, positionals, terminal })
  } catch (error) {
    if (error instanceof OutputClosed) return 0
    if (error instanceof UsageError) {
      terminal.say(paint('red', t.failure.prefix), `: ${error.message}`)
      terminal.say(t.usage.seeHelp(command))
      return 2
    }
    const failure = error instanceof Error ? error : new Error(String(error))
    terminal.say(paint('red', t.failure.prefix), `: ${t.failure.internal(failure.message)}`)
    if (terminal.debug) terminal.say(failure.stack ?? '')
    return 1
  }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

async function withoutCommand(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values } = readArguments(argv, commonOptions, terminal.language)
  if (values.version) {
    await terminal.out(`${packageVersion()}\n`)
    return 0
  }
  const help = generalHelp(terminal.language)
  if (values.help) {
    await terminal.out(help)
    return 0
  }
  // Called bare: the help is an answer to wrong usage, not data.
  terminal.say(help.trimEnd())
  return 2
}
