import { expect, test } from 'vitest'
import { checkReports } from '../../src/check/check-reports.ts'
import type { Cell } from '../../src/model/cell.ts'
import type { ReportModel, Section } from '../../src/model/report.ts'
import { cellsById } from '../../src/model/tables.ts'
import { toHtml } from '../../src/output/document.ts'
import { parseReport } from '../../src/parse-report.ts'
import { readCell, reportWith } from './clean-report.ts'

/** A town of few requests: what its prose says, its tables say, and the year before agrees with both. */
const figures: Record<string, number> = { 'disclosure.penalties.decisions': 237 }
for (const row of ['newlyReceived', 'unavailable.notHeld', 'outcomesTotal'])
  for (const column of ['naturalPerson', 'total']) figures[`requests.${row}.${column}`] = 3

const titles = [
  '（一）主动公开',
  '（二）依申请公开',
  '（三）政府信息管理',
  '（四）政府信息公开平台建设',
  '（五）政府信息公开监督保障',
]
const overview = [
  titles[0],
  '本年主动公开政务信息325条，比2020年增加18.6%；通过门户网站累计公开信息超过3800条。',
  titles[1],
  '2021年收到公开申请共3件，申请数量比2020年减少66.7%。其中，信函申请2件、当面申请1件、传真申请0件；均已答复，申请信息不存在的3件。未发生因政府信息公开提起的行政复议。',
  titles[2],
  '印发重大行政决策事项目录。',
  titles[3],
  '大厅设有查阅点，另在31个村社区设置信息公开查阅点。',
  titles[4],
  '信息先审查后公开。',
].join('\n')

const section = (heading: string, text = ''): Section => ({
  present: true,
  heading,
  place: null,
  text,
  subsections: titles.map(title => ({ key: null, heading: title, text: '', place: {} })),
})

const page = toHtml({
  ...reportWith(new Map(Object.entries(figures).map(([id, value]): [string, Cell] => [id, readCell(value)]))),
  title: '清源镇人民政府2021年政府信息公开工作年度报告',
  sections: {
    overview: section('一、总体情况', overview),
    disclosure: section('二、主动公开政府信息情况'),
    requests: section('三、收到和处理政府信息公开申请情况'),
    disputes: section('四、政府信息公开行政复议、行政诉讼情况'),
    problems: section(
      '五、存在的主要问题及改进情况',
      '存在的主要问题：（1）解读偏少。（2）重点不突出。（3）答复不够专业。\n改进情况：（1）完善解读制度。（2）公开群众最关心的事项。（3）参加相关培训。',
    ),
    other: section('六、其他需要报告的事项', '我镇未收取过信息处理费。'),
  },
})

test('its figures, problems and fees are read, and nothing is found', async () => {
  const { report, diagnostics } = await parseReport(page, { name: '清源镇2021.html' })
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  for (const cell of cellsById(report).values()) expect(cell.flags).toEqual([])
  expect(report.narrative.map(({ metric, value, approximate, period }) => [metric, value, approximate, period])).toEqual([
    ['disclosure.items', 325, null, 'annual'],
    ['disclosure.website', 3800, 'over', 'cumulative'],
    ['requests.received', 3, null, 'annual'],
    ['requests.byLetter', 2, null, 'annual'],
    ['requests.inPerson', 1, null, 'annual'],
    ['requests.byFax', 0, null, 'annual'],
    ['requests.unavailable', 3, null, 'annual'],
    ['disputes.reviews', 0, null, 'annual'],
    ['readingPoints', 31, null, 'annual'],
    ['informationFees.amount', 0, null, 'annual'],
  ])
  expect(report.narrative[0]?.change).toMatchObject({ direction: 'up', percent: 18.6, base: '2020' })
  expect(report.problems.items.map(({ number, problem, improvement }) => [number, problem?.text, improvement?.text])).toEqual([
    [1, '解读偏少。', '完善解读制度。'],
    [2, '重点不突出。', '公开群众最关心的事项。'],
    [3, '答复不够专业。', '参加相关培训。'],
  ])
  expect(report.otherMatters).toMatchObject({ feeCharged: false, feeAmount: 0 })
})

test('a fall by 66.7 % to 3 fits 9 in the year before, not 8', async () => {
  const { report } = await parseReport(page, { name: '清源镇2021.html' })
  const before = (received: number): ReportModel => ({
    ...reportWith(new Map([['requests.newlyReceived.total', readCell(received)]])),
    issuer: report.issuer,
    year: 2020,
  })
  const codes = (received: number) => checkReports([report, before(received)]).map(({ code }) => code)
  expect(codes(9)).toEqual([])
  expect(codes(8)).toEqual(['history/change-differs'])
  // Two reports on the year before: which of them counts is not known.
  expect(checkReports([report, before(8), before(7)])).toEqual([])
})
