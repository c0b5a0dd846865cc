import { describe, expect, test } from 'vitest'
import { compareReports } from '../../src/collection/compare.ts'
import { compareCollections } from '../../src/collection/compare-collections.ts'
import { compareTexts } from '../../src/collection/compare-texts.ts'
import type { Cell } from '../../src/model/cell.ts'
import { asCells, makeReport, nullCell, random, randomCounty, randomFigures, readCell } from './county.ts'

const id = 'requests.granted.total'
const report = (issuer: string, year: number, cells: Record<string, Cell>, overview = '') =>
  makeReport({ issuer, year, edition: '2021', cells: new Map(Object.entries(cells)), texts: { overview } })

const cellIn = (comparison: ReturnType<typeof compareReports>, cell: string) =>
  comparison.cells.find(found => found.cell === cell)

describe('figures', () => {
  test('change by so much, and by so much of what they were', () => {
    const found = compareReports(report('甲镇', 2021, { [id]: readCell(4) }), report('甲镇', 2022, { [id]: readCell(6) }))
    expect(cellIn(found, id)).toMatchObject({ change: 2, ratio: 0.5, doubted: false })
  })
  test('from zero there is no ratio', () => {
    const found = compareReports(report('甲镇', 2021, { [id]: readCell(0) }), report('甲镇', 2022, { [id]: readCell(6) }))
    expect(cellIn(found, id)).toMatchObject({ change: 6, ratio: null })
  })
  test('a blank is not a zero to count from', () => {
    const found = compareReports(report('甲镇', 2021, { [id]: nullCell('blank') }), report('甲镇', 2022, { [id]: readCell(6) }))
    expect(cellIn(found, id)).toMatchObject({ before: { value: null, status: 'blank' }, change: null, ratio: null })
  })
  test('in different units are not subtracted', () => {
    const fees = 'disclosure.fees.amount'
    const found = compareReports(
      report('甲镇', 2021, { [fees]: readCell(3, '万元') }),
      report('甲镇', 2022, { [fees]: readCell(30000, '元') }),
    )
    expect(cellIn(found, fees)?.change).toBeNull()
  })
})

describe('what is carried over', () => {
  const rng = random(3)
  const first = randomFigures('2021', rng)
  const second = randomFigures('2021', rng, first)
  const of = (year: number, figures: Map<string, number>, issuer = '甲镇') =>
    makeReport({ issuer, year, edition: '2021', cells: asCells(figures) })
  test('holds where the years fit', () => {
    const { carryOvers } = compareReports(of(2021, first), of(2022, second))
    expect(carryOvers).toHaveLength(9)
    expect(new Set(carryOvers.map(found => found.verdict))).toEqual(new Set(['held']))
  })
  test.each([
    ['requests.carriedOver.naturalPerson', 1],
    ['disclosure.normativeDocuments.inForce', -2],
    ['disclosure.normativeDocuments.issued', 1],
  ])('%s moved by %i is broken', (cell, by) => {
    const moved = new Map(second).set(cell, (second.get(cell) ?? 0) + by)
    const { carryOvers } = compareReports(of(2021, first), of(2022, moved))
    const broken = carryOvers.filter(found => found.verdict === 'broken')
    expect(broken).toHaveLength(1)
    expect((broken[0]?.printed ?? 0) - (broken[0]?.expected ?? 0)).toBe(cell.endsWith('issued') ? -by : by)
  })
  test('cannot be judged over a blank', () => {
    const cells = asCells(second).set('requests.carriedOver.total', nullCell('blank'))
    const { carryOvers } = compareReports(of(2021, first), makeReport({ issuer: '甲镇', year: 2022, edition: '2021', cells }))
    expect(carryOvers.find(found => found.cell === 'requests.carriedOver.total')).toMatchObject({
      verdict: 'unknown',
      printed: null,
    })
  })
  test('is not asked of two bodies, nor over a gap of years', () => {
    expect(compareReports(of(2021, first), of(2022, second, '乙镇')).carryOvers).toEqual([])
    expect(compareReports(of(2020, first), of(2022, second)).carryOvers).toEqual([])
    expect(compareReports(of(2021, first), of(2022, second, '临江县甲镇人民政府')).carryOvers).toHaveLength(9)
  })
})

describe('passages', () => {
  const fates = (before: string, after: string) => compareTexts(before, after).passages.map(passage => passage.fate)
  test('copied, with other figures, changed, added, removed', () => {
    const before = '我镇高度重视信息公开工作。2021年公开信息325条。加强队伍建设，组织业务培训两次。举办开放日活动。'
    const after = '我镇高度重视信息公开工作。2022年公开信息410条。加强队伍建设，组织业务培训三次，考核一次。新建查阅点。'
    expect(fates(before, after)).toEqual(['copied', 'refigured', 'changed', 'added', 'removed'])
    const { length, copied } = compareTexts(before, after)
    expect([length, copied]).toEqual([54, 27])
  })
  test('a sentence copied once answers for one', () => {
    expect(fates('高度重视。', '高度重视。高度重视。')).toEqual(['copied', 'added'])
  })
  test('a closing bracket stays with its sentence', () => {
    expect(compareTexts('', '【待补充。】他说“好。”然后走了。').passages.map(passage => passage.after)).toEqual([
      '【待补充。】',
      '他说“好。”',
      '然后走了。',
    ])
  })
  test('nothing compared with nothing', () => {
    expect(compareTexts('', '')).toEqual({ passages: [], length: 0, copied: 0 })
  })
  test('a text of one repeated sentence is bounded', () => {
    const hostile = '甲乙丙丁戊己庚辛壬癸。'.repeat(20_000)
    expect(compareTexts(hostile, `${hostile}完`).passages.length).toBeLessThanOrEqual(6000)
  })
})

describe('two collections', () => {
  const county = randomCounty(5, { size: 12 })
  test('pair bodies by name and add what both know', () => {
    const of = (year: number) => county.reports.filter(found => found.year === year)
    const found = compareCollections(of(2021), of(2022), { roster: county.roster })
    expect([found.before, found.after]).toEqual([2021, 2022])
    const both = county.roster.bodies.filter(({ name }) => county.cells.has(`${name} 2021`) && county.cells.has(`${name} 2022`))
    expect(found.bodies.map(({ body }) => body).toSorted()).toEqual(both.map(({ name }) => name).toSorted())
    let [before, known] = [0, 0]
    for (const { name } of both) {
      const [a, b] = [county.cells.get(`${name} 2021`)?.get(id)?.value, county.cells.get(`${name} 2022`)?.get(id)?.value]
      if (typeof a !== 'number' || typeof b !== 'number') continue
      before += a
      known++
    }
    expect(found.totals.find(total => total.cell === id)).toMatchObject({ before, known, of: both.length })
  })
  test('name who is on one side alone', () => {
    const cells = { [id]: readCell(1) }
    const found = compareCollections([report('甲镇', 2021, cells)], [report('甲镇', 2022, cells), report('乙镇', 2022, cells)])
    expect(found).toMatchObject({ onlyBefore: [], onlyAfter: ['乙镇'], repeated: [], unmatched: [] })
  })
  test('do not add a county to its towns', () => {
    const at = (year: number) => [
      makeReport({ issuer: '甲镇', year, edition: '2021', level: 'town', cells: new Map([[id, readCell(2)]]) }),
      makeReport({ issuer: '临江县人民政府', year, edition: '2021', level: 'county', cells: new Map([[id, readCell(2)]]) }),
    ]
    const found = compareCollections(at(2021), at(2022))
    expect(found.bodies).toHaveLength(2)
    expect(found.totals.find(total => total.cell === id)).toMatchObject({ before: 2, of: 1 })
  })
})
