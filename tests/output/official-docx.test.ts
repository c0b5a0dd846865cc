import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { aggregate, type YearSums } from '../../src/collection/aggregate.ts'
import { cellsOfForm, type EditionId } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'
import { cellsById } from '../../src/model/tables.ts'
import { toOfficialDocx } from '../../src/output/official-docx.ts'
import { printSum } from '../../src/output/official-figure.ts'
import { parseReport } from '../../src/parse-report.ts'
import { asCells, makeReport, nullCell, random, randomCounty, randomFigures } from '../collection/county.ts'

/** `npm run law` runs a thousand, in blocks, so that one sees how far it is. */
const counties = Number(process.env.LAW_RUNS ?? 8)
const blockSize = Math.min(50, counties)
const blocks = Array.from({ length: Math.ceil(counties / blockSize) }, (_, at) => ({
  from: at * blockSize + 1,
  to: (at + 1) * blockSize,
}))

const scope = '临江县人民政府'

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

/** What the document must be read back as, cell by cell. */
function printed(sums: YearSums, edition: EditionId) {
  const bySum = new Map(sums.sums.map(sum => [sum.cell, sum]))
  return cellsOfForm(forms[edition]).map(({ id }) => {
    const { text, plain } = printSum(bySum.get(id))
    return { id, raw: text, status: plain ? 'read' : 'unreadable', value: plain ? (bySum.get(id)?.value ?? null) : null }
  })
}

async function readBack(bytes: Uint8Array, edition: EditionId) {
  const { report, diagnostics } = await parseReport(bytes, { name: '汇总.docx' })
  const cells = cellsById(report)
  return {
    report,
    diagnostics,
    read: cellsOfForm(forms[edition]).map(({ id }) => {
      const cell = cells.get(id)
      return { id, raw: cell?.raw?.trim(), status: cell?.status, value: cell?.value }
    }),
  }
}

describe('a county’s report is read back as it was written', () => {
  test.each(blocks)('random counties $from to $to, cell by cell', { timeout: 3_600_000 }, async ({ from, to }) => {
    let plain = 0
    let marked = 0
    for (let seed = from; seed <= to; seed++) {
      const rng = random(seed)
      const edition: EditionId = rng.chance(0.3) ? '2019' : '2021'
      const years = edition === '2019' ? [2019, 2020] : [2021, 2022]
      const faults = rng.chance(0.6)
      const county = randomCounty(seed, { size: 1 + rng.below(9), years, faults })
      const result = aggregate(county.reports, { roster: county.roster, scope })
      const sums = result.years.at(-1)
      // With few bodies and faults it happens that nobody reported.
      if (!sums) continue
      const { report, diagnostics, read } = await readBack(toOfficialDocx(result, { edition }), edition)
      const expected = printed(sums, edition)
      expect({ seed, read }).toEqual({ seed, read: expected })
      expect([report.issuer, report.year, report.edition]).toEqual([scope, sums.year, edition])
      plain += expected.filter(cell => cell.status === 'read').length
      marked += expected.filter(cell => cell.status !== 'read').length
      if (!faults)
        expect({ seed, codes: diagnostics.filter(d => d.severity !== 'info').map(d => d.code) }).toEqual({ seed, codes: [] })
    }
    expect(plain).toBeGreaterThan(blockSize * 20)
    expect(marked).toBeGreaterThan(blockSize * 10)
  })
})

describe('what is not complete and sure', () => {
  const cells = asCells(randomFigures('2021', random(1)))
  const blank = new Map(cells).set('requests.granted.total', nullCell('blank'))
  const reports = [
    makeReport({ issuer: '甲镇', year: 2022, edition: '2021', cells }),
    makeReport({ issuer: '乙镇', year: 2022, edition: '2021', cells: blank }),
  ]
  const result = aggregate(reports)
  const bytes = toOfficialDocx(result, { issuer: scope })
  const text = partOf(bytes, 'word/document.xml')
  test('is printed as a lower bound, shaded, and explained under its table', () => {
    const value = cells.get('requests.granted.total')?.value
    expect(text).toContain(
      `<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Figure"/><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">≥${value}</w:t>`,
    )
    expect(text.match(/w:fill="FFF2CC"/g)).toHaveLength(1)
    expect(text).toContain('注：表中 1 格不是确定的全数')
    expect(text).toContain(`予以公开不少于${value}件`)
  })
  test('names in the margin whose figures are lacking', () => {
    expect(partOf(bytes, 'word/comments.xml')).toContain('乙镇')
  })
  test('leaves sections 五 and 六 to be written, and marked', () => {
    expect(
      text.match(/<w:highlight w:val="yellow"\/><\/w:rPr><w:t xml:space="preserve">【待撰写/g)?.length,
    ).toBeGreaterThanOrEqual(2)
  })
})

describe('the package', () => {
  const county = randomCounty(3, { size: 6, faults: false })
  const result = aggregate(county.reports, { roster: county.roster, scope })
  test('is the same bytes for the same county', () => {
    expect(toOfficialDocx(result)).toEqual(toOfficialDocx(result))
  })
  test('draws on what bodies state in prose, with every quotation in the margin', () => {
    const [first, ...others] = county.reports.filter(report => report.year === 2022)
    const quote = '全年主动公开政务信息<325>条'
    const stated = {
      metric: 'disclosure.items',
      value: 325,
      unit: '条',
      scaled: false,
      approximate: null,
      change: null,
      period: 'annual',
      section: 'overview',
      quote,
      place: {},
    } as const
    const told = first ? [{ ...first, narrative: [stated] }, ...others] : []
    const bytes = toOfficialDocx(aggregate(told, { roster: county.roster, scope }))
    expect(partOf(bytes, 'word/document.xml')).toContain('各单位主动公开政府信息325条。')
    expect(partOf(bytes, 'word/comments.xml')).toContain('1/6 个单位在报告正文中写明')
    expect(partOf(bytes, 'word/comments.xml')).toContain('全年主动公开政务信息&lt;325&gt;条')
  })
  test('hands on the problems that bodies name, and the fees that they charged', () => {
    const place = { paragraph: 1 }
    const named = (issuer: string, problem: string, fee: number) => ({
      ...makeReport({ issuer, year: 2022, edition: '2021', cells: new Map() }),
      problems: { none: false, items: [{ number: 1, problem: { text: problem, place }, improvement: null }] },
      narrative: [
        {
          metric: 'informationFees.amount',
          value: fee,
          unit: '元',
          scaled: false,
          approximate: null,
          change: null,
          period: 'annual',
          section: 'other',
          quote: `收取信息处理费${fee}元`,
          place,
        } as const,
      ],
    })
    const bytes = toOfficialDocx(aggregate([named('甲镇', '公开不够及时。', 380), named('乙镇', '队伍不稳。', 20)]))
    expect(partOf(bytes, 'word/document.xml')).toContain('全年收取政府信息处理费400元。')
    const comments = partOf(bytes, 'word/comments.xml')
    expect(comments).toContain('甲镇：公开不够及时。')
    expect(comments).toContain('（2/2 个单位列有问题）')
    expect(comments).toContain('乙镇（20）：收取信息处理费20元')
  })
  test('survives a name that is no name', async () => {
    const { report } = await parseReport(toOfficialDocx(result, { issuer: '<w:p/>\u0000]]>&县' }), { name: 'x.docx' })
    expect([...cellsById(report).values()].filter(cell => cell.status === 'read')).toHaveLength(200)
  })
  test('can be made of nothing', async () => {
    const { report } = await parseReport(toOfficialDocx(aggregate([])), { name: 'x.docx' })
    expect(new Set([...cellsById(report).values()].map(cell => cell.value))).toEqual(new Set([null]))
  })
})
