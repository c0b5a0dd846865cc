import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkReport } from '../../src/check/check.ts'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { excerptsOf } from '../../src/output/excerpt.ts'
import { feedbackMarkdown, feedbackName, feedbackOf } from '../../src/output/feedback.ts'
import { feedbackDocx } from '../../src/output/feedback-docx.ts'
import { readCell, reportWith } from '../check/clean-report.ts'

function checked(figures: Record<string, number>) {
  const report = {
    ...reportWith(new Map(Object.entries(figures).map(([id, value]) => [id, readCell(value)]))),
    issuer: '溪口镇人民政府',
    year: 2021,
  }
  const log = createLog('a.txt')
  checkReport(report, log)
  return { report, diagnostics: log.diagnostics }
}

const broken = checked({
  'requests.granted.naturalPerson': 3,
  'requests.granted.total': 4,
  'requests.granted.other': 1,
  'disputes.administrativeReview.upheld': 2,
})

describe('excerpts', () => {
  test('a row is shown by its columns, the sum marked', () => {
    const last = broken.diagnostics.find(({ args }) => args.identity === 'disputes/total')
    const [excerpt] = excerptsOf(last ?? { about: [], args: {} }, broken.report)
    expect(excerpt?.text).toBe('结果维持 2 │ 结果纠正 0 │ 其他结果 0 │ 尚未审结 0 │ 总计 0')
    expect(excerpt?.marks.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(['总计 0'])
  })
  test('a long column is shown by what counts in it', () => {
    const column = broken.diagnostics.find(
      ({ args }) => args.identity === 'requests/outcomes' && args.where === '申请人情况 › 自然人',
    )
    const [excerpt] = excerptsOf(column ?? { about: [], args: {} }, broken.report)
    expect(excerpt?.text).toBe('（一）予以公开 3 │ （七）总计 0')
  })
  test('the figure in a quoted sentence is marked', () => {
    const [excerpt] = excerptsOf({ about: [], args: { quote: '收到申请13件，其中当面3件。', stated: 3 } }, broken.report)
    expect(excerpt?.marks).toEqual([[12, 13]])
  })
})

describe('feedback', () => {
  test('lists errors and warnings with what to do', () => {
    const page = feedbackMarkdown(feedbackOf(broken.report, broken.diagnostics, 'zh'), 'zh')
    expect(page).toContain('# 溪口镇人民政府2021年度政府信息公开工作年度报告反馈清单')
    expect(page).toContain('行政复议：结果维持＋…＋尚未审结 合计 2，而 总计 为 0')
    expect(page).toContain('**总计 0**')
    const rows = page.split('\n').filter(line => line.startsWith('| '))
    expect(rows).toHaveLength(2 + broken.diagnostics.filter(({ severity }) => severity !== 'info').length)
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(7)
  })
  test('as a .docx: the same list, what is meant in bold', () => {
    const parts = unzipSync(feedbackDocx(feedbackOf(broken.report, broken.diagnostics, 'zh'), 'zh'))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('溪口镇人民政府2021年度政府信息公开工作年度报告反馈清单')
    expect(xml).toContain('<w:b/></w:rPr><w:t xml:space="preserve">总计 0</w:t>')
    expect(xml.match(/<w:tr>/g)).toHaveLength(1 + broken.diagnostics.filter(({ severity }) => severity !== 'info').length)
  })
  test('says so when there is nothing', () => {
    const { report, diagnostics } = checked({})
    expect(feedbackMarkdown(feedbackOf(report, diagnostics, 'en'), 'en')).toContain('Nothing was found')
  })
  test('what a report says is no markup', () => {
    const hostile = { ...broken.report, issuer: '<b>*镇*</b>|x' }
    expect(feedbackMarkdown(feedbackOf(hostile, [], 'zh'), 'zh')).not.toMatch(/[^\\]<b>/)
    expect(feedbackName(hostile)).toBe('_b_镇_b_x-2021')
  })
})
