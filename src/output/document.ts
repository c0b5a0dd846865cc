/** The report as a readable document: Markdown or HTML, its tables restored in the official layout. */
import type { TableKey } from '../form/form.ts'
import type { Cell } from '../model/cell.ts'
import { type ReportModel, type Section, type SectionKey, sectionKeys } from '../model/report.ts'
import { cellsById } from '../model/tables.ts'
import { type Layout, layoutTable } from './official-layout.ts'

const isTable = (key: SectionKey): key is TableKey => key === 'disclosure' || key === 'requests' || key === 'disputes'

interface Line {
  kind: 'heading' | 'paragraph'
  text: string
}

function linesOf(section: Section): Line[] {
  const headings = new Set(section.subsections.map(part => part.heading))
  return section.text
    .split('\n')
    .filter(text => text !== '')
    .map(text => ({ kind: headings.has(text) ? 'heading' : 'paragraph', text }))
}

function layoutOf(report: ReportModel, table: TableKey, cells: ReadonlyMap<string, Cell>): Layout {
  const has = (id: string) => {
    const status = cells.get(id)?.status
    return status !== undefined && status !== 'absent'
  }
  const known = [...cells].some(
    ([id, cell]) => id.startsWith(`${table}.`) && cell.status !== 'absent' && cell.status !== 'missing',
  )
  const edition = table === 'disclosure' ? report.editions.licensing : report.editions[table]
  return layoutTable(table, known ? has : () => false, edition ?? '2021')
}

/** What stands in a cell for readers: the figure; else what is printed there; nothing where nothing is known. */
const shown = (cell: Cell | undefined): string =>
  cell?.value === null || cell === undefined ? (cell?.raw ?? '') : String(cell.value)

/** Markdown (GFM): headings as printed, prose, and the tables with the labels of merged cells repeated. */
export function toMarkdown(report: ReportModel): string {
  const cells = cellsById(report)
  const parts: string[] = report.title === null ? [] : [`# ${markdownText(report.title)}`]
  for (const key of sectionKeys) {
    const section = report.sections[key]
    if (section.heading !== null) parts.push(`## ${markdownText(section.heading)}`)
    parts.push(...linesOf(section).map(({ kind, text }) => `${kind === 'heading' ? '### ' : ''}${markdownText(text)}`))
    if (!isTable(key)) continue
    const table = markdownTable(layoutOf(report, key, cells), cells)
    if (table !== '') parts.push(table)
  }
  return `${parts.join('\n\n')}\n`
}

function markdownTable({ rows, width }: Layout, cells: ReadonlyMap<string, Cell>): string {
  if (rows.length === 0) return ''
  const squares: string[][] = rows.map(() => [])
  rows.forEach((row, top) => {
    for (const { label, id, left, rowSpan, columnSpan } of row) {
      const text = markdownText(label ?? shown(cells.get(id ?? ''))).replaceAll('|', '\\|')
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < columnSpan; right++) {
          const line = squares[top + down]
          // Labels are repeated where they span; a figure stands once.
          if (line) line[left + right] = label === null && right > 0 ? '' : text
        }
      }
    }
  })
  const line = (texts: readonly string[]) => `| ${Array.from({ length: width }, (_, at) => texts[at] ?? '').join(' | ')} |`
  const [header = [], ...body] = squares
  return [line(header), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n')
}

/** One line of text with escapes before what Markdown would take for markup, at its beginning or anywhere in it. */
export const markdownText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_<>[\]]/g, '\\$&')
    .replace(/^(#|[-+]\s|\d+[.)]\s)/, '\\$&')

/** One HTML file, tables with the form's merged cells; nothing in it is loaded from elsewhere. */
export function toHtml(report: ReportModel): string {
  const cells = cellsById(report)
  const body: string[] = report.title === null ? [] : [`<h1>${escapeHtml(report.title)}</h1>`]
  for (const key of sectionKeys) {
    const section = report.sections[key]
    if (section.heading !== null) body.push(`<h2>${escapeHtml(section.heading)}</h2>`)
    for (const { kind, text } of linesOf(section)) {
      const tag = kind === 'heading' ? 'h3' : 'p'
      body.push(`<${tag}>${escapeHtml(text)}</${tag}>`)
    }
    if (isTable(key)) body.push(...htmlTable(layoutOf(report, key, cells), cells))
  }
  const title = escapeHtml(report.title ?? report.source.name)
  return `<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>\n<body>\n${body.join('\n')}\n</body></html>\n`
}

const style =
  'body{max-width:60em;margin:2em auto;padding:0 1em;line-height:1.7;font-family:serif}table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid;padding:.2em .5em;font-weight:normal;text-align:left}td{text-align:right}'

function htmlTable({ rows }: Layout, cells: ReadonlyMap<string, Cell>): string[] {
  if (rows.length === 0) return []
  const cellOf = ({ label, id, rowSpan, columnSpan }: Layout['rows'][number][number]) => {
    const tag = label === null ? 'td' : 'th'
    const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
    return `<${tag}${spans}>${escapeHtml(label ?? shown(cells.get(id ?? '')))}</${tag}>`
  }
  return ['<table>', ...rows.map(row => `<tr>${row.map(cellOf).join('')}</tr>`), '</table>']
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
