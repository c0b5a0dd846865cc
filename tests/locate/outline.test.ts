import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import type { Block, Paragraph, SourceDocument } from '../../src/document/document.ts'
import { locateSections, type Outline } from '../../src/locate/outline.ts'
import { toHalfWidth } from '../../src/text/normalize.ts'

const linesOf = (text: string): Paragraph[] =>
  text.split('\n').map((line, i) => ({ kind: 'paragraph', text: line, place: { line: i + 1 } }))
const documentOf = (text: string): SourceDocument => ({ kind: 'text', blocks: linesOf(text) })

function locate(source: string | SourceDocument) {
  const log = createLog('a.txt')
  const outline = locateSections(typeof source === 'string' ? documentOf(source) : source, log)
  return {
    outline,
    headings: Object.values(outline.sections).map(section => section.heading),
    codes: log.diagnostics.map(({ code }) => code),
  }
}
const textOf = (blocks: readonly Block[] | undefined): string =>
  (blocks ?? []).map(block => (block.kind === 'paragraph' ? block.text : `<${block.kind}>`)).join('\n')
/** Without spaces and the marks that a converter or a list puts around a heading. */
const squeezed = (text: string): string => toHalfWidth(text).replace(/[\s\ufeff#*|>·•●◆■○_~+=\\-]/g, '')
const whole = (outline: Outline): string => {
  const sections = Object.values(outline.sections).map(({ heading, blocks }) => heading + textOf(blocks))
  return [...squeezed(textOf(outline.preamble) + sections.join('') + textOf(outline.tail))].sort().join('')
}

const table2 = '第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n行政规范性文件\n2\n0\n7'
const table3 =
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n申请人情况\n一、本年新收政府信息公开申请数量\n4\n二、上年结转政府信息公开申请数量\n0\n三、本年度办理结果\n（一）予以公开\n4\n四、结转下年度继续办理\n0'
const table4 = '行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉\n0\n0\n0\n0\n0'
const official = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
]
const bodies = ['本年度公开信息90条，各项工作平稳推进。', table2, table3, table4, '业务培训偏少，明年增加两次。', '无。']
const compose = (headings: readonly string[], join = '\n', before = '云岭镇2021年政府信息公开工作年度报告\n') =>
  before + headings.map((heading, i) => `${heading}${join}${bodies[i] ?? ''}`).join('\n')

test('a clean report: six sections, their content, no finding', () => {
  const { outline, headings, codes } = locate(compose(official))
  expect(headings).toEqual(official)
  expect(codes).toEqual([])
  expect(textOf(outline.preamble)).toBe('云岭镇2021年政府信息公开工作年度报告')
  expect(textOf(outline.sections.requests?.blocks)).toBe(table3)
  expect(outline.sections.overview?.place).toEqual({ line: 2 })
})

describe('headings as reports print them', () => {
  const cases: Record<string, readonly string[]> = {
    'no numbers': official.map(heading => heading.slice(2)),
    'arabic numbers': official.map((heading, i) => `${i + 1}、 ${heading.slice(2)}`),
    'arabic with a dot': official.map((heading, i) => `${i + 1}. ${heading.slice(2)}`),
    'arabic with a bracket': official.map((heading, i) => `${i + 1}）${heading.slice(2)}`),
    'numbers in brackets': official.map((heading, i) => `（${'一二三四五六'[i]}）${heading.slice(2)}`),
    'numbered as parts': official.map((heading, i) => `第${'一二三四五六'[i]}部分 ${heading.slice(2)}`),
    'the mark behind the number lost': official.map(heading => `${heading[0]} ${heading.slice(2)}`),
    'between bars': official.map(heading => `| ${heading} |`),
    'indented by ideographic spaces': official.map(heading => `　　${heading}`),
    'spaces between the characters': official.map(heading => [...heading].join(' ')),
    Markdown: official.map(heading => `## ${heading}`),
    bold: official.map(heading => `**${heading}**`),
    'list items': official.map(heading => `- ${heading}`),
    'after a form feed': official.map(heading => `\f${heading}`),
    'half-width marks': official.map(heading => heading.replace('、', '.').replace('、', ',')),
    'a colon behind': official.map(heading => `${heading}：`),
    wrapped: official.map(heading => `${heading.slice(0, 6)}\n${heading.slice(6, 11)}\n${heading.slice(11)}`.trim()),
    'damaged characters': official.map(heading => heading.replace(/息|题|报/, '\ufffd\ufffd')),
    'slightly misspelt': [
      '一、总体情况',
      '二、主动公开政务信息情况',
      '三、收到和处理政府信息公开申情况',
      '四、政府信息公开行政复仪、行政诉讼情况',
      '五、存在的主要问题和改进情况',
      '六、其它需要报告的事项',
    ],
    'in other words': [
      '一、政府信息公开工作的基本情况',
      '二、行政机关主动公开政府信息的情况',
      '三、行政机关收到和处理政府信息公开申请情况',
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '五、当前工作中存在的不足及下步改进措施',
      '六、其他需要说明的事项',
    ],
    'in still other words': [
      '一、工作总体推进情况',
      '二、主动公开政府信息工作情况',
      '三、收到和处理政府信息公开',
      '四、因政府信息公开工作被申请行政复议提起行政诉讼情况',
      '五、存在问题及改进情况',
      '六、其他需要报告的事项',
    ],
    'an overview by its year': ['一、2021年政务公开工作完成情况及成效', ...official.slice(1)],
  }
  for (const [name, headings] of Object.entries(cases)) {
    test(name, () => {
      const text = compose(headings)
      const { outline, headings: found, codes } = locate(text)
      expect(found.map(squeezed)).toEqual(headings.map(heading => squeezed(heading).replace(/^-/, '')))
      expect(codes).toEqual([])
      expect(textOf(outline.sections.requests?.blocks)).toBe(table3)
      expect(textOf(outline.sections.other?.blocks)).toBe('无。')
    })
  }

  test('text on the heading’s line', () => {
    const { outline, headings } = locate(compose(official, ' '))
    expect(headings).toEqual(official)
    expect(outline.sections.problems?.blocks[0]).toMatchObject({ text: ' 业务培训偏少，明年增加两次。', place: { column: 15 } })
  })

  test.each([
    ['numbered', official],
    ['without numbers', official.map(heading => heading.slice(2))],
  ])('the whole document on one line, %s', (_, headings) => {
    const text = compose(headings.with(0, `${headings[0]}（一）主动公开`), '').replace(/\n/g, '')
    const { outline, headings: found, codes } = locate(text.replace('年度报告', '年度报告现公布如下。'))
    expect(found).toEqual(headings)
    expect(codes).toEqual([])
    expect(textOf(outline.sections.requests?.blocks)).toBe(table3.replace(/\n/g, ''))
  })

  test('headings in the middle of lines, after a full stop', () => {
    const { outline, headings } = locate(`${compose(official.slice(0, 4))}\n${official[4]}\n培训偏少。${official[5]} 无。`)
    expect(headings).toEqual(official)
    expect(outline.sections.other?.place.column).toBe(6)
  })

  test('items of an automatically numbered list', () => {
    const blocks: Block[] = official.flatMap((heading, i): Block[] => [
      { kind: 'paragraph', text: heading.slice(2), listItem: true, place: { paragraph: 2 * i + 1 } },
      { kind: 'paragraph', text: '有关内容见下。', place: { paragraph: 2 * i + 2 } },
    ])
    expect(locate({ kind: 'docx', blocks }).codes).toEqual([])
    expect(locate({ kind: 'docx', blocks }).headings).toEqual(official.map(heading => heading.slice(2)))
  })
})

describe('names of sections that are no headings', () => {
  const list =
    '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项'
  const numbered = official.join('；').replace(/([一二三四五六])、/g, '（$1）')
  test.each([
    ['in prose', `本报告由${list}等六个部分组成。`],
    ['with another count', `全文共五个部分，包括：${list}。`],
    ['in prose over two lines', `本报告由${list.slice(0, 28)}\n${list.slice(28)}六部分组成。`],
    ['the last one at a line’s beginning', `本报告由${list.slice(0, -9)}\n${list.slice(-9)}六个部分组成。`],
    ['with marks', `报告内容：${numbered}。`],
    ['with numbers', `报告内容包括：${official.join('；')}。`],
    ['with numbers only', `报告分为${official.join('')}。`],
  ])('a list of the parts %s', (_, sentence) => {
    const { outline, headings, codes } = locate(compose(official, '\n', `云岭镇2021年政府信息公开工作年度报告\n${sentence}\n`))
    expect(headings).toEqual(official)
    expect(codes).toEqual([])
    expect(textOf(outline.preamble)).toContain(sentence.slice(0, 8))
    expect(locate(`云岭镇年报\n${sentence}\n以下为正文。`).headings).toEqual([])
  })

  test.each([
    ['bare', (heading: string) => heading],
    ['with page numbers', (heading: string, i: number) => `${heading}……${i + 1}`],
    ['as a list', (heading: string) => `${heading}；`],
  ])('a table of contents, %s', (_, entry) => {
    const { outline, headings, codes } = locate(compose(official, '\n', `目录\n${official.map(entry).join('\n')}\n`))
    expect(headings).toEqual(official)
    expect(codes).toEqual([])
    expect(textOf(outline.preamble).split('\n')).toHaveLength(7)
  })

  test('a list without punctuation', () => {
    const { headings, codes } = locate(compose(official, '\n', `${official.map(heading => heading.slice(2)).join(' ')}\n`))
    expect({ headings, codes }).toEqual({ headings: official, codes: [] })
  })

  test('a damaged row label and the heading beneath it stay two things', () => {
    const { outline, headings } = locate(compose(official).replace('四、结转下年度继续办理\n0', '四、结传下年继办\n0\n0'))
    expect(headings).toEqual(official)
    expect(textOf(outline.sections.requests?.blocks)).toContain('四、结传下年继办\n0\n0')
  })

  test('rows of table 3, enumerations, references', () => {
    const text = compose(official).replace(
      '各项工作平稳推进。',
      '一、二、三季度均无差错。\n我镇认真做好主动公开政府信息情况的统计，并按要求说明其他需要报告的事项的填报口径。\n（二）主动公开政府信息情况\n详见第二部分。',
    )
    const { outline, headings } = locate(text)
    expect(headings).toEqual(official)
    expect(textOf(outline.sections.overview?.blocks)).toContain('详见第二部分')
  })
})

test('what says that there is nothing is no heading', () => {
  const { headings, codes } = locate(
    compose(['', '', '', '', '', '']).replace(/无。$/, '无其他需要报告的事项。\n本单位没有其他需要报告的事项'),
  )
  expect(headings).toEqual([])
  expect(codes).toEqual(Array(6).fill('section/missing'))
})

describe('headings inside tables', () => {
  const cell = (text: string, row: number, cell: number) => ({ text, place: { table: 1, row, cell }, anchor: true })
  const grid = (rows: string[][]): Block => ({
    kind: 'grid',
    rows: rows.map((row, r) => row.map((text, c) => cell(text, r + 1, c + 1))),
    place: { table: 1 },
  })

  test('as rows of one big table', () => {
    const blocks = [
      grid(
        official.flatMap((heading, i) => [
          [heading, ''],
          [bodies[i] as string, ''],
        ]),
      ),
    ]
    const { outline, headings, codes } = locate({ kind: 'docx', blocks })
    expect(headings).toEqual(official)
    expect(codes).toEqual([])
    expect(outline.sections.disputes?.blocks).toEqual([grid([[table4, '']]) && expect.objectContaining({ kind: 'grid' })])
    expect(outline.sections.disclosure?.place).toEqual({ table: 1, row: 3, cell: 1 })
  })

  test('fused to the first cell beneath', () => {
    const text = linesOf(compose(official.slice(0, 1)))
    const blocks: Block[] = [
      ...text,
      grid([
        [`${official[1]}\n第二十条第（一）项`, ''],
        ['信息内容', '本年制发件数'],
      ]),
      ...linesOf(`${official[4]}\n少。`),
    ]
    const { outline } = locate({ kind: 'docx', blocks })
    expect(outline.sections.disclosure).toMatchObject({
      heading: official[1],
      blocks: [
        {
          kind: 'grid',
          rows: [
            [{ text: '第二十条第（一）项' }, { text: '' }],
            [{ text: '信息内容' }, { text: '本年制发件数' }],
          ],
        },
      ],
    })
  })

  test('labels of the tables are none', () => {
    const rows = table3.split('\n').map(text => [text, '0'])
    const { headings } = locate({
      kind: 'docx',
      blocks: [...linesOf(official.slice(0, 3).join('\n')), grid(rows), ...linesOf(official[3] as string)],
    })
    expect(headings).toEqual(official.slice(0, 4))
  })
})

describe('faults are named', () => {
  test('missing sections', () => {
    const { headings, codes } = locate(compose(['本镇情况', ...official.slice(1, 4), '后记', '结语']))
    expect(headings).toEqual(official.slice(1, 4))
    expect(codes).toEqual(['section/missing', 'section/missing', 'section/missing'])
  })

  test('section 一 without its heading is missing; its text stays before section 二', () => {
    const text = compose(official.slice(1)).split(`${official[1]}\n`)[1] ?? ''
    const overview = '（一）主动公开\n公开9条。\n（二）依申请公开\n无。\n（三）政府信息管理\n规范。'
    const { outline, codes } = locate(`云岭镇2021年年报\n${overview}\n${official[1]}\n${text}`)
    expect(codes).toEqual(['section/missing'])
    expect(textOf(outline.preamble)).toBe(`云岭镇2021年年报\n${overview}`)
  })

  test('wrong numbers', () => {
    const renumbered = ['一、总体情况', '一、主动公开政府信息情况', ...official.slice(2)]
    expect(locate(compose(renumbered))).toMatchObject({ headings: renumbered, codes: ['section/misnumbered'] })
    const shifted = official.map((heading, i) => '二三四五六七'[i] + heading.slice(1))
    expect(locate(compose(shifted)).codes).toEqual(Array(6).fill('section/misnumbered'))
    expect(locate(compose(official.with(5, 'l六、其他需要报告的事项')))).toMatchObject({
      codes: [],
      headings: official.with(5, 'l六、其他需要报告的事项'),
    })
  })

  test('nothing under a heading', () => {
    const text = `${official[0]}\n概况如上年。\n${official[1]}\n${official[2]}\n\n${official[3]}\n${official[4]}\n培训偏少。\n${official[5]}\n无`
    expect(locate(text)).toMatchObject({ headings: official, codes: [] })
    // Of 二, 三 and 四 it is the table that is missing, which the tables' own reader says.
    expect(locate(text.replace('培训偏少。\n', '')).codes).toEqual(['section/empty'])
  })

  test('an image under a heading is not nothing', () => {
    const blocks: Block[] = [...linesOf(compose(official).replace(/无。$/, '')), { kind: 'image', place: {} }]
    expect(locate({ kind: 'docx', blocks }).codes).not.toContain('section/empty')
  })

  test('a section out of order', () => {
    const swapped = [...official.slice(0, 3), official[4] as string, official[3] as string, official[5] as string]
    const { outline, codes } = locate(compose(swapped))
    expect(codes).toEqual(['section/out-of-order'])
    expect(Object.keys(outline.sections)).toHaveLength(6)
  })

  test('a section twice', () => {
    const twice = [...official.slice(0, 5), official[4] as string, official[5] as string]
    expect(locate(compose(twice)).codes).toContain('section/duplicate')
  })

  test('two reports in one file: the first is read', () => {
    const { outline, codes } = locate(`${compose(official)}\n${compose(official).replace('90条', '55条')}`)
    expect(codes).toEqual(['report/several'])
    expect(textOf(outline.sections.overview?.blocks)).toContain('90条')
    expect(textOf(outline.sections.other?.blocks)).not.toContain('55条')
  })
})

describe('the tail', () => {
  test.each([
    ['signature and date', '云岭镇人民政府\n2022年1月20日'],
    ['a date in Chinese numerals', '云岭镇人民政府\n二〇二二年一月二十日'],
    ['page numbers', '- 3 -'],
    ['a web page’s foot', '扫一扫在手机打开当前页\n打印　关闭\n上一篇：公告'],
    ['all of them', '云岭镇人民政府\n2022年1月20日\n第3页\n【打印本页】【关闭窗口】'],
  ])('%s', (_, tail) => {
    const { outline } = locate(`${compose(official)}\n\n${tail}`)
    expect(textOf(outline.sections.other?.blocks).trim()).toBe('无。')
    expect(textOf(outline.tail).trim()).toBe(tail)
  })

  test('prose that only mentions a date stays', () => {
    const { outline } = locate(compose(official).replace(/无。$/, '本年度未收取信息处理费。\n2021年12月起改用新表。'))
    expect(textOf(outline.sections.other?.blocks)).toContain('改用新表')
    expect(outline.tail).toEqual([])
  })
})

test('a caption under a chart is no heading, however like one', () => {
  const text = compose(official).replace('二、主动', '\n图1 信息主动公开情况\n\n图2 县网站主动公开信息情况\n二、主动')
  const { outline, codes } = locate(text)
  expect(outline.sections.disclosure?.heading).toBe('二、主动公开政府信息情况')
  expect(codes).not.toContain('section/duplicate')
})

test('a heading printed twice is not sought in another heading’s line', () => {
  const { headings } = locate('一、总体情况收到和处理政府信息公开申请情况\n\n收到和处理政府信息公开申请情况')
  expect(headings).toEqual(['一、总体情况', '收到和处理政府信息公开申请情况'])
})

test('no character is lost or doubled, whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...official,
      ...official.map(heading => heading.slice(2)),
      table3,
      '；',
      '。',
      '\n',
      '\n\n',
      '　',
      '## ',
      '\f',
      '（二）',
      '一、',
      '2022年1月20日',
      '云岭镇人民政府',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const document = documentOf(pieces.join(''))
      expect(whole(locateSections(document, createLog('')))).toBe([...squeezed(textOf(document.blocks))].sort().join(''))
    }),
    { numRuns: 400 },
  )
})

test('every label a hundred thousand times: bounded, and still an outline', () => {
  const { outline } = locate(`${official.join('\n')}\n`.repeat(100_000))
  expect(Object.keys(outline.sections).length).toBeGreaterThan(0)
})
