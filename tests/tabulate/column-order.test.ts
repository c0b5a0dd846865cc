/** Columns that an office prints in another order than the form's: told by their labels, or not at all. */
import { describe, expect, test } from 'vitest'
import { toFacts } from '../../src/collection/facts.ts'
import { forms } from '../../src/form/index.ts'
import { parseReport } from '../../src/parse-report.ts'

const requests = forms['2021'].tables.requests.blocks[0]
const disputes = forms['2021'].tables.disputes.blocks[0]
const labels = requests?.columns.map(({ label }) => label.text) ?? []
const results = disputes?.columns.slice(0, 5).map(({ label }) => label.text) ?? []

/** The items with two of them in each other's place. */
const swapped = (items: readonly string[], a: number, b: number): string[] =>
  items.map((item, i) => items[i === a ? b : i === b ? a : i] ?? item)

type Print = (rows: readonly (readonly string[])[]) => string
const tabs: Print = rows => rows.map(row => row.join('\t')).join('\n')
const lines: Print = rows => rows.map(row => row.join('\n')).join('\n')
const bars: Print = rows => rows.map(row => `| ${row.join(' | ')} |`).join('\n')
const html: Print = rows =>
  `<table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

/** One person and two companies asked: 1 under 自然人, 2 under 商业企业. */
function table3(order: readonly string[]): string[][] {
  const figures: Record<string, string> = { [labels[0] ?? '']: '1', [labels[1] ?? '']: '2', [labels[6] ?? '']: '3' }
  const rows = requests?.rows.map(row => [row.label?.text ?? '', ...order.map(label => figures[label] ?? '0')]) ?? []
  return [['申请人情况', ...order], ...rows]
}

async function cells(section: string, table: string, prefix: string) {
  const isPage = table.startsWith('<')
  const parts = [
    '柳溪镇2023年政府信息公开工作年度报告',
    '一、总体情况',
    '平稳。',
    section,
    table,
    '五、存在的主要问题及改进情况',
    '无。',
  ]
  const text = isPage
    ? `<html><body>${parts.map(part => (part.startsWith('<') ? part : `<p>${part}</p>`)).join('')}</body></html>`
    : parts.join('\n')
  const { report } = await parseReport(text, { name: isPage ? 'a.html' : 'a.txt' })
  const own = toFacts(report).filter(fact => fact.cell.startsWith(prefix))
  return new Map(own.map(fact => [fact.cell.slice(prefix.length), fact.value]))
}

test.each([
  ['tabs', tabs],
  ['lines', lines],
  ['bars', bars],
  ['html', html],
])('table 3, two columns in each other’s place: %s', async (_, print) => {
  const read = await cells('三、收到和处理政府信息公开申请情况', print(table3(swapped(labels, 1, 2))), 'requests.granted.')
  expect([...read.values()]).toEqual([1, 2, 0, 0, 0, 0, 3])
})

test.each([
  ['tabs', tabs],
  ['lines', lines],
  ['bars', bars],
])('table 3 with its total first is read by the labels or not at all: %s', async (_, print) => {
  const order = [labels[6] ?? '', ...labels.slice(0, 6)]
  const read = await cells('三、收到和处理政府信息公开申请情况', print(table3(order)), 'requests.granted.')
  expect([[1, 2, 0, 0, 0, 0, 3], labels.map(() => null)]).toContainEqual([...read.values()])
})

/** Table 4 as it is printed where merged cells leave nothing: 纠正 before 维持, 2 of the one and 1 of the other. */
const order4 = swapped(results, 0, 1)
const figures4 = ['2', '1', '0', '0', '3']
const table4 = [
  ['行政复议', '行政诉讼'],
  [...order4, '未经复议直接起诉', '复议后起诉'],
  [...order4, ...order4],
  [...figures4, ...figures4, ...figures4],
]

test.each([
  ['tabs', tabs],
  ['lines', lines],
  ['html', html],
])('table 4 with 纠正 before 维持 is not read by position: %s', async (_, print) => {
  const read = await cells('四、政府信息公开行政复议、行政诉讼情况', print(table4), 'disputes.')
  expect([1, null]).toContain(read.get('directLitigation.upheld'))
  expect([2, null]).toContain(read.get('directLitigation.corrected'))
})

/** Table 4 as it is printed: every figure another one, so that one in another's place shows. */
const disputesSection = '四、政府信息公开行政复议、行政诉讼情况'
const groups4 = [1, 2, 4].map(n => [n, n + 10, n + 20, n + 30, 4 * n + 60].map(String))
const printed4 = (
  groups: readonly (readonly string[])[],
  orders: readonly (readonly string[])[] = [results, results, results],
  names = ['未经复议直接起诉', '复议后起诉'],
) => [['行政复议', '行政诉讼'], [...(orders[0] ?? []), ...names], orders.slice(1).flat(), groups.flat()]
const read4 = async (table: string) => {
  const values = [...(await cells(disputesSection, table, 'disputes.')).values()]
  return values.every(value => value === null) ? 'nothing' : values
}

describe.each([
  ['tabs', tabs],
  ['lines', lines],
  ['bars', bars],
])('table 4: %s', (_, print) => {
  test('as the form prints it', async () => {
    expect(await read4(print(printed4(groups4)))).toEqual(groups4.flat().map(Number))
  })

  test('groups in each other’s place', async () => {
    expect(await read4(print(printed4(groups4, undefined, ['复议后起诉', '未经复议直接起诉'])))).toBe('nothing')
    const [, ...others] = printed4(groups4)
    expect(await read4(print([['行政诉讼', '行政复议'], ...others]))).toBe('nothing')
  })

  test('every total before its parts', async () => {
    const totalFirst = [results[4] ?? '', ...results.slice(0, 4)]
    const groups = groups4.map(group => [group[4] ?? '', ...group.slice(0, 4)])
    expect(await read4(print(printed4(groups, [totalFirst, totalFirst, totalFirst])))).toBe('nothing')
  })

  test('a result left out, another year’s figure in the place that is free', async () => {
    const without = results.filter((_, i) => i !== 1)
    expect(await read4(print(printed4(groups4, [results, results, without])))).toBe('nothing')
  })

  test('a number before the row, the last figure gone', async () => {
    const [first = [], ...others] = printed4(groups4)
    const rows = [['序号', ...first], ...others.slice(0, -1), ['1', ...groups4.flat().slice(0, 14)]]
    expect(await read4(print(rows))).toBe('nothing')
  })
})

/** A form's sheet may print its header twice, or a word of it before: what stands there twice tells no order. */
test.each([
  ['tabs', tabs],
  ['lines', lines],
  ['bars', bars],
  ['html', html],
])('table 3, columns in another order under a header printed twice or damaged: never read by position: %s', async (_, print) => {
  const order = swapped(labels, 1, 2)
  const [header = [], ...rows] = table3(order)
  for (const above of [
    [header, header],
    [[labels[1] ?? ''], header],
    [[labels[5] ?? ''], header],
  ]) {
    const read = await cells('三、收到和处理政府信息公开申请情况', print([...above, ...rows]), 'requests.granted.')
    const known = [...read.values()].map((value, i) => (value === null ? null : [i, value]))
    for (const cell of known) if (cell) expect([[0, 1], [1, 2], [2, 0], [3, 0], [4, 0], [5, 0], [6, 3]]).toContainEqual(cell) // biome-ignore format: a list
  }
})
