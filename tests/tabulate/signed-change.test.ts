import { expect, test } from 'vitest'
import { parseReport } from '../../src/parse-report.ts'

/** Table 2 of the form of 2019 as a page's text gives it, one cell a line, with what is printed under 本年增/减. */
const report = (change: string, join: (cells: string[]) => string) => {
  const row = (...cells: string[]) => join(cells)
  return [
    '云岭县林业局2020年政府信息公开工作年度报告',
    '一、总体情况',
    '全年平稳。',
    '二、主动公开政府信息情况',
    row('第二十条第（一）项'),
    row('信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'),
    row('规章', '0', '0', '0'),
    row('规范性文件', '3', '3', '8'),
    row('第二十条第（五）项'),
    row('信息内容', '上一年项目数量', '本年增/减', '处理决定数量'),
    row('行政许可', '9', change, '5'),
    row('其他对外管理服务事项', '2', '0', '7'),
    row('第二十条第（六）项'),
    row('信息内容', '上一年项目数量', '本年增/减', '处理决定数量'),
    row('行政处罚', '14', '0', '6'),
    row('行政强制', '1', '0', '0'),
    row('第二十条第（八）项'),
    row('信息内容', '上一年项目数量', '本年增/减'),
    row('行政事业性收费', '0', '0'),
    row('第二十条第（九）项'),
    row('信息内容', '采购项目数量', '采购总金额'),
    row('政府集中采购', '0', '0'),
    '三、收到和处理政府信息公开申请情况',
    '无',
  ].join('\n')
}

const layouts = {
  'a cell a line, a bar behind it': (cells: string[]) => cells.map(cell => `${cell} |`).join('\n'),
  'a cell a line': (cells: string[]) => cells.join('\n\n'),
  'a row a line': (cells: string[]) => cells.join(' | '),
  tabs: (cells: string[]) => cells.join('\t'),
}

for (const [name, join] of Object.entries(layouts)) {
  test.each([
    ['减4', -4],
    ['减少4项', -4],
    ['减 4', -4],
    ['增3', 3],
    ['+3', 3],
    ['-4', -4],
  ])(`${name}: %s is ${'%i'}`, async (printed, value) => {
    const { report: found } = await parseReport(report(printed, join))
    expect(found.disclosure.licensing.change).toMatchObject({ value })
    expect(found.disclosure.licensing.itemsLastYear).toMatchObject({ value: 9 })
    expect(found.disclosure.licensing.decisions).toMatchObject({ value: 5 })
  })

  test(`${name}: of 增1减2 neither is the cell's`, async () => {
    const { report: found } = await parseReport(report('增1减2', join))
    expect(found.disclosure.licensing.change?.value).toBeNull()
  })
}

test('columns that another edition’s header is a part of stand where their labels are', async () => {
  const cells = (tag: string, row: string[]) => `<tr>${row.map(cell => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  const table = [
    cells('td', ['信息内容', '本年增/减', '上一年项目数量', '处理决定数量']),
    cells('td', ['行政处罚', '8', '15', '']),
    cells('td', ['行政强制', '-1', '279', '142']),
  ].join('')
  const html = `<p>云岭县林业局2020年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table>${table}</table><p>三、收到和处理政府信息公开申请情况</p><p>无</p>`
  const { disclosure } = (await parseReport(html)).report
  expect([disclosure.penalties.itemsLastYear.value, disclosure.penalties.change.value]).toEqual([15, 8])
  expect([disclosure.compulsoryMeasures.itemsLastYear.value, disclosure.compulsoryMeasures.change.value]).toEqual([279, -1])
})
