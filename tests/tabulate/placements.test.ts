import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addUp, listPlacements, type Piece, type SumRule } from '../../src/tabulate/placements.ts'

const glued = (digits: string): Piece => ({ digits, glued: true, continues: false, fragment: 0 })
const apart = (digits: string, fragment = 0): Piece => ({ digits, glued: false, continues: false, fragment })
const rowSum = (width: number): SumRule => ({ parts: Array.from({ length: width - 1 }, (_, i) => i), total: width - 1 })
const listed = (pieces: Piece[], width: number, sums: SumRule[], steps = 100_000) =>
  listPlacements(pieces, width, sums, { steps })
    ?.map(({ digits }) => digits.map(text => text ?? '_').join(' '))
    .sort() ?? null

/** Every row by the rules alone, without a bound: what the search must find, no more and no less. */
function everyRow(pieces: readonly Piece[], width: number, sums: readonly SumRule[]): string[] {
  const found: string[] = []
  const holds = (row: readonly (string | null)[]) =>
    sums.every(({ parts, total }) => {
      const values = row.map(text => (text === null ? null : Number(text)))
      return values[total] === null ? !parts.some(part => values[part]) : addUp(values, parts) === values[total]
    })
  const go = (row: (string | null)[], left: readonly Piece[]) => {
    const [first, ...rest] = left
    if (row.length === width) {
      if (first === undefined && holds(row)) found.push(row.map(text => text ?? '_').join(' '))
      return
    }
    if (first?.digits === '') return go([...row, null], rest)
    go([...row, null], left)
    if (first === undefined) return
    if (first.glued) {
      for (let n = 1; n <= (first.digits.startsWith('0') ? 1 : Math.min(9, first.digits.length)); n++) {
        const behind = first.digits.slice(n)
        go([...row, first.digits.slice(0, n)], behind === '' ? rest : [{ ...first, digits: behind }, ...rest])
      }
      return
    }
    let text = first.digits
    go([...row, text], rest)
    for (let i = 0; rest[i]?.continues && rest[i]?.digits !== '' && text !== '0' && text.length <= 9; i++) {
      text += rest[i]?.digits
      if (text.length <= 9) go([...row, text], rest.slice(i + 1))
    }
  }
  go([], pieces)
  return found.sort()
}

describe('the ways to fill a row', () => {
  test('are all that the rules allow, and no others', () => {
    const digits = fc.stringMatching(/^[0-3]{1,4}$/)
    const piece = (kind: fc.Arbitrary<boolean>) =>
      fc.record({ digits: fc.oneof({ weight: 6, arbitrary: digits }, fc.constant('')), glued: kind, continues: fc.boolean() })
    const row = fc.boolean().chain(isGlued =>
      fc.record({
        pieces: fc.array(piece(isGlued ? fc.constant(true) : fc.oneof(fc.constant(false), fc.boolean())), { maxLength: 4 }),
        width: fc.integer({ min: 2, max: 6 }),
        sums: fc.constantFrom('none', 'row', 'two', 'part'),
      }),
    )
    fc.assert(
      fc.property(row, ({ pieces, width, sums }) => {
        const all = pieces.map((one, fragment) => ({ ...one, fragment }))
        const rules: Record<typeof sums, SumRule[]> = {
          none: [],
          row: [rowSum(width)],
          two: [rowSum(2), { parts: [0], total: width - 1 }],
          part: [{ parts: [0], total: width - 1 }],
        }
        expect(listed(all, width, rules[sums])).toEqual(everyRow(all, width, rules[sums]))
      }),
      { numRuns: 3000 },
    )
  })

  test('end in the total where nothing stands between figures', () => {
    expect(listed([glued('3000003')], 7, [rowSum(7)])).toEqual(['3 0 0 0 0 0 3'])
    expect(listed([apart('013'), { ...apart('3'), continues: true }, glued('133')], 2, [rowSum(2)])).toEqual(['0133 133'])
    // A figure that is broken over two lines comes to more than its parts.
    expect(listed([apart('1'), { ...apart('7'), continues: true }, glued('17')], 3, [rowSum(3)])).toEqual(['17 _ 17', '_ 17 17'])
  })

  test('leave the total out only where all figures are 0', () => {
    expect(listed([glued('00')], 3, [rowSum(3)])).toEqual(['0 0 _', '0 _ 0', '_ 0 0'])
    expect(listed([apart('1'), apart('0')], 3, [rowSum(3)])).toEqual([])
  })

  test('are not listed where there are too many', () => {
    expect(listed([glued('1'.repeat(30))], 15, [], 1000)).toBeNull()
  })

  test('of a long run of glued digits cost few steps', () => {
    // 38,100 steps before each total bounded the figures before it by what they can come to at most.
    const row = ['117', '19155', '62179259863'].map(glued)
    expect(listed(row, 7, [rowSum(7)], 2500)).toEqual(['117 191 55 62 179 259 863'])
  })
})
