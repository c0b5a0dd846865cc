/** Adding a folder to `test-corpus/` adds a test: see its README. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Case, casesBelow, type Twin } from '../scripts/corpus/cases.mjs'
import { allCases, filesOf, twinsHeading } from '../scripts/corpus/corpus.mjs'
import { losslessFamilies } from '../scripts/corpus/families.mjs'
import { judgeCells, type Verdict } from '../scripts/corpus/judge.mjs'
import { patternGroups, readmeOf } from '../scripts/corpus/patterns.mjs'
import { toFacts } from '../src/collection/facts.ts'
import * as formModule from '../src/form/form.ts'
import { forms } from '../src/form/index.ts'
import { sectionKeys } from '../src/model/report.ts'
import { type ParseResult, parseReport } from '../src/parse-report.ts'

const root = fileURLToPath(new URL('../test-corpus', import.meta.url))
const cases = casesBelow(root)

/** What the parser is known to get wrong yet, by assertion: `<case> <tool>`. Shrinks; never grows to make a test green. */
const open: Record<string, string[]> = JSON.parse(readFileSync(join(root, 'open.json'), 'utf8'))
const isOpen = (assertion: string, { name }: Case, { tool }: Twin) =>
  open[assertion]?.some(entry => entry === '*' || entry === `${name} ${tool}`) ?? false

/** Set by a person who has changed the generator and looked at the difference; never by a script. */
const rewrite = process.env.OGI_REWRITE_CORPUS === '1'

/** What the editions of the form say before anything was read by them. */
const stated = JSON.stringify(forms)

test('the flag that rewrites the corpus is off', () => {
  expect(rewrite).toBe(false)
})

test('there are reports of both editions', () => {
  expect(cases.length).toBeGreaterThanOrEqual(120)
  expect(cases.filter(({ expected }) => expected.edition === '2019').length).toBeGreaterThanOrEqual(12)
})

const withoutSpaces = (text: string | null | undefined) => text?.replaceAll(/\s/g, '') ?? null

describe.each(cases)('$name', one => {
  const { expected, cells, twins } = one
  describe.each(twins)('$tool', twin => {
    let result: ParseResult
    beforeAll(async () => {
      const name = expected.name ?? twin.path.slice(twin.path.lastIndexOf('/') + 1)
      result = await parseReport(new Uint8Array(readFileSync(twin.path)), { name })
    })

    /** The cells of some verdicts, as one line each: what a failing test should show. */
    function cellsThatAre(...verdicts: Verdict[]) {
      const facts = new Map(toFacts(result.report).map(fact => [fact.cell, fact]))
      return judgeCells(cells, facts)
        .filter(({ verdict }) => verdicts.includes(verdict))
        .map(({ verdict, id, truth, cell }) => `${verdict}: ${id} is ${truth}, read ${cell?.value} (${cell?.status})`)
    }

    test.runIf(!isOpen('law', one, twin))('no cell is silently wrong', () => {
      expect(cellsThatAre('wrong')).toEqual([])
    })

    const isSource = twin.path.includes('/source.')
    const exact = isSource ? expected.exact !== false : losslessFamilies.has(twin.tool)
    test.runIf(exact && !isOpen('exact', one, twin))('every cell is right', () => {
      expect(cellsThatAre('wrong', 'flagged', 'null')).toEqual([])
    })

    test.runIf(exact && isOpen('exact', one, twin))('is not exact yet: else open.json need not list it', () => {
      expect(cellsThatAre('wrong', 'flagged', 'null')).not.toEqual([])
    })

    test.runIf(isSource && !isOpen('cover', one, twin))('title, issuer, year and period are read', () => {
      const { title, issuer, year, period, edition } = result.report
      if (expected.title !== undefined) expect(withoutSpaces(title)).toBe(withoutSpaces(expected.title))
      if (Array.isArray(expected.issuer)) expect(expected.issuer).toContain(issuer)
      else if (expected.issuer !== undefined) expect(issuer).toBe(expected.issuer)
      if (expected.year !== undefined) expect(year).toBe(expected.year)
      if (expected.period !== undefined) expect(period).toEqual(expected.period)
      if (expected.edition !== undefined) expect(edition).toBe(expected.edition)
    })

    test.runIf(isSource && expected.sections && !isOpen('sections', one, twin))(
      'sections are where they are, and no others',
      () => {
        const found = sectionKeys.map(key => [key, withoutSpaces(result.report.sections[key].heading)])
        expect(found).toEqual(sectionKeys.map(key => [key, withoutSpaces(expected.sections?.[key])]))
      },
    )

    test.runIf(isSource && !isOpen('diagnostics', one, twin))('what is odd is said', () => {
      const codes = new Set(result.diagnostics.map(({ code }) => code))
      expect(expected.diagnostics.filter(code => !codes.has(code as never))).toEqual([])
    })

    test.runIf(isSource && expected.diagnostics.length === 0 && exact && !isOpen('doubt', one, twin))(
      'nothing is doubted',
      () => {
        const doubted = toFacts(result.report).filter(({ flags }) => flags.length > 0)
        expect(doubted.map(({ cell, flags }) => `${cell}: ${flags}`)).toEqual([])
      },
    )
  })
})

test('no stage changed what the forms say, however much was read', () => {
  expect(JSON.stringify(forms)).toBe(stated)
})

test('every pattern of real reports is shown by a case', () => {
  const known = patternGroups.flatMap(({ patterns }) => Object.keys(patterns)).sort()
  expect([...new Set(allCases.flatMap(({ patterns }) => patterns))].sort()).toEqual(known)
  const page = join(root, 'README.md')
  if (rewrite) writeFileSync(page, readmeOf(allCases))
  else expect(readFileSync(page, 'utf8')).toBe(readmeOf(allCases))
})

describe('the generator makes what is stored', () => {
  const modules = { ...formModule, forms }

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
