import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Packages that a source file loads without being called: its static imports, theirs, and so on. */
function loaded(url: URL, seen = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (seen.has(url.href)) return packages
  seen.add(url.href)
  const text = readFileSync(url, 'utf8')
  for (const [, clause = '', from = ''] of text.matchAll(/^(?:import|export)\s+([^'"]*?)from '([^']+)'/gm)) {
    if (clause.startsWith('type ')) continue
    if (from.startsWith('.')) loaded(new URL(from, url), seen, packages)
    else if (!from.startsWith('node:')) packages.add(from)
  }
  return packages
}

const source = (path: string) => new URL(`../../../src/${path}`, import.meta.url)

test('ogi --help loads no parser, no schema, no database', () => {
  expect([...loaded(source('node/cli/ogi.ts'))]).toEqual(['picocolors'])
})

test('ogi parse loads what every report needs; inflating is Node’s own', () => {
  expect([...loaded(source('node/cli/parse.ts'))].sort()).toEqual(['dingbat-to-unicode', 'picocolors'])
})

test('nothing loads the database before it is written', () => {
  expect([...loaded(source('node/index.ts'))]).not.toContain('@duckdb/node-api')
})
