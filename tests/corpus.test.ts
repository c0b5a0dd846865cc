/** Adding a folder to `test-corpus/` adds a test: see its README. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { casesBelow } from '../scripts/corpus/cases.mjs'
import { allCases, filesOf, twinsHeading } from '../scripts/corpus/corpus.mjs'
import { judgeCells } from '../scripts/corpus/judge.mjs'
import { toFacts } from '../src/collection/facts.ts'
import * as formModule from '../src/form/form.ts'
import { cellsOfForm } from '../src/form/form.ts'
import { forms } from '../src/form/index.ts'
import { parseReport } from '../src/parse-report.ts'

const root = fileURLToPath(new URL('../test-corpus', import.meta.url))
const cases = casesBelow(root)

/** Set by a person who has changed the generator and looked at the difference; never by a script. */
const rewrite = process.env.OGI_REWRITE_CORPUS === '1'

test('the flag that rewrites the corpus is off', () => {
  expect(rewrite).toBe(false)
})

test('there are reports of both editions', () => {
  expect(cases.filter(({ expected }) => expected.edition === '2021').length).toBeGreaterThanOrEqual(6)
  expect(cases.filter(({ expected }) => expected.edition === '2019').length).toBeGreaterThanOrEqual(4)
})

/** Every cell that is not right, as one line each: what a failing test should show. */
async function judged(path: string, truth: Parameters<typeof judgeCells>[0]) {
  const { report } = await parseReport(new Uint8Array(readFileSync(path)), { name: path.slice(path.lastIndexOf('/') + 1) })
  const facts = new Map(toFacts(report).map(fact => [fact.cell, fact]))
  return judgeCells(truth, facts)
    .filter(({ verdict }) => verdict !== 'right')
    .map(({ verdict, id, truth: value, cell }) => ({
      verdict,
      line: `${verdict}: ${id} is ${value}, read ${cell?.value} (${cell?.status})`,
    }))
}

describe.each(cases)('$name', ({ twins, cells }) => {
  test.each(twins)('$tool: nothing is silently wrong', async ({ path }) => {
    const wrong = (await judged(path, cells)).filter(({ verdict }) => verdict === 'wrong')
    expect(wrong.map(({ line }) => line)).toEqual([])
  })
})

describe('the generator makes what is stored', () => {
  const modules = { ...formModule, forms, cellsOfForm }

  test.each(allCases)('$folder', one => {
    for (const [name, content] of Object.entries(filesOf(one, modules))) {
      const path = join(root, one.folder, name)
      const made = Buffer.from(content)
      const stored = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
      // The list of twins in about.md is not the generator's.
      const cut = name === 'about.md' ? stored.indexOf(`\n${twinsHeading}`) : -1
      const own = cut < 0 ? stored : stored.subarray(0, cut)
      if (rewrite && !own.equals(made)) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, Buffer.concat([made, stored.subarray(own.length)]))
      } else if (name === 'expected.json' || name === 'about.md') expect(own.toString()).toBe(made.toString())
      else expect(own.equals(made), `${one.folder}/${name}`).toBe(true)
    }
  })
})
