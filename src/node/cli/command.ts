import type { Terminal } from './terminal.ts'

/** 0 done; 1 findings of severity error, or some file could not be read; 2 wrong usage, or nothing could be done; 130 stopped by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130

export interface Option {
  type: 'string' | 'boolean'
  short?: string
  multiple?: boolean
  /** The values it may have; another one is a usage error that names the nearest. */
  choices?: readonly string[]
}
export type Options = Readonly<Record<string, Option>>

type ValueOf<O extends Option> = O['type'] extends 'boolean' ? boolean : O extends { choices: readonly (infer C)[] } ? C : string

/** What the arguments gave, by option name; options that were not given are undefined. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: (O[K] extends { multiple: true } ? ValueOf<O[K]>[] : ValueOf<O[K]>) | undefined
}

export interface Invocation<O extends Options> {
  values: Values<O>
  positionals: readonly string[]
  terminal: Terminal
}

/** A command of `ogi`: its own options (the common ones are added) and what it does. Words are in `texts.ts`. */
export interface Command<O extends Options = Options> {
  options: O
  run(invocation: Invocation<O>): Promise<ExitCode>
}

/** Ties a command's options to the values that `run` receives. */
export const defineCommand = <const O extends Options>(command: Command<O>): Command => command as unknown as Command

/** Wrong usage: `ogi` prints the message with a pointer to the help, and exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
