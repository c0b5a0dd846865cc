import { expect, test } from 'vitest'
import { textTable } from '../../src/output/text-table.ts'

test('Chinese characters take two places', () => {
  const rows = [
    ['项目', '年'],
    ['a', '12345'],
    ['一二三', ''],
  ]
  expect(textTable(rows, ['left', 'right'])).toBe('项目       年\na       12345\n一二三')
})
test('no rows', () => {
  expect(textTable([])).toBe('')
})
