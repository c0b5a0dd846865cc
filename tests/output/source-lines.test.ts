import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { excerptsOf } from '../../src/output/excerpt.ts'
import { linesOf } from '../../src/output/source-lines.ts'
import { parseReport } from '../../src/parse-report.ts'

const source = readFileSync(new URL('../../test-corpus/2021/baiyun-2021-no-work-no-year/source.txt', import.meta.url), 'utf8')
const encode = (text: string) => new TextEncoder().encode(text)

async function checked(text: string) {
  const bytes = encode(text)
  const { report, diagnostics } = await parseReport(bytes, { name: 'a.txt' })
  const lines = linesOf(bytes, report, diagnostics)
  return { report, diagnostics, lines, shown: (found: Diagnostic) => excerptsOf(found, report, lines) }
}

/** Line numbers with what is marked on them. */
const marked = (excerpts: ReturnType<typeof excerptsOf>) =>
  excerpts.filter(({ line }) => line !== undefined).map(({ line, text, marks }) => [line, text, marks.map(([a, b]) => text.slice(a, b))]) // biome-ignore format: one row

test('a cell is shown in the line in which it stands, as it stands there', async () => {
  const { diagnostics, shown } = await checked(source.replace(/(（二）部分公开.*\t)2$/m, '$13'))
  const broken = diagnostics.filter(({ code }) => code === 'identity/broken')
  expect(broken.length).toBeGreaterThan(0)
  for (const found of broken) {
    expect(marked(shown(found))).toEqual([
      [37, '（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t0\t0\t0\t0\t2\t0\t3', ['3']],
    ])
    // The last of the two: the cells with their names.
    expect(shown(found).at(-1)?.line).toBeUndefined()
  }
})

test('prose against the table: both lines, a figure of a wrapped sentence where it stands', async () => {
  const { diagnostics, shown } = await checked(source.replace(/共收到政府信息公开申请2件/, '共收到政府信息公开\n申请5件'))
  const found = diagnostics.find(({ code }) => code === 'narrative/differs-from-table')
  const [prose, cell] = marked(shown(found as Diagnostic))
  expect(prose?.[0]).toBe(9)
  expect(prose?.[1]).toMatch(/^申请5件，/)
  expect(prose?.[2]).toEqual(['5'])
  expect(cell?.[1]).toMatch(/^一、本年新收政府信息公开申请数量\t/)
  expect(cell?.[2]).toEqual(['2'])
})

test('a figure that stands below the line where its sentence begins, in wide digits', async () => {
  const { report } = await checked(source)
  const lines = new Map([[3, '全年受理13件，收到申请'], [4, '共１２件，当面２件。']]) // biome-ignore format: two lines
  const found = { about: [], args: { quote: '收到申请共12件，当面2件。', stated: 2 }, place: { line: 3, column: 8 } }
  expect(marked(excerptsOf(found, report, lines))).toEqual([[4, '共１２件，当面２件。', ['２']]])
})

test('a long line is cut around what is marked', async () => {
  const { report, lines } = await checked(source)
  const text = `${'前'.repeat(300)}9件${'后'.repeat(300)}`
  const found = { about: [], args: { quote: '9件', value: 9 }, place: { line: 3, column: 2 } }
  const [excerpt] = excerptsOf(found, report, new Map([...lines, [3, text]]))
  expect(excerpt?.text).toMatch(/^…前{48}9件后{90,100}…$/)
  expect(excerpt?.marks.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(['9'])
})

test('lines that no one sees, or that are endless, are not quoted', async () => {
  const page = encode('<html><body><h1>云岭镇2021年政府信息公开工作年度报告</h1><p>一、总体情况</p></body></html>')
  const { report, diagnostics } = await parseReport(page, { name: 'a.html' })
  expect(linesOf(page, report, diagnostics).size).toBe(0)
  const endless = await checked(source.replace('共收到', `${'，'.repeat(10_000)}共收到`))
  expect([...endless.lines.values()].every(line => line.length <= 10_000)).toBe(true)
  expect(endless.lines.size).toBeGreaterThan(10)
})
