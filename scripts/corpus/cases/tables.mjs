/** Tables 2, 3 and 4: forms that mix, labels that are damaged, cells that hold something odd. */
import { bodies } from '../bodies.mjs'
import { allCells, figureCell, labelCells, p, putAfter, relabel, reword, tableBlock, unknown } from '../edits.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */
/** @typedef {import('../draft.mjs').Spec} Spec */
/** @typedef {import('../draft.mjs').Draft} Draft */

/**
 * @param {string} folder @param {string[]} patterns @param {string} about @param {Partial<Spec>} spec
 * @param {CaseSpec['write']} [write]
 * @returns {CaseSpec}
 */
const tabled = (folder, patterns, about, spec, write = { docx: true, text: 'cells' }) => ({
  folder,
  about,
  patterns,
  spec: {
    body: bodies.county,
    year: Number(/-(\d{4})/.exec(folder)?.[1]),
    edition: folder.startsWith('2019') ? '2019' : '2021',
    density: 'some',
    ...spec,
  },
  write,
})

/** Prints another text in one cell. @param {string} id @param {string} text @returns {NonNullable<Spec['print']>} */
const printing = (id, text) => cell => (cell === id ? text : undefined)

/** Puts the truth of some cells. @param {Record<string, import('../cases.mjs').Truth>} values @returns {NonNullable<Spec['figures']>} */
const with_ = values => figures => {
  for (const [id, value] of Object.entries(values)) figures.set(id, value)
}

/** @type {CaseSpec[]} */
export const tableCases = [
  // Table 2
  tabled('2019/yunxiu-2022-old-form', ['form/2019-later'], '2022 年的报告，仍用 2019 年格式。', {}),
  tabled('2021/yunxiu-2020-new-form', ['form/2021-earlier'], '2020 年的报告，已用 2021 年格式。', {}),
  tabled('mixed/yunxiu-2021-rules-old', ['form/mixed'], '第（一）项用旧栏目，其余用新栏目。', {
    form: forms => ({
      ...forms['2021'],
      tables: {
        ...forms['2021'].tables,
        disclosure: {
          ...forms['2021'].tables.disclosure,
          blocks: [...forms['2019'].tables.disclosure.blocks.slice(0, 1), ...forms['2021'].tables.disclosure.blocks.slice(1)],
        },
      },
    }),
    expected: { edition: 'mixed', diagnostics: ['edition/mixed'] },
  }),
  tabled('mixed/weijian-2023-undivided', ['form/undivided'], '2023 年的报告，（六）其他处理只有一行。', {
    body: bodies.committee,
    form: forms => ({ ...forms['2021'], tables: { ...forms['2021'].tables, requests: forms['2019'].tables.requests } }),
    expected: { edition: 'mixed', diagnostics: ['edition/mixed'] },
  }),
  tabled(
    '2019/linhu-2020-procurement-yuan',
    ['cells/unit-glued', 'cells/unit-unstated'],
    '采购总金额写成“70487元”，表头没有单位。',
    {
      body: bodies.zone,
      figures: with_({ 'disclosure.procurement.items': 3, 'disclosure.procurement.amount': 70487 }),
      print: printing('disclosure.procurement.amount', '70487元'),
    },
  ),
  tabled(
    '2019/linhu-2019-procurement-bare',
    ['cells/unit-unstated', 'cells/decimal'],
    '采购总金额 29.0506，没有单位：不得假定。',
    {
      body: bodies.zone,
      figures: with_({ 'disclosure.procurement.amount': 29.0506 }),
    },
  ),
  tabled('2019/yunxiu-2019-procurement-large', ['cells/unit-unstated'], '采购总金额 15000000。', {
    figures: with_({ 'disclosure.procurement.amount': 15_000_000 }),
  }),
  tabled('2021/jiaoyu-2020-fee-unit', ['cells/unit-glued'], '万元表头下写“43.788万元”。', {
    body: bodies.bureau,
    figures: with_({ 'disclosure.fees.amount': 43.788 }),
    print: printing('disclosure.fees.amount', '43.788万元'),
  }),
  tabled('2019/jiaoyu-2020-header-broken', ['labels/header-broken'], '表头断成两行：本年新／制作数量。', {
    body: bodies.bureau,
    change: draft => {
      for (const id of ['newlyMade', 'newlyDisclosed'])
        relabel(draft, `column:${id}`, text => `${text.slice(0, 3)}\n${text.slice(3)}`)
    },
  }),
  tabled('2019/dangshi-2020-header-cut', ['labels/damaged'], '表头残缺：“本年增/”。', {
    body: bodies.office,
    change: draft => relabel(draft, 'column:change', text => text.slice(0, 4)),
  }),
  tabled('2021/dangshi-2021-header-cut', ['labels/damaged'], '“本年发件”“现行有效件”“处理绝对数量”。', {
    body: bodies.office,
    change: draft => {
      relabel(draft, 'column:issued', '本年发件')
      relabel(draft, 'column:inForce', '现行有效件')
      relabel(draft, 'column:decisions', '本年处理绝对数量')
    },
  }),
  tabled('2021/dangshi-2023-article-lost', ['labels/article'], '四处“第二十条第”都丢了项的序号。', {
    body: bodies.office,
    change: draft => relabel(draft, 'band', '第二十条第'),
  }),
  tabled('2021/dangshi-2024-article-short', ['labels/article'], '“第二十条(一)项”“第二十条 第(五)项”。', {
    body: bodies.office,
    change: draft => {
      labelCells(draft, 'band').forEach((cell, i) => {
        const short = cell.text.replace('（', '(').replace('）', ')')
        cell.text = i % 2 === 0 ? short.replace('第(', '(') : short.replace('条第', '条 第')
      })
    },
  }),
  tabled('2021/dangshi-2025-article-wrong', ['labels/article'], '写成“第二十一条第（一）项”。', {
    body: bodies.office,
    change: draft => relabel(draft, 'band', text => text.replace('二十条', '二十一条')),
  }),
  tabled('2021/shiqiao-2021-rules-none', ['labels/added'], '“规章（县级无此项）”，三格都是斜线。', {
    body: bodies.town,
    figures: figures => {
      for (const id of figures.keys()) if (id.startsWith('disclosure.rules.')) figures.set(id, null)
    },
    print: id => (id.startsWith('disclosure.rules.') ? '/' : undefined),
    change: draft => relabel(draft, 'row:rules', text => `${text}（县级无此项）`),
  }),
  tabled('2021/shiqiao-2020-rules-label', ['labels/missing'], '“规章”二字缺失，行还在。', {
    body: bodies.town,
    change: draft => relabel(draft, 'row:rules', ''),
    expected: { exact: false },
  }),
  tabled('2021/liuhe-2020-old-row-label', ['labels/old-on-new'], '新格式里用旧行名“规范性文件”。', {
    body: bodies.townGovernment,
    change: draft => relabel(draft, 'row:normativeDocuments', text => text.replace('行政', '')),
  }),
  // Table 3
  tabled('2021/yunxiu-2022-typos', ['labels/typos'], '标签缺字：“其他法律行政止公开”“上年结转政府信息公开数量”。', {
    change: draft => {
      relabel(draft, 'row:denied.prohibitedByLaw', '2.其他法律行政止公开')
      relabel(draft, 'row:carriedOver', '二、上年结转政府信息公开数量')
    },
  }),
  tabled('2021/yunxiu-2023-group-broken', ['labels/group-broken'], '“（三）”和“不予公开”分成两行，“（四） 无法提供”有空格。', {
    change: draft => {
      reword(draft, '（三）不予公开', '（三）\n不予公开')
      reword(draft, '（四）无法提供', '（四） 无法提供')
    },
  }),
  tabled('2021/yunxiu-2024-vertical', ['labels/vertical'], '竖排的“三 、本 年 度办 理 结果”。', {
    change: draft => reword(draft, '三、本年度办理结果', '三 、\n本 年 度\n办 理\n结果'),
  }),
  tabled('2021/yunxiu-2025-applicant-broken', ['labels/header-broken'], '“商业”“企业”分两行，“社会公益组织”分三行。', {
    change: draft => {
      relabel(draft, 'column:commercialEnterprise', '商业\n企业')
      relabel(draft, 'column:publicWelfareOrganization', '社会\n公益\n组织')
      relabel(draft, 'column:legalServiceOrganization', '法律服\n务机构')
    },
  }),
  tabled('2021/dongyuanqu-2021-short-labels', ['labels/typos'], '标签少了括号里的说明和序号的点，引号是半角。', {
    body: bodies.district,
    change: draft => {
      relabel(draft, 'row:partiallyGranted', '（二）部分公开')
      relabel(draft, 'row:denied.securityAndStability', '3危及"三安全一稳定"')
      relabel(draft, 'row:carriedForward', '四、结转下年度继续办理 ')
    },
  }),
  tabled('2021/dongyuanqu-2023-wide-grid', ['grid/wide'], '十列的表，底下是十六列的网格。', {
    body: bodies.district,
    density: 'full',
    change: draft => {
      const { table } = tableBlock(draft, 'requests')
      // Every applicant column but the last stands on two grid columns.
      for (const row of table.rows) {
        for (const cell of row) {
          if (cell.id && !cell.id.endsWith('.total')) cell.colspan = 2
          else if (cell.label?.startsWith('column:') && cell.label !== 'column:total') cell.colspan = 2
          else if (cell.label === 'group:organizations') cell.colspan = 10
          else if (cell.label === 'group:applicants') cell.colspan = 13
        }
      }
      table.widths = [1300, 1300, 2600, ...Array.from({ length: 12 }, () => 380), 760]
    },
  }),
  tabled('2021/dongyuanqu-2024-ragged', ['grid/ragged'], '没有纵向合并：后续各行以空格子开头。', {
    body: bodies.district,
    density: 'full',
    change: draft => {
      const { table } = tableBlock(draft, 'requests')
      table.rows = table.rows.map((row, r) => {
        if (r < 3) return row
        const depth = 3 - row.filter(cell => cell.id === undefined).reduce((n, cell) => n + (cell.colspan ?? 1), 0)
        const filled = Array.from({ length: depth }, () => ({ text: '' }))
        return [...filled, ...row.map(cell => (cell.rowspan === undefined ? cell : { ...cell, rowspan: 1 }))]
      })
    },
  }),
  tabled(
    '2021/dongyuanqu-2025-merged-applicants',
    ['grid/merged-applicants'],
    '一行里六类申请人合并成一格，只写了一个数：属于谁不能知道。',
    {
      body: bodies.district,
      density: 'some',
      change: draft => {
        const { table } = tableBlock(draft, 'requests')
        const row = table.rows.find(cells => cells.some(cell => cell.id === 'requests.granted.total'))
        if (!row) throw new Error('no row')
        const total = row.at(-1)
        const labels = row.filter(cell => cell.id === undefined)
        const merged = { text: total?.text ?? '', colspan: 6 }
        row.splice(0, row.length, ...labels, merged, ...(total ? [total] : []))
      },
      expected: { exact: false },
    },
  ),
  tabled('2021/wangjiang-2020-all-blank', ['cells/blank-all'], '两张表的每一格都空着：不是零。', {
    body: bodies.street,
    blanks: { share: 1, zerosOnly: false },
  }),
  tabled('2021/wangjiang-2025-total-zero', ['cells/blank-total-zero'], '申请人各格空着，总计写 0。', {
    body: bodies.street,
    density: 'zeros',
    figures: figures => {
      for (const id of figures.keys()) if (id.startsWith('requests.') && !id.endsWith('.total')) figures.set(id, null)
    },
  }),
  tabled('2021/dongyuan-2020-slashes', ['cells/fillers'], '大多数格子是斜线。', {
    body: bodies.street2,
    density: 'few',
    blanks: 0.9,
    print: (_, value) => (value === null ? '/' : undefined),
  }),
  tabled('2021/baiyun-2020-fillers', ['cells/fillers'], '空格里有 —、-、无、不间断空格和全角空格。', {
    body: bodies.township,
    density: 'few',
    blanks: 0.6,
    print: (id, value) => (value === null ? ['—', '-', '无', '\u00a0', '\u3000'][id.length % 5] : undefined),
  }),
  tabled('2021/linfeng-2022-full-width', ['cells/full-width'], '数字是全角的。', {
    body: bodies.city,
    density: 'full',
    print: (_, value) =>
      typeof value === 'number'
        ? String(value).replaceAll(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        : undefined,
  }),
  tabled('2021/linfeng-2024-thousands', ['cells/thousands'], '千位分隔符：半角逗号和全角逗号。', {
    body: bodies.city,
    density: 'large',
    print: (id, value) =>
      typeof value === 'number'
        ? String(value).replaceAll(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, id.length % 2 === 0 ? ',' : '，')
        : undefined,
  }),
  tabled('2021/liuhe-2019-units', ['cells/unit-glued'], '每个数字后面带“件”。', {
    body: bodies.townGovernment,
    density: 'few',
    print: (id, value) => (typeof value === 'number' && !id.includes('fees') ? `${value}件` : undefined),
  }),
  tabled('2021/sancha-2020-chinese-numerals', ['cells/chinese-numerals'], '格子里写汉字数字。', {
    body: bodies.ethnicTownship,
    density: 'few',
    print: (_, value) =>
      typeof value === 'number' && value >= 0 && value <= 10 && Number.isInteger(value)
        ? '零一二三四五六七八九十'[value]
        : undefined,
  }),
  tabled('2021/gongan-2021-unreadable', ['cells/unreadable'], '三格不是数字：约三件、两个数、方框。', {
    body: bodies.police,
    figures: with_({
      'disclosure.licensing.decisions': 'unreadable',
      'disclosure.penalties.decisions': 'unreadable',
      'disclosure.normativeDocuments.inForce': 'unreadable',
    }),
    print: (id, value) =>
      value === 'unreadable' ? (id.includes('licensing') ? '约三件' : id.includes('penalties') ? '12 7' : '7□4') : undefined,
    expected: { diagnostics: ['cell/unreadable'] },
  }),
  tabled('2021/gongan-2023-broken-sum', ['identities/broken'], '印出来的总计与各项不符：照读，并且标记。', {
    body: bodies.police,
    density: 'full',
    print: (id, value) => (id === 'requests.granted.total' && typeof value === 'number' ? String(value + 10) : undefined),
    change: draft => {
      const value = draft.truth.get('requests.granted.total')
      if (typeof value === 'number') draft.truth.set('requests.granted.total', value + 10)
    },
    expected: { diagnostics: ['identity/broken'] },
  }),
  tabled('2021/gongan-2024-balance', ['identities/broken'], '结转下年与新收、结转、办理总计对不上。', {
    body: bodies.police,
    density: 'some',
    figures: figures => {
      for (const column of ['naturalPerson', 'total']) {
        const id = `requests.carriedForward.${column}`
        const value = figures.get(id)
        if (typeof value === 'number') figures.set(id, value + 3)
      }
    },
    expected: { diagnostics: ['identity/broken'] },
  }),
  tabled('2021/zhaolu-2021-row-gone', ['rows/missing'], '表里少了一行（2.重复申请）：其数字未知。', {
    body: bodies.banner,
    density: 'zeros',
    change: draft => {
      const { table } = tableBlock(draft, 'requests')
      const row = table.rows.find(cells => cells.some(cell => cell.label === 'row:notProcessed.repeatRequest'))
      table.rows = table.rows.filter(cells => cells !== row)
      for (const cell of table.rows.flat()) {
        if (cell.text === '（五）不予处理') cell.rowspan = (cell.rowspan ?? 1) - 1
        if (cell.text === '三、本年度办理结果') cell.rowspan = (cell.rowspan ?? 1) - 1
      }
      unknown(draft, 'requests.notProcessed.repeatRequest.')
    },
    expected: { diagnostics: ['table/row-missing'] },
  }),
  tabled('2021/zhaolu-2023-extra-total', ['rows/extra'], '表 2 末尾多了一行自加的“合计”。', {
    body: bodies.banner,
    change: draft => {
      tableBlock(draft, 'disclosure').table.rows.push([{ text: '合计' }, { text: '9999', colspan: 3 }])
    },
  }),
  // Table 4
  tabled('2021/linfeng-2021-spaced-total', ['labels/spaced'], '“总 计”“结果 维持”中间有空格。', {
    body: bodies.city,
    density: 'full',
    change: draft => {
      for (const cell of allCells(draft)) {
        if (cell.label === 'column:total' || cell.label?.endsWith('.total')) cell.text = '总 计'
        if (cell.label?.endsWith('.upheld')) cell.text = '结果 维持'
      }
    },
  }),
  tabled('2021/linfeng-2020-one-char-a-line', ['labels/vertical'], '表 4 的表头竖排，一行一字。', {
    body: bodies.city,
    density: 'full',
    change: draft => {
      for (const cell of tableBlock(draft, 'disputes').table.rows.flat())
        if (cell.label?.startsWith('column:')) cell.text = [...cell.text].join('\n')
    },
  }),
  tabled(
    '2021/linfeng-2025-reordered',
    ['columns/reordered'],
    '表 4 的列次序不同：总计在前。',
    {
      body: bodies.city,
      density: 'full',
      change: draft => {
        const { table } = tableBlock(draft, 'disputes')
        table.rows = table.rows.map((row, r) => {
          if (r === 0) return row
          const moved = (/** @type {typeof row} */ cells) =>
            cells.length === 5 ? [...cells.slice(4), ...cells.slice(0, 4)] : cells
          if (r === 1) return [...moved(row.slice(0, 5)), ...row.slice(5)]
          return Array.from({ length: row.length / 5 }, (_, i) => moved(row.slice(i * 5, i * 5 + 5))).flat()
        })
      },
    },
    { docx: true },
  ),
  tabled('2021/yunxiu-2019-note-after', ['rows/note'], '表 3 之后有一行注，里面有数字。', {
    change: draft =>
      putAfter(draft, tableBlock(draft, 'requests'), p('注：上表不含转办件 17 件。', 'text', { section: 'requests' })),
  }),
]

/** Says that the figure of a cell stands otherwise than as plain text. @param {Draft} draft @param {string} id @param {(text: string) => string} xml */
export const cellXml = (draft, id, xml) => {
  const cell = figureCell(draft, id)
  cell.xml = xml(cell.text)
}
