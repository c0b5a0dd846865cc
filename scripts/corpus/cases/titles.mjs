/** Covers: every way in which a title was seen to name the body, the year and the report. */
import { bodies } from '../bodies.mjs'
import { addTail, p } from '../edits.mjs'
import { legalBasis } from '../prose.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */
/** @typedef {import('../draft.mjs').Spec} Spec */

/**
 * @param {string} folder @param {string} pattern @param {string} about @param {Partial<Spec> & Pick<Spec, 'body' | 'year'>} spec
 * @param {CaseSpec['write']} [write]
 * @returns {CaseSpec}
 */
const titled = (folder, pattern, about, spec, write = { docx: true, text: 'tabs' }) => ({
  folder,
  about,
  patterns: [pattern],
  spec: { edition: '2021', ...spec },
  write,
})

/** @type {CaseSpec[]} */
export const titles = [
  titled('2019/shiqiao-2020-year-twice', 'title/annual-twice', '标题里“年度”出现两次。', {
    body: bodies.town,
    year: 2020,
    edition: '2019',
    title: ['石桥镇2020年度政府信息公开工作年度报告'],
  }),
  titled('2021/liuhe-2023-year-first', 'title/year-first', '年份写在单位前面。', {
    body: bodies.townGovernment,
    year: 2023,
    title: ['2023年柳荷镇人民政府政府信息公开工作年度报告'],
  }),
  titled(
    '2021/liuhe-2025-swallowed',
    'title/government-swallowed',
    '“人民政府信息公开”：单位名称以“人民政府”结尾，后面不再写“政府”。',
    {
      body: bodies.townGovernment,
      issuer: '云岫县枫树镇人民政府',
      year: 2025,
      title: ['2025年度云岫县枫树镇人民政府信息公开工作年度报告'],
    },
  ),
  titled('2021/baiyun-2023-no-annual', 'title/no-annual', '“工作报告”，没有“年度”二字。', {
    body: bodies.township,
    year: 2023,
    title: ['白筠乡人民政府2023年政府信息公开工作报告'],
  }),
  titled('2021/weijian-2024-no-annual', 'title/no-annual', '“年度政府信息公开工作报告”。', {
    body: bodies.committee,
    year: 2024,
    title: ['云岫县卫生健康委员会2024年度政府信息公开工作报告'],
  }),
  titled('2019/jiaoyu-2019-no-government', 'title/no-government', '“信息公开年度报告”，没有“政府”二字。', {
    body: bodies.bureau,
    year: 2019,
    edition: '2019',
    title: ['云岫县教育局2019年信息公开年度报告'],
  }),
  titled('2021/jiaoyu-2021-about', 'title/about', '“关于……的年度报告”。', {
    body: bodies.bureau,
    year: 2021,
    title: ['云岫县教育局关于2021年度政府信息公开工作的年度报告'],
  }),
  titled('2021/weijian-2021-about-affairs', 'title/about', '“关于……情况的报告”。', {
    body: bodies.committee,
    year: 2021,
    title: ['云岫县卫生健康委员会关于2021年度政府信息公开情况的报告'],
  }),
  titled('2019/none-2019-no-issuer', 'title/no-issuer', '标题、正文、落款都没有单位名称：不得编造。', {
    body: bodies.office,
    issuer: null,
    year: 2019,
    edition: '2019',
    title: ['关于2019年政府信息公开工作年度报告'],
    expected: { diagnostics: ['cover/no-issuer'] },
  }),
  titled('2021/dangshi-2022-signed', 'title/no-issuer-signed', '标题没有单位，落款有。', {
    body: bodies.office,
    year: 2022,
    title: ['2022年政府信息公开工作年度报告'],
    change: draft => addTail(draft, '云岫县地方志办公室', '2023年1月16日'),
  }),
  titled('2021/zhaolu-2022-annual-short', 'title/short', '“工作年报”。', {
    body: bodies.banner,
    year: 2022,
    title: ['昭陆自治县人民政府2022年政府信息公开工作年报'],
  }),
  titled('2021/dongyuan-2022-affairs', 'title/affairs', '“政府政务公开年报”。', {
    body: bodies.street2,
    year: 2022,
    title: ['东垣区北湾街道2022年政府政务公开年报'],
  }),
  titled('2021/dongyuan-2023-affairs-info', 'title/affairs', '“政务信息公开工作报告”。', {
    body: bodies.street2,
    year: 2023,
    title: ['东垣区北湾街道2023年政务信息公开工作报告'],
  }),
  titled('2021/baiyun-2021-no-work-no-year', 'title/no-work', '标题没有“工作”，也没有年份；年份在统计期限里。', {
    body: bodies.township,
    issuer: ['白筠乡', '白筠乡政府', '白筠乡人民政府'],
    year: 2021,
    title: ['白筠乡政府信息公开年度报告'],
  }),
  titled('2021/sancha-2021-date-line', 'title/date-line', '标题下有一行“（2022年1月）”：不是报告年度。', {
    body: bodies.ethnicTownship,
    year: 2021,
    change: draft => draft.blocks.splice(1, 0, p('（2022年1月）', 'preamble', { align: 'center' })),
  }),
  titled('2021/shuiwu-2023-three-lines', 'title/wrapped', '标题分三行。', {
    body: bodies.tax,
    year: 2023,
    title: ['国家税务总局云岫县税务局', '2023年政府信息公开工作', '年度报告'],
  }),
  titled('2021/hongqi-2022-two-lines', 'title/wrapped', '标题分两行。', {
    body: bodies.reclamation,
    year: 2022,
    title: ['红泥滩垦殖场', '2022年政府信息公开工作年度报告'],
  }),
  titled('2021/hairihan-2023-repeated', 'title/repeated', '标题出现两次（网页标题和文件标题），第二次没有单位。', {
    body: bodies.sumu,
    year: 2023,
    change: draft => draft.blocks.splice(1, 0, p('2023年政府信息公开工作年度报告', 'preamble', { align: 'center' })),
  }),
  titled('2021/shiqiao-2022-no-title', 'title/absent', '没有标题，正文从引言开始；文件名是唯一写明单位的地方。', {
    body: bodies.town,
    year: 2022,
    title: [],
    preamble: ['依照《中华人民共和国政府信息公开条例》编制本报告。统计期限自2022年1月1日起至2022年12月31日止。'],
    expected: { title: undefined, name: '石桥镇2022年政府信息公开工作年度报告.docx' },
  }),
  titled('2021/wangjiang-2021-starts-at-one', 'title/absent', '没有标题也没有引言，直接从“一、”开始。', {
    body: bodies.street,
    issuer: null,
    year: 2021,
    title: [],
    preamble: [],
    texts: { overview: ['这一年按部就班，没有新的变化。'] },
    expected: { title: null, issuer: undefined, year: undefined },
    subsections: 'none',
  }),
  titled('2021/jiaoyu-2022-old-year', 'year/mismatch', '标题是 2022 年，统计期限还是上一年的：沿用旧文。', {
    body: bodies.bureau,
    year: 2022,
    preamble: [legalBasis('云岫县教育局2022年政府信息公开工作年度报告', 2021)],
    expected: { diagnostics: ['year/mismatch'] },
  }),
  titled('2021/dongyuanqu-2022-on-behalf', 'issuer/on-behalf', '区政府办公室代表区政府编制。', {
    body: bodies.district,
    year: 2022,
    density: 'some',
    preamble: ['受区政府委托，区政府办公室汇总编制本报告。数据截至2022年12月31日。'],
  }),
  titled('2021/hongqi-2023-aliases', 'issuer/aliases', '同一单位在文中有几个简称。', {
    body: bodies.reclamation,
    year: 2023,
    texts: { other: ['红场（红泥场、红垦场）无其他需要报告的事项。'] },
  }),
  titled('2021/gongjiao-2021-company', 'issuer/company', '国有企业参照编制。', { body: bodies.company, year: 2021 }),
  titled('2021/hairihan-2021-sumu', 'issuer/sumu', '苏木。', { body: bodies.sumu, year: 2021 }),
  titled('2021/linfeng-2023-city', 'issuer/city', '设区的市政府，每格有数字。', {
    body: bodies.city,
    year: 2023,
    density: 'full',
  }),
  titled('2021/gongan-2022-branch', 'issuer/police', '公安分局。', { body: bodies.police, year: 2022, density: 'some' }),
]
