/** Writes a draft as text and as web pages, in the shapes that published reports have. */
import { rectangle } from './tables.mjs'

/** @typedef {import('./draft.mjs').Draft} Draft */
/** @typedef {import('./draft.mjs').DraftBlock} DraftBlock */
/** @typedef {import('./tables.mjs').Table} Table */

/**
 * - `cells`: a tab and one cell a line, a blank line between rows, covered places as empty cells;
 * - `lines`: one cell a line, nothing else; `bars`: one row a line with bars; `bar-lines`: a bar after
 *   every cell, one cell a line; `one-line`: the whole table on one line with bars; `tabs`: one row a line;
 * - `spaces`: one row a line, a space between cells; `dropped`: one cell a line, empty ones left out;
 *   `glued`: nothing between the cells of a row. Of these three a place may be lost.
 * @typedef {'cells' | 'lines' | 'bars' | 'bar-lines' | 'one-line' | 'tabs' | 'spaces' | 'dropped' | 'glued'} Dialect
 */

/** @type {Record<Dialect, (table: Table) => string>} */
const tableWriters = {
  cells: table =>
    rectangle(table)
      .map(row =>
        row
          .filter(({ left }) => left)
          .map(({ cell, first }) => `\t${first ? cell.text : ''}`)
          .join('\n'),
      )
      .join('\n\n'),
  lines: table => anchors(table).flat().join('\n'),
  bars: table =>
    anchors(table)
      .map(row => `| ${row.join(' | ')} |`)
      .join('\n'),
  'bar-lines': table =>
    anchors(table)
      .map(row => row.map(text => `${text}|`).join('\n'))
      .join('\n'),
  'one-line': table =>
    anchors(table)
      .map(row => `|${row.join('|')}|`)
      .join(''),
  tabs: table =>
    anchors(table)
      .map(row => row.join('\t'))
      .join('\n'),
  spaces: table =>
    anchors(table)
      .map(row =>
        row
          .map(text => text.trim())
          .filter(text => text !== '')
          .join(' '),
      )
      .join('\n'),
  dropped: table =>
    anchors(table)
      .flat()
      .map(text => text.trim())
      .filter(text => text !== '')
      .join('\n'),
  glued: table =>
    anchors(table)
      .map(row => row.map(text => text.trim()).join(''))
      .join('\n'),
}

/** Cells as they are stated, row by row, a broken label on one line. @param {Table} table */
const anchors = table => table.rows.map(row => row.map(cell => cell.text.replaceAll('\n', '')))

/** @param {DraftBlock} block @param {Dialect} dialect */
function blockText(block, dialect) {
  if (block.kind === 'table') return tableWriters[dialect](block.table)
  if (block.kind === 'image') return ''
  if (block.kind === 'xml') return block.text
  return `${block.number ?? ''}${block.text}`
}

/** @param {Draft} draft @param {Dialect} dialect */
export const textOf = (draft, dialect) => `${draft.blocks.map(block => blockText(block, dialect)).join('\n')}\n`

/** @param {string} text */
const escapeHtml = text => text.replace(/[&<>]/g, char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char)

/** @param {Table} table */
export function tableHtml({ rows }) {
  const attribute = (/** @type {string} */ name, /** @type {number | undefined} */ n) =>
    n !== undefined && n > 1 ? ` ${name}="${n}"` : ''
  const lines = rows.map(
    row =>
      `<tr>${row
        .map(
          ({ text, colspan, rowspan }) =>
            `<td${attribute('colspan', colspan)}${attribute('rowspan', rowspan)}>${escapeHtml(text).replaceAll('\n', '<br>')}</td>`,
        )
        .join('')}</tr>`,
  )
  return `<table border="1">\n${lines.join('\n')}\n</table>`
}

/** @param {DraftBlock} block */
function blockHtml(block) {
  if (block.kind === 'table') return tableHtml(block.table)
  if (block.kind === 'image') return '<p><img src="table.png" alt=""></p>'
  const text = block.kind === 'xml' ? block.text : `${block.number ?? ''}${block.text}`
  if (block.kind === 'p' && block.role === 'title') return `<h1>${escapeHtml(text)}</h1>`
  return `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`
}

/** A page of a government site, with or without what stands around the report. @param {Draft} draft @param {{ chrome?: boolean }} [options] */
export function htmlOf(draft, { chrome = false } = {}) {
  const report = draft.blocks.map(blockHtml).join('\n')
  const before = chrome
    ? `<div class="nav"><a href="/">首页</a> &gt; <a href="/gk/">政府信息公开</a> &gt; 政府信息公开年报</div>
<table class="meta"><tr><td>索引号</td><td>000014349/2022-00017</td><td>发布日期</td><td>2022-01-20</td></tr><tr><td>发布机构</td><td>办公室</td><td>访问次数</td><td>128</td></tr></table>`
    : ''
  const after = chrome
    ? '<div class="share">扫一扫在手机打开当前页</div>\n<div class="footer">主办单位：办公室 网站标识码：0000000001</div>'
    : ''
  const title = escapeHtml(draft.expected.title ?? '')
  return `<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n${before}\n<div class="content">\n${report}\n</div>\n${after}\n</body>\n</html>\n`
}
