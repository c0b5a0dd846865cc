import { expect, test } from 'vitest'
import { findDuplicates } from '../../../src/node/ingest/duplicates.ts'
import type { SourceEntry } from '../../../src/node/ingest/source-entry.ts'

const entry = (path: string, sha256: string, issuer: string | null, year: number | null, modified: number): SourceEntry => ({
  path,
  size: 1,
  sha256,
  reader: 'text',
  outcome: 'parsed',
  ms: 1,
  modified,
  changed: modified,
  issuer,
  year,
  findings: { error: 0, warning: 0, info: 0 },
  bytes: { report: 1, facts: 1, diagnostics: 0 },
})

const found = (entries: SourceEntry[]) => [...findDuplicates(entries)].map(([at, { code, kept }]) => [at, code, kept])

test('of the same content the first is kept', () => {
  expect(found([entry('a', 'x', null, null, 1), entry('b', 'x', null, null, 9)])).toEqual([[1, 'duplicate/content', 0]])
})

test('of one body and year the newer is kept, and every other one points to it', () => {
  const entries = [entry('a', '1', '溪口镇', 2023, 5), entry('b', '2', '溪口镇', 2023, 7), entry('c', '3', '溪口镇', 2023, 9)]
  expect(found(entries)).toEqual([
    [0, 'duplicate/body-year', 2],
    [1, 'duplicate/body-year', 2],
  ])
  expect(found(entries.toReversed())).toEqual([
    [1, 'duplicate/body-year', 0],
    [2, 'duplicate/body-year', 0],
  ])
})

test('another year, another body, and a body that is not known are no duplicates', () => {
  const one = entry('a', '1', '溪口镇', 2023, 1)
  for (const other of [
    entry('b', '2', '溪口镇', 2022, 1),
    entry('b', '2', '莼湖街道', 2023, 1),
    entry('b', '2', null, 2023, 1),
    entry('b', '2', '溪口镇', null, 1),
  ]) {
    expect(found([one, other])).toEqual([])
  }
})

test('a copy of a report that gives way names the copy’s first, which is listed too', () => {
  const entries = [entry('a', '1', '溪口镇', 2023, 1), entry('b', '1', '溪口镇', 2023, 1), entry('c', '2', '溪口镇', 2023, 2)]
  expect(found(entries)).toEqual([
    [1, 'duplicate/content', 0],
    [0, 'duplicate/body-year', 2],
  ])
})
