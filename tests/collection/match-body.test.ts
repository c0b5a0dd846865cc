import { describe, expect, test } from 'vitest'
import { nameParts } from '../../src/collection/body-name.ts'
import { bodyMatcher } from '../../src/collection/match-body.ts'
import type { Body } from '../../src/collection/roster.ts'

const body = (name: string, parent: string | null = null, ...aliases: string[]): Body => ({
  name,
  aliases,
  kind: null,
  level: null,
  parent,
})

describe('a name taken apart', () => {
  test.each([
    ['溪口镇', [], '溪口镇'],
    ['溪口镇人民政府', [], '溪口镇'],
    ['宁波市奉化区溪口镇人民政府', ['宁波市', '奉化区'], '溪口镇'],
    ['浙江省宁波市奉化区人民政府', ['浙江省', '宁波市'], '奉化区'],
    ['黔西南布依族苗族自治州兴义市教育局', ['黔西南布依族苗族自治州', '兴义市'], '教育局'],
    ['赵县赵州镇', ['赵县'], '赵州镇'],
    ['岳林街道办事处', [], '岳林街道'],
    ['宁波市市场监督管理局', ['宁波市'], '市场监督管理局'],
    ['市场监督管理局', [], '市场监督管理局'],
    ['奉化区经济开发区管委会', ['奉化区'], '经济开发区管委会'],
    ['奉化区人民政府办公室', ['奉化区'], '政府办公室'],
    ['区教育局', [], '教育局'],
    ['国家税务总局奉化区税务局', ['奉化区'], '税务局'],
    ['宁波高新区梅墟街道', [], '宁波高新区梅墟街道'],
    ['奉化区 溪口镇　人民政府', ['奉化区'], '溪口镇'],
  ])('%s', (name, regions, local) => {
    expect(nameParts(name)).toMatchObject({ regions, local })
  })
})

describe('matching', () => {
  const roster = {
    bodies: [
      body('宁波市'),
      body('奉化区人民政府', '宁波市'),
      body('武宁县', '九江市'),
      body('九江市'),
      body('溪口镇', '奉化区人民政府'),
      body('武宁县溪口镇', '武宁县'),
      body('莼湖街道', '奉化区人民政府', '莼湖镇'),
      body('教育局', '奉化区人民政府', '教体局'),
      body('卫生健康局', '奉化区人民政府', '卫健局'),
    ],
  }
  const match = bodyMatcher(roster)
  test.each([
    ['奉化区溪口镇', '溪口镇'],
    ['宁波市奉化区溪口镇人民政府', '溪口镇'],
    ['宁波市溪口镇', '溪口镇'],
    ['九江市武宁县溪口镇', '武宁县溪口镇'],
    ['莼湖街道办事处', '莼湖街道'],
    ['奉化区莼湖镇人民政府', '莼湖街道'],
    ['奉化区教育局', '教育局'],
    ['宁波市奉化区教体局', '教育局'],
    ['奉化区卫健局', '卫生健康局'],
    ['宁波市奉化区人民政府', '奉化区人民政府'],
    ['奉化区政府', '奉化区人民政府'],
  ])('%s is %s', (issuer, name) => {
    expect(match(issuer)).toEqual({ kind: 'one', body: name })
  })
  test('a bureau of the city is not that of the county', () => {
    expect(match('宁波市教育局')).toEqual({ kind: 'none' })
  })
  test('a town of another county is not this one', () => {
    expect(match('修水县溪口镇')).toEqual({ kind: 'none' })
  })
  test('a name that two have fits none of them', () => {
    expect(match('溪口镇')).toEqual({ kind: 'several', bodies: ['武宁县溪口镇', '溪口镇'] })
    expect(match('溪口镇人民政府').kind).toBe('several')
  })
  test('a stranger', () => {
    expect(match('大堰镇')).toEqual({ kind: 'none' })
  })
})
