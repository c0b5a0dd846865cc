/** Sums and rates over one set of bodies in one year, each with what it does not know. */
import { type BlockKey, cellsOfForm, type EditionId, type FigureKind } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { exactSum } from '../model/exact-sum.ts'
import { formOrder } from './facts.ts'
import { amountUnit, type BodyReport, type UnknownStatus } from './gather.ts'
import { type RateFormula, type RateId, rateFormulas, termsOf } from './rates.ts'
import { type StatedSum, sumStatements } from './stated.ts'

/**
 * `complete`: every body counted has a sure figure. `doubted`: all have one, some are flagged.
 * `partial`: some are not known. `unknown`: none is.
 */
export type SumStatus = 'complete' | 'doubted' | 'partial' | 'unknown'

export interface Sum {
  cell: string
  kind: FigureKind
  unit: string | null
  /** Editions of the form that have this cell; what both have is added over both. */
  editions: EditionId[]
  status: SumStatus
  /** All known figures added, doubted ones too; null where none is known. */
  value: number | null
  /** Sure figures alone. Of a `partial` count or amount this is what is certain at least. */
  sure: number | null
  /** Bodies whose figure is in `value`, of `of` bodies. */
  known: number
  of: number
  /** Bodies whose figure is flagged. */
  doubted: string[]
  /** Bodies that reported, but whose cell has no figure, and why. */
  unknown: { body: string; why: UnknownStatus }[]
  /** Bodies whose report uses the other edition, which has no such cell. */
  otherEdition: string[]
  /** What each edition's reports contribute, where both have the cell. */
  parts: Partial<Record<EditionId, { value: number; known: number }>>
}

export interface Rate {
  id: RateId
  /** Cell ids added above and below the line, in the newest edition that was met. */
  over: string[]
  under: string[]
  /** Sums over the same `known` bodies; `value` is null where nothing is below the line. */
  numerator: number
  denominator: number
  value: number | null
  /** Bodies of which every cell of the formula is known, of `of`. */
  known: number
  of: number
  /** Among them, bodies with a flagged cell in the formula. */
  doubted: number
}

/** Sums over one set of bodies in one year. */
export interface Sums {
  bodies: number
  reported: number
  notReported: string[]
  sums: Sum[]
  rates: Rate[]
  /** What the bodies' prose states beside the tables. */
  stated: StatedSum[]
}

interface CellOfForms {
  id: string
  kind: FigureKind
  unit: string | null
  block: BlockKey
  editions: EditionId[]
}

const cellsOfForms: readonly CellOfForms[] = (() => {
  const found = new Map<string, CellOfForms>()
  for (const form of [forms['2019'], forms['2021']]) {
    for (const { id, block, column } of cellsOfForm(form)) {
      const editions = [...(found.get(id)?.editions ?? []), form.edition]
      found.set(id, { id, block, kind: column.kind, unit: column.kind === 'amount' ? amountUnit : null, editions })
    }
  }
  return formOrder.flatMap(id => found.get(id) ?? [])
})()

/** Adds the reports of these bodies. O(bodies × cells). */
export function sumsOf(bodies: readonly string[], reports: ReadonlyMap<string, BodyReport>): Sums {
  const notReported = bodies.filter(body => !reports.has(body))
  const present = bodies.flatMap(body => reports.get(body) ?? [])
  const blocksMet = new Set(present.flatMap(({ editions }) => Object.entries(editions).map(([block, id]) => `${block} ${id}`)))
  const sums = cellsOfForms
    // Cells of an edition that nobody used are not in question; with no report at all it is the current form's that are.
    .filter(({ block, editions }) => editions.some(id => blocksMet.has(`${block} ${id}`)) || editions.includes('2021'))
    .map(cell => sumOf(cell, bodies.length, present))
  const newest: EditionId = blocksMet.has('requests 2019') && !blocksMet.has('requests 2021') ? '2019' : '2021'
  return {
    bodies: bodies.length,
    reported: present.length,
    notReported,
    sums,
    rates: rateFormulas.map(formula => rateOf(formula, newest, bodies.length, present)),
    stated: sumStatements(present, bodies.length),
  }
}

function sumOf(cell: CellOfForms, of: number, present: readonly BodyReport[]): Sum {
  const all = exactSum()
  const sure = exactSum()
  const parts = new Map<EditionId, { sum: ReturnType<typeof exactSum>; known: number }>()
  const doubted: string[] = []
  const unknown: Sum['unknown'] = []
  const otherEdition: string[] = []
  let known = 0
  for (const report of present) {
    const counted = report.cells.get(cell.id)
    const edition = editionOf(report, cell.block)
    if (counted?.known) {
      known++
      all.add(counted.value)
      if (counted.doubted) doubted.push(report.body)
      else sure.add(counted.value)
      const part = parts.get(counted.edition) ?? { sum: exactSum(), known: 0 }
      part.sum.add(counted.value)
      part.known++
      parts.set(counted.edition, part)
    } else if (counted) unknown.push({ body: report.body, why: counted.why })
    else if (edition !== null && !cell.editions.includes(edition)) otherEdition.push(report.body)
    else unknown.push({ body: report.body, why: 'missing' })
  }
  const status = known === 0 ? 'unknown' : known < of ? 'partial' : doubted.length > 0 ? 'doubted' : 'complete'
  return {
    cell: cell.id,
    kind: cell.kind,
    unit: cell.unit,
    editions: cell.editions,
    status,
    value: known === 0 ? null : all.value,
    sure: known === doubted.length ? null : sure.value,
    known,
    of,
    doubted,
    unknown,
    otherEdition,
    parts: Object.fromEntries([...parts].map(([edition, part]) => [edition, { value: part.sum.value, known: part.known }])),
  }
}

/** Table 2 of the current form has no block on procurement: the block before it tells which form that is. */
function editionOf({ editions }: BodyReport, block: BlockKey): EditionId | null {
  if (block !== 'procurement') return editions[block]
  return editions.procurement ?? editions.fees ?? editions.penalties ?? editions.licensing ?? editions.rules
}

/** Over the bodies of which every cell is known, so that what is above and below the line is of the same bodies. */
function rateOf(formula: RateFormula, newest: EditionId, of: number, present: readonly BodyReport[]): Rate {
  const over = exactSum()
  const under = exactSum()
  let known = 0
  let doubted = 0
  for (const report of present) {
    const terms = termsOf(formula, report.editions.requests ?? '2021')
    const above = figuresOf(report, terms.over)
    const below = figuresOf(report, terms.under)
    if (!above || !below) continue
    known++
    if (above.doubted || below.doubted) doubted++
    over.add(above.value)
    under.add(below.value)
  }
  return {
    id: formula.id,
    over: [...termsOf(formula, newest).over],
    under: [...termsOf(formula, newest).under],
    numerator: over.value,
    denominator: under.value,
    value: under.value === 0 ? null : over.value / under.value,
    known,
    of,
    doubted,
  }
}

/** The figures of several cells of one body added; null where one of them is not known. */
export function figuresOf(report: BodyReport, ids: readonly string[]): { value: number; doubted: boolean } | null {
  const sum = exactSum()
  let doubted = false
  for (const id of ids) {
    const cell = report.cells.get(id)
    if (!cell?.known) return null
    sum.add(cell.value)
    doubted ||= cell.doubted
  }
  return { value: sum.value, doubted }
}
