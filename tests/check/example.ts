/**
 * The small language of `@example` blocks: a report without faults whose every figure is 0, changed line by line.
 *
 *     requests.granted.total = 3        a figure, or blank, missing, ambiguous, unreadable
 *     title = …  issuer = …  year = …  file = …  issuerLevel = …
 *     overview: prose                   a section; `overview/requests: prose` one of its subsections
 *     last …                            any of these, of last year's report of the same body
 *     others = 甲镇、乙镇                bodies of the batch
 */
import { checkReport } from '../../src/check/check.ts'
import { checkReports } from '../../src/check/check-reports.ts'
import { createLog, type Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import type { Outline } from '../../src/locate/outline.ts'
import type { Cell } from '../../src/model/cell.ts'
import type { ReportModel, Section } from '../../src/model/report.ts'
import { cellsById } from '../../src/model/tables.ts'
import { narrate } from '../../src/narrate/narrate.ts'
import { outlineOf, type Prose } from '../narrate/outline-of.ts'
import { otherCell, readCell, reportWith } from './clean-report.ts'

const statuses = ['blank', 'missing', 'ambiguous', 'unreadable'] as const

function reportOf(lines: readonly string[], yearGiven: number): ReportModel {
  const figures = new Map<string, Cell>()
  const prose: Record<string, string> = {}
  const words = new Map<string, string>()
  for (const line of lines) {
    const [, id, value] = /^([\w.]+) = (.+)$/.exec(line) ?? []
    const [, path, text] = /^([\w/]+): (.+)$/.exec(line) ?? []
    const status = statuses.find(name => name === value)
    if (id?.includes('.') && status) figures.set(id, otherCell(status))
    else if (id?.includes('.') && value !== undefined && Number.isFinite(Number(value))) figures.set(id, readCell(Number(value)))
    else if (id !== undefined && value !== undefined && !id.includes('.')) words.set(id, value)
    else if (path !== undefined && text !== undefined) prose[path] = text
    else throw new Error(`line of an example not understood: ${line}`)
  }
  const report = reportWith(figures)
  for (const id of figures.keys()) if (!cellsById(report).has(id)) throw new Error(`no such cell: ${id}`)
  const year = words.has('year') ? Number(words.get('year')) : yearGiven
  const outline = outlineOf(prose as Prose)
  const amount = report.disclosure.fees.amount
  if (amount.value !== null) amount.unit = '万元'
  return {
    ...report,
    year,
    title: words.get('title') ?? null,
    issuer: words.get('issuer') ?? '溪口镇人民政府',
    issuerLevel: words.get('issuerLevel') === 'town' ? 'town' : null,
    source: { ...report.source, name: words.get('file') ?? 'a.txt' },
    sections: { ...report.sections, ...sectionsOf(outline) },
    ...narrate(outline, year),
  }
}

const textOf = (blocks: Outline['preamble']): string =>
  blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : [])).join('\n')

function sectionsOf(outline: Outline): Partial<Record<string, Section>> {
  return Object.fromEntries(
    Object.entries(outline.sections).map(([key, { heading, place, blocks, subsections }]) => [
      key,
      {
        present: true,
        heading,
        place,
        text: textOf(blocks),
        subsections: subsections.map(({ blocks: below, ...rest }) => ({ ...rest, text: textOf(below) })),
      },
    ]),
  )
}

/** Everything found in the report that an example describes. */
export function runExample(lines: readonly string[]): Diagnostic[] {
  const others = lines.flatMap(line => (line.startsWith('others = ') ? line.slice('others = '.length).split('、') : []))
  const now = lines.filter(line => !line.startsWith('last ') && !line.startsWith('others = '))
  const before = lines.filter(line => line.startsWith('last ')).map(line => line.slice('last '.length))
  const report = reportOf(now, 2021)
  const log = createLog(report.source.name)
  checkReport(report, log)
  const reports = before.length > 0 ? [report, reportOf(before, 2020)] : [report]
  const across = checkReports(reports, { names: others }).filter(({ file }) => file === report.source.name)
  return [...log.diagnostics, ...across]
}
