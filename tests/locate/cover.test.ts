import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import type { SourceDocument } from '../../src/document/document.ts'
import { readCover, readFileName } from '../../src/locate/cover.ts'
import { issuerFacts } from '../../src/locate/issuer.ts'
import { locateSections } from '../../src/locate/outline.ts'
import { findPeriod } from '../../src/locate/period.ts'
import { readTitle } from '../../src/locate/title.ts'

const documentOf = (text: string): SourceDocument => ({
  kind: 'text',
  blocks: text.split('\n').map((line, i) => ({ kind: 'paragraph', text: line, place: { line: i + 1 } })),
})

function cover(text: string, name = '') {
  const log = createLog(name)
  const document = documentOf(text)
  const result = readCover(document, locateSections(document, createLog('')), name, log)
  return { ...result, codes: log.diagnostics.map(({ code }) => code), log }
}

const body = '\n一、总体情况\n全年平稳。\n二、主动公开政府信息情况\n见表。\n六、其他需要报告的事项\n无'

test.each([
  ['溪口镇2021年度政府信息公开工作报告', '溪口镇', 2021],
  ['云岭镇人民政府2021年政府信息公开工作年度报告', '云岭镇人民政府', 2021],
  ['云岭镇2019年度政府信息公开工作年度报告', '云岭镇', 2019],
  ['2023年下河镇政府信息公开工作年度报告', '下河镇', 2023],
  ['云岭镇2024年度政府信息公开工作报告', '云岭镇', 2024],
  ['云岭区民政局2019年信息公开年度报告', '云岭区民政局', 2019],
  ['云岭县教育局关于2021年度政府信息公开工作的年度报告', '云岭县教育局', 2021],
  ['关于2021年度政府信息公开情况的报告', null, 2021],
  ['关于2019年政府信息公开工作年度报告', null, 2019],
  ['云岭街道办事处2020年政府信息公开工作年报', '云岭街道办事处', 2020],
  ['2022年云岭县人民政府政务公开年报', '云岭县人民政府', 2022],
  ['云岭街道2022年政务信息公开工作报告', '云岭街道', 2022],
  ['双河乡政府信息公开年度报告', '双河乡', null],
  ['2025年度长山县云岭镇人民政府信息公开工作年度报告', '长山县云岭镇人民政府', 2025],
  ['云岭镇人民政府二〇二一年政府信息公开工作年度报告', '云岭镇人民政府', 2021],
  ['云岭镇2021年政府信息公开工作年度报告(2022年1月)', '云岭镇', 2021],
  ['云岭镇2021年政府信息公开工作年度报告_长山县人民政府', '云岭镇', 2021],
  ['云岭镇２０２１年政府信息公开工作年度报告', '云岭镇', 2021],
  ['云岭镇2021年政府信息公开工作年度报告（公示稿）', '云岭镇', 2021],
  ['云岭市第八师143团2021年政府信息公开工作年度报告', null, 2021],
  ['云岭镇202年政府信息公开工作年度报告', '云岭镇202年', null],
])('title %s', (title, issuer, year) => {
  if (issuer === '云岭镇202年') expect(readTitle(title)).toBeNull()
  else expect(readTitle(title)).toMatchObject({ issuer, year })
})

test.each([
  '现公布云岭镇2021年政府信息公开工作年度报告',
  '根据《条例》要求编制2021年政府信息公开工作年度报告',
  '云岭镇2021年政府工作报告',
  '关于做好政府信息公开工作年度报告编制发布工作的通知',
  '首页>信息公开>政府信息公开年报',
  '云岭镇2021年政务公开工作总结',
])('no title: %s', line => {
  expect(readTitle(line)).toBeNull()
})

describe('where the title stands', () => {
  const expected = { title: '云岭镇人民政府2021年度政府信息公开工作年度报告', issuer: '云岭镇人民政府', year: 2021, codes: [] }
  test.each([
    ['on one line', '云岭镇人民政府2021年度政府信息公开工作年度报告'],
    ['on two lines', '云岭镇人民政府\n2021年度政府信息公开工作年度报告'],
    ['on three lines', '云岭镇人民政府\n　2021年度\n政府信息公开工作年度报告'],
    ['spaced out', '云岭镇人民政府 2021 年度政府信息公开工作年度报告'],
    ['repeated', '云岭镇人民政府2021年度政府信息公开工作年度报告\n\n云岭镇人民政府2021年度政府信息公开工作年度报告'],
    ['first without issuer', '2021年度政府信息公开工作年度报告\n索引号：1234\n云岭镇人民政府2021年度政府信息公开工作年度报告'],
    ['below a breadcrumb', '当前位置：首页>信息公开\n云岭镇人民政府2021年度政府信息公开工作年度报告\n日期：2022年1月3日'],
    ['only in the page’s data', '信息名称：云岭镇人民政府2021年度政府信息公开工作年度报告'],
    ['as a Markdown heading', '# 云岭镇人民政府2021年度政府信息公开工作年度报告'],
    ['glued to the preamble', '云岭镇人民政府2021年度政府信息公开工作年度报告根据《条例》，现予公布。'],
  ])('%s', (_, text) => {
    expect(cover(text + body)).toMatchObject(expected)
  })

  test('nowhere: said, and the year comes from the period, the issuer from the preamble', () => {
    const text = '本报告由云岭镇人民政府编制。统计期限为2021年1月1日至2021年12月31日。'
    expect(cover(text + body)).toMatchObject({ title: null, issuer: '云岭镇人民政府', year: 2021, codes: ['cover/no-title'] })
  })
})

describe('a year that only the prose names', () => {
  const said = (prose: string, title = '政府信息公开工作年度报告') =>
    cover(`${title}\n一、总体情况\n${prose}\n二、主动公开政府信息情况\n见表。\n六、其他需要报告的事项\n无`)
  test.each([
    ['我办2022年度政府信息公开工作平稳有序。', 2022],
    ['2022年，我办深入贯彻《条例》，比2021年有所进步。', 2022],
    ['2022年度，全镇公开信息30条。2022年我镇未收到申请。', 2022],
    // Of which of two years it is the report cannot be known.
    ['2021年，我办公开信息3条。2022年，我办公开信息5条。', null],
    ['2021年，我办公开信息3条，2022年5条。', null],
    // Days on which something was done, and others' years.
    ['我办2022年3月制定了制度。', null],
    ['根据2022年政务公开工作要点开展工作。', null],
    ['我办全年公开信息3条。', null],
  ])('%s', (prose, year) => {
    const { year: found, codes } = said(prose)
    expect(found).toBe(year)
    expect(codes.includes('cover/no-year')).toBe(year === null)
  })
  test('goes behind every other witness, and does not speak against one', () => {
    expect(said('2020年，我办公开信息3条。', '云岭镇2021年政府信息公开工作年度报告')).toMatchObject({ year: 2021, codes: [] })
  })
})

describe('the issuer without a title', () => {
  test('from the sentence that publishes it', () => {
    expect(cover(`根据条例，现公布长山县云岭镇2021年度政府信息公开工作年度报告。${body}`)).toMatchObject({
      issuer: '长山县云岭镇',
      region: '长山县',
      year: 2021,
    })
  })
  test.each([
    ['现将2021年云岭路街道办事处政府信息公开情况报告如下：', '云岭路街道办事处'],
    ['特向社会公布2021年长山市农业农村局政府信息公开工作年度报告。', '长山市农业农村局'],
    ['本报告依据条例，由云岭镇人民政府综合全年工作编制而成。', '云岭镇人民政府'],
    ['如有疑问，请与云岭镇人民政府联系（电话：0）。', '云岭镇人民政府'],
    ['如有疑问，请与区水利局联系（电话：0）。', null],
    ['如有疑问，请与云岭镇党政办公室联系。', null],
    ['现将2021年我局政府信息公开情况报告如下：', null],
  ])('from the preamble: %s', (sentence, issuer) => {
    expect(cover(`${sentence}${body}`).issuer).toBe(issuer)
  })
  test('from the signature', () => {
    expect(cover(`2021年政府信息公开工作年度报告${body}\n\n云岭镇人民政府\n2022年1月5日`).issuer).toBe('云岭镇人民政府')
    expect(cover(`2021年政府信息公开工作年度报告${body}\n\n云岭镇人民政府　2022年1月5日`).issuer).toBe('云岭镇人民政府')
  })
  test('from the file’s name, last', () => {
    expect(cover(`2021年政府信息公开工作年度报告${body}`, 'x/云岭镇2021年.docx').issuer).toBe('云岭镇')
    expect(cover(`云岭镇2021年政府信息公开工作年度报告${body}`, '长山镇.docx').issuer).toBe('云岭镇')
  })
  test('我镇 is no name', () => {
    expect(cover(`2021年政府信息公开工作年度报告\n我镇根据《条例》编制。${body}`)).toMatchObject({
      issuer: null,
      codes: ['cover/no-issuer'],
    })
  })
})

test.each([
  ['溪口镇2021年度政府信息公开工作报告.docx', '溪口镇', 2021],
  ['a/b/云岭街道办事处-2020.txt', '云岭街道办事处', 2020],
  ['2019_云岭镇.doc', '云岭镇', 2019],
  ['20220115云岭镇.doc', '云岭镇', null],
  ['云岭镇2022年1月.doc', '云岭镇', null],
  ['云岭镇2021-2022.doc', '云岭镇', null],
  ['report.docx', null, null],
  ['', null, null],
])('file name %s', (name, issuer, year) => {
  expect(readFileName(name)).toEqual({ issuer, year })
})

describe('the period', () => {
  test.each([
    '统计期限自2021年1月1日起至2021年12月31日止',
    '2021年1月1日-2021年12月31日',
    '2021年1月1日——2021年12月31日',
    '2021-1-1起至2021-12-31止',
    '统计期为2021年1月1日至12月31日',
    '自2021.01.01到2021.12.31',
    '自二〇二一年一月一日至二〇二一年十二月三十一日',
  ])('%s', text => {
    expect(findPeriod(text)).toMatchObject({ period: { from: '2021-01-01', to: '2021-12-31' }, damaged: false })
  })

  test.each(['统计期限为2019年11日至20191231日', '数据统计202011日至1231日', '统计时间自20241月1日至2024年12月31日'])(
    'damaged: %s',
    text => {
      expect(findPeriod(text)).toMatchObject({ period: null, damaged: true })
    },
  )

  test.each([
    '数据核定时间点为2022年12月31日',
    '截止日期为20251231日',
    '比2020年增加18.6%',
    '2019年至2021年',
    '国办公开办函〔202130号',
  ])('none: %s', text => {
    expect(findPeriod(text)).toEqual({ period: null, quote: null, damaged: false })
  })

  test('of a damaged period nothing is concluded', () => {
    expect(cover(`云岭镇政府信息公开工作年度报告\n统计期限为2019年11日至20191231日。${body}`)).toMatchObject({
      year: null,
      period: null,
      codes: ['period/damaged', 'cover/no-year'],
    })
  })
})

describe('years that differ', () => {
  test('title and period', () => {
    const { codes, year, log } = cover(`云岭镇2021年政府信息公开工作年度报告\n统计期限自2020年1月1日至2020年12月31日。${body}`)
    expect({ codes, year }).toEqual({ codes: ['year/mismatch'], year: 2021 })
    expect(log.diagnostics[0]?.args.detail).toBe(
      '2021 “云岭镇2021年政府信息公开工作年度报告”; 2020 “2020年1月1日至2020年12月31日”',
    )
  })
  test('title and file name', () => {
    expect(cover(`云岭镇2021年政府信息公开工作年度报告${body}`, '云岭镇2022年.docx').codes).toEqual(['year/mismatch'])
  })
  test('the date of publication is no witness', () => {
    expect(cover(`云岭镇2021年政府信息公开工作年度报告\n2022年1月20日${body}\n2022年1月20日`).codes).toEqual([])
  })
})

test.each([
  ['溪口镇', '镇', 'town', null],
  ['长山县云岭镇人民政府', '镇', 'town', '长山县'],
  ['双河侗族乡人民政府', '乡', 'town', null],
  ['大同回族民族乡', '民族乡', 'town', null],
  ['白音苏木人民政府', '苏木', 'town', null],
  ['江北区云岭街道办事处', '街道', 'town', '江北区'],
  ['云岭街道', '街道', 'town', null],
  ['佳和里街', '街道', 'town', null],
  ['宁海市长山区人民政府云岭路街道办事处', '街道', 'town', '宁海市长山区'],
  ['东风垦殖场', '垦殖场', 'town', null],
  ['临江经济开发区管理委员会', '管委会', null, null],
  ['宁海市长山区公安分局', '公安分局', 'department', '宁海市长山区'],
  ['国家税务总局长山县税务局', '税务局', 'department', '长山县'],
  ['长山县地方志办公室', '办公室', 'department', '长山县'],
  ['长山县发展和改革委员会', '委员会', 'department', '长山县'],
  ['城市管理局', '局', 'department', null],
  ['新市镇', '镇', 'town', null],
  ['长山县人民政府', '县政府', 'county', '长山县'],
  ['江北区', '区政府', 'county', '江北区'],
  ['宁海市人民政府', '市政府', null, '宁海市'],
  ['上海市人民政府', '市政府', 'province', '上海市'],
  ['乌海旗人民政府', '旗政府', 'county', '乌海旗'],
  ['云岭地区行政公署', '地区', 'city', '云岭地区'],
  ['云岭水务集团有限公司', '公司', null, null],
  ['云岭', null, null, null],
])('%s', (issuer, issuerKind, issuerLevel, region) => {
  expect(issuerFacts(issuer)).toEqual({ issuerKind, issuerLevel, region })
})

test.each([
  ['登录    注册\n\n无障碍浏览\n\n青石街道办事处2020年政府信息公开工作年度报告', '青石街道办事处'],
  ['首   页 走进青石 新闻中心 互动交流\n\n青石区柳河镇人民政府2025年政府信息公开工作年度报告', '青石区柳河镇人民政府'],
  ['乡镇（街道办）\n柳河镇2025年政府信息公开工作年度报告', '柳河镇'],
  ['  • 时效性\n    有效\n\n青石县柳河镇2025年政府信息公开工作年度报告', '青石县柳河镇'],
  ['标   题 青石县审计局2022年度政府信息公开工作年度报告', '青石县审计局'],
])('what a page prints above the title is none of the name: %j', (opening, issuer) => {
  expect(cover(`${opening}${body}`)).toMatchObject({ issuer, codes: [] })
})

test.each([
  ['青石县\n柳河镇2021年政府信息公开工作年度报告', '青石县柳河镇'],
  ['青石县退役军人\n事务局2021年政府信息公开工作年度报告', '青石县退役军人事务局'],
  ['发展和\n改革局2021年政府信息公开工作年度报告', '发展和改革局'],
  ['青石市\n\n柳河区\n\n人民政府2021年政府信息公开工作年度报告', '青石市柳河区人民政府'],
])('a name over several lines is one name: %j', (opening, issuer) => {
  expect(cover(`${opening}${body}`)).toMatchObject({ issuer })
})
