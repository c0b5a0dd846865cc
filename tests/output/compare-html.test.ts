import { describe, expect, test } from 'vitest'
import { compareReports } from '../../src/collection/compare.ts'
import { compareCollections } from '../../src/collection/compare-collections.ts'
import { compareCollectionsHtml, compareHtml } from '../../src/output/compare-html.ts'
import { compareText } from '../../src/output/compare-text.ts'
import { asCells, makeReport, random, randomFigures } from '../collection/county.ts'

const hostile = '<script>alert(1)</script>&"\'</style><img src=x onerror=y>'
const rng = random(4)
const first = randomFigures('2021', rng)
const second = randomFigures('2021', rng, first)
second.set('requests.carriedOver.total', (second.get('requests.carriedOver.total') ?? 0) + 3)
const of = (year: number, figures: Map<string, number>, overview: string) =>
  makeReport({ issuer: `甲镇${hostile}`, year, edition: '2021', cells: asCells(figures), texts: { overview } })
const before = of(2021, first, `${hostile}公开信息三百条。旧的一句没有了。`)
const after = of(2022, second, `${hostile}公开信息三百条。新的话写在这里。`)

describe.each(['zh', 'en'] as const)('the page, %s', language => {
  const html = compareHtml(compareReports(before, after), language)
  test('lets no text of a report become markup', () => {
    expect(html.match(/<(?:script|img)/g)).toBeNull()
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html).toContain('&lt;script&gt;')
  })
  test('loads nothing', () => {
    expect(html).not.toMatch(/<[^>]*\s(?:src|href)=|url\(|@import/)
    expect(html).toContain("default-src 'none'")
  })
  test('of two collections, too', () => {
    const page = compareCollectionsHtml(compareCollections([before], [after]), language)
    expect(page.match(/<(?:script|img)/g)).toBeNull()
    expect(page).toContain('<details>')
  })
})

test('a broken carry-over and changed passages are told', () => {
  const text = compareText(compareReports(before, after), 'zh')
  const [is, should] = [second.get('requests.carriedOver.total'), (second.get('requests.carriedOver.total') ?? 0) - 3]
  expect(text).toContain(`总计：为 ${is}，按上年应为 ${should}`)
  expect(text).toContain('[新增] 新的话写在这里。')
  expect(text).toContain('[删去] 旧的一句没有了。')
})
