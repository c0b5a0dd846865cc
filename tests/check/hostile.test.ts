import { expect, test } from 'vitest'
import { checkReport } from '../../src/check/check.ts'
import { checkReports } from '../../src/check/check-reports.ts'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import * as sectionWords from '../../src/form/section-words.ts'
import * as sentences from '../../src/form/sentences.ts'
import type { Section } from '../../src/model/report.ts'
import { narrate } from '../../src/narrate/narrate.ts'
import { excerptsOf } from '../../src/output/excerpt.ts'
import { outlineOf } from '../narrate/outline-of.ts'
import { reportWith } from './clean-report.ts'

const size = 100_000
const repeated = (text: string): string => text.repeat(Math.ceil(size / text.length))
const fragments = [
  '2021年', '2020年,', '全部', '均已按期', '收到', '申请', '未', '没有', '无', '结转上年', '行政复议', '规范性文件', '主动公开', '公开信息', '会', '的了有为是共计',
  '改进', '下一步', '针对上述', '1', '1.', ',', '，', '。', ' ', '　', '一', '（一）', '镇', '溪口镇人民政府', '甲乙丙丁戊己庚辛。', '3件', '比2020年(',
] // biome-ignore format: a list

/** Every pattern of the form's sentences, those inside lists of words too. */
function patternsIn(value: unknown): RegExp[] {
  if (value instanceof RegExp) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(patternsIn) : []
}

test('every pattern for prose is done with 100 kB of anything that it begins to match', () => {
  const patterns = patternsIn({ ...sentences, ...sectionWords })
  expect(patterns.length).toBeGreaterThan(60)
  for (const pattern of patterns) {
    for (const fragment of fragments) {
      const line = repeated(fragment)
      if (pattern.global) expect([...line.matchAll(pattern)].length).toBeLessThanOrEqual(size)
      else expect(typeof pattern.test(line)).toBe('boolean')
    }
  }
}, 120_000)

test('every rule is done with sections of 100 kB without a stop', () => {
  for (const fragment of fragments) {
    const text = repeated(fragment)
    const section: Section = {
      present: true,
      heading: '一',
      place: { line: 1 },
      text,
      subsections: [{ key: 'requests', heading: '二', text, place: { line: 2 } }],
    }
    const base = reportWith(new Map())
    const report = {
      ...base,
      issuer: '溪口镇人民政府',
      year: 2021,
      title: text,
      sections: { ...base.sections, overview: section, problems: section, other: section },
      ...narrate(outlineOf({ overview: text }), 2021),
    }
    const log = createLog('a.txt')
    checkReport(report, log)
    checkReports([report, { ...report, year: 2020 }], { names: ['尚田镇人民政府', '尚田镇'] })
    for (const found of log.diagnostics) excerptsOf(found, report)
    expect(log.diagnostics.length).toBeLessThanOrEqual(2000)
  }
}, 120_000)
