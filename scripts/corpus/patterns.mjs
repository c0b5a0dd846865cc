/** What real reports do, as the corpus names it: each pattern must be shown by a case at least. */

/** @type {{ title: string, patterns: Record<string, string> }[]} */
export const patternGroups = [
  {
    title: '标题与单位',
    patterns: {
      'title/canonical': '通行写法：单位＋年度＋政府信息公开工作（年度）报告',
      'title/annual-twice': '“年度”写了两次',
      'title/year-first': '年份在单位前面',
      'title/no-annual': '“报告”前没有“年度”',
      'title/no-government': '没有“政府”二字',
      'title/about': '“关于……的（年度）报告”',
      'title/no-issuer': '到处都没有单位名称',
      'title/no-issuer-signed': '标题没有单位，落款有',
      'title/short': '“年报”',
      'title/affairs': '“政务公开”“政务信息公开”',
      'title/no-work': '没有“工作”二字，或没有年份',
      'title/date-line': '标题下另有一行日期',
      'title/government-swallowed': '“人民政府信息公开”：两个“政府”合成一个',
      'title/wrapped': '标题分成两三行',
      'title/repeated': '标题出现两次',
      'title/absent': '正文里没有标题',
      'year/mismatch': '标题与统计期限的年份不同',
      'issuer/town': '镇',
      'issuer/township': '乡、民族乡',
      'issuer/sumu': '苏木',
      'issuer/street': '街道（办事处）',
      'issuer/zone': '开发区管委会',
      'issuer/bureau': '局',
      'issuer/police': '公安分局',
      'issuer/tax': '税务局',
      'issuer/county': '县区政府',
      'issuer/city': '市政府',
      'issuer/company': '企业',
      'issuer/on-behalf': '政府办公室代表政府',
      'issuer/aliases': '文中有几个简称',
    },
  },
  {
    title: '“一、”之前',
    patterns: {
      'preamble/basis': '编制依据与统计期限',
      'preamble/parts-list': '一句话列出各部分名称',
      'preamble/parts-marked': '用（一）至（六）列出各部分',
      'preamble/parts-lines': '一行一个列出各部分',
      'preamble/parts-count': '部分的数目与所列不符',
      'preamble/contact': '联系方式',
      'preamble/citation': '引用旧文号或残缺的文号',
      'preamble/narrative': '先有叙述',
      'preamble/nothing': '什么也没有',
      'preamble/inside-one': '引言在“一、”之下',
      'period/forms': '统计期限的各种写法',
      'period/damaged': '统计期限丢了数字',
    },
  },
  {
    title: '六个标题',
    patterns: {
      'heading/words': '标题用别的词',
      'heading/cut-short': '标题不全',
      'heading/year-inside': '标题里有年份',
      'heading/spaces': '标题里有空格，序号后不是顿号',
      'heading/misnumbered': '序号重复',
      'heading/shifted': '后半部分序号错开',
      'heading/stray-letter': '序号前多了字母',
      'heading/unnumbered': '没有序号',
      'heading/arabic': '阿拉伯数字序号',
      'heading/markdown': 'Markdown 的井号',
      'heading/mid-line': '标题在行中间，句号之后',
      'heading/same-line': '标题与正文同一行',
      'heading/soft-break': '标题与正文同一段，软回车',
      'heading/missing': '丢了几个标题',
      'heading/none': '没有标题',
      'heading/six-absent': '没有第六部分',
      'heading/glued': '两个标题连在一起',
      'heading/filler': '标题下有套话，表后有注',
      'heading/prose-before-table': '表格前有一段话',
      'heading/decoys': '正文里有像标题的句子',
      'table/missing': '标题之间什么也没有',
      'table/image': '表格是图片',
      'table/attachment': '表格在附件里',
    },
  },
  {
    title: '小标题',
    patterns: {
      'subsections/inline': '（一）标题后接正文',
      'subsections/none': '没有小标题',
      'subsections/first-second': '一是、二是',
      'subsections/arabic': '1.',
      'subsections/bracketed': '(1)',
      'subsections/ordinals': '第一，',
      'subsections/starts-at-two': '从（二）开始',
      'subsections/punctuation': '括号后有顿号，重号',
      'subsections/merged': '合并了两项',
      'subsections/like-section': '与大标题同名',
      'subsections/themes': '自拟的主题',
    },
  },
  {
    title: '正文里的数字',
    patterns: {
      'prose/vague': '余、近',
      'prose/scaled': '万、万元，数字中间有空格',
      'prose/compared': '同比，上年数在旁边',
      'prose/cumulative': '历年累计、一类文件的数目、别的年度',
      'prose/identity': '正文与表格一致',
      'prose/scope': '正文与表格范围不同',
      'prose/lost-text': '丢了单位和逗号',
      'prose/zero-words': '零报告、无、一件',
      'prose/instead-of-tables': '用一段话代替表格',
    },
  },
  {
    title: '表 2 至表 4：格式与标签',
    patterns: {
      'form/2019': '2019 年格式',
      'form/2019-later': '2021 年之后仍用 2019 年格式',
      'form/2021-earlier': '2020 年已用 2021 年格式',
      'form/mixed': '一张表里两种格式',
      'form/undivided': '（六）其他处理只有一行',
      'labels/header-broken': '表头断成几行',
      'labels/damaged': '标签残缺、错字',
      'labels/article': '“第二十条第（一）项”的各种残缺',
      'labels/added': '标签多了说明',
      'labels/missing': '标签缺失',
      'labels/old-on-new': '新格式用旧行名',
      'labels/typos': '缺字、半角引号',
      'labels/group-broken': '分组标签断行、有空格',
      'labels/vertical': '竖排',
      'labels/spaced': '字间有空格',
      'grid/wide': '列的网格比看到的多',
      'grid/ragged': '没有纵向合并，以空格子补位',
      'grid/merged-applicants': '六类申请人合并成一格',
      'columns/reordered': '列的次序不同',
      'rows/missing': '少一行',
      'rows/extra': '多一行合计',
      'rows/note': '表后有带数字的注',
      'identities/broken': '勾稽关系不成立',
      'tables/label-broken': '行标签断成两段',
      'tables/split': '一张表分成几个',
      'tables/continued': '重复表头，“续表”',
      'tables/header-rows': '跨页重复的表头行',
    },
  },
  {
    title: '格子里的内容',
    patterns: {
      'figures/zeros': '全为零',
      'figures/some': '一部分有数字',
      'figures/full': '每格有数字',
      'figures/large': '数字到七位',
      'cells/padding': '数字前后有各种空格',
      'cells/blank-some': '有些格子空着',
      'cells/blank-most': '大多数格子空着',
      'cells/blank-all': '全部空着',
      'cells/blank-total-zero': '各格空着，总计写 0',
      'cells/fillers': '斜线、横线、“无”、不间断空格',
      'cells/full-width': '全角数字',
      'cells/thousands': '千位分隔符',
      'cells/decimal': '小数',
      'cells/change-signed': '增减有正负',
      'cells/unit-glued': '数字带着单位',
      'cells/unit-unstated': '金额没有写单位',
      'cells/chinese-numerals': '汉字数字',
      'cells/unreadable': '不是数字',
      'cells/invisible': '夹着零宽字符',
    },
  },
  {
    title: 'Word 文件内部',
    patterns: {
      'docx/numbering': '自动编号的标题',
      'docx/numbering-in-cells': '表格里的序号不在文字里',
      'docx/heading-styles': '标题样式',
      'docx/tracked-changes': '修订痕迹',
      'docx/hidden': '隐藏文字',
      'docx/fields': '域（简单域、复杂域）',
      'docx/content-controls': '内容控件',
      'docx/footnotes': '脚注',
      'docx/comments': '批注',
      'docx/header-footer': '页眉页脚',
      'docx/text-box': '文本框',
      'docx/nested': '嵌套表格',
      'docx/tab-in-cell': '单元格里有制表符、软回车',
      'docx/split-runs': '一个数字分在几个文字块',
      'docx/empty-paragraphs': '单元格里有空段落',
      'docx/merge-continue': '纵向合并写明 continue',
      'docx/merge-across': '横向合并用 hMerge',
      'docx/row-deleted': '修订删去一整行',
      'docx/moved': '修订移动的文字',
      'docx/strict': '严格格式的命名空间',
      'docx/part-name': '正文部件另有名称',
    },
  },
  {
    title: '文本与网页',
    patterns: {
      'text/cells': '制表符开头，一格一行，行间空行',
      'text/lines': '一格一行',
      'text/bars': '竖线分格，一行一条',
      'text/bar-lines': '竖线分格，一格一行',
      'text/one-line': '整张表在一行里',
      'text/tabs': '制表符分格',
      'text/spaces': '空格分格',
      'text/dropped': '空格子丢失',
      'text/glued': '数字粘在一起',
      'text/html': '网页',
      'text/fifteen-line': '一行十五个数字',
      'text/labels-only': '只有标签没有数字',
      'text/page-noise': '页码、换页符、页眉',
      'chrome/page': '网页的面包屑、索引表、页脚',
      'chrome/layout-table': '整页在版式表格里',
      'chrome/text': '随正文复制来的网页文字',
      'encoding/gb18030': 'GB18030',
      'encoding/utf-16': 'UTF-16',
      'encoding/utf-8-bom': 'UTF-8 有 BOM，回车换行',
    },
  },
  {
    title: '第六部分与末尾',
    patterns: {
      'other/fees': '信息处理费一句，落款，页码',
      'other/repeats': '重复依申请、收费、复议三个小题',
      'tail/signature': '落款和日期',
      'tail/page-numbers': '页码和网站页脚',
    },
  },
  {
    title: '不是年报，或不能读的',
    patterns: {
      'report/several': '一份文件里两份年报',
      'reject/explanation': '文字解读',
      'reject/notice': '编制通知',
      'reject/summary': '政务公开总结',
      'reject/half-year': '上半年统计',
      'reject/plan': '工作要点',
      'reject/novel': '小说',
      'reject/budget': '预算公开',
      'reject/regulation': '条例条文',
      'reject/before-2019': '2019 年以前的旧式年报',
    },
  },
]

/**
 * The page that says which case shows which pattern.
 * @param {readonly { folder: string, patterns: string[] }[]} cases
 */
export function readmeOf(cases) {
  const tables = patternGroups.map(({ title, patterns }) => {
    const rows = Object.entries(patterns).map(([key, words]) => {
      const shown = cases.filter(one => one.patterns.includes(key)).map(({ folder }) => `\`${folder}\``)
      return `| \`${key}\` | ${words} | ${shown.join('<br>')} |`
    })
    return `## ${title}\n\n| 模式 | 说明 | 案例 |\n|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# 测试语料

${cases.length} 份虚构的报告：单位、文字、数字都是编的，数字满足表格自带的勾稽关系（写明要破坏的除外）。每个文件夹一份：

| 文件 | 内容 |
|---|---|
| \`source.docx\`、\`source.txt\`、\`source.html\` | 报告本身，按需要有一种或几种 |
| \`<工具>.txt\` | 真实工具从 \`source.docx\` 展平的文本；工具和版本在 \`about.md\` |
| \`expected.json\` | 人读报告应当得到的：标题、单位、年度、六个标题、每一格的数字（\`null\` 是空白，不是零） |
| \`about.md\` | 这一份特别在哪里 |

\`expected.json\` 由写出报告的同一份描述产生，不是由解析器产生。加一个文件夹就多一组测试（\`tests/corpus.test.ts\`）：任何一格都不许悄悄出错；没有丢失信息的来源，每一格都要读对。

- 改了生成器（\`scripts/corpus/\`）：\`OGI_REWRITE_CORPUS=1 npx vitest run tests/corpus.test.ts\`，看过差异再提交。
- 重新展平：\`npm install --prefix scripts/flatten && npm run corpus:flatten\`（需要 LibreOffice、pandoc 等，缺的跳过）。
- 逐格评分：\`npm run score\`。

English: ${cases.length} made-up reports, each with its source, real tools' flattenings of some, and \`expected.json\`, which is written by the generator and never by the parser. The tables below say which case shows which pattern of real reports.

${tables.join('\n')}`
}
