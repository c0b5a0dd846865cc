import { expect, test } from 'vitest'
import { checkReport } from '../../src/check/check.ts'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { keyOf } from '../../src/locate/subsections.ts'
import { reportWith } from './clean-report.ts'

function missing(...titles: string[]): unknown {
  const report = reportWith(new Map())
  const { overview } = report.sections
  const subsections = titles.map(title => ({ key: keyOf(title), heading: title, text: '有。', place: {} }))
  const log = createLog('a.txt')
  checkReport({ ...report, sections: { ...report.sections, overview: { ...overview, subsections } } }, log)
  return log.diagnostics.find(({ code }) => code === 'section/subsection-missing')?.args.missing
}

test('a title that merges two matters of section 一 stands for both', () => {
  expect(missing('主动公开', '依申请公开', '政府信息管理', '平台建设与监督保障')).toBeUndefined()
  expect(missing('主动公开', '依申请公开', '政府信息管理', '平台建设')).toBe('监督保障')
  expect(missing('主动公开与依申请公开', '政府信息管理、平台建设、监督保障')).toBeUndefined()
})
