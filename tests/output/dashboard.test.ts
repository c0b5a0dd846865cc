import { describe, expect, test } from 'vitest'
import { aggregate } from '../../src/collection/aggregate.ts'
import { formOrder } from '../../src/collection/facts.ts'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import type { Place } from '../../src/document/document.ts'
import { cellsById } from '../../src/model/tables.ts'
import { createDashboard } from '../../src/output/dashboard/collect.ts'
import type { DashboardData } from '../../src/output/dashboard/data.ts'
import { toFeed } from '../../src/output/dashboard/feed.ts'
import { figureIds, figureTerms } from '../../src/output/dashboard/figures.ts'
import { dashboardHtml, embeddedJson } from '../../src/output/dashboard/html.ts'
import { packCells, packPlaces, unpackCells, unpackPlaces } from '../../src/output/dashboard/pack.ts'
import { pageTexts } from '../../src/output/dashboard/texts.ts'
import { asCells, makeReport, random, randomCounty, randomFigures } from '../collection/county.ts'
import { ingestedCounty } from './dashboard-county.ts'

const asset = { script: 'run()', style: 'p{}', scriptHash: 'c2NyaXB0', styleHash: 'c3R5bGU=' }

function dataOf(county: ReturnType<typeof ingestedCounty>): DashboardData {
  const collector = createDashboard({ roster: county.roster, made: 0 })
  for (const { report, diagnostics } of county.reports()) collector.add(report, diagnostics)
  return collector.finish()
}

describe('nothing out of a report is markup', () => {
  const hostile = '</script><script>alert(1)</script><!--\u2028\u2029 &amp; "quoted" \ud800'

  test('JSON in a script element holds no <, no line separators, and reads back', () => {
    const json = embeddedJson({ hostile })
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json)).toEqual({ hostile })
  })

  test('in title, quotation, raw text, finding, file name and scope', () => {
    const report = makeReport({
      issuer: `${hostile}镇人民政府`,
      year: 2022,
      edition: '2021',
      cells: asCells(randomFigures('2021', random(1))),
      name: `${hostile}.docx`,
    })
    report.title = hostile
    const cell = cellsById(report).get('requests.granted.total')
    if (cell) Object.assign(cell, { raw: hostile, value: null, status: 'unreadable', flags: ['cell/unreadable'] })
    report.narrative = [
      {
        metric: 'meetings',
        value: 1,
        unit: hostile,
        scaled: false,
        approximate: null,
        change: null,
        period: 'annual',
        section: 'overview',
        quote: hostile,
        place: {},
      },
    ]
    const finding: Diagnostic = {
      code: 'year/mismatch',
      severity: 'warning',
      file: report.source.name,
      place: {},
      about: [],
      args: { detail: hostile },
    }
    const collector = createDashboard({
      roster: { bodies: [{ name: `${hostile}镇人民政府`, aliases: [], kind: hostile, level: 'town', parent: `${hostile}县` }] },
    })
    collector.add(report, [finding])
    collector.addUnread(hostile, 'failed', hostile)
    const html = [...dashboardHtml(collector.finish(), 'zh', asset)].join('')
    const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0
    // The page's own four elements and no other, nothing commented out, no line separator in what is parsed.
    expect([count(/<script/g), count(/<\/script/g), count(/<!--/g)]).toEqual([4, 4, 0])
    expect(/[\u2028\u2029]/.test(html.slice(html.indexOf('<body>')))).toBe(false)
    const [, json = ''] = /id="reports">(.*)<\/script>/.exec(html) ?? []
    expect(JSON.parse(json).quotes[0][0][5]).toBe(hostile)
  })

  test('the policy allows the page’s own script and style by their hashes and nothing else', () => {
    const html = [...dashboardHtml(createDashboard().finish(), 'en', asset)].join('')
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    expect(policy).toBe(
      "default-src 'none'; script-src 'sha256-c2NyaXB0'; style-src 'sha256-c3R5bGU='; base-uri 'none'; form-action 'none'",
    )
    expect(html).not.toMatch(/(?:src|href)=/)
  })

  test('a page without its script is refused', () => {
    expect(() => [...dashboardHtml(createDashboard().finish(), 'zh', { ...asset, script: '' })]).toThrow(/build/)
  })
})

describe('figures', () => {
  const county = ingestedCounty(3, { size: 24 })
  const data = dataOf(county)
  const reports = [...county.reports()].map(({ report }) => report)

  test('sums are those of the collection, cell by cell', () => {
    const { years } = aggregate(reports, { roster: county.roster })
    expect(data.summary.years.map(({ year }) => year)).toEqual(years.map(({ year }) => year))
    years.forEach((year, at) => {
      const shown = data.summary.years[at]
      expect(shown?.notReported.map(body => data.summary.bodies.name[body])).toEqual(year.notReported)
      for (const { cell, value, sure, known, of } of year.sums)
        expect(shown?.cells[cell]).toMatchObject({ value, sure, known, of })
    })
  })

  test('a figure of one cell is that cell’s sum; one of several is known where all of them are', () => {
    for (const { totals, cells, columns } of data.summary.years) {
      for (const id of figureIds) {
        const [only, ...more] = figureTerms[id]['2021']
        const { value, known } = totals[id]
        if (only !== undefined && more.length === 0)
          expect([id, value, known]).toEqual([id, cells[only]?.value, cells[only]?.known])
        const column = columns[id].filter(figure => figure !== null)
        expect(column.length).toBe(known)
      }
    }
  })

  test('what is unknown is null in every column, and never zero', () => {
    const blank = randomCounty(5, { size: 8 })
    const collector = createDashboard({ roster: blank.roster })
    for (const report of blank.reports) collector.add(report, [])
    const { summary } = collector.finish()
    let unknown = 0
    for (const { year, columns } of summary.years) {
      for (const [at, name] of summary.bodies.name.entries()) {
        const cell = blank.cells.get(`${name} ${year}`)?.get('requests.newlyReceived.total')
        if (cell?.value != null) continue
        unknown++
        expect(columns.received[at]).toBeNull()
      }
    }
    expect(unknown).toBeGreaterThan(0)
  })

  test('the change on last year is over the bodies known in both', () => {
    const [before, after] = data.summary.years
    const both = data.summary.bodies.name.flatMap((_, at) => {
      const [a, b] = [before?.columns.received[at] ?? null, after?.columns.received[at] ?? null]
      return a === null || b === null ? [] : [[a, b] as const]
    })
    expect(after?.paired.received).toEqual({
      before: both.reduce((sum, [a]) => sum + a, 0),
      after: both.reduce((sum, [, b]) => sum + b, 0),
      known: both.length,
    })
    expect(before?.paired.received).toBeNull()
  })

  test('the feed has a row a body and year, with null for what is unknown', () => {
    const feed = toFeed(data)
    expect(feed.schemaVersion).toBe('1.0')
    expect(feed.bodies).toHaveLength(data.summary.bodies.name.length * data.summary.years.length)
    const absent = feed.bodies.filter(({ reported }) => !reported)
    expect(absent.length).toBeGreaterThan(0)
    for (const { figures } of absent) expect(Object.values(figures).filter(figure => figure !== null)).toEqual([])
  })
})

describe('packed cells and places', () => {
  test('read back as they were', () => {
    for (const { report } of ingestedCounty(9, { size: 6 }).reports()) {
      const cells = cellsById(report)
      const unpacked = unpackCells(packCells(formOrder.map(id => cells.get(id))))
      expect(unpacked).toEqual(
        formOrder.map(id => {
          const cell = cells.get(id)
          return { status: cell?.status ?? 'absent', value: cell?.value ?? null, doubted: (cell?.flags.length ?? 0) > 0 }
        }),
      )
    }
  })

  test('places of every kind', () => {
    const places: (Place | null)[] = [
      { table: 2, row: 3, cell: 1 },
      { table: 2, row: 3, cell: 2 },
      { table: 2, row: 3, cell: 3 },
      null,
      { table: 2, row: 3, cell: 7 },
      { table: 2, row: 4, cell: 8 },
      { line: 12 },
      { line: 12, column: 4 },
      { line: 13, column: 4 },
      { paragraph: 4 },
      { paragraph: 4, cell: 1 },
      { cell: 2 },
      { table: 1, row: 1, cell: 1, line: 9 },
      { table: 1, row: 1, cell: 2, line: 9 },
      { table: 1, row: 1, cell: 3 },
    ]
    expect(unpackPlaces(packPlaces(places))).toEqual(places)
  })
})

test('both languages fill the same gaps', () => {
  const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted()
  for (const [word, text] of Object.entries(pageTexts.zh.w)) {
    const other = pageTexts.en.w[word as keyof typeof pageTexts.en.w]
    expect([word, ...gaps(text)]).toEqual([word, ...gaps(other)])
    expect(other).not.toMatch(/[\u4e00-\u9fff]/)
  }
})
