/** What stands before section 一: never a heading, and not always a period. */
import { bodies } from '../bodies.mjs'
import { heading, p, putAfter } from '../edits.mjs'
import { contact, partsList } from '../prose.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */
/** @typedef {import('../cases.mjs').Expected['period']} Period */

/**
 * @param {string} folder @param {string} pattern @param {string} about @param {string[]} preamble
 * @param {Period | undefined} period @param {Partial<import('../draft.mjs').Spec>} [spec]
 * @returns {CaseSpec}
 */
function preluded(folder, pattern, about, preamble, period, spec = {}) {
  const year = Number(/-(\d{4})/.exec(folder)?.[1])
  return {
    folder,
    about,
    patterns: [pattern],
    spec: {
      body: bodies.town,
      year,
      edition: '2021',
      preamble,
      ...spec,
      expected: { ...(period === undefined ? {} : { period }), ...spec.expected },
    },
    write: { docx: true, text: 'lines' },
  }
}

/** @param {number} year */
const whole = year => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** @type {CaseSpec[]} */
export const preambles = [
  preluded(
    '2021/shiqiao-2023-period-dash',
    'period/forms',
    '“2023年1月1日-2023年12月31日”。',
    ['统计时间：2023年1月1日-2023年12月31日。'],
    whole(2023),
  ),
  preluded(
    '2021/shiqiao-2024-period-long-dash',
    'period/forms',
    '“2024年1月1日——2024年12月31日”。',
    ['所列数据的统计期限为2024年1月1日——2024年12月31日。'],
    whole(2024),
  ),
  preluded(
    '2021/liuhe-2021-period-ascii',
    'period/forms',
    '“2021-1-1起至2021-12-31止”。',
    ['本报告统计期限自2021-1-1起至2021-12-31止。'],
    whole(2021),
    { body: bodies.townGovernment },
  ),
  preluded(
    '2021/liuhe-2022-period-point',
    'period/forms',
    '只写了核定时间点，没有起止。',
    ['本报告数据核定时间点为2022年12月31日。'],
    undefined,
    { body: bodies.townGovernment },
  ),
  preluded(
    '2021/sancha-2023-period-lost',
    'period/damaged',
    '日期中的数字丢失：是残缺，不是期限。',
    ['本报告统计期限为2023年11日至20231231日。'],
    null,
    { body: bodies.ethnicTownship },
  ),
  preluded(
    '2021/sancha-2024-period-lost-run',
    'period/damaged',
    '“20241月1日”：丢了“年”字。',
    ['本报告统计期限从20241月1日至2024年12月31日。'],
    undefined,
    { body: bodies.ethnicTownship },
  ),
  preluded(
    '2021/baiyun-2024-parts-marked',
    'preamble/parts-marked',
    '引言里用（一）到（六）列出六个部分的名称。',
    [
      '本报告由以下部分组成：（一）总体情况；（二）主动公开政府信息情况；（三）收到和处理政府信息公开申请情况；（四）政府信息公开行政复议、行政诉讼情况；（五）存在的主要问题及改进情况；（六）其他需要报告的事项。',
    ],
    undefined,
    { body: bodies.township },
  ),
  preluded(
    '2021/baiyun-2025-parts-lines',
    'preamble/parts-lines',
    '引言里一行一个地列出各部分的名称，没有序号。',
    [
      '本报告包括以下内容：',
      '总体情况；',
      '主动公开政府信息情况；',
      '收到和处理政府信息公开申请情况；',
      '政府信息公开行政复议、行政诉讼情况；',
      '存在的主要问题及改进情况；',
      '其他需要报告的事项。',
    ],
    undefined,
    { body: bodies.township },
  ),
  preluded(
    '2021/wangjiang-2023-parts-count',
    'preamble/parts-count',
    '自称七个部分，只列了六个。',
    [partsList().replace('六个', '七个'), contact],
    undefined,
    {
      body: bodies.street,
    },
  ),
  preluded(
    '2021/wangjiang-2024-citation',
    'preamble/citation',
    '引言仍引用〔2019〕60号，表格却是新格式；文号中还有一处残缺。',
    ['根据国办公开办函〔2019〕60号和〔202130号的要求编制，统计期限自2024年1月1日起至2024年12月31日止。'],
    whole(2024),
    { body: bodies.street },
  ),
  preluded('2021/dongyuan-2021-nothing', 'preamble/nothing', '标题之后直接是“一、”。', [], undefined, { body: bodies.street2 }),
  preluded(
    '2021/dongyuan-2024-narrative',
    'preamble/narrative',
    '先有一大段叙述，其中一句以“一、二、三季度”开头。',
    [
      '2024年，街道把公开放进日常。',
      '一、二、三季度均按时更新栏目，四季度补发了两条。',
      '统计期限自2024年1月1日起至2024年12月31日止。',
    ],
    whole(2024),
    { body: bodies.street2 },
  ),
  preluded('2021/jiaoyu-2024-inside-one', 'preamble/inside-one', '引言写在“一、”的下面。', [], whole(2024), {
    body: bodies.bureau,
    change: draft =>
      putAfter(
        draft,
        heading(draft, 'overview'),
        p(`${partsList()}统计期限自2024年1月1日起至2024年12月31日止。`, 'text', { section: 'overview' }),
      ),
  }),
]
