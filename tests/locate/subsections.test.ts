import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/document/document.ts'
import { keyOf, keysIn, locateSubsections } from '../../src/locate/subsections.ts'

const blocksOf = (text: string): Block[] =>
  text.split('\n').map((line, i) => ({ kind: 'paragraph', text: line, place: { line: i + 1 } }))
const find = (text: string, section: 'overview' | 'problems' = 'overview') =>
  locateSubsections(blocksOf(text), section).map(({ key, heading, blocks }) => [
    key,
    heading,
    blocks
      .map(block => (block.kind === 'paragraph' ? block.text.trim() : ''))
      .filter(line => line !== '')
      .join('/'),
  ])

const statutory = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'] as const
const keys = ['disclosure', 'requests', 'management', 'platforms', 'supervision'] as const
const texts = ['全年发布信息61条。', '未收到申请。', '制度进一步健全。', '维护网站专栏一个。', '开展培训两次。'] as const
const marks = '一二三四五'
const compose = (mark: (i: number) => string, between: string, end = '\n', titles: readonly string[] = statutory) =>
  titles.map((title, i) => `${mark(i)}${title}${between}${texts[i]}${end}`).join('')

describe('the five statutory subsections', () => {
  const cases: Record<string, [text: string, headings: (title: string, i: number) => string]> = {
    'titles on their own lines': [compose(i => `（${marks[i]}）`, '\n'), (title, i) => `（${marks[i]}）${title}`],
    'title, full stop, text': [compose(i => `（${marks[i]}）`, '。'), (title, i) => `（${marks[i]}）${title}`],
    'title, colon, text': [compose(i => `(${marks[i]})`, '：'), (title, i) => `(${marks[i]})${title}`],
    'title, space, text': [compose(i => `（${marks[i]}）`, ' '), (title, i) => `（${marks[i]}）${title}`],
    'title glued to its text': [compose(i => `（${marks[i]}）`, ''), (title, i) => `（${marks[i]}）${title}`],
    'double marks': [compose(i => `(${marks[i]})、`, '\n'), (title, i) => `(${marks[i]})、${title}`],
    'arabic numbers': [compose(i => `${i + 1}.`, '\n'), (title, i) => `${i + 1}.${title}`],
    'every item numbered 1': [compose(() => '1. ', '\n'), title => `1. ${title}`],
    'arabic numbers in brackets': [compose(i => `(${i + 1})`, '\n'), (title, i) => `(${i + 1})${title}`],
    ordinals: [compose(i => `第${marks[i]}，`, '。'), (title, i) => `第${marks[i]}，${title}`],
    'no numbers': [compose(() => '', '\n'), title => title],
    'all on one line': [compose(i => `（${marks[i]}）`, '', ''), (title, i) => `（${marks[i]}）${title}`],
    'all on one line, no numbers': [compose(() => '', '', ''), title => title],
    'with endings': [
      compose(
        i => `（${marks[i]}）`,
        '\n',
        '\n',
        statutory.map(title => `${title}工作情况`),
      ),
      (title, i) => `（${marks[i]}）${title}工作情况`,
    ],
    'text before the first': [
      `今年工作有序。\n${compose(i => `（${marks[i]}）`, '\n')}`,
      (title, i) => `（${marks[i]}）${title}`,
    ],
  }
  for (const [name, [text, heading]] of Object.entries(cases)) {
    test(name, () => {
      expect(find(text)).toEqual(statutory.map((title, i) => [keys[i], heading(title, i), texts[i]]))
    })
  }
})

describe('faults', () => {
  test('the first is missing', () => {
    expect(find('（二）依申请公开\n无。\n（三）政府信息管理\n无。').map(([key]) => key)).toEqual(['requests', 'management'])
  })

  test('the same number twice', () => {
    expect(find('1、主动公开\n有。\n1、依申请公开\n无。').map(([, heading]) => heading)).toEqual(['1、主动公开', '1、依申请公开'])
  })

  test('a title that merges two goes by the one it names first', () => {
    expect(find('（四）平台建设和监督保障\n有。')).toEqual([['platforms', '（四）平台建设和监督保障', '有。']])
  })

  test.each([
    ['（四）平台建设与监督保障', ['platforms', 'supervision']],
    ['（一）主动公开和依申请公开情况', ['disclosure', 'requests']],
    ['3.政府信息管理、平台建设及监督保障工作', ['management', 'platforms', 'supervision']],
    ['（五）监督和保障', ['supervision']],
    ['（二）依申请公开政府信息', ['requests']],
    ['（四）政府信息公开平台建设', ['platforms']],
    ['（三）制度与队伍', []],
  ])('what %s names', (heading, keys) => {
    expect(keysIn(heading)).toEqual(keys)
  })

  test('a title glued to its text without a mark', () => {
    expect(find('（一）公开政府信息情况本年度我乡发布信息12条，均在网站公开，群众反映良好。')).toEqual([
      ['disclosure', '（一）公开政府信息情况', '本年度我乡发布信息12条，均在网站公开，群众反映良好。'],
    ])
  })

  test('a glued title whose sentence has no telling beginning', () => {
    expect(find('（三）政府信息管理公文拟稿时同步注明公开属性，不公开的写明理由；归档后抽查。')).toEqual([
      ['management', '（三）政府信息管理', '公文拟稿时同步注明公开属性，不公开的写明理由；归档后抽查。'],
    ])
  })

  test('a subsection may bear the title of section 二', () => {
    expect(find('（二）主动公开政府信息情况\n有。')).toEqual([['disclosure', '（二）主动公开政府信息情况', '有。']])
  })
})

describe('other titles', () => {
  test('themes have no key', () => {
    expect(find('（一）强化组织领导，压实工作责任。调整领导小组。\n（二）教育培训\n培训两次。')).toEqual([
      [null, '（一）强化组织领导，压实工作责任', '调整领导小组。'],
      [null, '（二）教育培训', '培训两次。'],
    ])
  })

  test('numbered paragraphs without a title keep their text', () => {
    const paragraph = '我镇在网站上发布信息三十一条，涉及财政预算、惠农补贴、公共服务等多个领域，群众查阅方便，反映良好'
    expect(find(`（一）${paragraph}。\n（二）${paragraph}。`)).toEqual([
      [null, '（一）', `${paragraph}。`],
      [null, '（二）', `${paragraph}。`],
    ])
  })

  test('lists inside a subsection are its text', () => {
    expect(find('（一）主动公开\n1.网站\n有。\n2.公告栏\n有。\n（二）依申请公开\n无。').map(([, heading]) => heading)).toEqual([
      '（一）主动公开',
      '（二）依申请公开',
    ])
  })

  test.each(['一是发布信息9条。二是接受监督。', '各项工作平稳。', '依据条例第二十条第（一）项公开，另按第（二）项公开。', ''])(
    'none: %s',
    text => {
      expect(find(text)).toEqual([])
    },
  )

  test('numbered parts of 五 have no key', () => {
    expect(find('（一）存在问题\n公开不及时。\n（二）主动公开\n加强。', 'problems')).toEqual([
      [null, '（一）存在问题', '公开不及时。'],
      [null, '（二）主动公开', '加强。'],
    ])
  })
})

test.each([
  ['主动公开政府信息工作情况', 'disclosure'],
  ['政府信息依申请公开情况', 'requests'],
  ['依申请公开方面', 'requests'],
  ['加强信息管理', 'management'],
  ['政务公开平台建设情况', 'platforms'],
  ['政府信息公开工作监督保障情况', 'supervision'],
  ['聚焦主动公开，提升服务效能', null],
  ['政府信息公开工作管理情况', 'management'],
  ['收到和处理政府信息公开申请情况', 'requests'],
  ['信息规范公开平台建设情况', 'platforms'],
  ['组织领导', null],
])('%s → %s', (title, key) => {
  expect(keyOf(title)).toBe(key)
})
