import { describe, expect, test } from 'vitest'
import { narrate } from '../../src/narrate/narrate.ts'
import { outlineOf } from './outline-of.ts'

const problemsOf = (text: string) => narrate(outlineOf({ problems: text }), 2021).problems
const shape = (text: string) =>
  problemsOf(text).items.map(({ number, problem, improvement }) => [number, problem?.text ?? null, improvement?.text ?? null])

describe('section 五', () => {
  test('two halves, paired by number, each with its place', () => {
    const text =
      '存在的主要问题：（1）政策解读较少。（2）公开的内容不够重点突出。（3）答复不够专业。\n改进情况：（1）落实解读制度，提高质量。（2）加大推行力度。（3）积极参加培训。'
    expect(shape(text)).toEqual([
      [1, '政策解读较少。', '落实解读制度，提高质量。'],
      [2, '公开的内容不够重点突出。', '加大推行力度。'],
      [3, '答复不够专业。', '积极参加培训。'],
    ])
    const [first] = problemsOf(text).items
    expect([first?.problem?.place, first?.improvement?.place]).toEqual([{ line: 2 }, { line: 3 }])
  })

  test('一是 二是 under headings of their own', () => {
    const text = '（一）存在的主要问题\n一是队伍不稳定。二是更新不及时。\n（二）改进措施\n一是加强培训。二是定期检查。'
    expect(shape(text)).toEqual([
      [1, '队伍不稳定。', '加强培训。'],
      [2, '更新不及时。', '定期检查。'],
    ])
  })

  test('each problem with its improvement behind it', () => {
    const text = '1.解读形式单一。改进措施：制作图解。\n2.渠道不够多。改进措施：开设专栏。'
    expect(shape(text)).toEqual([
      [1, '解读形式单一。', '制作图解。'],
      [2, '渠道不够多。', '开设专栏。'],
    ])
  })

  test('prose', () => {
    expect(shape('2021年工作中还存在公开内容不够全面等问题。下一步，我镇将加强学习，拓宽渠道。')).toEqual([
      [null, '2021年工作中还存在公开内容不够全面等问题。', '下一步，我镇将加强学习，拓宽渠道。'],
    ])
  })

  test('words that only lead are no part of a problem, others are', () => {
    expect(shape('主要问题有两个：甲偏晚；乙偏少。\n改进打算：明年改。')[0]?.[1]).toBe('甲偏晚；乙偏少。')
    expect(shape('主要问题是甲偏晚。')[0]?.[1]).toBe('主要问题是甲偏晚。')
  })

  test('a title of its own turns to what is done', () => {
    expect(shape('个别栏目更新偏慢。\n三、下一步打算\n加强培训，改进解读。')).toEqual([
      [null, '个别栏目更新偏慢。', '加强培训，改进解读。'],
    ])
  })

  test('unequal numbers pair what can be paired', () => {
    const text = '存在的问题：一是甲。二是乙。\n改进情况：一是丙。二是丁。三是戊。'
    expect(shape(text)).toEqual([
      [1, '甲。', '丙。'],
      [2, '乙。', '丁。'],
      [3, null, '戊。'],
    ])
  })

  test('a problem that begins with 没有 is one', () => {
    expect(shape('部分栏目没有及时更新。')).toEqual([[null, '部分栏目没有及时更新。', null]])
  })

  test.each(['无', '无。', '本单位无存在的问题。'])('none: %s', text => {
    expect(problemsOf(text)).toEqual({ none: true, items: [] })
  })
})

describe('section 六', () => {
  const otherOf = (text: string) => narrate(outlineOf({ other: text }), 2021).otherMatters
  test('no fee', () => {
    expect(otherOf('根据《政府信息公开信息处理费管理办法》，我镇未收取过信息处理费。')).toEqual({
      none: false,
      feeCharged: false,
      feeAmount: 0,
      statements: [],
    })
  })
  test('a fee and more', () => {
    const matters = otherOf('本年度收取信息处理费380元。\n我镇开展了政务公开日活动。\n溪口镇人民政府\n2022年1月10日')
    expect([matters.feeCharged, matters.feeAmount]).toEqual([true, 380])
    expect(matters.statements).toEqual([{ text: '我镇开展了政务公开日活动。', place: { line: 3 } }])
  })
  test('nothing', () => {
    expect(otherOf('无。').none).toBe(true)
    expect(otherOf('本单位无其他需要报告的事项。')).toEqual({ none: true, feeCharged: null, feeAmount: null, statements: [] })
  })
})
