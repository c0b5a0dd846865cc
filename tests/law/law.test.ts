/**
 * The law, with random tables and random flattenings:
 *
 *     interpret(reconstruct(flatten(grid), form), form)  =  interpret(grid, form), or less known; never different
 *
 * `npm run law` runs 10,000 cases, the tests a few hundred. A failure prints its seed:
 * `LAW_SEED=… npx vitest run tests/law` runs it again.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toFacts } from '../../src/collection/facts.ts'
import { parseReport } from '../../src/parse-report.ts'
import {
  deedDone,
  deedDoneToDisclosure,
  print,
  printBlocks,
  printDisclosure,
  printRequests,
  requestsText,
  type Style,
} from './clerks.ts'
import { deedDoneToDisputes, disputesReport, printDisputes, toldByDisputes } from './disputes.ts'
import { flatten, flattening, told } from './flattenings.ts'
import { type RandomReport, randomReport } from './tables.ts'

const numRuns = Number(process.env.LAW_RUNS ?? 150)
const seed = process.env.LAW_SEED === undefined ? {} : { seed: Number(process.env.LAW_SEED) }

/** Cells whose value is not null, carries no flag, and is not what the table held. */
async function silentlyWrong(text: string, truth: ReadonlyMap<string, number | null>): Promise<string[]> {
  const { report } = await parseReport(text, { name: 'law.txt' })
  return toFacts(report)
    .filter(({ cell, value, flags }) => value !== null && flags.length === 0 && value !== (truth.get(cell) ?? null))
    .map(({ cell, value, status }) => `${cell}: ${truth.get(cell)} came out as ${value} (${status})`)
}

/** Table 3 as the form prints it, which shows how the whole text was flattened. */
const requestsAsIs = ({ form, truth }: RandomReport, style: Style | 'html', dropEmpty: boolean): string =>
  requestsText(printRequests(form, truth), { change: printed => printed }, 0, style, dropEmpty)

describe('the law', () => {
  it('a value without a flag is the value that the table held', { timeout: 7_200_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomReport, flattening, async ({ form, truth }, how) => {
        const text = flatten(form, truth, how)
        expect(await silentlyWrong(text, told(truth, how)), text).toEqual([])
      }),
      { numRuns, ...seed },
    )
  })

  it('what keeps its boundaries keeps every cell', { timeout: 7_200_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomReport, flattening, async ({ form, truth }, how) => {
        fc.pre((how.between.includes('\t') || how.between.includes('|')) && how.rowEnd.includes('\n'))
        const text = flatten(form, truth, { ...how, damage: [], noise: [], leftOut: [], lost: [], length: 1 })
        const { report } = await parseReport(text, { name: 'law.txt' })
        const cells = toFacts(report).filter(({ cell }) => cell.startsWith('requests.'))
        const different = cells.filter(
          ({ cell, value, status }) => value !== truth.get(cell) || (value === null && status !== 'blank'),
        )
        expect(
          different.map(({ cell, status, value }) => `${cell} ${status} ${value}`),
          text,
        ).toEqual([])
      }),
      { numRuns: Math.ceil(numRuns / 5), ...seed },
    )
  })

  it('whatever an office does to table 3, a value without a flag is its row’s and column’s', { timeout: 7_200_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomReport, deedDone, async ({ form, truth }, { deed, style, seed: at, dropEmpty }) => {
        const text = print(printRequests(form, truth), deed, at, style, dropEmpty)
        const requests = new Map([...truth].filter(([cell]) => cell.startsWith('requests.')))
        expect(await silentlyWrong(text, requests), `${deed.name}\n${text}`).toEqual([])
      }),
      { numRuns, ...seed },
    )
  })

  it('whatever an office does to table 2, a value without a flag is its row’s and column’s', { timeout: 7_200_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        randomReport,
        deedDoneToDisclosure,
        async ({ form, truth }, { deed, style, seed: at, dropEmpty, withRequests }) => {
          const requests = withRequests ? requestsAsIs({ form, truth }, style, dropEmpty) : null
          const text = printBlocks(printDisclosure(form, truth), deed, at, style, dropEmpty, requests)
          const disclosure = new Map([...truth].filter(([cell]) => !cell.startsWith('disputes.')))
          expect(await silentlyWrong(text, disclosure), `${deed.name}\n${text}`).toEqual([])
        },
      ),
      { numRuns, ...seed },
    )
  })

  it('whatever an office does to table 4, a value without a flag is its result’s', { timeout: 7_200_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        randomReport,
        deedDoneToDisputes,
        async ({ form, truth }, { deed, style, seed: at, dropEmpty, withRequests }) => {
          // Where nothing is left of a second row, neither a label, nor an empty cell, nor an end of the first, none can tell.
          fc.pre(!deed.hides || !dropEmpty || style === 'html' || style.rowEnd !== style.between)
          const printed = deed.change(printDisputes(form, truth), at)
          const requests = withRequests ? requestsAsIs({ form, truth }, style, dropEmpty) : null
          const text = disputesReport(printed, style, dropEmpty, requests)
          const others = [...truth].filter(([cell]) => !cell.startsWith('disputes.'))
          const told = new Map([...others, ...toldByDisputes(printed, deed)])
          expect(await silentlyWrong(text, told), `${deed.name}\n${text}`).toEqual([])
        },
      ),
      { numRuns, ...seed },
    )
  })
})
