import type { Comparison } from '../collection/compare.ts'
import type { CollectionComparison } from '../collection/compare-collections.ts'
import type { Passage } from '../collection/compare-texts.ts'
import { type CollectionWords, collectionWords } from './collection-words.ts'
import { carryOverLines, changedCells, changedTotals, copiedLine, copiedShare, sideName, unpaired } from './compare-rows.ts'
import { markChanges, type Piece } from './mark-changes.ts'
import { escapeXml } from './xml.ts'

const style = `
:root{color-scheme:light dark;--line:#8885;--added:#2da44e2b;--removed:#cf222e2b}
body{max-width:70rem;margin:2rem auto;padding:0 1rem;font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.5rem}h2{font-size:1.2rem;border-bottom:1px solid var(--line)}h3{font-size:1.05rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{border:1px solid var(--line);padding:.25rem .6rem;text-align:left;vertical-align:top}td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.passage{display:grid;grid-template-columns:6rem 1fr 1fr;gap:.5rem;border-top:1px solid var(--line);padding:.3rem 0}
.passage>*{min-width:0;overflow-wrap:anywhere}mark{color:inherit}.after mark{background:var(--added)}.before mark{background:var(--removed)}.copied{opacity:.65}
@media(max-width:40rem){.passage{grid-template-columns:1fr}}
summary{cursor:pointer}.bad{color:#cf222e;font-weight:600}
@media print{details{display:block}body{max-width:none}}
`

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A page that stands by itself: nothing in it is loaded, and nothing of a report is markup. */
function page(title: string, language: 'zh' | 'en', body: string): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escapeXml(title)}</title><style>${style}</style></head>
<body>
<h1>${escapeXml(title)}</h1>
${body}
</body></html>
`
}

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (tag: 'td' | 'th', cells: readonly string[]) =>
    `<tr>${cells.map((cell, at) => `<${tag}${at > 0 ? ' class="n"' : ''}>${escapeXml(cell)}</${tag}>`).join('')}</tr>`
  return `<div class="scroll"><table><thead>${line('th', head)}</thead><tbody>${rows.map(row => line('td', row)).join('\n')}</tbody></table></div>`
}

const paragraph = (text: string, className = '') => `<p${className === '' ? '' : ` class="${className}"`}>${escapeXml(text)}</p>`

function reportBody(comparison: Comparison, words: CollectionWords, level: 2 | 3): string {
  const heading = (text: string) => `<h${level}>${escapeXml(text)}</h${level}>`
  const cells = changedCells(comparison.cells, words)
  const parts = comparison.sameBody === false ? [paragraph(words.otherBody, 'bad')] : []
  const head = [words.item, sideName(comparison.before), sideName(comparison.after), words.change]
  parts.push(heading(words.figures), cells.length === 0 ? paragraph(words.nothingChanged) : tableOf(head, cells))
  const carried = carryOverLines(comparison.carryOvers, words)
  if (carried.length > 0) {
    const broken = comparison.carryOvers.some(({ verdict }) => verdict === 'broken')
    parts.push(heading(words.carryOvers), ...carried.map(line => paragraph(line, broken ? 'bad' : '')))
  }
  const sections = comparison.sections.filter(({ passages }) => passages.length > 0)
  if (sections.length > 0) parts.push(heading(words.texts))
  for (const section of sections) {
    parts.push(
      `<details><summary>${escapeXml(copiedLine(section, words) ?? words.sections[section.section])}</summary>${section.passages
        .map(passage => passageHtml(passage, words))
        .join('\n')}</details>`,
    )
  }
  return parts.join('\n')
}

/** What differs between two wordings is marked; a passage that is new or gone is so as a whole. */
function passageHtml({ fate, before, after }: Passage, words: CollectionWords): string {
  const marked = markChanges(before ?? '', after ?? '')
  const show = (pieces: readonly Piece[]) =>
    pieces.map(({ text, same }) => (same ? escapeXml(text) : `<mark>${escapeXml(text)}</mark>`)).join('')
  return `<div class="passage ${fate}"><span>${escapeXml(words.fate[fate])}</span><div class="before">${show(marked.before)}</div><div class="after">${show(marked.after)}</div></div>`
}

/** Two reports side by side as a page. */
export function compareHtml(comparison: Comparison, language: 'zh' | 'en'): string {
  const words = collectionWords[language]
  const title = `${words.comparison}: ${sideName(comparison.before)} → ${sideName(comparison.after)}`
  return page(title, language, reportBody(comparison, words, 2))
}

/** Two collections side by side as a page: sums first, then each body to be opened. */
export function compareCollectionsHtml(comparison: CollectionComparison, language: 'zh' | 'en'): string {
  const words = collectionWords[language]
  const { before, after, totals, bodies } = comparison
  const rows = changedTotals(totals)
  const head = [words.item, `${before ?? words.before}`, `${after ?? words.after}`, words.change, words.coverage]
  const parts = [
    `<h2>${escapeXml(words.figures)}</h2>`,
    rows.length === 0 ? paragraph(words.nothingChanged) : tableOf(head, rows),
  ]
  for (const [heading, names] of unpaired(comparison, words)) parts.push(paragraph(`${heading}: ${names.join('、')}`))
  parts.push(`<h2>${escapeXml(words.body)}</h2>`)
  for (const { body, comparison: found } of bodies) {
    const share = copiedShare(found)
    const broken = found.carryOvers.filter(({ verdict }) => verdict === 'broken').length
    const remarks = [
      broken > 0 ? `<span class="bad">${escapeXml(words.carryOvers)} ${broken}</span>` : '',
      share === null ? '' : `${escapeXml(words.fate.copied)} ${(share * 100).toFixed(0)}%`,
    ].filter(text => text !== '')
    parts.push(`<details><summary>${[escapeXml(body), ...remarks].join(' · ')}</summary>${reportBody(found, words, 3)}</details>`)
  }
  return page(`${words.comparison}: ${before ?? '—'} → ${after ?? '—'}`, language, parts.join('\n'))
}
