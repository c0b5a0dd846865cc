import { expect, test } from 'vitest'
import { forms } from '../../src/form/index.ts'
import { parseReport } from '../../src/parse-report.ts'

/** The lines of table 3 with a row's seven figures printed as one run, as pages give them that lost their cells. */
function requestsAsRuns(runs: Readonly<Record<string, string>>): string {
  const lines = ['申请人情况', '自然人', '法人或其他组织', '总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
  let group = ''
  for (const row of forms[2021].tables.requests.blocks.flatMap(block => block.rows)) {
    const own = row.groups.at(-1)?.text ?? ''
    if (own !== group && own !== '') lines.push(own)
    group = own
    lines.push(row.label?.text ?? '', runs[row.id] ?? '0000000')
  }
  return ['云岭县水利局2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况', ...lines].join('\n\n')
}

test('seven noughts in one run are seven cells, and so are the figures of the rows beside them', async () => {
  const runs = { newlyReceived: '3000003', granted: '2000002', 'denied.enforcementFiles': '1000001', outcomesTotal: '3000003' }
  const { report } = await parseReport(requestsAsRuns(runs))
  expect(report.requests.newlyReceived.naturalPerson).toMatchObject({ value: 3, status: 'inferred' })
  expect(report.requests.newlyReceived.total).toMatchObject({ value: 3, status: 'inferred' })
  expect(report.requests.granted.total).toMatchObject({ value: 2, status: 'inferred' })
  expect(report.requests.carriedOver.naturalPerson).toMatchObject({ value: 0, status: 'inferred' })
  expect(report.requests.denied.enforcementFiles.naturalPerson).toMatchObject({ value: 1 })
})

test('of a run that can be cut in two ways only what both agree on is a figure', async () => {
  // 11 and 1, or 1 and 11: twelve together.
  const run = '11100012'
  const { report } = await parseReport(requestsAsRuns({ newlyReceived: run, granted: run, outcomesTotal: run }))
  expect(report.requests.newlyReceived.naturalPerson).toMatchObject({ value: null, status: 'ambiguous' })
  expect(report.requests.newlyReceived.commercialEnterprise).toMatchObject({ value: null, status: 'ambiguous' })
})

const explained = [
  ['规章（由设区的市填写）', '0', '0', '0'],
  ['规范性文件（指印发的决定、公告、通知，含标题用“办法” “规则”的公文）', '41', '12', '30'],
]
const services = ['其他对外管理服务事项（指许可以外的事项，含行政确认、行政处罚、行政强制、行政检查）', '5', '2', '6']
const table2 = [
  ['第二十条第（一）项'],
  ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
  ...explained,
  ['第二十条第（五）项'],
  [
    '信息内容',
    '上一年项目数量（指2019年事项数）',
    '本年增/减（指2020年增减的事项数，减少写作 -8）',
    '处理决定数量（指2020年办件量）',
  ],
  ['行政许可', '4', '-1', '9'],
  services,
  ['第二十条第（六）项'],
  ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  ['行政处罚', '7', '0', '3'],
  ['行政强制', '1', '0', '0'],
]

test.each([
  ['a cell a line', table2.map(row => row.map(cell => `${cell} |`).join('\n')).join('\n|\n')],
  ['tabs', table2.map(row => row.join('\t')).join('\n')],
  [
    'cells of a table',
    `<table>${table2.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  ],
])('labels explained in brackets, %s', async (_, table) => {
  const text = ['青石街道2020年政府信息公开工作年度报告', '一、总体情况', '平稳。', '二、主动公开政府信息情况', table]
  const { report } = await parseReport(text.join('\n'))
  const values = (cells: object) => Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.value]))
  expect(values(report.disclosure.normativeDocuments)).toMatchObject({ newlyMade: 41, newlyDisclosed: 12, totalDisclosed: 30 })
  expect(values(report.disclosure.licensing)).toMatchObject({ itemsLastYear: 4, change: -1, decisions: 9 })
  expect(values(report.disclosure.otherServices)).toMatchObject({ itemsLastYear: 5, change: 2, decisions: 6 })
  expect(values(report.disclosure.penalties)).toMatchObject({ itemsLastYear: 7, change: 0, decisions: 3 })
})

test.each([
  '全年收到申请6件，其中，予以公开3件，部分公开1件，本机关不掌握相关政府信息2件，其他0件。无结转。',
  '全年收到申请6件，其中，予以公开3件；部分公开1件；本机关不掌握相关政府信息2件；其他0件；无结转',
])('figures that are stated before the table are none of its cells: %s', async sentence => {
  const rows = [
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
    ['自然人', '法人或其他组织', '总计'],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
    ['一、本年新收政府信息公开申请数量', '6', '0', '0', '0', '0', '0', '6'],
    ['二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0'],
  ]
  const text = [
    '青石县水利局2022年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    sentence,
    ...rows.map(row => row.map(cell => `${cell} |`).join('\n')),
  ]
  const { report } = await parseReport(text.join('\n|\n'))
  if (sentence.includes('。')) expect(report.requests.newlyReceived.total).toMatchObject({ value: 6, status: 'read' })
  else expect([6, null]).toContain(report.requests.newlyReceived.total.value)
  expect([3, null]).toContain(report.requests.granted.total.value)
  expect(report.requests.outcomesTotal.naturalPerson.value).toBeNull()
})
