/** Texts and pages as they are published: the same report in every shape. */
import { bodies } from '../bodies.mjs'
import { nestedXml } from '../docx.mjs'
import { addTail, p, tableBlock } from '../edits.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */
/** @typedef {import('../texts.mjs').Dialect} Dialect */

/** @param {string} folder @param {string[]} patterns @param {string} about @param {CaseSpec['write']} write @param {Partial<import('../draft.mjs').Spec>} [spec] @returns {CaseSpec} */
const shaped = (folder, patterns, about, write, spec = {}) => ({
  folder,
  about,
  patterns,
  spec: {
    body: bodies.zone,
    year: Number(/-(\d{4})/.exec(folder)?.[1]),
    edition: folder.startsWith('2019') ? '2019' : '2021',
    density: 'full',
    ...spec,
  },
  write,
})

/** @param {string} text little-endian, with a byte order mark */
function utf16(text) {
  const out = new Uint8Array(2 + text.length * 2)
  out.set([0xff, 0xfe])
  for (let i = 0; i < text.length; i++) {
    out[2 + i * 2] = text.charCodeAt(i) & 0xff
    out[3 + i * 2] = text.charCodeAt(i) >> 8
  }
  return out
}

/** GB18030 has no encoder in JavaScript: its two-byte part is found by decoding all of it once. @param {string} text */
function gb18030(text) {
  /** @type {Map<string, [number, number]>} */
  const codes = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
    }
  }
  return new Uint8Array(
    [...text].flatMap(char => {
      if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)]
      const code = codes.get(char)
      if (!code) throw new Error(`no two-byte code for ${char}`)
      return code
    }),
  )
}

const lossy = { expected: { exact: /** @type {const} */ (false) } }

/** @type {CaseSpec[]} */
export const dialects = [
  shaped('2021/linhu-2021-bars', ['text/bars'], '一行一条，竖线分格。', { text: 'bars' }),
  shaped(
    '2021/linhu-2023-bars-blanks',
    ['text/bars', 'cells/blank-some'],
    '竖线分格，零格空着。',
    { text: 'bars' },
    { density: 'some', blanks: 0.5 },
  ),
  shaped('2021/linhu-2025-bar-lines', ['text/bar-lines'], '一格一行，每格后有竖线。', { text: 'bar-lines' }),
  shaped('2021/linhu-2020-one-line', ['text/one-line'], '整张表在一行里，竖线分格。', { text: 'one-line' }),
  shaped(
    '2021/linhu-2019-lines',
    ['text/lines'],
    '一格一行，空格子是空行。',
    { text: 'lines' },
    { density: 'some', blanks: 0.3 },
  ),
  shaped(
    '2021/hongqi-2024-cells',
    ['text/cells'],
    '制表符开头，一格一行，行间空一行。',
    { text: 'cells' },
    { body: bodies.reclamation, density: 'some', blanks: 0.3 },
  ),
  shaped(
    '2021/hongqi-2025-tabs',
    ['text/tabs'],
    '制表符分格，一行一条。',
    { text: 'tabs' },
    { body: bodies.reclamation, density: 'some', blanks: 0.3 },
  ),
  shaped(
    '2021/hongqi-2020-spaces',
    ['text/spaces'],
    '“规章 0 0 0”：空格分开，没有空格子。',
    { text: 'spaces' },
    { body: bodies.reclamation },
  ),
  shaped(
    '2021/hongqi-2019-dropped-full',
    ['text/dropped'],
    '一格一行，没有空格子可丢。',
    { text: 'dropped' },
    { body: bodies.reclamation },
  ),
  shaped(
    '2021/gongjiao-2022-dropped',
    ['text/dropped'],
    '一格一行，空格子丢失：只有勾稽关系能说出位置。',
    { text: 'dropped' },
    { body: bodies.company, density: 'full', blanks: { share: 0.1, zerosOnly: false, table: 'requests.denied' }, ...lossy },
  ),
  shaped(
    '2021/gongjiao-2023-dropped-sparse',
    ['text/dropped'],
    '稀疏的表，空格子丢失：多半不能确定，不得猜。',
    { text: 'dropped' },
    { body: bodies.company, density: 'few', blanks: 0.8, ...lossy },
  ),
  shaped(
    '2021/gongjiao-2024-glued',
    ['text/glued'],
    '“规章000”：数字粘在一起。',
    { text: 'glued' },
    { body: bodies.company, density: 'full', ...lossy },
  ),
  shaped(
    '2021/gongjiao-2025-glued-few',
    ['text/glued'],
    '粘在一起的一位数字。',
    { text: 'glued' },
    { body: bodies.company, density: 'few', ...lossy },
  ),
  shaped(
    '2019/hongqi-2020-tabs',
    ['text/tabs', 'form/2019'],
    '2019 年格式，制表符分格。',
    { text: 'tabs' },
    { body: bodies.reclamation },
  ),
  shaped(
    '2019/linfeng-2019-bars',
    ['text/bars', 'form/2019'],
    '2019 年格式，竖线分格。',
    { text: 'bars' },
    { body: bodies.city },
  ),
  shaped(
    '2019/linfeng-2020-cells',
    ['text/cells', 'form/2019'],
    '2019 年格式，一格一行。',
    { text: 'cells' },
    { body: bodies.city, density: 'some', blanks: 0.2 },
  ),
  shaped('2021/zhaolu-2024-html', ['text/html'], '网页，只有正文。', { html: 'plain' }, { body: bodies.banner }),
  shaped(
    '2021/zhaolu-2025-html-chrome',
    ['text/html', 'chrome/page'],
    '政府网站的网页：面包屑、索引号表、访问次数、扫一扫、页脚。',
    { html: 'chrome' },
    { body: bodies.banner, density: 'some', blanks: 0.3 },
  ),
  shaped('2019/zhaolu-2020-html', ['text/html', 'form/2019'], '网页，2019 年格式。', { html: 'chrome' }, { body: bodies.banner }),
  shaped(
    '2021/zhaolu-2020-html-layout',
    ['text/html', 'chrome/layout-table'],
    '整页在一个版式表格里。',
    {
      html: 'plain',
      edit: html =>
        html
          .replace('<div class="content">', '<table class="layout"><tr><td>')
          .replace('</div>\n\n</body>', '</td></tr></table>\n</body>'),
    },
    { body: bodies.banner },
  ),
  shaped(
    '2021/zhaolu-2019-chrome-text',
    ['chrome/text'],
    '从网页复制的文本：面包屑、日期、分享、页脚都在。',
    {
      text: 'tabs',
      edit: text =>
        `首页 > 政府信息公开 > 年报\n发布时间：2020-01-15 10:22 访问次数：128\n字号：[大 中 小]\n${text}扫一扫在手机打开当前页\n【打印】【关闭】\n主办单位：办公室\n`,
    },
    { body: bodies.banner },
  ),
  shaped(
    '2021/shuiwu-2021-gb18030',
    ['encoding/gb18030'],
    'GB18030 编码的文本。',
    { text: 'tabs', bytes: gb18030 },
    { body: bodies.tax },
  ),
  shaped(
    '2021/shuiwu-2022-utf16',
    ['encoding/utf-16'],
    'UTF-16 小端，有 BOM。',
    { text: 'tabs', bytes: utf16 },
    { body: bodies.tax },
  ),
  shaped(
    '2021/shuiwu-2024-bom-crlf',
    ['encoding/utf-8-bom'],
    'UTF-8 有 BOM，回车换行。',
    { text: 'cells', edit: text => `\uFEFF${text.replaceAll('\n', '\r\n')}` },
    { body: bodies.tax },
  ),
  shaped(
    '2021/shuiwu-2025-page-numbers',
    ['text/page-noise'],
    '表格中间有页码、换页符和页眉。',
    {
      text: 'tabs',
      edit: text =>
        text
          .split('\n')
          .map((line, i) =>
            i % 25 === 24 ? `- ${Math.ceil(i / 25)} -\n\f国家税务总局云岫县税务局政府信息公开年报\n${line}` : line,
          )
          .join('\n'),
    },
    { body: bodies.tax },
  ),
  shaped(
    '2021/linfeng-2019-fifteen',
    ['text/fifteen-line'],
    '表 4 的表头一行一字，然后是一行十五个数字。',
    { text: 'lines' },
    {
      body: bodies.city,
      change: draft => {
        const { table } = tableBlock(draft, 'disputes')
        const figures = table.rows.at(-1)?.map(cell => cell.text) ?? []
        const labels = table.rows
          .slice(0, -1)
          .flat()
          .flatMap(cell => [...cell.text])
        draft.blocks = draft.blocks.map(block =>
          block.kind === 'table' && block.table === table
            ? { kind: 'xml', xml: '', text: `${labels.join('\n')}\n${figures.join(' ')}`, section: 'disputes' }
            : block,
        )
      },
      ...lossy,
    },
  ),
  shaped(
    '2021/linhu-2018-labels-only',
    ['text/labels-only'],
    '只有标签，没有一个数字：丢失，不是零。',
    { text: 'lines' },
    {
      change: draft => {
        for (const block of draft.blocks)
          if (block.kind === 'table')
            block.table.rows = block.table.rows
              .map(row => row.filter(cell => cell.id === undefined))
              .filter(row => row.length > 0)
        for (const id of draft.truth.keys()) draft.truth.set(id, 'missing')
      },
      expected: { exact: false, edition: undefined },
    },
  ),
  shaped(
    '2021/gongan-2025-signed',
    ['tail/signature', 'tail/page-numbers'],
    '末尾有落款、日期、页码和网站页脚。',
    { docx: true, text: 'cells' },
    {
      body: bodies.police,
      density: 'some',
      change: draft => addTail(draft, '东垣区公安分局', '2026年1月12日', '-4-', '版权所有 东垣区公安分局'),
    },
  ),
  shaped(
    '2021/linhu-2017-cells-in-layout',
    ['chrome/layout-table', 'docx/nested'],
    '整份文件放在一个版式表格里，三张表是嵌套的。',
    { docx: true },
    {
      density: 'some',
      change: draft => {
        draft.docx.wrap = nestedXml
      },
    },
  ),
  shaped(
    '2021/linhu-2016-two-reports',
    ['report/several'],
    '一份文件里有两份年报。',
    { text: 'tabs' },
    {
      density: 'some',
      change: draft => {
        const again = structuredClone(draft.blocks)
        for (const block of again)
          if (block.kind === 'p') block.text = block.text.replaceAll('临沣经济开发区管理委员会', '石桥镇人民政府')
        draft.blocks.push(p('', 'tail'), ...again)
      },
      expected: { diagnostics: ['report/several'], exact: false },
    },
  ),
]
