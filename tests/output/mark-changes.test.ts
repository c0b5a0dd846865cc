import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markChanges, type Piece } from '../../src/output/mark-changes.ts'

const shown = (pieces: readonly Piece[]) => pieces.map(({ text, same }) => (same ? text : `[${text}]`)).join('')

test('a figure is marked whole, and each change by itself', () => {
  const { before, after } = markChanges('全年收到申请325件，培训两次。', '全年收到申请315件，业务培训三次。')
  expect(shown(before)).toBe('全年收到申请[325]件，培训[两]次。')
  expect(shown(after)).toBe('全年收到申请[315]件，[业务]培训[三]次。')
})
test('nothing differs, or everything does', () => {
  expect(shown(markChanges('同', '同').after)).toBe('同')
  expect(shown(markChanges('', '新').after)).toBe('[新]')
})
test('pieces make up the wordings, and what is the same is the same in both', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('甲', '乙', '1', '.', 'a', '\n'), maxLength: 40 }),
      fc.string({ unit: fc.constantFrom('甲', '乙', '1', '.', 'a', '\n'), maxLength: 40 }),
      (a, b) => {
        const { before, after } = markChanges(a, b)
        const all = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')
        const same = (pieces: Piece[]) => all(pieces.filter(piece => piece.same))
        expect([all(before), all(after)]).toEqual([a, b])
        expect(same(before)).toBe(same(after))
      },
    ),
  )
})
test('beyond its bound it compares beginnings and ends', () => {
  const { before } = markChanges(`始${'甲乙'.repeat(1000)}终`, `始${'乙丙'.repeat(1000)}终`)
  expect(before.map(({ same }) => same)).toEqual([true, false, true])
})
