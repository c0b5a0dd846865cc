/** .docx files as other programs write them: other ways to merge cells, other names inside the package. */
import { bodies } from '../bodies.mjs'
import { runs } from '../docx.mjs'
import { allCells, heading, putAfter } from '../edits.mjs'
import { cellXml } from './tables.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */

/** @param {string} folder @param {string} pattern @param {string} about @param {Partial<import('../draft.mjs').Spec>} spec @returns {CaseSpec} */
const packed = (folder, pattern, about, spec) => ({
  folder,
  about,
  patterns: [pattern],
  spec: { body: bodies.county, year: Number(/-(\d{4})/.exec(folder)?.[1]), edition: '2021', density: 'some', ...spec },
  write: { docx: true },
})

const span = /<w:tc><w:tcPr>(<w:tcW [^>]*\/>)<w:gridSpan w:val="(\d+)"\/>(.*?)<\/w:tcPr>(.*?)<\/w:tc>/gs

/** @param {string} kind @param {string} inside */
const tracked = (kind, inside) => `<w:${kind} w:id="77" w:author="office" w:date="2022-01-10T09:00:00Z">${inside}</w:${kind}>`

/** @type {CaseSpec[]} */
export const packages = [
  packed('2021/yunxiu-2022-merge-continue', 'docx/merge-continue', '纵向合并的后续格写明 w:val="continue"，列宽自动。', {
    change: draft => {
      draft.docx.edit = xml =>
        xml
          .replaceAll('<w:vMerge/>', '<w:vMerge w:val="continue"/>')
          .replaceAll(/<w:tcW [^>]*\/>/g, '<w:tcW w:w="0" w:type="auto"/>')
    },
  }),
  packed('2021/yunxiu-2023-merge-across', 'docx/merge-across', '横向合并用旧式的 w:hMerge，被合并的格子还在。', {
    change: draft => {
      draft.docx.edit = xml =>
        xml.replaceAll(span, (_, width, n, rest, content) => {
          const cell = (/** @type {string} */ merge, /** @type {string} */ inside) =>
            `<w:tc><w:tcPr>${width}<w:hMerge${merge}/>${rest}</w:tcPr>${inside}</w:tc>`
          return cell(' w:val="restart"', content) + cell('', '<w:p/>').repeat(Number(n) - 1)
        })
    },
  }),
  packed('2021/yunxiu-2024-row-deleted', 'docx/row-deleted', '修订：删去一整行（重复的一行），读者看不见。', {
    change: draft => {
      draft.docx.edit = xml => {
        const at = xml.indexOf('2.重复申请')
        const from = xml.lastIndexOf('<w:tr>', at)
        const to = xml.indexOf('</w:tr>', at) + '</w:tr>'.length
        const row = xml.slice(from, to)
        const gone = row
          .replace('<w:tr>', `<w:tr><w:trPr>${tracked('del', '')}</w:trPr>`)
          .replaceAll(/<w:r>(.*?)<\/w:r>/gs, (_, inside) =>
            tracked(
              'del',
              `<w:r>${inside
                .replaceAll('<w:t ', '<w:delText ')
                .replaceAll('</w:t>', '</w:delText>')
                .replace(/>(\d+)</, '>88<')}</w:r>`,
            ),
          )
        return xml.slice(0, to) + gone + xml.slice(to)
      }
    },
  }),
  packed('2021/yunxiu-2025-moved', 'docx/moved', '修订：一个数字是移来的，原处还留着痕迹。', {
    change: draft => {
      cellXml(
        draft,
        'disclosure.penalties.decisions',
        text => tracked('moveFrom', runs('888', 18)) + tracked('moveTo', runs(text, 18)),
      )
    },
  }),
  packed('2021/weijian-2021-text-box-twice', 'docx/text-box', '文本框写了两遍（新旧两种格式），只算一遍。', {
    body: bodies.committee,
    change: draft => {
      const text = '整改台账每月更新一次。'
      const inside = `<w:txbxContent><w:p>${runs(text)}</w:p></w:txbxContent>`
      const xml = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>${inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
      putAfter(draft, heading(draft, 'problems'), { kind: 'xml', xml, text, section: 'problems' })
    },
  }),
  packed('2021/weijian-2022-strict', 'docx/strict', '“严格”格式的 Office Open XML：命名空间不同。', {
    body: bodies.committee,
    change: draft => {
      draft.docx.editAll = text =>
        text
          .replaceAll(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          )
    },
  }),
  packed('2021/weijian-2024-part-name', 'docx/part-name', '正文部件叫 document2.xml。', {
    body: bodies.committee,
    change: draft => {
      draft.docx.editAll = text => text.replaceAll('word/document.xml', 'word/document2.xml')
      draft.docx.rename = path =>
        path
          .replace('word/document.xml', 'word/document2.xml')
          .replace('word/_rels/document.xml.rels', 'word/_rels/document2.xml.rels')
    },
  }),
  packed('2021/jiaoyu-2021-invisible', 'cells/invisible', '标签和数字里夹着零宽字符。', {
    body: bodies.bureau,
    print: (id, value) => (typeof value === 'number' && id.length % 3 === 0 ? `${value}\u200b` : undefined),
    change: draft => {
      for (const cell of allCells(draft))
        if (cell.label?.startsWith('row:')) cell.text = `${cell.text.slice(0, 4)}\u200b${cell.text.slice(4)}`
    },
  }),
]
