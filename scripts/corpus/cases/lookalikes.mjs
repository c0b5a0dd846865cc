/** What is no annual report, or none of these forms: recognised, named, and never read as figures. */
import { bodies } from '../bodies.mjs'
import { p } from '../edits.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */

/** @param {string} folder @param {string[]} patterns @param {string} about @param {string[]} lines @param {Partial<import('../cases.mjs').Expected>} [expected] @returns {CaseSpec} */
const other = (folder, patterns, about, lines, expected = {}) => ({
  folder: `other/${folder}`,
  about,
  patterns,
  spec: {
    body: bodies.county,
    year: 2022,
    edition: '2021',
    change: draft => {
      draft.blocks = lines.map((line, i) => p(line, i === 0 ? 'title' : 'text'))
      draft.truth.clear()
    },
    expected: {
      title: undefined,
      issuer: undefined,
      year: undefined,
      edition: null,
      diagnostics: ['report/not-recognised'],
      ...expected,
    },
  },
  write: { docx: true, text: 'lines' },
})

/** @type {CaseSpec[]} */
export const lookalikes = [
  other('explanation-2022', ['reject/explanation'], '“文字解读”：谈的是年报，本身不是年报。', [
    '文字解读：《云岫县人民政府2022年政府信息公开工作年度报告》',
    '一、编制背景',
    '按照条例要求，各级行政机关每年1月31日前公布上一年度的年度报告。',
    '二、编制依据',
    '《中华人民共和国政府信息公开条例》和年度报告格式。',
    '三、编制目的',
    '让群众了解全县一年来的公开情况。',
    '四、主要内容',
    '报告分为总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。全年新收申请12件。',
    '五、统计期限',
    '2022年1月1日至2022年12月31日。',
  ]),
  other('notice-2022', ['reject/notice'], '编制通知。', [
    '关于做好2022年政府信息公开工作年度报告编制和发布工作的通知',
    '各乡镇人民政府，县直各单位：',
    '一、报送时间',
    '请于2023年1月15日前将年度报告送县政府办公室。',
    '二、报送内容',
    '按照国家规定的格式填写三张表格，正文不少于1000字。',
    '三、有关要求',
    '数据要准确，不得漏报。联系电话：0000-8000000。',
  ]),
  other(
    'summary-2021',
    ['reject/summary'],
    '政务公开工作总结。',
    [
      '云岫县教育局2021年政务公开工作总结',
      '一、主要做法',
      '一年来，我局发布信息310条，召开新闻发布会2次。',
      '二、存在问题',
      '个别栏目更新偏慢。',
      '三、下一步打算',
      '加强培训，改进解读。',
    ],
    { sections: undefined },
  ),
  other('half-year-2022', ['reject/half-year'], '上半年统计。', [
    '石桥镇2022年上半年政府信息公开工作情况统计',
    '上半年主动公开信息85条，收到政府信息公开申请1件，已答复。',
    '行政复议0件，行政诉讼0件。',
  ]),
  other('plan-2023', ['reject/plan'], '年度工作要点。', [
    '云岫县2023年政务公开工作要点',
    '一、总体要求',
    '二、重点任务',
    '（一）推进主动公开。（二）规范依申请公开。（三）加强平台建设。',
    '三、保障措施',
  ]),
  other('novel', ['reject/novel'], '小说片段。', [
    '雨夜',
    '一',
    '渡口的灯灭了三盏。老陈数到第四盏时，船才靠岸，船上只下来两个人。',
    '二',
    '“今年的河水比去年高一尺二寸。”他说。没有人应他。',
  ]),
  other(
    'budget-2022',
    ['reject/budget'],
    '部门预算公开，也有表格和数字。',
    [
      '云岫县教育局2022年部门预算公开',
      '一、部门职责',
      '二、收支总表',
      '收入 1200.50 支出 1200.50 人员 980.20 公用 220.30',
      '三、其他需要说明的事项',
    ],
    { sections: undefined },
  ),
  other('regulation', ['reject/regulation'], '条例条文：有“第二十条第（一）项”，没有数字。', [
    '政府信息公开条例学习材料',
    '第二十条　行政机关应当主动公开下列信息：',
    '（一）规章和规范性文件；（五）办理行政许可的依据；（六）行政处罚、行政强制的依据；（八）行政事业性收费项目。',
  ]),
  other(
    'essay-2015',
    ['reject/before-2019'],
    '2019 年以前的旧式年报：文章体，没有现行表格。',
    [
      '云岫县人民政府2015年政府信息公开工作年度报告',
      '本报告由概述、主动公开政府信息情况、依申请公开政府信息情况、收费及减免情况、行政复议和行政诉讼情况、主要问题和改进措施组成。统计期限自2015年1月1日至2015年12月31日。',
      '一、概述',
      '全县各单位按照要求开展工作。',
      '二、主动公开政府信息情况',
      '全年主动公开政府信息1520条，其中机构职能类60条，政策法规类212条。',
      '三、依申请公开政府信息情况',
      '全年受理申请4件，其中网上申请3件，均同意公开。',
      '四、政府信息公开收费及减免情况',
      '没有收费。',
      '五、因政府信息公开申请行政复议、提起行政诉讼的情况',
      '没有发生。',
      '六、存在的主要问题和改进措施',
      '公开的主动性还要提高。',
    ],
    { edition: 'unsupported', diagnostics: ['edition/unsupported'], sections: undefined },
  ),
  other(
    'statistics-2013',
    ['reject/before-2019'],
    '2019 年以前的统计表：指标一行一个，有单位。',
    [
      '云岫县2013年政府信息公开情况统计表',
      '统计指标 单位 统计数',
      '一、主动公开政府信息数 条 1520',
      '其中：主动公开规范性文件数 条 12',
      '二、依申请公开政府信息情况',
      '收到申请数 条 4',
      '三、行政复议数量 件 0',
    ],
    { edition: undefined, diagnostics: [], sections: undefined },
  ),
]
