import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine } from '../../src/output/csv.ts'
import { parseCsv } from '../../src/text/csv.ts'

const fields = (text: string) => parseCsv(text).map(record => record.fields)

describe('CSV', () => {
  test('quotes, doubled quotes, line breaks in quotes, all line ends', () => {
    expect(fields('a,"b,""c""\nd"\r\ne\rf,')).toEqual([['a', 'b,"c"\nd'], ['e'], ['f', '']])
  })
  test('counts lines, also those inside quotes', () => {
    expect(parseCsv('a\n"b\n\nc"\n\nd').map(({ line }) => line)).toEqual([1, 2, 6])
  })
  test('finds the delimiter in the first line', () => {
    expect(fields('名称；别名,级别,上级')).toEqual([['名称；别名', '级别', '上级']])
    expect(fields('a;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
    expect(fields('名称，级别\n甲镇，镇')).toEqual([
      ['名称', '级别'],
      ['甲镇', '镇'],
    ])
  })
  test('a quote that is never closed takes the rest', () => {
    expect(fields('a\n"b,c\nd')).toEqual([['a'], ['b,c\nd']])
  })
  test('a quote within a field is a quote', () => {
    expect(fields('a"b",c')).toEqual([['a"b"', 'c']])
  })
  test('reads back what is written', () => {
    const field = fc.string({ unit: fc.constantFrom('甲', 'b', ',', '"', '\n', ';') }).map(text => `x${text}y`)
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field, field), { minLength: 1, maxLength: 5 }), rows => {
        // The first line decides the delimiter.
        const all = [['h', 'h', 'h', 'h'], ...rows]
        expect(fields(all.map(csvLine).join(''))).toEqual(all)
      }),
    )
  })
})
