import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkReport } from '../../src/check/check.ts'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { cellsById } from '../../src/model/report.ts'
import { otherCell, readCell, reportWith } from './clean-report.ts'

const folder = new URL('../../src/check/rules/', import.meta.url)

/** The indented lines after each `@example` of a doc comment. */
function examplesOf(source: string): string[][] {
  return source
    .split('@example')
    .slice(1)
    .map(
      block =>
        block
          .split('*/')[0]
          ?.split('\n')
          .map(line => line.replace(/^\s*\*\s?/, '').trim())
          .filter(line => line !== '') ?? [],
    )
}

function run(lines: string[]): string[] {
  const figures = new Map()
  for (const line of lines) {
    const [, id, value] = /^([\w.]+) = (\w+)$/.exec(line) ?? []
    if (id === undefined || value === undefined) throw new Error(`example line not understood: ${line}`)
    figures.set(id, /^\d+$/.test(value) ? readCell(Number(value)) : otherCell(value as 'blank'))
  }
  const report = reportWith(figures)
  for (const id of figures.keys()) if (!cellsById(report).has(id)) throw new Error(`no such cell: ${id}`)
  const log = createLog('a.txt')
  checkReport(report, log)
  return [...new Set(log.diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code))].sort()
}

describe.each(readdirSync(folder).filter(name => name.endsWith('.ts')))('rules/%s', name => {
  const examples = examplesOf(readFileSync(new URL(name, folder), 'utf8'))
  test('has examples', () => expect(examples.length).toBeGreaterThan(0))
  test.each(examples.map((lines, i) => [i + 1, lines] as const))('example %i', (_, lines) => {
    const expected = lines.filter(line => line.startsWith('→')).map(line => line.slice(1).trim())
    expect(expected.length).toBeGreaterThan(0)
    const found = run(lines.filter(line => !line.startsWith('→')))
    expect(found).toEqual(expected[0] === 'nothing' ? [] : expected.sort())
  })
})
