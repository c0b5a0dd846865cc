import { describe, expect, test } from 'vitest'
import { aggregateGathered } from '../../src/collection/aggregate.ts'
import { createGatherer, type Gathered } from '../../src/collection/gather.ts'
import { type Reconciliation, reconcile, type Slip } from '../../src/collection/reconcile.ts'
import { asCells, type County, type Figures, makeReport, random, randomCounty, readCell } from './county.ts'

const year = 2022
const top = '临江县人民政府'

function gather(county: County): Gathered {
  const gatherer = createGatherer(county.roster)
  for (const report of county.reports) gatherer.add(report)
  return gatherer.finish()
}

const figuresOf = (county: County, body: string, of = year): Figures =>
  new Map([...(county.cells.get(`${body} ${of}`) ?? [])].flatMap(([id, { value }]) => (value === null ? [] : [[id, value]])))

/** What an honest county would publish. */
const trueSums = (gathered: Gathered): Figures =>
  new Map(
    aggregateGathered(gathered)
      .years.find(found => found.year === year)
      ?.sums.flatMap(sum => (sum.status === 'complete' && sum.value !== null ? [[sum.cell, sum.value]] : [])),
  )

const publish = (figures: Figures) => makeReport({ issuer: top, year, edition: '2021', cells: asCells(figures), name: '县.docx' })

const round = (value: number) => Number(value.toFixed(6))

function plant(figures: Figures, county: County, slip: Slip, body: string, within = '') {
  const now = figuresOf(county, body)
  const past = figuresOf(county, body, year - 1)
  const changed: string[] = []
  for (const [id, value] of figures) {
    if (!id.startsWith(within)) continue
    const own = now.get(id) ?? 0
    const old = past.get(id)
    const delta = slip === 'left-out' ? -own : slip === 'counted-twice' ? own : old === undefined ? 0 : old - own
    if (delta === 0) continue
    figures.set(id, round(value + delta))
    changed.push(id)
  }
  return changed
}

const differing = (result: Reconciliation) => result.cells.filter(cell => cell.agreement === 'differs').map(({ cell }) => cell)

describe('a county that published what its bodies reported', () => {
  const county = randomCounty(7, { faults: false })
  const gathered = gather(county)
  test('agrees in every cell', () => {
    const result = reconcile(publish(trueSums(gathered)), gathered)
    expect(result.bodies).toBe(60)
    expect(result.cells.length).toBe(200)
    expect(new Set(result.cells.map(cell => cell.agreement))).toEqual(new Set(['agrees']))
    expect(result.suggestions).toEqual([])
  })
})

describe('twenty planted slips, one at a time', () => {
  const county = randomCounty(8, { faults: false })
  const gathered = gather(county)
  const rng = random(9)
  const bodies = county.roster.bodies.map(body => body.name).filter(name => name !== top)
  const slips = ['left-out', 'counted-twice', 'last-year'] as const
  const scopes = ['', 'requests.', 'requests.', ''] as const
  const cases = Array.from({ length: 20 }, (_, i) => ({
    slip: slips[i % 3] as Slip,
    body: rng.pick(bodies),
    within: scopes[i % 4] as string,
  }))
  test.each(cases)('$slip: $body in “$within”', ({ slip, body, within }) => {
    const figures = trueSums(gathered)
    const changed = plant(figures, county, slip, body, within)
    const result = reconcile(publish(figures), gathered)
    expect(differing(result)).toEqual(changed)
    expect(result.suggestions).toMatchObject([{ slip, body, scope: within === '' ? 'report' : 'table', alternatives: [] }])
    expect(result.suggestions[0]?.cells).toEqual(changed)
    expect(result.unexplained).toEqual([])
  })
})

describe('twenty planted slips at once, each in a row of its own', () => {
  test('each is found, and its body named', () => {
    const county = randomCounty(10, { faults: false })
    const gathered = gather(county)
    const rng = random(11)
    const figures = trueSums(gathered)
    const bodies = county.roster.bodies.map(body => body.name).filter(name => name !== top)
    const rows = [
      ...new Set([...figures.keys()].filter(id => id.startsWith('requests.')).map(id => id.slice(0, id.lastIndexOf('.')))),
    ]
    const planted: { row: string; slip: Slip; body: string; cells: string[] }[] = []
    for (const row of rows.slice(0, 20)) {
      const slip = rng.pick(['left-out', 'counted-twice', 'last-year'] as const)
      // A slip that moves one figure alone may be anybody's: these move three at least.
      const body = bodies.find(name => plant(new Map(figures), county, slip, name, `${row}.`).length >= 4 && rng.chance(0.5))
      if (body) planted.push({ row, slip, body, cells: plant(figures, county, slip, body, `${row}.`) })
    }
    expect(planted.length).toBe(20)
    const result = reconcile(publish(figures), gathered)
    expect(differing(result)).toEqual(planted.flatMap(({ cells }) => cells))
    for (const { cells, slip, body } of planted) {
      const found = result.suggestions.find(suggestion => suggestion.cells.includes(cells[0] ?? ''))
      expect([found, ...(found?.alternatives ?? [])]).toContainEqual(expect.objectContaining({ slip, body }))
      expect(found?.cells).toEqual(cells)
    }
    expect(result.unexplained).toEqual([])
  })
})

describe('what cannot be told', () => {
  const county = randomCounty(12, { faults: false })
  const gathered = gather(county)
  test('a slip of the pen is nobody’s', () => {
    const figures = trueSums(gathered)
    const id = 'requests.granted.total'
    figures.set(id, (figures.get(id) ?? 0) + 1000)
    const result = reconcile(publish(figures), gathered)
    expect(differing(result)).toEqual([id])
    expect(result.suggestions).toEqual([])
    expect(result.unexplained).toEqual([id])
  })
  test('a figure that too many bodies have accuses none', () => {
    const figures = trueSums(gathered)
    const id = 'disputes.administrativeReview.pending'
    figures.set(id, (figures.get(id) ?? 0) - 1)
    const result = reconcile(publish(figures), gathered)
    expect(result.suggestions).toEqual([])
    expect(result.unexplained).toEqual([id])
  })
  test('a blank of the county is not compared', () => {
    const figures = trueSums(gathered)
    const id = 'requests.granted.total'
    const cells = asCells(figures)
    cells.set(id, { value: null, status: 'blank', raw: '', place: null, flags: [] })
    const result = reconcile(makeReport({ issuer: top, year, edition: '2021', cells }), gathered)
    expect(result.cells.find(({ cell }) => cell === id)).toMatchObject({ agreement: 'unpublished', difference: null })
  })
  test('where a body did not report, more is open and less is wrong', () => {
    const [absent = ''] = county.roster.bodies.map(body => body.name)
    const without = { ...county, reports: county.reports.filter(r => r.source.name !== `${absent}-${year}.docx`) }
    const figures = trueSums(gathered)
    const result = reconcile(publish(figures), gather(without))
    expect(new Set(result.cells.map(cell => cell.agreement))).toEqual(new Set(['open']))
    expect(result.cells[0]?.unknown).toEqual([absent])
    expect(result.suggestions).toEqual([])
    const [, , third = ''] = county.roster.bodies.map(body => body.name)
    plant(figures, county, 'left-out', third)
    const low = reconcile(publish(figures), gather(without))
    expect(low.cells.some(cell => cell.agreement === 'below')).toBe(true)
  })
  test('money in 元 against sums in 万元', () => {
    const fees = 'disclosure.fees.amount'
    const figures = trueSums(gathered)
    const cells = asCells(figures)
    cells.set(fees, readCell(round((figures.get(fees) ?? 0) * 10000), '元'))
    const result = reconcile(makeReport({ issuer: top, year, edition: '2021', cells }), gathered)
    expect(result.cells.find(({ cell }) => cell === fees)?.agreement).toBe('agrees')
  })
})
