import { expect, test } from 'vitest'
import { exactDifference, exactSum } from '../../src/model/exact-sum.ts'

const sum = (...values: number[]) => {
  const total = exactSum()
  for (const value of values) total.add(value)
  return total.value
}

test('decimals add up as on paper', () => {
  expect(sum(0.1, 0.2)).toBe(0.3)
  expect(sum(43.788, 8.35, 1000, -0.138)).toBe(1052)
  expect(sum(...Array.from({ length: 1000 }, () => 0.001))).toBe(1)
})
test('nothing is zero, and minus nothing too', () => {
  expect(Object.is(sum(), 0)).toBe(true)
  expect(Object.is(sum(0.5, -0.5), 0)).toBe(true)
})
test('figures larger than a float holds exactly are added exactly', () => {
  expect(sum(Number.MAX_SAFE_INTEGER, 2, -Number.MAX_SAFE_INTEGER)).toBe(2)
})
test('differences', () => {
  expect(exactDifference(0.3, 0.1)).toBe(0.2)
  expect(exactDifference(3, 5)).toBe(-2)
})
