import { describe, expect, test } from 'vitest'
import { parseRoster } from '../../src/collection/roster.ts'

const codes = (text: string) => parseRoster(text, 'roster.csv').diagnostics.map(d => [d.code, d.place.line])
const gbk = (hex: string) => new Uint8Array(Buffer.from(hex.replace(/ /g, ''), 'hex'))

describe('a roster', () => {
  test('in Chinese, with aliases and a hierarchy', () => {
    const { roster, diagnostics } = parseRoster(
      '\ufeff单位名称,别名,类型,级别,上级\r\n溪口镇,"溪口镇政府、剡溪镇",镇,乡镇,奉化区\r\n奉化区人民政府,,县政府,县级,\r\n',
      'roster.csv',
    )
    expect(diagnostics).toEqual([])
    expect(roster.bodies).toEqual([
      { name: '溪口镇', aliases: ['溪口镇政府', '剡溪镇'], kind: '镇', level: 'town', parent: '奉化区人民政府' },
      { name: '奉化区人民政府', aliases: [], kind: '县政府', level: 'county', parent: null },
    ])
  })
  test('in English, tab-separated, columns in any order', () => {
    const { roster } = parseRoster('level\tname\ntown\t溪口镇\n', 'r.tsv')
    expect(roster.bodies).toMatchObject([{ name: '溪口镇', level: 'town', parent: null }])
  })
  test('in GBK', () => {
    // 名称,级别\n溪口镇,镇\n
    const { roster } = parseRoster(gbk('c3fbb3c6 2c bcb6b1f0 0a cfaabfdad5f2 2c d5f2 0a'), 'r.csv')
    expect(roster.bodies).toMatchObject([{ name: '溪口镇', level: 'town' }])
  })
  test('without a column of names is not used', () => {
    expect(codes('foo,bar\n1,2\n')).toEqual([['roster/no-header', 1]])
    expect(codes('')).toEqual([['roster/no-header', 1]])
  })
  test('names faults by line', () => {
    expect(codes('名称,上级\n甲镇,\n,乙县\n甲镇,\n')).toEqual([
      ['roster/no-name', 3],
      ['roster/repeated', 4],
    ])
  })
  test('takes a parent without a row as a body above', () => {
    const { roster, diagnostics } = parseRoster('名称,上级\n甲镇,东山县\n', 'r.csv')
    expect(diagnostics.map(d => d.code)).toEqual(['roster/unknown-parent'])
    expect(roster.bodies).toMatchObject([
      { name: '甲镇', parent: '东山县' },
      { name: '东山县', level: 'county' },
    ])
  })
  test('lets no hierarchy go round', () => {
    const { roster, diagnostics } = parseRoster('名称,上级\n甲县,乙县\n乙县,甲县\n', 'r.csv')
    expect(diagnostics.map(d => d.code)).toEqual(['roster/parent-cycle'])
    expect(roster.bodies.map(body => body.parent)).toEqual(['乙县', null])
  })
})
