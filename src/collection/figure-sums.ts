/** Sums of figures that are made of several cells (不予公开 is eight rows), and what became of them between two years. */
import type { EditionId } from '../form/form.ts'
import { exactSum } from '../model/exact-sum.ts'
import type { BodyReport } from './gather.ts'
import { figuresOf, type SumStatus } from './sums.ts'

/** Cell ids that are added for one body, by the edition of its table. None: that edition does not have it. */
export type Terms = Readonly<Record<EditionId, readonly string[]>>

export interface FigureSum {
  status: SumStatus
  value: number | null
  /** Sure figures alone. */
  sure: number | null
  /** Bodies of which every cell is known, of `of`; among them those with a flagged cell. */
  known: number
  of: number
  doubted: number
}

/** Sums over the same bodies in two years: those of which the figure is known in both. */
export interface PairedSum {
  before: number
  after: number
  known: number
}

/** The edition that decides which cells a body's figure is made of: that of the table they stand in. */
function editionOf({ editions }: BodyReport, terms: Terms): EditionId {
  const [first = ''] = [...terms['2021'], ...terms['2019']]
  return (first.startsWith('disclosure.') ? editions.rules : editions.requests) ?? editions.requests ?? '2021'
}

/** A body's figure; null where a cell of it is not known, or its edition has no such cells. */
export function figureOf(report: BodyReport, terms: Terms): { value: number; doubted: boolean } | null {
  const ids = terms[editionOf(report, terms)]
  return ids.length === 0 ? null : figuresOf(report, ids)
}

/** Adds a figure over bodies. O(reports × cells of the figure). */
export function sumFigures(reports: readonly BodyReport[], of: number, terms: Terms): FigureSum {
  const all = exactSum()
  const sure = exactSum()
  let known = 0
  let doubted = 0
  for (const report of reports) {
    const figure = figureOf(report, terms)
    if (figure === null) continue
    known++
    all.add(figure.value)
    if (figure.doubted) doubted++
    else sure.add(figure.value)
  }
  const status = known === 0 ? 'unknown' : known < of ? 'partial' : doubted > 0 ? 'doubted' : 'complete'
  return {
    status,
    value: known === 0 ? null : all.value,
    sure: known === doubted ? null : sure.value,
    known,
    of,
    doubted,
  }
}

/** The figure's sums in two years over the bodies that state it in both; null where none does. */
export function pairFigures(
  before: ReadonlyMap<string, BodyReport>,
  after: readonly BodyReport[],
  terms: Terms,
): PairedSum | null {
  const earlier = exactSum()
  const later = exactSum()
  let known = 0
  for (const report of after) {
    const other = before.get(report.body)
    const a = other && figureOf(other, terms)
    const b = figureOf(report, terms)
    if (!a || !b) continue
    known++
    earlier.add(a.value)
    later.add(b.value)
  }
  return known === 0 ? null : { before: earlier.value, after: later.value, known }
}
