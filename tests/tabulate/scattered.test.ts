import { describe, expect, it, test } from 'vitest'
import { forms } from '../../src/form/index.ts'
import { parseReport } from '../../src/parse-report.ts'
import { listScattered } from '../../src/tabulate/scattered.ts'

const sum = { parts: [0, 1, 2, 3, 4, 5], total: 6 }

/** The rows that lines can be: `12 3/4` is two lines. */
function rowsOf(text: string, steps = 20_000) {
  const lines = text.split('/').map(line => line.split(' ').map((digits, fragment) => ({ digits, fragment })))
  return listScattered(lines, 7, sum, { steps })?.map(({ digits }) => digits.map(own => own ?? '_').join(' ')) ?? null
}

describe('a row whose lines came in any order', () => {
  it('a later line goes on with digits, and opens columns between', () => {
    expect(rowsOf('245 227 260/4 6 2438 6/2386 2728 1488/8')).toContain('2454 2276 2438 2606 2386 2728 14888')
  })

  it('within a line columns only grow: what no line turns round is certain', () => {
    expect(rowsOf('87 139 180 47 166 37/656')).toEqual(['87 139 180 47 166 37 656'])
    for (const row of rowsOf('190 192 26 249 51/128/836') ?? []) expect(row).toMatch(/190 .*192 .*26 .*249 .*51/)
  })

  it('a row with a blank is every row that it can be', () => {
    expect(rowsOf('254/254')).toEqual(
      Array.from({ length: 6 }, (_, at) => `${[...Array(6)].map((_, c) => (c === at ? 254 : '_')).join(' ')} 254`),
    )
  })

  it('nothing adds up: none; too much to look at: unknown', () => {
    expect(rowsOf('1 2 3/7 8')).toEqual([])
    expect(rowsOf('245 227 260/4 6 2438 6/2386 2728 1488/8', 50)).toBeNull()
  })
})

test('where one row’s lines lost their order, no row over several lines is read in the order of its lines', async () => {
  const rows: Record<string, string[]> = {
    newlyReceived: ['245 227 260', '4 6 2438 6', '2386 2728 1488', '8'],
    'unavailable.requiresCreation': ['190 192 26 249 51', '128', '836'],
  }
  const lines = forms['2021'].tables.requests.blocks
    .flatMap(block => block.rows)
    .flatMap(row => [row.label?.text ?? '', ...(rows[row.id] ?? ['0 0 0 0 0 0 0'])])
  const { report } = await parseReport(
    ['柳溪镇2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况', ...lines].join('\n'),
  )
  const { requiresCreation } = report.requests.unavailable
  // 190 128 192 26 249 51 is as good as 190 192 26 249 51 128.
  expect(requiresCreation.commercialEnterprise.value).toBeNull()
  expect(requiresCreation.naturalPerson.value ?? 190).toBe(190)
})

test('a number set apart from its label is no figure', async () => {
  const print = (text: string) => text.replace(/^([1-9]\.)/, '$1 ').replace(/^（(.)）/, '（ $1 ）')
  const lines = forms['2021'].tables.requests.blocks
    .flatMap(block => block.rows)
    .map(row => `${print(row.label?.text ?? '')} 1 0 0 0 0 0 1`)
  const { report } = await parseReport(
    ['柳溪镇2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况', ...lines].join('\n'),
  )
  expect(report.requests.denied.stateSecret.naturalPerson).toMatchObject({ value: 1 })
  expect(report.requests.outcomesTotal.total).toMatchObject({ value: 1 })
  expect(report.requests.otherHandling.other.researchInstitution).toMatchObject({ value: 0 })
})
