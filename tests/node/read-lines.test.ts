import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readLines } from '../../src/node/read-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogi-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\n\nb', ['a', '', 'b']],
  ['a\u2028b\n', ['a\u2028b']],
  [`${'镇'.repeat(100_000)}\nb\n`, ['镇'.repeat(100_000), 'b']],
])('%#', async (text, expected) => {
  const path = join(folder, 'lines')
  writeFileSync(path, text)
  const lines: string[] = []
  for await (const line of readLines(path)) lines.push(line)
  expect(lines).toEqual(expected)
})
