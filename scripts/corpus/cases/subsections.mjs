/** The five subsections of 一, and what stands for them. */
import { bodies } from '../bodies.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */

/** @param {string} folder @param {string} pattern @param {string} about @param {Partial<import('../draft.mjs').Spec>} spec @returns {CaseSpec} */
const sub = (folder, pattern, about, spec) => ({
  folder,
  about,
  patterns: [pattern],
  spec: { body: bodies.committee, year: Number(/-(\d{4})/.exec(folder)?.[1]), edition: '2021', ...spec },
  write: { docx: true, text: 'tabs' },
})

/** @type {CaseSpec[]} */
export const subsections = [
  sub('2021/weijian-2022-first-second', 'subsections/first-second', '用“一是”“二是”，没有小标题。', {
    subsections: 'none',
    texts: { overview: ['一是按时更新栏目。二是认真答复申请。三是加强管理。四是建好平台。五是做好监督。'] },
  }),
  sub('2021/weijian-2023-arabic', 'subsections/arabic', '小标题用“1.”。', {
    subsections: ['1.主动公开', '2.依申请公开', '3.政府信息管理', '4.政府信息公开平台建设', '5.监督保障'],
  }),
  sub('2021/weijian-2025-bracketed', 'subsections/bracketed', '小标题用半角“(1)”。', {
    subsections: ['(1)主动公开', '(2)依申请公开', '(3)政府信息管理', '(4)政府信息公开平台建设', '(5)监督保障'],
  }),
  sub('2021/weijian-2020-first', 'subsections/ordinals', '小标题用“第一，”。', {
    subsections: ['第一，主动公开', '第二，依申请公开', '第三，政府信息管理', '第四，平台建设', '第五，监督保障'],
  }),
  sub('2021/liuhe-2024-starts-at-two', 'subsections/starts-at-two', '小标题从（二）开始。', {
    body: bodies.townGovernment,
    subsections: ['（二）主动公开情况', '（三）依申请公开情况', '（四）政府信息管理', '（五）平台建设', '（六）监督保障'],
  }),
  sub('2021/jiaoyu-2025-comma', 'subsections/punctuation', '“（一）、”：括号后又有顿号；有的重号。', {
    body: bodies.bureau,
    subsections: [
      '（一）、主动公开',
      '（二）、依申请公开',
      '（二）、政府信息管理',
      '（三）、政府信息公开平台建设',
      '（四）、监督保障',
    ],
  }),
  sub('2021/dongyuan-2025-merged', 'subsections/merged', '（四）把平台和监督合在一起。', {
    body: bodies.street2,
    subsections: ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）平台建设与监督保障'],
  }),
  sub('2021/sancha-2022-like-section', 'subsections/like-section', '小标题与第二部分的标题相同。', {
    body: bodies.ethnicTownship,
    subsections: [
      '（一）组织领导',
      '（二）主动公开政府信息情况',
      '（三）依申请公开政府信息情况',
      '（四）平台建设',
      '（五）教育培训',
    ],
  }),
  sub('2021/linhu-2022-themes', 'subsections/themes', '小标题是自拟的主题。', {
    body: bodies.zone,
    subsections: ['（一）聚焦企业，做实政策公开', '（二）聚焦群众，做细办事公开', '（三）聚焦规范，做严内部管理'],
  }),
]
