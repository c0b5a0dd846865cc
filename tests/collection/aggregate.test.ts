import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from 'vitest'
import { aggregate, type Sum, type Sums } from '../../src/collection/aggregate.ts'
import type { Cell } from '../../src/model/cell.ts'
import { asCells, type County, makeReport, nullCell, random, randomCounty, randomFigures, readCell } from './county.ts'

const sumOf = (sums: Sums, cell: string): Sum => {
  const found = sums.sums.find(sum => sum.cell === cell)
  if (!found) throw new Error(`no sum of ${cell}`)
  return found
}

const year2021 = (bodies: Record<string, Record<string, Cell>>, roster?: County['roster']) => {
  const reports = Object.entries(bodies).map(([issuer, cells]) =>
    makeReport({ issuer, year: 2021, edition: '2021', cells: new Map(Object.entries(cells)) }),
  )
  const result = aggregate(reports, roster ? { roster } : {})
  return { result, sums: result.years[0] as Sums }
}

const id = 'requests.granted.total'

describe('a sum', () => {
  test('is complete where every body has a sure figure', () => {
    const { sums } = year2021({ 甲镇: { [id]: readCell(3) }, 乙镇: { [id]: readCell(4) } })
    expect(sumOf(sums, id)).toMatchObject({ status: 'complete', value: 7, sure: 7, known: 2, of: 2 })
  })
  test('over a blank is partial, and blank does not become zero', () => {
    const { sums } = year2021({ 甲镇: { [id]: readCell(3) }, 乙镇: { [id]: nullCell('blank') } })
    expect(sumOf(sums, id)).toMatchObject({
      status: 'partial',
      value: 3,
      known: 1,
      of: 2,
      unknown: [{ body: '乙镇', why: 'blank' }],
    })
  })
  test('of nothing known is null', () => {
    const { sums } = year2021({ 甲镇: { [id]: nullCell('blank') } })
    expect(sumOf(sums, id)).toMatchObject({ status: 'unknown', value: null, sure: null, known: 0, of: 1 })
  })
  test('holds doubted figures apart from sure ones', () => {
    const doubted = readCell(4, undefined, ['identity/broken'])
    const { sums } = year2021({ 甲镇: { [id]: readCell(3) }, 乙镇: { [id]: doubted } })
    expect(sumOf(sums, id)).toMatchObject({ status: 'doubted', value: 7, sure: 3, doubted: ['乙镇'] })
  })
  test('of money is exact in decimals', () => {
    const fees = 'disclosure.fees.amount'
    const { sums } = year2021({
      甲镇: { [fees]: readCell(0.1) },
      乙镇: { [fees]: readCell(0.2) },
      丙镇: { [fees]: readCell(70487, '元') },
    })
    expect(sumOf(sums, fees)).toMatchObject({ value: 7.3487, unit: '万元', status: 'complete' })
  })
  test('does not assume a unit', () => {
    const amount = 'disclosure.procurement.amount'
    const reports = [readCell(8040), readCell(29.5, '万元'), readCell(0)].map((cell, i) =>
      makeReport({ issuer: `${'甲乙丙'[i]}镇`, year: 2020, edition: '2019', cells: new Map([[amount, cell]]) }),
    )
    const sum = sumOf(aggregate(reports).years[0] as Sums, amount)
    expect(sum).toMatchObject({ value: 29.5, known: 2, unknown: [{ body: '甲镇', why: 'unit-not-stated' }] })
  })
  test('of a cell that one edition lacks says whose report lacks it', () => {
    const cells = (edition: '2019' | '2021') => asCells(randomFigures(edition, random(1)))
    const reports = [
      makeReport({ issuer: '甲镇', year: 2021, edition: '2021', cells: cells('2021') }),
      makeReport({ issuer: '乙镇', year: 2021, edition: '2019', cells: cells('2019') }),
    ]
    const sums = aggregate(reports).years[0] as Sums
    expect(sumOf(sums, 'disclosure.rules.issued')).toMatchObject({ status: 'partial', known: 1, otherEdition: ['乙镇'] })
    expect(sumOf(sums, 'disclosure.rules.newlyMade')).toMatchObject({ status: 'partial', known: 1, otherEdition: ['甲镇'] })
    expect(sumOf(sums, 'disclosure.licensing.decisions')).toMatchObject({ status: 'complete', known: 2 })
    expect(Object.keys(sumOf(sums, 'disclosure.licensing.decisions').parts)).toEqual(['2019', '2021'])
  })
})

describe('who counts', () => {
  const town = (name: string, parent: string | null = null) => ({ name, aliases: [], kind: '镇', level: 'town', parent }) as const
  test('a body of the roster that did not report is missing, by name', () => {
    const { sums, result } = year2021({ 甲镇人民政府: { [id]: readCell(3) } }, { bodies: [town('甲镇'), town('乙镇')] })
    expect(sums).toMatchObject({ bodies: 2, reported: 1, notReported: ['乙镇'] })
    expect(sumOf(sums, id)).toMatchObject({ status: 'partial', value: 3, known: 1, of: 2 })
    expect(result.diagnostics.map(d => [d.code, d.args.body])).toEqual([['collection/not-reported', '乙镇']])
  })
  test('without a roster a body met in another year is missing in this', () => {
    const at = (issuer: string, year: number) =>
      makeReport({ issuer, year, edition: '2021', cells: new Map([[id, readCell(1)]]) })
    const { years } = aggregate([at('甲镇', 2021), at('乙镇', 2021), at('临江县甲镇人民政府', 2022)])
    expect(years.map(y => [y.year, y.reported, y.notReported])).toEqual([
      [2021, 2, []],
      [2022, 1, ['乙镇']],
    ])
  })
  test('a stranger to the roster is named and not added', () => {
    const { sums, result } = year2021({ 甲镇: { [id]: readCell(3) }, 外镇: { [id]: readCell(5) } }, { bodies: [town('甲镇')] })
    expect(sumOf(sums, id).value).toBe(3)
    expect(result.diagnostics).toMatchObject([{ code: 'collection/unmatched', args: { issuer: '外镇' } }])
  })
  test('a name that fits two bodies is given to neither', () => {
    const bodies = [town('东山区溪口镇', '东山区'), town('西山县溪口镇', '西山县')]
    const { sums, result } = year2021({ 溪口镇: { [id]: readCell(3) } }, { bodies })
    expect(sumOf(sums, id)).toMatchObject({ value: null, status: 'unknown' })
    expect(result.diagnostics[0]).toMatchObject({
      code: 'collection/matched-twice',
      args: { bodies: '东山区溪口镇、西山县溪口镇' },
    })
  })
  test('a report without issuer or year is named and not added', () => {
    const cells = new Map([[id, readCell(1)]])
    const { years, diagnostics } = aggregate([
      makeReport({ issuer: null, year: 2021, edition: '2021', cells }),
      makeReport({ issuer: '甲镇', year: null, edition: '2021', cells }),
    ])
    expect(years).toEqual([])
    expect(diagnostics.map(d => d.code)).toEqual(['collection/no-issuer', 'collection/no-year'])
  })
  test('two files of one report count once; where they differ, the cell is contested', () => {
    const other = 'requests.denied.stateSecret.total'
    const file = (name: string, granted: number) =>
      makeReport({
        issuer: name,
        year: 2021,
        edition: '2021',
        name,
        cells: new Map([
          [id, readCell(granted)],
          [other, readCell(2)],
        ]),
      })
    const same = aggregate([file('甲镇', 3), file('甲镇人民政府', 3)])
    expect(sumOf(same.years[0] as Sums, id).value).toBe(3)
    expect(same.diagnostics.map(d => d.code)).toEqual(['collection/repeated-file'])
    const differing = aggregate([file('甲镇', 3), file('甲镇人民政府', 4)])
    expect(sumOf(differing.years[0] as Sums, id)).toMatchObject({
      value: null,
      unknown: [{ body: '甲镇人民政府', why: 'contested' }],
    })
    expect(sumOf(differing.years[0] as Sums, other).value).toBe(2)
    expect(differing.diagnostics).toMatchObject([{ code: 'collection/reported-twice', about: [id], args: { contested: 1 } }])
  })
  test('a county is not added to the towns it sums up', () => {
    const top = { name: '临江县', aliases: [], kind: null, level: 'county', parent: null } as const
    const roster = { bodies: [town('甲镇', '临江县'), town('乙镇', '临江县'), top] }
    const all = { 甲镇: { [id]: readCell(3) }, 乙镇: { [id]: readCell(4) }, 临江县人民政府: { [id]: readCell(7) } }
    const { sums, result } = year2021(all, roster)
    expect(sumOf(sums, id)).toMatchObject({ value: 7, of: 2 })
    expect(result.diagnostics.map(d => d.code)).toEqual(['collection/set-aside'])
    expect(sumOf(year2021(all).sums, id)).toMatchObject({ value: 7, of: 2 })
  })
  test('a report of a form older than both has no figure to add and is not silently complete', () => {
    const old = makeReport({ issuer: '乙镇', year: 2021, edition: null, cells: new Map() })
    const now = makeReport({ issuer: '甲镇', year: 2021, edition: '2021', cells: new Map([[id, readCell(1)]]) })
    const sums = aggregate([now, old]).years[0] as Sums
    expect(sumOf(sums, id)).toMatchObject({ status: 'partial', value: 1, unknown: [{ body: '乙镇', why: 'missing' }] })
  })
})

describe('groups', () => {
  test('a city is the sum of its counties, a county of its towns', () => {
    const body = (name: string, level: 'town' | 'county' | 'city', parent: string | null) => ({
      name,
      aliases: [],
      kind: level,
      level,
      parent,
    })
    const roster = {
      bodies: [
        body('大江市', 'city', null),
        body('东县', 'county', '大江市'),
        body('西县', 'county', '大江市'),
        body('甲镇', 'town', '东县'),
        body('乙镇', 'town', '东县'),
        body('丙镇', 'town', '西县'),
      ],
    }
    const cells = (n: number) => ({ [id]: readCell(n) })
    const reports = Object.entries({ 甲镇: cells(1), 乙镇: cells(2), 丙镇: cells(4) }).map(([issuer, c]) =>
      makeReport({ issuer, year: 2021, edition: '2021', cells: new Map(Object.entries(c)) }),
    )
    const { years } = aggregate(reports, { roster })
    const values = Object.fromEntries(years[0]?.byParent.map(group => [group.name, sumOf(group, id).value]) ?? [])
    expect(values).toEqual({ 大江市: 7, 东县: 3, 西县: 4 })
    const east = aggregate(reports, { roster, scope: '东县人民政府' })
    expect(east.scope).toBe('东县')
    expect(sumOf(east.years[0] as Sums, id)).toMatchObject({ value: 3, of: 2 })
  })
})

describe('rates', () => {
  const cells = (granted: number, total: number | null) => ({
    [id]: readCell(granted),
    'requests.partiallyGranted.total': readCell(0),
    'requests.outcomesTotal.total': total === null ? nullCell('blank') : readCell(total),
  })
  test('come from sums over the same bodies, not from an average', () => {
    const { sums } = year2021({ 甲镇: cells(1, 1), 乙镇: cells(0, 9), 丙镇: cells(5, null) })
    const rate = sums.rates.find(r => r.id === 'disclosed')
    expect(rate).toMatchObject({ numerator: 1, denominator: 10, value: 0.1, known: 2, of: 3 })
    expect(rate?.over).toEqual([id, 'requests.partiallyGranted.total'])
  })
  test('over nothing is not known, and not zero', () => {
    const { sums } = year2021({ 甲镇: cells(0, 0) })
    expect(sums.rates.find(r => r.id === 'disclosed')).toMatchObject({ denominator: 0, value: null, known: 1 })
  })
})

describe('a county of 60 bodies over three years, against SQL', () => {
  test('sums, sure sums and coverage are what DuckDB computes', async () => {
    const county = randomCounty(20260331)
    const result = aggregate(county.reports, { roster: county.roster })
    const directory = mkdtempSync(join(tmpdir(), 'ogi-aggregate-'))
    const rows = [...county.cells].flatMap(([key, cells]) => {
      const [body, year] = key.split(' ')
      return [...cells].map(([cell, c]) => [body, year, cell, c.value ?? '', c.flags.length > 0].join(','))
    })
    const file = join(directory, 'facts.csv')
    writeFileSync(file, `body,year,cell,value,doubted\n${rows.join('\n')}\n`)
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const answer = await connection.runAndReadAll(`
      select year, cell, sum(value)::double as value, sum(value) filter (not doubted)::double as sure,
             count(value)::int as known, (count(value) filter (doubted))::int as doubted, (count(*) - count(value))::int as unknown
      from read_csv('${file}', types = {'value': 'decimal(18,6)', 'doubted': 'boolean', 'year': 'int'})
      group by year, cell`)
    rmSync(directory, { recursive: true })
    const expected = answer.getRowObjectsJS()
    expect(expected.length).toBeGreaterThan(500)
    const bodiesIn = (year: number) => [...county.cells.keys()].filter(key => key.endsWith(` ${year}`)).length
    for (const { year, cell, value, sure, known, doubted, unknown } of expected) {
      const sums = result.years.find(y => y.year === year) as Sums
      const sum = sumOf(sums, String(cell))
      expect({ cell, year, value: sum.value, sure: sum.sure, known: sum.known }).toEqual({ cell, year, value, sure, known })
      expect(sum.doubted.length).toBe(doubted)
      expect(sum.unknown.length).toBe(unknown)
      expect(sum.of).toBe(60)
      expect(sums.reported).toBe(bodiesIn(Number(year)))
      expect(sum.known + sum.unknown.length + sum.otherEdition.length + sums.notReported.length).toBe(60)
    }
    expect(result.years.some(y => y.notReported.length > 0)).toBe(true)
    expect(result.diagnostics.map(d => d.code)).not.toContain('collection/unmatched')
  })
})
