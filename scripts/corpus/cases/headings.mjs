/** Section headings as they were seen: other words, other numbers, other places. */
import { bodies } from '../bodies.mjs'
import { heading, headings, loseTable, p, putAfter, putBefore, replace, tableBlock } from '../edits.mjs'
import { sectionTitles } from '../prose.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */
/** @typedef {import('../draft.mjs').Spec} Spec */

const rotation = Object.values(bodies)
let turn = 0

/**
 * @param {string} what @param {string[]} patterns @param {string} about @param {Partial<Spec>} spec
 * @param {CaseSpec['write']} [write]
 * @returns {CaseSpec}
 */
function headed(what, patterns, about, spec, write = { docx: true, text: 'lines' }) {
  const edition = spec.edition ?? '2021'
  const body = spec.body ?? rotation[turn % rotation.length] ?? bodies.town
  const year = spec.year ?? (edition === '2019' ? 2020 : 2021 + (turn % 5))
  turn++
  return { folder: `${edition}/${body.key}-${year}-${what}`, about, patterns, spec: { body, year, edition, ...spec }, write }
}

/** @type {CaseSpec[]} */
export const headingCases = [
  headed('words-1', ['heading/words'], '一是“基本情况”，四是“因政府信息公开工作被申请行政复议、提起行政诉讼情况”。', {
    headings: {
      overview: '一、政府信息公开工作的基本情况',
      disclosure: '二、主动公开政府信息工作情况',
      requests: '三、行政机关收到和处理政府信息公开申请情况',
      disputes: '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      problems: '五、存在的问题及改进措施',
      other: '六、其他需要说明的事项',
    },
  }),
  headed('words-2', ['heading/words', 'heading/cut-short'], '三的标题没有写完，四没有顿号。', {
    headings: {
      overview: '一、工作基本情况',
      disclosure: '二、主动公开政府信息的情况',
      requests: '三、收到和处理政府信息公开',
      disputes: '四、因政府信息公开工作被申请行政复议提起行政诉讼情况',
      problems: '五、政府信息公开工作存在的主要问题及改进情况',
    },
  }),
  headed('words-3', ['heading/words'], '“总结概述”“主动公开政务信息情况”“和”代替“及”。', {
    headings: {
      overview: '一、总结概述',
      disclosure: '二、主动公开政务信息情况',
      problems: '五、存在的主要问题和改进措施',
    },
  }),
  headed('words-4', ['heading/words'], '“工作总体推进情况”“当前存在的主要问题及下步改进措施”。', {
    headings: {
      overview: '一、工作总体推进情况',
      disclosure: '二、行政机关主动公开政府信息情况',
      problems: '五、当前存在的主要问题及下步改进措施',
    },
  }),
  headed('words-5', ['heading/words'], '“工作开展情况”“工作存在不足及改进措施”。', {
    headings: { overview: '一、工作开展情况', problems: '五、工作存在不足及改进措施' },
  }),
  headed('words-6', ['heading/words', 'heading/year-inside'], '一的标题里有年份。', {
    edition: '2019',
    year: 2020,
    body: bodies.committee,
    headings: { overview: '一、2020年政府信息公开工作的基本情况', problems: '五、工作中存在的主要问题及改进措施' },
  }),
  headed('words-7', ['heading/words', 'heading/year-inside'], '“政务公开工作完成情况及成效”。', {
    edition: '2019',
    year: 2020,
    body: bodies.zone,
    headings: { overview: '一、2020年政务公开工作完成情况及成效', problems: '五、存在问题及改进情况' },
  }),
  headed('spaced', ['heading/spaces'], '标题中夹有空格，序号后是圆点。', {
    headings: {
      overview: '一. 总体情况',
      disclosure: '二．主动公开政府信息情况',
      requests: '三 、收到和处理政府信息公开申请情况',
      disputes: '四、 政府信息公开行政复议、行政诉讼情况',
      problems: '五、存在的主要问题及改进情况　',
      other: '六,其他需要报告的事项',
    },
  }),
  headed('misnumbered', ['heading/misnumbered'], '序号成了一、一、三。', {
    headings: { disclosure: '一、主动公开政府信息情况' },
    expected: { diagnostics: ['section/misnumbered'] },
  }),
  headed('shifted', ['heading/shifted'], '后半部分的序号都大了一号。', {
    headings: {
      requests: '四、收到和处理政府信息公开申请情况',
      disputes: '五、政府信息公开行政复议、行政诉讼情况',
      problems: '六、存在的主要问题及改进情况',
      other: '七、其他需要报告的事项',
    },
    expected: { diagnostics: ['section/misnumbered'] },
  }),
  headed('stray-letter', ['heading/stray-letter'], '六的前面多了一个字母 l。', {
    headings: { other: 'l六、其他需要报告的事项' },
  }),
  headed('unnumbered', ['heading/unnumbered'], '标题都没有序号。', { headings: { ...sectionTitles } }),
  headed('arabic', ['heading/arabic'], '序号是阿拉伯数字，与小标题和表格行的序号同形。', {
    headings: Object.fromEntries(Object.entries(sectionTitles).map(([key, title], i) => [key, `${i + 1}、${title}`])),
  }),
  headed(
    'markdown',
    ['heading/markdown', 'text/bars'],
    'Markdown 文本，标题前有井号。',
    {
      change: draft => {
        for (const one of headings(draft)) {
          one.heading = one.text
          one.text = `${one.role === 'heading' ? '##' : '###'} ${one.text}`
        }
      },
    },
    { text: 'bars' },
  ),
  headed(
    'one-line',
    ['heading/mid-line', 'text/one-line'],
    '整篇在一行里：标题在句号后面。',
    {},
    { text: 'one-line', edit: text => `${text.replaceAll('\n', ' ').trim()}\n` },
  ),
  headed('same-line', ['heading/same-line'], '标题和正文在同一行，中间一个空格。', {
    change: draft => {
      for (const section of /** @type {const} */ (['problems', 'other'])) {
        const title = heading(draft, section)
        const at = draft.blocks.indexOf(title)
        const next = draft.blocks[at + 1]
        if (next?.kind !== 'p') throw new Error('no text below the heading')
        title.heading = title.text
        title.text = `${title.text} ${next.text}`
        draft.blocks.splice(at + 1, 1)
      }
    },
  }),
  headed('soft-break', ['heading/soft-break'], '标题与正文在一个段落里，中间是软回车。', {
    change: draft => {
      const title = heading(draft, 'problems')
      const at = draft.blocks.indexOf(title)
      const next = draft.blocks[at + 1]
      if (next?.kind !== 'p') throw new Error('no text below the heading')
      title.heading = title.text
      title.text = `${title.text}\n${next.text}`
      draft.blocks.splice(at + 1, 1)
    },
  }),
  headed('missing-some', ['heading/missing'], '一、五、六的标题丢失（如 PDF 抽取），二、三、四还在。', {
    headings: { overview: null, problems: null, other: null },
    expected: { diagnostics: ['section/missing'] },
  }),
  headed('no-headings', ['heading/none'], '全文没有一个标题，三张表按次序排列。', {
    headings: { overview: null, disclosure: null, requests: null, disputes: null, problems: null, other: null },
    subsections: 'none',
    expected: { diagnostics: ['section/missing'] },
  }),
  headed('no-six', ['heading/six-absent'], '没有第六部分。', {
    change: draft => {
      draft.blocks = draft.blocks.filter(block => block.section !== 'other')
    },
    expected: { diagnostics: ['section/missing'] },
  }),
  headed('glued', ['heading/glued'], '二、三两个标题连在一行，之间没有表格。', {
    change: draft => {
      const second = heading(draft, 'disclosure')
      const third = heading(draft, 'requests')
      loseTable(draft, 'disclosure')
      replace(draft, third)
      second.heading = second.text
      second.text = `${second.text}${third.text}`
    },
    expected: {
      sections: { disclosure: '二、主动公开政府信息情况', requests: '三、收到和处理政府信息公开申请情况' },
      diagnostics: ['table/missing'],
    },
  }),
  headed('empty-sections', ['table/missing'], '二、三、四标题之间什么也没有：表格是图片或附件，不等于零。', {
    change: draft => {
      for (const key of /** @type {const} */ (['disclosure', 'requests', 'disputes'])) loseTable(draft, key)
    },
    expected: { diagnostics: ['table/missing'], edition: null },
  }),
  headed(
    'images',
    ['table/image'],
    '三张表都是图片。',
    {
      change: draft => {
        for (const key of /** @type {const} */ (['disclosure', 'requests', 'disputes']))
          loseTable(draft, key, { kind: 'image', section: key })
      },
      expected: { diagnostics: ['table/missing'], edition: null },
    },
    { docx: true, html: 'plain' },
  ),
  headed('attached', ['table/attachment'], '表格见附件，只有一句话。', {
    change: draft => {
      for (const key of /** @type {const} */ (['disclosure', 'requests', 'disputes']))
        loseTable(draft, key, p('（数据见附件表格）', 'text', { section: key }))
    },
    expected: { diagnostics: ['table/missing'], edition: null },
  }),
  headed('filler', ['heading/filler'], '标题下有套话，表前有说明，表后有脚注和多余的合计行。', {
    change: draft => {
      for (const key of /** @type {const} */ (['disclosure', 'requests', 'disputes'])) {
        putBefore(draft, tableBlock(draft, key), p('该部分以表格形式报告。表格如下：', 'text', { section: key }))
      }
      putAfter(
        draft,
        tableBlock(draft, 'disclosure'),
        p('注：以上数据由各股室报送，办公室汇总。', 'text', { section: 'disclosure' }),
      )
    },
  }),
  headed('prose-before-table', ['heading/prose-before-table'], '四的表格前有一段话，说没有复议诉讼。', {
    change: draft =>
      putBefore(
        draft,
        tableBlock(draft, 'disputes'),
        p('本年度未发生因政府信息公开引起的行政复议，也未发生行政诉讼。', 'text', { section: 'disputes' }),
      ),
    density: 'zeros',
  }),
  headed('decoys', ['heading/decoys'], '正文有以“一、”“二是”“四、”开头的句子，也提到各部分的名称。', {
    texts: {
      problems: [
        '一、二、四号楼的查阅点开放时间偏短，这一问题在总体情况中已有说明。',
        '二是主动公开政府信息情况的统计口径还不统一。',
        '四、五月份集中整改，其他需要报告的事项由办公室另行汇总。',
      ],
    },
  }),
]
