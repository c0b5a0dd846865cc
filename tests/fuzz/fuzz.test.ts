/** What the fuzzer once found, and a few fresh sources; the long run is `npm run fuzz`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inputOf, seedsIn } from '../../scripts/fuzz/inputs.mjs'
import { judgeBy } from '../../scripts/fuzz/judge.mjs'
import { reportSchema } from '../../src/model/schema.ts'
import { cellsById } from '../../src/model/tables.ts'
import { parseReport } from '../../src/parse-report.ts'
import { UnreadableSourceError } from '../../src/read/unreadable.ts'

const faultOf = judgeBy({ parseReport, UnreadableSourceError, cellsById, reportSchema }, Number.POSITIVE_INFINITY)
const folder = join(import.meta.dirname, 'cases')
const sourceOf = (name: string) => {
  const bytes = readFileSync(join(folder, name))
  return name.endsWith('.utf16') ? bytes.toString('utf16le') : new Uint8Array(bytes)
}

it.each(readdirSync(folder).filter(name => /\.(?:utf16|bin)$/.test(name)))('found before: %s', async name => {
  expect(await faultOf(sourceOf(name), true)).toBeNull()
})

it('fresh sources are read, or refused with a typed error', { timeout: 120_000 }, async () => {
  const seeds = seedsIn(join(import.meta.dirname, '../../test-corpus'))
  const first = Number(process.env.FUZZ_FROM ?? Math.floor(Math.random() * 2 ** 30))
  for (let number = first; number < first + 300; number++) {
    expect(await faultOf(inputOf(seeds, number), true), `source ${number}`).toBeNull()
  }
})
