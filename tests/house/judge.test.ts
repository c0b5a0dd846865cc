import { expect, test } from 'vitest'
import { judge, judgeCells } from '../../scripts/corpus/judge.mjs'

const read = (value: number | null, status: 'read' | 'blank' | 'missing' | 'unreadable' = 'read', ...flags: string[]) => ({
  value,
  status,
  flags,
  raw: null,
  place: '',
})

test('a value without a flag is right or silently wrong', () => {
  expect(judge(3, read(3))).toBe('right')
  expect(judge(3, read(3, 'read', 'identity/broken'))).toBe('right')
  expect(judge(3, read(0))).toBe('wrong')
  expect(judge(3, read(0, 'read', 'identity/broken'))).toBe('flagged')
})

test('a figure where the truth is blank, unknown or no cell at all is silently wrong', () => {
  expect(judge(null, read(0))).toBe('wrong')
  expect(judge('missing', read(0))).toBe('wrong')
  expect(judgeCells(new Map(), new Map([['a', read(0)]])).map(({ verdict }) => verdict)).toEqual(['wrong'])
})

test('blank is right only where it is known to be blank', () => {
  expect(judge(null, read(null, 'blank'))).toBe('right')
  expect(judge(null, read(null, 'missing'))).toBe('null')
  expect(judge(0, read(null, 'blank'))).toBe('null')
  expect(judge('unreadable', read(null, 'unreadable'))).toBe('right')
  expect(judgeCells(new Map([['a', 3]]), new Map()).map(({ verdict }) => verdict)).toEqual(['null'])
})
