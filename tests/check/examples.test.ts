import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runExample } from './example.ts'

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

describe.each(readdirSync(folder).filter(name => name.endsWith('.ts')))('rules/%s', name => {
  const examples = examplesOf(readFileSync(new URL(name, folder), 'utf8'))
  test('has examples', () => expect(examples.length).toBeGreaterThan(0))
  test.each(examples.map((lines, i) => [i + 1, lines] as const))('example %i', (_, lines) => {
    const expected = lines.filter(line => line.startsWith('→')).map(line => line.slice(1).trim())
    expect(expected.length).toBeGreaterThan(0)
    const found = runExample(lines.filter(line => !line.startsWith('→')))
    const codes = (wanted: (severity: string) => boolean) => [
      ...new Set(found.filter(({ severity }) => wanted(severity)).map(({ code }) => code)),
    ]
    const [infos, others] = [
      expected.filter(text => text.startsWith('info ')),
      expected.filter(text => !text.startsWith('info ')),
    ]
    expect(codes(severity => severity !== 'info').sort()).toEqual(others[0] === 'nothing' ? [] : others.sort())
    for (const info of infos) expect(codes(severity => severity === 'info')).toContain(info.slice('info '.length))
  })
})
