import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { aggregate } from '../../../src/collection/aggregate.ts'
import { toOfficialDocx } from '../../../src/output/official-docx.ts'
import { parseReport } from '../../../src/parse-report.ts'
import { type County, randomCounty } from '../../collection/county.ts'
import { invoke } from './invoke.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogi-collection-'))
afterAll(() => rmSync(folder, { recursive: true }))

const levelWords: Record<string, string> = { town: '乡镇', department: '部门', county: '县级' }

/** What `ogi ingest` would have left, as far as these commands read it. */
function ingest(name: string, county: County, { roster = true } = {}): string {
  const path = join(folder, name)
  mkdirSync(path)
  writeFileSync(join(path, 'reports.ndjson'), county.reports.map(report => `${JSON.stringify(report)}\n`).join(''))
  const lines = county.roster.bodies.map(body =>
    [body.name, body.kind, levelWords[body.level ?? ''], body.parent ?? ''].join(','),
  )
  if (roster) writeFileSync(join(path, 'roster.csv'), `\ufeff名称,类型,级别,上级\r\n${lines.join('\r\n')}\r\n`)
  return path
}

const whole = randomCounty(21, { size: 6, faults: false })
const spoiled = randomCounty(22, { size: 20 })
const full = ingest('full', whole)
const part = ingest('part', spoiled)

describe('ogi aggregate', () => {
  test('shows years side by side, with who is missing', async () => {
    const { code, out } = await invoke(['aggregate', part, '--lang', 'en'])
    expect(code).toBe(0)
    const result = aggregate(spoiled.reports, { roster: spoiled.roster })
    expect(out).toContain('临江县人民政府')
    for (const { year, reported, bodies, notReported } of result.years) {
      expect(out).toMatch(new RegExp(`${year} +${reported}/${bodies} +${notReported.join('、') || 'none'}`))
    }
    expect(out).toContain('no less than this')
  })
  test('prints JSON with coverage', async () => {
    const { out } = await invoke(['aggregate', full, '--json', '--year', '2022'])
    const result = JSON.parse(out)
    expect(result.years.map((year: { year: number }) => year.year)).toEqual([2022])
    expect(result.years[0].sums[0]).toMatchObject({ status: 'complete', known: 6, of: 6 })
  })
  test('writes the report in the official form, and a workbook', async () => {
    const [docx, xlsx] = [join(folder, 'a.docx'), join(folder, 'a.xlsx')]
    const { code, err, out } = await invoke(['aggregate', full, '--docx', docx, '--xlsx', xlsx, '--quiet'])
    expect([code, err, out]).toEqual([0, '', ''])
    const { report } = await parseReport(new Uint8Array(readFileSync(docx)), { name: 'a.docx' })
    expect([report.issuer, report.year]).toEqual(['临江县人民政府', 2022])
    const sum = aggregate(whole.reports, { roster: whole.roster })
      .years.at(-1)
      ?.sums.find(s => s.cell === 'requests.granted.total')
    expect(report.requests.granted.total.value).toBe(sum?.value)
    const sheets = Object.keys(unzipSync(new Uint8Array(readFileSync(xlsx)))).filter(name => name.includes('worksheets/sheet'))
    expect(sheets.length).toBe(3 + 2 + 3 + 1)
  })
  test('does not write a partial sum into the workbook as a number', async () => {
    const xlsx = join(folder, 'p.xlsx')
    await invoke(['aggregate', part, '--xlsx', xlsx, '--quiet'])
    const sheet = strFromU8(unzipSync(new Uint8Array(readFileSync(xlsx)))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const latest = aggregate(spoiled.reports, { roster: spoiled.roster }).years.at(-1)
    const partial = latest?.sums.find(sum => sum.status === 'partial' && sum.kind === 'count' && sum.doubted.length === 0)
    expect(sheet).toContain(`≥${partial?.sure}</t>`)
    expect(sheet.match(/<v>/g)?.length ?? 0).toBe(latest?.sums.filter(sum => sum.status === 'complete').length)
  })
  test.each([
    [['aggregate'], 2],
    [['aggregate', folder], 2],
    [['aggregate', full, '--year', '22'], 2],
    [['aggregate', full, '--year', '1999'], 2],
    [['aggregate', full, '--of', '无此县'], 2],
    [['aggregate', full, full], 2],
    [['aggregate', full, '--roster', join(folder, 'none.csv')], 1],
    [['aggregate', full, '--docx', join(folder, 'none', 'a.docx')], 2],
  ])('%j ends in %i and says why', async (argv, expected) => {
    const { code, err } = await invoke(argv)
    expect(code).toBe(expected)
    expect(err.length).toBeGreaterThan(5)
    expect(err).not.toContain('    at ')
  })
  test('says which line is damaged', async () => {
    const path = join(folder, 'damaged')
    mkdirSync(path)
    writeFileSync(join(path, 'reports.ndjson'), `${JSON.stringify(whole.reports[0])}\n{"half":`)
    const { code, err } = await invoke(['aggregate', path, '--lang', 'en'])
    expect(code).toBe(1)
    expect(err).toContain('reports.ndjson, line 2')
  })
})

describe('ogi reconcile', () => {
  const county = join(folder, 'county.docx')
  const missing = join(folder, 'missing.docx')
  const [left = ''] = whole.roster.bodies.map(body => body.name)
  const scope = '临江县人民政府'
  writeFileSync(county, toOfficialDocx(aggregate(whole.reports, { roster: whole.roster, scope })))
  const bodies = whole.roster.bodies.filter(({ name }) => name !== left)
  const others = whole.reports.filter(({ source }) => !source.name.startsWith(`${left}-`))
  writeFileSync(missing, toOfficialDocx(aggregate(others, { roster: { bodies }, scope })))
  test('finds nothing where the county added right', async () => {
    const { code, out } = await invoke(['reconcile', county, full])
    expect(out).toContain('不一致 0 格')
    expect(code).toBe(0)
  })
  test('names the body that was left out', async () => {
    const { code, out } = await invoke(['reconcile', missing, full, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out).suggestions).toMatchObject([{ slip: 'left-out', body: left, scope: 'report' }])
    expect((await invoke(['reconcile', missing, full])).out).toContain(`“${left}”漏计`)
  })
  test('cannot without reports of its year', async () => {
    const { code, err } = await invoke([
      'reconcile',
      county,
      ingest('early', { ...whole, reports: whole.reports.filter(r => r.year === 2020) }),
    ])
    expect(code).toBe(2)
    expect(err).toContain('2020')
  })
})

describe('ogi compare', () => {
  test('two ingests: sums over the bodies that both know', async () => {
    const html = join(folder, 'c.html')
    const { code, out } = await invoke(['compare', full, full, '--from', '2021', '--to', '2022', '--html', html])
    expect(code).toBe(0)
    expect(out).toContain('2021 → 2022  6 单位')
    expect(readFileSync(html, 'utf8')).toContain('<details>')
  })
  test('two reports', async () => {
    const { code, out } = await invoke(['compare', join(folder, 'county.docx'), join(folder, 'missing.docx'), '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ sameBody: true, before: { year: 2022 }, carryOvers: [] })
  })
  test('years without reports are named, not compared', async () => {
    for (const [side, years] of [
      ['--from', '2020、2021、2022'],
      ['--to', '2021'],
    ] as const) {
      const later = { ...whole, reports: whole.reports.filter(({ year }) => year === 2021) }
      const { code, out, err } = await invoke(['compare', full, ingest(`years${side}`, later), side, '1999'])
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`没有所选年度的报告；已有：${years}`)
    }
    const undated = ingest('undated', { ...whole, reports: whole.reports.map(report => ({ ...report, year: null })) })
    expect((await invoke(['compare', undated, full])).err).toContain('已有：无')
  })
  test('a report and an ingest cannot be compared', async () => {
    const { code, err } = await invoke(['compare', join(folder, 'county.docx'), full])
    expect(code).toBe(2)
    expect(err).toContain('ogi ingest')
  })
})
