import { expect, test } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { cellsOfForm } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'
import { nothingLocated } from '../../src/locate/outline.ts'
import { missingCell } from '../../src/model/cell.ts'
import { parseReport } from '../../src/parse-report.ts'
import { reportGaps } from '../../src/tabulate/gaps.ts'

/** A report with a table 2 of one row, and whatever else is given. */
const report = (rows: string, rest = '<p>三、收到和处理政府信息公开申请情况</p>') => `<!DOCTYPE html><html><body>
<p>石桥镇2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>照常。</p><p>二、主动公开政府信息情况</p>
<table>${rows}</table>${rest}<p>四、政府信息公开行政复议、行政诉讼情况</p><p>见附件。</p>
<p>五、存在的主要问题及改进情况</p><p>无。</p><p>六、其他需要报告的事项</p><p>无。</p></body></html>`

const rules = `<tr><td colspan="4">第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>约三件</td><td>0</td><td>0</td></tr>`

async function found(source: string, code: string) {
  const { diagnostics } = await parseReport(source)
  return diagnostics.filter(diagnostic => diagnostic.code === code)
}

test('a table that is not there is missing, with the images that stand in its place', async () => {
  const image = '<p>三、收到和处理政府信息公开申请情况</p><p><img src="table.png"></p>'
  const missing = await found(report(rules, image), 'table/missing')
  expect(missing.map(({ args, about }) => [args.section, args.images, about.length])).toEqual([
    ['收到和处理政府信息公开申请情况', 1, 175],
    ['政府信息公开行政复议、行政诉讼情况', 0, 15],
  ])
})

test('of a table that is there, what is missing is said block by block', async () => {
  const missing = await found(report(rules), 'table/row-missing')
  expect(missing.map(({ args }) => args.label)).toEqual(['第二十条第（五）项', '第二十条第（六）项', '第二十条第（八）项'])
})

test('a row that is missing is said by its label, and a column that no row has', () => {
  const blank = { value: null, status: 'blank' as const, raw: '', place: null, flags: [] }
  const isGone = (id: string) => id.startsWith('disclosure.penalties.') || /disclosure.*inForce/.test(id)
  const cells = new Map(cellsOfForm(forms['2021']).map(({ id }) => [id, isGone(id) ? missingCell() : blank]))
  const log = createLog('')
  const none = { rules: null, licensing: null, penalties: null, fees: null, procurement: null, requests: null, disputes: null }
  reportGaps({ cells, editions: none }, nothingLocated, log)
  expect(log.diagnostics.map(({ args, about }) => [args.label, about])).toEqual([
    ['现行有效件数', ['disclosure.rules.inForce', 'disclosure.normativeDocuments.inForce']],
    ['行政处罚', ['disclosure.penalties.decisions']],
  ])
})

test('what is no figure is quoted where it stands', async () => {
  const [only, ...more] = await found(report(rules), 'cell/unreadable')
  expect(more).toEqual([])
  expect(only).toMatchObject({
    about: ['disclosure.normativeDocuments.issued'],
    args: { raw: '约三件' },
    place: { table: 1, row: 4 },
  })
})

test('tables of both editions are said to be mixed', async () => {
  const old = `<tr><td colspan="4">第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年新制作数量</td><td>本年新公开数量</td><td>对外公开总数量</td></tr>
<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>规范性文件</td><td>1</td><td>0</td><td>0</td></tr>
<tr><td colspan="4">第二十条第（八）项</td></tr>
<tr><td>信息内容</td><td colspan="3">本年收费金额（单位：万元）</td></tr><tr><td>行政事业性收费</td><td colspan="3">0</td></tr>`
  const [mixed] = await found(report(old), 'edition/mixed')
  expect(mixed?.args.detail).toBe('2019: 第二十条第（一）项 / 2021: 第二十条第（八）项')
  expect(await found(report(rules), 'edition/mixed')).toEqual([])
})

test('a table that stands twice with other figures is doubted where they differ, and only there', async () => {
  const rows = rules.replace('约三件', '3')
  const again = rows.replace('<td>规章</td><td>0</td>', '<td>规章</td><td>7</td>')
  const conflicts = await found(report(`${rows}</table><p>续表</p><table>${again}`), 'table/conflict')
  expect(conflicts).toHaveLength(1)
  expect(conflicts[0]).toMatchObject({ about: ['disclosure.rules.issued'], args: { first: 0, second: 7 }, place: { table: 2 } })
})
