/** 反馈清单: what a town is asked to mend, as a list to send back. */
import { type CatalogueEntry, catalogue, type Language } from '../diagnostic/catalogue.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { formatMessage, formatPlaceFor, formatSuggestion, severityWords } from '../diagnostic/format.ts'
import type { ReportModel } from '../model/report.ts'
import { markdownText } from './document.ts'
import { type Excerpt, excerptsOf } from './excerpt.ts'
import type { SourceLines } from './source-lines.ts'

export const feedbackWords = {
  zh: {
    title: (issuer: string, year: string) => `${issuer}${year}政府信息公开工作年度报告反馈清单`,
    year: (year: number) => `${year}年度`,
    unknownIssuer: '（单位不明）',
    lead: (file: string, errors: number, warnings: number) =>
      `报告文件：${file}。核对发现 ${errors} 处错误、${warnings} 处需要核实的地方，请逐项核对、修改后重新报送；核实无误的请说明。`,
    none: (file: string) => `报告文件：${file}。没有发现需要修改的地方。`,
    columns: ['序号', '级别', '位置', '问题', '处理'],
  },
  en: {
    title: (issuer: string, year: string) => `Findings on the report of ${issuer}${year}`,
    year: (year: number) => `, ${year}`,
    unknownIssuer: '(unknown body)',
    lead: (file: string, errors: number, warnings: number) =>
      `Report: ${file}. ${errors} errors and ${warnings} points to check were found; please correct or confirm each and send the report again.`,
    none: (file: string) => `Report: ${file}. Nothing was found that needs correction.`,
    columns: ['No.', 'Severity', 'Place', 'Finding', 'To do'],
  },
} as const

export interface FeedbackItem {
  severity: string
  place: string
  message: string
  excerpts: Excerpt[]
  suggestion: string | null
  todo: string
}

export interface Feedback {
  title: string
  lead: string
  items: FeedbackItem[]
}

/** The errors and warnings of one report as a list, in the order in which they stand in it; remarks (info) are left out. */
export function feedbackOf(
  report: ReportModel,
  diagnostics: readonly Diagnostic[],
  language: Language,
  lines?: SourceLines,
): Feedback {
  const words = feedbackWords[language]
  const told = diagnostics.filter(({ severity }) => severity !== 'info')
  const errors = told.filter(({ severity }) => severity === 'error').length
  const { issuer, year } = report
  const file = fileName(report)
  return {
    title: words.title(issuer ?? words.unknownIssuer, year === null ? '' : words.year(year)),
    lead: told.length === 0 ? words.none(file) : words.lead(file, errors, told.length - errors),
    items: told.map(diagnostic => {
      const entry: CatalogueEntry = catalogue[diagnostic.code]
      return {
        severity: severityWords[language][diagnostic.severity],
        place: formatPlaceFor(diagnostic.place, language),
        message: formatMessage(diagnostic, language),
        excerpts: excerptsOf(diagnostic, report, lines),
        suggestion: formatSuggestion(diagnostic, language),
        todo: entry[language].todo,
      }
    }),
  }
}

/** The list as Markdown (GFM), one table row a finding; what is meant in an excerpt is bold. */
export function feedbackMarkdown({ title, lead, items }: Feedback, language: Language): string {
  const parts = [`# ${markdownText(title)}`, markdownText(lead)]
  if (items.length > 0) {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    const { columns } = feedbackWords[language]
    parts.push([line(columns), `|${' --- |'.repeat(columns.length)}`, ...items.map((item, i) => line(rowOf(item, i)))].join('\n'))
  }
  return `${parts.join('\n\n')}\n`
}

function rowOf({ severity, place, message, excerpts, suggestion, todo }: FeedbackItem, i: number): string[] {
  const cell = (text: string) => markdownText(text).replaceAll('|', '\\|')
  const excerpt = ({ text, marks }: Excerpt) => {
    const parts: string[] = []
    let end = 0
    for (const [from, to] of marks) {
      parts.push(cell(text.slice(end, from)), ` **${cell(text.slice(from, to))}** `)
      end = to
    }
    return [...parts, cell(text.slice(end))].join('').trim()
  }
  const finding = [cell(message), ...excerpts.map(excerpt)].join('<br>')
  const todoWithMend = [cell(todo), ...(suggestion === null ? [] : [cell(suggestion)])].join('<br>')
  return [String(i + 1), severity, place, finding, todoWithMend]
}

/** Without its folders, which are the county's. */
const fileName = ({ source }: ReportModel): string => source.name.split(/[\\/]/).at(-1) ?? source.name

/** A name for the list's file: body and year, nothing that a file system refuses; at most 80 characters. */
export function feedbackName(report: ReportModel): string {
  const { issuer, year } = report
  const base = issuer ?? fileName(report)
  const name = `${base}${year === null ? '' : `-${year}`}`
  return (
    name
      .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, '_')
      .replace(/^\.+|[. ]+$/g, '')
      .slice(0, 80) || 'report'
  )
}
