/** Reports put together at random from what reports do: whatever the mixture, six sections and no false heading. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import type { SourceDocument } from '../../src/document/document.ts'
import { locateSections } from '../../src/locate/outline.ts'
import { sectionKeys } from '../../src/model/report.ts'

const names = [
  ['总体情况', '政府信息公开工作的基本情况', '工作开展情况', '2021年政务公开工作总体情况'],
  ['主动公开政府信息情况', '行政机关主动公开政府信息情况', '主动公开政府信息的情况', '主动公开政务信息情况'],
  ['收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请情况', '收到和处理政府信息公开申请的情况'],
  [
    '政府信息公开行政复议、行政诉讼情况',
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '政府信息公开行政复议和行政诉讼情况',
  ],
  [
    '存在的主要问题及改进情况',
    '存在的问题和改进措施',
    '政府信息公开工作存在的主要问题及改进情况',
    '当前存在的不足及下一步改进措施',
  ],
  ['其他需要报告的事项', '其他需要说明的事项', '需要报告的其他事项'],
] as const
const chinese = '一二三四五六'
const numberings: ((i: number) => string)[] = [
  i => `${chinese[i]}、`,
  i => `${chinese[i]}.`,
  i => `${chinese[i]} 、 `,
  i => `${i + 1}、`,
  i => `${i + 1}. `,
  () => '',
]
const leads = ['', '　　', '## ', '\f', '**']

const bodies: readonly (readonly string[])[] = [
  [
    '今年以来，我镇认真落实条例。\n（一）主动公开\n公开90条。\n（二）依申请公开\n收到4件。',
    '一是公开及时。二是管理规范。\n（二）主动公开政府信息情况\n公开90条，其他需要报告的事项见第六部分。',
    '一、二、三季度均按时公开。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况组成。',
  ],
  [
    '第二十条第（一）项\n信息内容\n本年制发件数\n规章\n0\n行政规范性文件\n2',
    '| 第二十条第（一）项 | |\n| 信息内容 | 本年制发件数 |\n| 规章 | 0 |',
    '见下图。',
  ],
  [
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n申请人情况\n一、本年新收政府信息公开申请数量\n4\n二、上年结转政府信息公开申请数量\n0\n三、本年度办理结果\n（一）予以公开\n4\n四、结转下年度继续办理\n0',
    '一、本年新收政府信息公开申请数量 4 0 0\n三、本年度\n办理结果\n四、结转下年度继续办理 0 0 0',
    '未收到申请。',
  ],
  [
    '行政复议\n行政诉讼\n结果维持\n0\n0',
    '| 行政复议 | 行政诉讼 |\n| 结果维持 | 结果维持 |\n| 0 | 0 |',
    '未发生行政复议、行政诉讼。',
  ],
  [
    '存在的主要问题：人手少。\n改进情况：加强培训。',
    '（一）存在问题\n人手少。\n（二）改进措施\n加强培训。',
    '一是公开不够及时；二是解读偏少。',
  ],
  ['无', '无其他需要报告的事项。', '本年度未收取信息处理费。', '（一）收费情况：无。\n（二）复议情况：无。'],
]
const preambles = [
  '',
  '云岭镇2021年政府信息公开工作年度报告\n',
  '云岭镇2021年政府信息公开工作年度报告\n本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。\n',
  '云岭镇2021年政府信息公开工作年度报告\n全文包括：（一）总体情况；（二）主动公开政府信息情况；（三）收到和处理政府信息公开申请情况；（四）政府信息公开行政复议、行政诉讼情况；（五）存在的主要问题及改进情况。\n',
  '目录\n一、总体情况……1\n二、主动公开政府信息情况……2\n三、收到和处理政府信息公开申请情况……3\n四、政府信息公开行政复议、行政诉讼情况……4\n五、存在的主要问题及改进情况……5\n六、其他需要报告的事项……5\n',
]
const tails = ['', '\n云岭镇人民政府\n2022年1月10日', '\n- 3 -', '\n扫一扫在手机打开当前页\n关闭']

const reports = fc
  .record({
    named: fc.tuple(...names.map(variants => fc.constantFrom(...variants))),
    numbering: fc.constantFrom(...numberings),
    lead: fc.constantFrom(...leads),
    filled: fc.tuple(...bodies.map(variants => fc.constantFrom(...variants))),
    preamble: fc.constantFrom(...preambles),
    tail: fc.constantFrom(...tails),
    // A table may begin on the heading's line; prose may, too, behind a space.
    joins: fc.array(fc.constantFrom('\n', '\n\n', ' ', '：\n'), { minLength: 6, maxLength: 6 }),
    // The heading may follow a sentence on its line.
    midLine: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ named, numbering, lead, filled, preamble, tail, joins, midLine }) => {
    const numbered = numbering(0) !== ''
    const headings = named.map((name, i) => numbering(i) + (numbered ? name : names[i]?.[0]))
    let text = preamble
    for (const [i, heading] of headings.entries()) {
      const begins =
        numbered && midLine[i] && /。\n?$/.test(text)
          ? text.replace(/\n$/, '')
          : text + (text === '' || text.endsWith('\n') ? '' : '\n')
      const own = begins === '' || begins.endsWith('\n')
      const join = numbered ? joins[i] : '\n'
      text = `${begins}${own ? lead : ''}${heading}${own && lead === '**' && join !== ' ' ? '**' : ''}${join}${filled[i]}\n`
    }
    return { text: text.replace(/\n$/, '') + tail, headings, numbered }
  })

/** What converters do to a text without changing its characters. */
const flattenings: Record<string, (text: string) => string> = {
  'as it is': text => text,
  'wrapped at 17 characters': text => text.replace(/[^\n]{17}(?=[^\n])/g, '$&\n'),
  'wrapped at 40 characters, indented': text => text.replace(/[^\n]{40}(?=[^\n])/g, '$&\n   ').replace(/^/gm, '   '),
  'blank lines between': text => text.replace(/\n/g, '\n\n'),
  'spaced out': text => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '),
  'half-width': text => text.replace(/[（），：；]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)),
}
const glued = (text: string) => text.replace(/\n/g, '')

const squeeze = (text: string) => text.replace(/[\s*：:]/g, '')

function find(text: string) {
  const document: SourceDocument = {
    kind: 'text',
    blocks: text.split('\n').map((line, i) => ({ kind: 'paragraph', text: line, place: { line: i + 1 } })),
  }
  const log = createLog('')
  const { sections } = locateSections(document, log)
  return {
    headings: sectionKeys.map(key => squeeze(sections[key]?.heading ?? 'none')),
    codes: log.diagnostics.map(({ code }) => code),
  }
}

/** `RUNS=10000` looks at more of them, at random. */
const runs = process.env.RUNS ? { numRuns: Number(process.env.RUNS) } : { numRuns: 200, seed: 20211231 }

test.each(Object.entries(flattenings))('six sections, each under its heading: %s', (_, flatten) => {
  fc.assert(
    fc.property(reports, ({ text, headings }) => {
      expect(find(flatten(text))).toEqual({ headings: headings.map(flatten).map(squeeze), codes: [] })
    }),
    runs,
  )
})

test('six sections, each under its heading: everything on one line', () => {
  fc.assert(
    fc.property(reports, ({ text, headings, numbered }) => {
      // Without numbers and lines, prose that is glued to a heading is not told from it.
      fc.pre(numbered && !/[\f#*]|目录/.test(text))
      expect(find(glued(text)).headings).toEqual(headings.map(squeeze))
    }),
    runs,
  )
})

test('a character of a numbered official heading lost or changed', () => {
  const changes = fc.record({ which: fc.nat(5), at: fc.integer({ min: 2, max: 7 }), by: fc.constantFrom('', '口', '\ufffd') })
  fc.assert(
    fc.property(reports, changes, ({ text, headings }, { which, at, by }) => {
      const usable = headings.filter(
        (heading, i) => heading === `${chinese[i]}、${names[i]?.[0]}` && text.includes(`\n${heading}\n`),
      )
      const heading = usable[which % usable.length]
      if (heading === undefined || at >= heading.length) return
      const damaged = heading.slice(0, at) + by + heading.slice(at + 1)
      const found = find(text.replace(`\n${heading}\n`, `\n${damaged}\n`)).headings
      expect(found).toEqual(headings.map(h => squeeze(h === heading ? damaged : h)))
    }),
    { ...runs, numRuns: runs.numRuns * 3 },
  )
})
