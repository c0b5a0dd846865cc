/** What Word and WPS do inside a .docx. */
import { bodies } from '../bodies.mjs'
import { runs, tableXml } from '../docx.mjs'
import { rootPart } from '../docx-parts.mjs'
import { cutTable, figureCell, heading, headings, p, putAfter, replace, tableBlock } from '../edits.mjs'
import { sectionNumbers } from '../prose.mjs'
import { cellXml } from './tables.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */
/** @typedef {import('../draft.mjs').Draft} Draft */

let turn = 0
const rotation = Object.values(bodies)

/** @param {string} what @param {string[]} patterns @param {string} about @param {Partial<import('../draft.mjs').Spec>} spec @returns {CaseSpec} */
function written(what, patterns, about, spec) {
  const body = rotation[turn++ % rotation.length] ?? bodies.town
  const edition = spec.edition ?? '2021'
  const year = edition === '2019' ? 2020 : 2021 + (turn % 5)
  return {
    folder: `${edition}/${body.key}-${year}-${what}`,
    about,
    patterns,
    spec: { body, year, edition, density: 'some', ...spec },
    write: { docx: true },
    twins: ['lo-resaved', 'lo-txt-docx', 'pdftotext-layout', 'mammoth-raw'],
  }
}

/** Headings lose their typed number and get an automatic one. @param {Draft} draft @param {{ list: number, style?: string, subList?: number }} options */
function autoNumber(draft, { list, style, subList }) {
  const suffix = list === 4 ? '．' : '、'
  let section = 0
  let sub = 0
  for (const one of headings(draft)) {
    if (one.role === 'heading') {
      one.text = one.text.replace(/^[一二三四五六]、/, '')
      one.number = `${sectionNumbers[section++]}${suffix}`
      if (style) one.style = style
      else one.numbering = { list, level: 0 }
      sub = 0
    } else if (subList !== undefined) {
      one.text = one.text.replace(/^（[一二三四五]）/, '')
      one.number = `（${sectionNumbers[sub++]}）`
      one.numbering = { list: subList, level: subList === list ? 1 : 0 }
    }
  }
}

const change = (/** @type {'ins' | 'del'} */ kind, /** @type {string} */ text) => {
  const inside =
    kind === 'del' ? runs(text, 18).replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>') : runs(text, 18)
  return `<w:${kind} w:id="${turn * 10 + text.length}" w:author="office" w:date="2022-01-10T09:00:00Z">${inside}</w:${kind}>`
}

/** The first cell of a table whose figure is not 0. @param {Draft} draft @param {string} prefix */
function someFigure(draft, prefix) {
  const found = [...draft.truth].find(([id, value]) => id.startsWith(prefix) && typeof value === 'number' && value > 0)
  if (!found) throw new Error(`no figure below ${prefix}`)
  return found[0]
}

/** @type {CaseSpec[]} */
export const documents = [
  written('auto-numbers', ['docx/numbering'], '六个标题由 Word 自动编号（chineseCounting），小标题也是。', {
    change: draft => autoNumber(draft, { list: 1, subList: 1 }),
  }),
  written('auto-numbers-style', ['docx/numbering'], '编号来自段落样式。', {
    change: draft => autoNumber(draft, { list: 1, style: '10' }),
  }),
  written('auto-numbers-japanese', ['docx/numbering'], '编号格式是 japaneseCounting，小标题另一个列表。', {
    change: draft => autoNumber(draft, { list: 4, subList: 2 }),
  }),
  written('labels-numbered', ['docx/numbering-in-cells'], '表格里的“1.”也由 Word 自动编号。', {
    change: draft => {
      for (const cell of tableBlock(draft, 'requests').table.rows.flat()) {
        if (/^\d\./.test(cell.text)) cell.text = cell.text.slice(2)
      }
    },
  }),
  written('heading-styles', ['docx/heading-styles'], '标题用“标题 1”“标题 2”样式。', {
    change: draft => {
      for (const one of headings(draft)) one.style = one.role === 'heading' ? '1' : '2'
    },
  }),
  written('tracked', ['docx/tracked-changes'], '有修订痕迹：删去的数字不算，插入的算。', {
    change: draft => {
      const id = someFigure(draft, 'requests.granted.')
      cellXml(draft, id, text => change('del', '9') + change('ins', text))
      cellXml(draft, 'disclosure.penalties.decisions', text => change('del', '777') + runs(text, 18))
    },
  }),
  written('hidden-text', ['docx/hidden'], '数字旁有隐藏文字：读者看不见，不算。', {
    change: draft =>
      cellXml(
        draft,
        someFigure(draft, 'requests.granted.'),
        text => `${runs(text, 18)}<w:r><w:rPr><w:vanish/></w:rPr><w:t>77</w:t></w:r>`,
      ),
  }),
  written('simple-field', ['docx/fields'], '总计由 SUM 域算出（w:fldSimple），结果要算。', {
    change: draft =>
      cellXml(
        draft,
        'requests.outcomesTotal.total',
        text => `<w:fldSimple w:instr=" =SUM(ABOVE) ">${runs(text, 18)}</w:fldSimple>`,
      ),
  }),
  written('complex-field', ['docx/fields'], '总计由复杂域算出，域代码不算。', {
    change: draft =>
      cellXml(
        draft,
        'requests.outcomesTotal.total',
        text =>
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> =SUM(ABOVE) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${runs(text, 18)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
  }),
  written('content-controls', ['docx/content-controls'], '表格和数字在内容控件里。', {
    change: draft => {
      cellXml(
        draft,
        'disclosure.licensing.decisions',
        text => `<w:sdt><w:sdtPr/><w:sdtContent>${runs(text, 18)}</w:sdtContent></w:sdt>`,
      )
      const block = tableBlock(draft, 'disputes')
      replace(draft, block, {
        kind: 'xml',
        xml: `<w:sdt><w:sdtPr/><w:sdtContent>${tableXml(block.table)}</w:sdtContent></w:sdt>`,
        text: '',
        section: 'disputes',
      })
    },
  }),
  written('footnote-comment', ['docx/footnotes', 'docx/comments'], '标题有脚注，数字有批注：都不进入标题和数字。', {
    change: draft => {
      const title = heading(draft, 'requests')
      title.xml = `${runs(title.text)}<w:r><w:footnoteReference w:id="2"/></w:r>`
      cellXml(
        draft,
        'disclosure.penalties.decisions',
        text =>
          `<w:commentRangeStart w:id="1"/>${runs(text, 18)}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
      )
      const note = (/** @type {number} */ id, /** @type {string} */ inner) =>
        `<w:footnote w:id="${id}"><w:p>${inner}</w:p></w:footnote>`
      draft.docx.parts = {
        'footnotes.xml': rootPart('footnotes', note(2, runs('不含转办的 5 件。'))),
        'comments.xml': rootPart(
          'comments',
          `<w:comment w:id="1" w:author="office" w:initials="o"><w:p>${runs('请核实 999')}</w:p></w:comment>`,
        ),
      }
    },
  }),
  written('header-footer', ['docx/header-footer'], '有页眉页脚，里面也有“年度报告”和数字。', {
    change: draft => {
      draft.docx.parts = {
        'header1.xml': rootPart('hdr', `<w:p>${runs('政府信息公开工作年度报告')}</w:p>`),
        'footer1.xml': rootPart('ftr', `<w:p>${runs('- 3 -')}</w:p>`),
      }
      draft.docx.sectionXml =
        '<w:headerReference w:type="default" r:id="rIdHeader1"/><w:footerReference w:type="default" r:id="rIdFooter1"/>'
    },
  }),
  written('text-box', ['docx/text-box'], '第五部分的一段在文本框里。', {
    change: draft => {
      const text = '整改联络员名单另行公布。'
      const box = `<w:p><w:r><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent><w:p>${runs(text)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
      putAfter(draft, heading(draft, 'problems'), { kind: 'xml', xml: box, text, section: 'problems' })
    },
  }),
  written('split-table', ['tables/split'], '表 3 分成两个表格。', {
    change: draft => {
      const block = tableBlock(draft, 'requests')
      replace(draft, block, ...cutTable(block, 14))
    },
  }),
  written('split-headed', ['tables/split', 'tables/continued'], '表 3 分成两个，后一个重复表头，前面有“续表”。', {
    density: 'full',
    change: draft => {
      const block = tableBlock(draft, 'requests')
      const [above, below] = cutTable(block, 16)
      const header = structuredClone(block.table.rows.slice(0, 3))
      below.table.rows.unshift(...header)
      replace(draft, block, above, p('续表', 'text', { section: 'requests', align: 'right' }), below)
    },
  }),
  written('header-rows', ['tables/header-rows'], '表头行设为跨页重复（tblHeader）。', {
    change: draft => {
      tableBlock(draft, 'requests').header = 3
    },
  }),
  written('tab-in-cell', ['docx/tab-in-cell'], '单元格里有制表符和软回车。', {
    change: draft => {
      figureCell(draft, 'disclosure.penalties.decisions').text = `\t${figureCell(draft, 'disclosure.penalties.decisions').text}`
      for (const cell of tableBlock(draft, 'requests').table.rows.flat()) {
        if (cell.label === 'row:denied.thirdPartyRights') cell.xml = runs(`${cell.text.slice(0, 6)}\n${cell.text.slice(6)}`, 18)
      }
    },
  }),
  written('split-runs', ['docx/split-runs'], '一个数字分在几个文字块里。', {
    density: 'large',
    change: draft => {
      for (const [id, value] of draft.truth) {
        if (typeof value === 'number' && value > 99) cellXml(draft, id, text => [...text].map(char => runs(char, 18)).join(''))
      }
    },
  }),
  written('old-form-split', ['tables/split', 'form/2019'], '2019 年格式，表 2 分成五个表格，一项一个。', {
    edition: '2019',
    change: draft => {
      const block = tableBlock(draft, 'disclosure')
      /** @type {import('../tables.mjs').TableCell[][][]} */
      const parts = []
      for (const row of block.table.rows) {
        if (row[0]?.label === 'band') parts.push([])
        parts.at(-1)?.push(row)
      }
      replace(
        draft,
        block,
        ...parts.flatMap(rows => [
          { ...block, table: { rows, widths: block.table.widths } },
          p('', 'text', { section: 'disclosure' }),
        ]),
      )
    },
  }),
  written('empty-paragraphs', ['docx/empty-paragraphs'], '单元格里数字前后有空段落。', {
    padded: true,
    change: draft => {
      for (const id of draft.truth.keys()) {
        const cell = figureCell(draft, id)
        if (id.endsWith('.total')) cell.text = `\n${cell.text}\n`
      }
    },
  }),
]
