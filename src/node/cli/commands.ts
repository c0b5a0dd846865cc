import type { Command } from './command.ts'

/** Every command, loaded when it is called: `ogi --help` reads none of them. Words are in `texts.ts`. */
export const commands = {
  parse: () => import('./parse.ts'),
  check: () => import('./check.ts'),
  ingest: () => import('./ingest.ts'),
  aggregate: () => import('./aggregate.ts'),
  reconcile: () => import('./reconcile.ts'),
  compare: () => import('./compare.ts'),
  dashboard: () => import('./dashboard.ts'),
  schema: () => import('./schema.ts'),
  explain: () => import('./explain.ts'),
} as const satisfies Record<string, () => Promise<{ command: Command }>>

export type CommandName = keyof typeof commands
