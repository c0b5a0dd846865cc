/** Figures in prose: traps for whoever reads the tables, and questions for whoever checks them. */
import { bodies } from '../bodies.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */

/** @param {string} folder @param {string} pattern @param {string} about @param {string[]} overview @param {Partial<import('../draft.mjs').Spec>} [spec] @returns {CaseSpec} */
const told = (folder, pattern, about, overview, spec = {}) => ({
  folder,
  about,
  patterns: [pattern],
  spec: {
    body: bodies.bureau,
    year: Number(/-(\d{4})/.exec(folder)?.[1]),
    edition: '2021',
    subsections: 'none',
    texts: { overview },
    ...spec,
  },
  write: { docx: true, text: 'lines' },
})

/** @param {Map<string, import('../cases.mjs').Truth>} figures @param {number} received @param {number} carried */
function answered(figures, received, carried) {
  for (const id of figures.keys()) if (id.startsWith('requests.')) figures.set(id, 0)
  for (const column of ['naturalPerson', 'total']) {
    figures.set(`requests.newlyReceived.${column}`, received)
    figures.set(`requests.carriedOver.${column}`, carried)
    figures.set(`requests.granted.${column}`, received + carried - 1)
    figures.set(`requests.outcomesTotal.${column}`, received + carried - 1)
    figures.set(`requests.carriedForward.${column}`, 1)
  }
}

/** @type {CaseSpec[]} */
export const narratives = [
  told('2021/jiaoyu-2019-vague', 'prose/vague', '“100余条”“近17250件”“3200万余次”。', [
    '全年发布信息100余条，办理网民留言近17250件，网站浏览3200万余次，比上年多68余条。',
  ]),
  told(
    '2021/liuhe-2018-scaled',
    'prose/scaled',
    '“4.14万条”“47.10万元”，数字中间有空格。',
    ['累计发布4.14万条，其中本年165 条；拨付补贴47.10万元。'],
    { body: bodies.townGovernment },
  ),
  told(
    '2021/weijian-2019-compared',
    'prose/compared',
    '同比、较上年、括号里的上年数。',
    ['全年发布信息210条，同比增长5.26%，较上一年度增加42件；办理建议22件，比上年（31件）下降29%。'],
    { body: bodies.committee },
  ),
  told(
    '2021/gongan-2020-cumulative',
    'prose/cumulative',
    '历年累计与本年并列，依申请公开信息是一类文件的数目。',
    ['历年累计受理381件，其中依申请公开信息数59条。编制2019年部门决算公开说明一份。'],
    { body: bodies.police },
  ),
  told(
    '2021/yunxiu-2018-identity',
    'prose/identity',
    '正文的数字与表格一致：新收、结转、予以公开、结转下年。',
    ['全年新收政府信息公开申请7件，上年度结转1件；予以公开7件，结转下年继续办理1件。'],
    { body: bodies.county, figures: figures => answered(figures, 7, 1) },
  ),
  told(
    '2021/dongyuanqu-2020-scope',
    'prose/scope',
    '正文说区政府办收到 17 件，表格是全区：是疑问，不是错误。',
    ['区政府办公室收到政府信息公开申请17件，均已答复。'],
    {
      body: bodies.district,
      figures: figures => answered(figures, 95, 3),
      expected: { diagnostics: ['narrative/differs-from-table'] },
    },
  ),
  told(
    '2021/hongqi-2021-lost-text',
    'prose/lost-text',
    '正文丢了单位和逗号：“文件46政府会议信息42”。',
    ['公开文件46政府会议信息42村务公开264条，现行有效的规范性文件。'],
    { body: bodies.reclamation },
  ),
  told(
    '2021/hairihan-2022-zero-words',
    'prose/zero-words',
    '“零报告”“上年无结转”“申请一件”。',
    ['依申请公开实行零报告，上年无结转；全年办理申请一件次。'],
    {
      body: bodies.sumu,
      figures: figures => {
        answered(figures, 1, 0)
        for (const column of ['naturalPerson', 'total']) {
          figures.set(`requests.granted.${column}`, 1)
          figures.set(`requests.outcomesTotal.${column}`, 1)
          figures.set(`requests.carriedForward.${column}`, 0)
        }
      },
    },
  ),
  told('2021/shiqiao-2019-fees', 'other/fees', '第六部分：收费一句，带空格的 0 元；再加落款和页码。', ['照常办理。'], {
    body: bodies.town,
    texts: { overview: ['照常办理。'], other: ['本年度收取信息处理费 0 元。', '石桥镇人民政府', '2020年1月10日', '-3-'] },
  }),
  told('2021/shiqiao-2018-three-subs', 'other/repeats', '第六部分重复三个小题：依申请、收费、复议。', ['照常办理。'], {
    body: bodies.town,
    texts: {
      overview: ['照常办理。'],
      other: ['（一）依申请公开收费情况：无。', '（二）信息处理费：380 元。', '（三）复议诉讼情况：无。'],
    },
  }),
  told(
    '2021/sancha-2025-prose-only',
    'prose/instead-of-tables',
    '把表格的数字写成一段话：不是表格，不当作表格读。',
    ['照常办理。'],
    {
      body: bodies.ethnicTownship,
      texts: { overview: ['照常办理。'] },
      change: draft => {
        draft.blocks = draft.blocks.map(block =>
          block.kind === 'table'
            ? {
                kind: 'p',
                role: 'text',
                section: block.section ?? 'overview',
                text: '本年制发规范性文件0件，作出行政许可3件，行政处罚12件；新收申请0起，行政复议0起。',
              }
            : block,
        )
        for (const id of draft.truth.keys()) draft.truth.set(id, 'missing')
      },
      expected: { edition: null, diagnostics: ['table/missing'] },
    },
  ),
]
