import type { Log } from '../../diagnostic/diagnostic.ts'
import type { ReportModel } from '../../model/report.ts'
import type { Examined } from '../rule.ts'

/**
 * One report is on one year: its title, its statistics period and its file's name say so, and its prose
 * speaks of it. A sentence that opens with the year before, where the year of the report is not named
 * beside it, is last year's text left standing. Years of budgets, plans and documents are not looked
 * at: only `2020年，我镇…`, `2020年度，…`, `2020年全年…` at the beginning of a sentence.
 *
 * @example
 *   title = 溪口镇2021年度政府信息公开工作报告
 *   year = 2021
 *   file = 溪口镇2021.docx
 *   overview: 2021年，我镇推进政务公开。与2020年相比有所提高。公开2020年部门决算。
 *   → nothing
 *
 * @example
 *   title = 溪口镇2021年度政府信息公开工作报告
 *   year = 2021
 *   file = 溪口镇2020.docx
 *   → year/mismatch
 *
 * @example
 *   year = 2021
 *   overview: 2020年，我镇推进政务公开。
 *   → year/last-year-text
 *
 * @example
 *   year = 2021
 *   overview: 2020年，我镇公开信息300条，2021年公开325条。
 *   → nothing
 */
export function years({ report }: Examined, log: Log): void {
  if (!log.diagnostics.some(({ code }) => code === 'year/mismatch')) witnesses(report, log)
  if (report.year === null) return
  for (const { text, place } of [report.sections.overview, ...report.sections.overview.subsections]) {
    for (const sentence of text.split(/[。！；\n]/)) {
      const year = Number(opening.exec(sentence)?.[1] ?? 0)
      if (year !== report.year - 1 || sentence.includes(String(report.year)) || otherYears.test(sentence.slice(0, 200))) continue
      log.add('year/last-year-text', {
        place: place ?? {},
        args: { found: year, year: report.year, quote: sentence.trim().slice(0, 60) },
      })
      return
    }
  }
}

const opening = /^\s*(?:在|回顾)?(20\d\d)年(?:度|全年|以来|来)?(?:[，,]|我|全|本|共|区|县|市|镇|乡|街道)/
const otherYears = /相比|比较|同比|较上|至今|决算|预算|获评|荣获/
const yearIn = (text: string): number | null => {
  const found = [...new Set([...text.matchAll(/(?<!\d)(20[12]\d)(?!\d)/g)].map(match => Number(match[1])))]
  return found.length === 1 ? (found[0] ?? null) : null
}

function witnesses({ title, period, source, year }: ReportModel, log: Log): void {
  const name = source.name.split(/[\\/]/).at(-1) ?? ''
  const said: [string, number | null][] = [
    [title ?? '', title === null ? null : yearIn(title)],
    [period ? `${period.from}–${period.to}` : '', period ? Number(period.to.slice(0, 4)) : null],
    [name, yearIn(name)],
  ]
  const known = said.filter(([, found]) => found !== null)
  if (new Set([...known.map(([, found]) => found), ...(year === null ? [] : [year])]).size < 2) return
  log.add('year/mismatch', { args: { detail: known.map(([text, found]) => `${found}（${text}）`).join('、') } })
}
