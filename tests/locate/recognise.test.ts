import { describe, expect, test } from 'vitest'
import { cellsById } from '../../src/model/tables.ts'
import { parseReport } from '../../src/parse-report.ts'

async function judge(text: string, name = '') {
  const { report, diagnostics } = await parseReport(text, { name })
  return {
    edition: report.edition,
    codes: diagnostics.map(({ code }) => code).filter(code => /^(?:report|edition\/unsupported|section|cover|year)/.test(code)),
    figures: [...cellsById(report).values()].filter(cell => cell.value !== null).length + report.narrative.length,
    known: new Set([...cellsById(report).values()].map(cell => cell.status)),
    report,
    diagnostics,
  }
}

const table2 = '第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n行政规范性文件\n2\n0\n7'
const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
]
const reportWith = (title: string, contents: readonly string[]) =>
  `${title}\n${headings.map((heading, i) => `${heading}\n${contents[i] ?? ''}`).join('\n')}`

const unread = { figures: 0, known: new Set(['absent']) }

describe('reports', () => {
  test('with tables as text', async () => {
    const text = reportWith('云岭镇2021年政府信息公开工作年度报告', ['平稳。', table2, '无。', '无。', '培训少。', '无。'])
    expect((await judge(text)).codes).toEqual([])
  })

  test('whose section 一 is divided under headings that older reports had as sections', async () => {
    const text = [
      '柳河县人民政府办公室2022年政府信息公开工作年度报告',
      '一、总体情况',
      '（一）主动公开政府信息情况',
      '全年公开信息38条。',
      '（二）依申请公开政府信息情况',
      '收到2件，已办结。',
    ].join('\n')
    expect((await judge(text)).edition).not.toBe('unsupported')
    expect((await judge(text)).codes).not.toContain('edition/unsupported')
  })

  test('whose tables are images, without a title', async () => {
    expect((await judge(reportWith('', ['平稳。', '见图。', '见图。', '见图。', '培训少。', '无。']))).codes).toEqual([
      'cover/no-title',
      'cover/no-issuer',
      'cover/no-year',
    ])
  })

  test('without any heading but with tables', async () => {
    const { codes } = await judge(
      `云岭镇2021年政府信息公开工作年度报告\n${table2}\n行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉\n一、本年新收政府信息公开申请数量\n4`,
    )
    expect(codes).not.toContain('report/not-recognised')
  })

  test('whose tables are images and whose section 一 has titles of old', async () => {
    const overview = '（一）概述\n平稳。\n（二）依申请公开情况\n无。\n（三）政府信息公开的收费及减免情况\n无。'
    const { codes } = await judge(reportWith('云岭镇2021年政府信息公开工作年度报告', [overview, '', '', '', '培训少。', '无。']))
    expect(codes.filter(code => code.startsWith('report') || code.startsWith('edition'))).toEqual([])
  })

  test('on a page whose menu offers explanations', async () => {
    const text = `首页\n政策解读\n${reportWith('云岭镇2021年政府信息公开工作年度报告', ['平稳。', table2, '无。', '无。', '培训少。', '无。'])}`
    expect((await judge(text)).codes).toEqual([])
  })
})

describe('look-alikes', () => {
  const cases: Record<string, string> = {
    'an explanation of a report':
      '文字解读：云岭镇2021年政府信息公开工作年度报告\n一、编制背景\n依据条例编制。\n二、编制依据\n国办公开办函〔2021〕30号。\n三、主要内容\n报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。新收申请3件。\n四、统计期限\n2021年1月1日至12月31日。',
    'an explanation that does not say so':
      '云岭镇2021年政府信息公开工作年度报告\n一、编制目的\n让群众了解。\n二、编制依据\n条例。\n三、主要内容\n主动公开31条。\n四、统计期限\n全年。',
    'a notice with the empty form': `关于做好2021年政府信息公开工作年度报告编制工作的通知\n各镇：请按附件格式报送。\n${reportWith('附件：××镇2021年政府信息公开工作年度报告', ['', table2.replace(/\d/g, ''), '', '', '', ''])}`,
    'half a year': '云岭镇2021年上半年政府信息公开统计情况\n主动公开信息30条，收到申请2件。',
    'a quarter': '云岭镇2021年第三季度依申请公开情况统计表\n收到申请2件',
    'a summary':
      '云岭镇2021年政务公开工作总结\n一、主要做法\n公开信息30条。\n二、存在问题及改进措施\n人手少。\n三、下一步打算\n加强培训。',
    'a novel': '第一章\n那年冬天，雪下得很大。他收到三封信。\n一、二、三，他数着台阶。\n第二章\n春天来了。',
    'a budget':
      '云岭镇2021年部门预算\n一、基本情况\n（一）主要职能\n管理全镇事务。\n二、收支预算\n收入300万元。\n三、其他需要说明的事项\n无。',
  }
  for (const [name, text] of Object.entries(cases)) {
    test(name, async () => {
      const result = await judge(text, '云岭镇2021年.txt')
      expect(result.codes).toEqual(['report/not-recognised'])
      expect(result).toMatchObject({ edition: null, ...unread })
    })
  }

  test('the finding quotes what gave it away', async () => {
    const { diagnostics } = await judge(cases['half a year'] as string)
    expect(diagnostics[0]).toMatchObject({ args: { quote: ': “云岭镇2021年上半年政府信息公开统计情况”' }, place: { line: 1 } })
  })
})

describe('reports from before the forms', () => {
  const essay =
    '一、概述\n全年平稳。\n二、主动公开政府信息的情况\n公开12条。\n三、依申请公开政府信息办理情况\n无。\n四、政府信息公开收费及减免情况\n无。\n五、行政复议、行政诉讼情况\n无。\n六、存在的不足及改进措施\n培训少。'
  test.each([
    ['an old year', `云岭镇2015年政府信息公开工作年度报告\n${essay}`],
    [
      'an old year with the headings of today',
      reportWith('云岭镇2018年政府信息公开工作年度报告', ['平稳。', '公开3条。', '无。', '无。', '培训少。', '无。']),
    ],
    ['the old layout for 2020', `云岭镇2020年政府信息公开工作年度报告\n${essay}`],
    [
      'the old statistics sheet',
      `云岭镇2014年政府信息公开工作年度报告\n附表\n指标名称\n单位\n统计数\n主动公开政府信息数\n条\n12`,
    ],
  ])('%s', async (_, text) => {
    const result = await judge(text)
    expect(result.codes).toEqual(['edition/unsupported'])
    expect(result).toMatchObject({ edition: 'unsupported', ...unread })
  })
})

test('marks that a word processor leaves are no text; figures and tables are left out of it', async () => {
  const text = reportWith('云岭镇2021年政府信息公开工作年度报告', [
    '平稳。',
    `全年公开30条。\n${table2}\n注：规章由上级制定，本镇没有。`,
    '无。',
    '无。',
    '培训少。',
    '[bookmark: _GoBack]本年未收取信息处理费。',
  ])
  const { report } = await judge(text)
  expect(report.sections.other.text).toBe('本年未收取信息处理费。')
  expect(report.sections.disclosure.text).toBe('全年公开30条。\n注：规章由上级制定，本镇没有。')
  expect(report.disclosure.normativeDocuments.inForce.value).toBe(7)
})
