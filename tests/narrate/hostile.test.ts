import { expect, test } from 'vitest'
import { narrate } from '../../src/narrate/narrate.ts'
import { outlineOf } from './outline-of.ts'

/** 100 kB of what a pattern here could stumble over; each has to end, and 40 of them within the test's time. */
const fragments = [
  '1', '1,', '1.', '十', '一', '0件', '件', '3件', '万', '余', '申请', '收到', '无', '未收到', '主动公开', '公开信息', '(', '（', '，', '、', '。', ' ', '　',
  '同比', '比2020年(', '增长', '结转下年', '累计', '下一步', '改进', '问题', '一是', '(1)', '①', '规范性文件', '信息处理费', '行政复议', '会', '培训', '的了有为是共计',
] // biome-ignore format: a list

// A passage that each line made longer used to be read again from its start: this would take many minutes.
test('lines that never end a sentence are joined once', () => {
  const { narrative } = narrate(outlineOf({ overview: '本年新收政府信息公开申请数量 3 0 1\n'.repeat(60_000) }), 2021)
  expect(narrative.length).toBeLessThanOrEqual(2000)
}, 60_000)

test.each(['overview', 'overview/requests', 'problems', 'other'] as const)(
  'hostile lines in %s end',
  path => {
    for (const fragment of fragments) {
      const line = fragment.repeat(Math.ceil(100_000 / fragment.length))
      const { narrative } = narrate(outlineOf({ [path]: line }), 2021)
      expect(narrative.length).toBeLessThanOrEqual(2000)
    }
  },
  60_000,
)
