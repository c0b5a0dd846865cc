/** Reports and findings as columns, taken in one by one. */
import { formOrder } from '../../collection/facts.ts'
import { type Code, catalogue } from '../../diagnostic/catalogue.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { ReportModel } from '../../model/report.ts'
import { cellsById } from '../../model/tables.ts'
import { type Findings, dashboardLimits as limits, type Mark, type Quoted, type Reports, type Summary } from './data.ts'
import { packCells, packPlace, packPlaces } from './pack.ts'

/** Indices by name, in the order in which the names come. */
function numbering() {
  const known = new Map<string, number>()
  return {
    of(name: string): number {
      const found = known.get(name) ?? known.size
      known.set(name, found)
      return found
    },
    names: () => [...known.keys()],
  }
}

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text)

/** The arguments that a message or a suggestion speaks of, cut to what is read. */
function shownArgs(code: Code, args: Diagnostic['args']): Diagnostic['args'] {
  const { zh, en } = catalogue[code]
  const spoken = (key: string) => key.startsWith('mend') || [zh, en].some(({ message }) => message.includes(`{${key}}`))
  return Object.fromEntries(
    Object.entries(args).flatMap(([key, value]) =>
      spoken(key) ? [[key, typeof value === 'string' ? cut(value, limits.quote) : value]] : [],
    ),
  )
}

const cellIndex = new Map(formOrder.map((id, at) => [id, at]))

export function createColumns() {
  const reports: Reports = {
    cellIds: [...formOrder],
    codes: [],
    body: [],
    year: [],
    file: [],
    title: [],
    edition: [],
    cells: [],
    marks: [],
    places: [],
    quotes: [],
    counted: [],
  }
  const findings: Findings = { code: [], report: [], file: {}, place: [], about: [], args: [], codes: [] }
  const flagCodes = numbering()
  const findingCodes = numbering()
  const severe: number[] = []
  const counts: Summary['codes'] = {}
  let findingsInAll = 0

  const addFinding = ({ code, severity, file, place, about, args }: Diagnostic, report: number) => {
    if (severity === 'info') return
    const short = shownArgs(code, args)
    const counted = counts[code] ?? { count: 0, args: short }
    counts[code] = { ...counted, count: counted.count + 1 }
    if (report >= 0) severe[report] = (severe[report] ?? 0) + 1
    if (findingsInAll++ >= limits.findings) return
    if (report < 0 && file !== '') findings.file[findings.code.length] = file
    findings.code.push(findingCodes.of(code))
    findings.report.push(report)
    findings.place.push(packPlace(place))
    findings.about.push(about.flatMap(id => cellIndex.get(id) ?? []))
    findings.args.push(short)
  }

  return {
    add(report: ReportModel, diagnostics: readonly Diagnostic[]) {
      const at = reports.file.length
      const cells = cellsById(report)
      reports.file.push(report.source.name)
      reports.year.push(report.year)
      reports.title.push(report.title === null ? null : cut(report.title, 120))
      reports.edition.push(report.edition)
      reports.cells.push(packCells(formOrder.map(id => cells.get(id))))
      const full = at < limits.fullReports
      reports.marks.push(marksOf(cells, flagCodes.of))
      reports.places.push(full ? packPlaces(formOrder.map(id => cells.get(id)?.place ?? null)) : '')
      reports.quotes.push(full ? report.narrative.map(quotedOf) : [])
      for (const found of diagnostics) addFinding(found, at)
    },
    addFinding,
    /** Settles whose report each is. */
    finish(bodyOf: (file: string) => number, counted: ReadonlySet<string>) {
      reports.codes = flagCodes.names()
      findings.codes = findingCodes.names()
      reports.body = reports.file.map(bodyOf)
      // A report whose body is known is named by it.
      reports.title = reports.title.map((title, at) => ((reports.body[at] ?? -1) >= 0 ? null : title))
      reports.counted = reports.file.map(file => (counted.has(file) ? 1 : 0))
      const full = reports.file.length <= limits.fullReports
      // Half of them with places and half without would look like a fault of the source.
      if (full) for (const mark of reports.marks.flat()) mark.length = 3
      else {
        reports.quotes = reports.quotes.map(() => [])
        reports.places = reports.places.map(() => '')
      }
      return { reports, findings, counts, findingsInAll, severe, full }
    },
  }
}

function marksOf(cells: ReturnType<typeof cellsById>, flagIndex: (code: string) => number): Mark[] {
  const marks: Mark[] = []
  for (const [at, id] of formOrder.entries()) {
    const cell = cells.get(id)
    if (!cell || cell.status === 'absent') continue
    const { value, raw, place, flags } = cell
    const plain = raw === null || raw === String(value ?? '')
    if (plain && flags.length === 0) continue
    marks.push([at, plain ? null : cut(raw, limits.raw), flags.map(flagIndex), packPlace(place)])
  }
  return marks
}

const quotedOf = ({ metric, value, unit, period, approximate, quote, place }: ReportModel['narrative'][number]): Quoted => [
  metric,
  value,
  unit,
  period,
  approximate,
  cut(quote, limits.quote),
  packPlace(place),
]
