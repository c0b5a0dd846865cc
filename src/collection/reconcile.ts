/**
 * A county's published figures against the sums of its bodies, and which single slip with one body
 * would explain a difference. Explanations are suggestions: they fit, which is not proof.
 */

import { exactDifference, exactSum } from '../model/exact-sum.ts'
import type { ReportModel } from '../model/report.ts'
import { formOrder } from './facts.ts'
import { type BodyReport, countedCells, type Gathered } from './gather.ts'
import { below } from './hierarchy.ts'

/**
 * `agrees`, `differs`: every body's figure is known. `below`: the published figure is less than what is
 * known for sure. `open`: not all bodies are known, so that the difference may be theirs. `unpublished`:
 * the county's own cell has no figure.
 */
export type Agreement = 'agrees' | 'differs' | 'below' | 'open' | 'unpublished'

export interface ReconciledCell {
  cell: string
  published: number | null
  sum: number | null
  /** Published less sum; null where either is not known. */
  difference: number | null
  agreement: Agreement
  /** Bodies without a known figure, not reported ones too. */
  unknown: string[]
  /** The published figure, or one in the sum, is flagged. */
  doubted: boolean
}

/**
 * `left-out`: as if the body's figures were not added. `counted-twice`: as if they were added twice.
 * `last-year`: as if its figures of the year before stood in their place.
 */
export type Slip = 'left-out' | 'counted-twice' | 'last-year'

export interface Suggestion {
  slip: Slip
  body: string
  /** How far the slip reaches: the whole report, one table, one row, one cell. */
  scope: 'report' | 'table' | 'row' | 'cell'
  /** Cells whose difference it explains. */
  cells: string[]
  /** Other slips that explain the same cells as well. */
  alternatives: { slip: Slip; body: string }[]
}

export interface Reconciliation {
  file: string
  issuer: string | null
  year: number | null
  /** How many bodies it sums up. */
  bodies: number
  cells: ReconciledCell[]
  suggestions: Suggestion[]
  /** Cells that differ and that no single slip explains. */
  unexplained: string[]
}

/** Slips that fit one cell alone are told only where at most so many fit: 1 is a figure that many bodies have. */
const mostAlternatives = 5
const mostSuggestions = 60

/** Reconciles a published report with what was gathered of its year. O(bodies × cells × suggestions). */
export function reconcile(county: ReportModel, gathered: Gathered): Reconciliation {
  const bodies = county.issuer === null ? gathered.counted : below(gathered, county.issuer)
  const reports = (year: number | null) =>
    new Map(gathered.reports.filter(report => report.year === year).map(report => [report.body, report]))
  const now = reports(county.year)
  const before = reports(county.year === null ? null : county.year - 1)
  const published = countedCells(county)
  const cells = formOrder.flatMap(id => {
    const counted = published.get(id)
    if (!counted) return []
    return reconcileCell(id, counted.known ? counted : null, bodies, now)
  })
  const { suggestions, unexplained } = explain(cells, slipsOf(bodies, now, before))
  return {
    file: county.source.name,
    issuer: county.issuer,
    year: county.year,
    bodies: bodies.length,
    cells,
    suggestions,
    unexplained,
  }
}

function reconcileCell(
  cell: string,
  published: { value: number; doubted: boolean } | null,
  bodies: readonly string[],
  reports: ReadonlyMap<string, BodyReport>,
): ReconciledCell {
  const sum = exactSum()
  const unknown: string[] = []
  let doubted = published?.doubted ?? false
  for (const body of bodies) {
    const counted = reports.get(body)?.cells.get(cell)
    if (!counted?.known) unknown.push(body)
    else {
      sum.add(counted.value)
      doubted ||= counted.doubted
    }
  }
  const known = bodies.length - unknown.length
  const difference = published === null || known === 0 ? null : exactDifference(published.value, sum.value)
  return {
    cell,
    published: published?.value ?? null,
    sum: known === 0 ? null : sum.value,
    difference,
    agreement: agreementOf(published !== null, difference, unknown.length, cell.endsWith('.change')),
    unknown,
    doubted,
  }
}

function agreementOf(isPublished: boolean, difference: number | null, unknown: number, signed: boolean): Agreement {
  if (!isPublished) return 'unpublished'
  if (difference === null) return 'open'
  if (unknown === 0) return difference === 0 ? 'agrees' : 'differs'
  return difference < 0 && !signed ? 'below' : 'open'
}

interface BodySlip {
  slip: Slip
  body: string
  /** What the slip adds to the published figure of each cell. */
  deltas: readonly number[]
}

function slipsOf(
  bodies: readonly string[],
  now: ReadonlyMap<string, BodyReport>,
  before: ReadonlyMap<string, BodyReport>,
): BodySlip[] {
  const figures = (report: BodyReport | undefined) =>
    formOrder.map(id => {
      const counted = report?.cells.get(id)
      return counted?.known ? counted.value : null
    })
  return bodies.flatMap(body => {
    const present = figures(now.get(body))
    const past = figures(before.get(body))
    const slips: BodySlip[] = []
    if (now.has(body)) {
      slips.push({ slip: 'left-out', body, deltas: present.map(value => -(value ?? 0)) })
      slips.push({ slip: 'counted-twice', body, deltas: present.map(value => value ?? 0) })
    }
    if (before.has(body)) {
      const deltas = past.map((value, at) => (value === null ? 0 : exactDifference(value, present[at] ?? 0)))
      slips.push({ slip: 'last-year', body, deltas })
    }
    return slips
  })
}

const scopes = ['report', 'table', 'row', 'cell'] as const
const keyOf: Readonly<Record<Suggestion['scope'], (cell: string) => string>> = {
  report: () => '',
  table: cell => cell.slice(0, cell.indexOf('.')),
  row: cell => cell.slice(0, cell.lastIndexOf('.')),
  cell: cell => cell,
}

/** What is left of a difference costs 1 where it cannot be; little where bodies that are not known may account for it. */
function costOf({ agreement }: ReconciledCell, rest: number): number {
  if (rest === 0) return 0
  return agreement === 'agrees' || agreement === 'differs' || rest < 0 ? 1 : 0.1
}

interface Candidate {
  slip: BodySlip
  scope: Suggestion['scope']
  key: string
  gain: number
}

/** Takes the slip that explains most, then the next of what is left: the widest first where two explain alike. */
function explain(cells: readonly ReconciledCell[], slips: readonly BodySlip[]) {
  const judged = cells.filter(({ difference }) => difference !== null)
  const places = judged.map(({ cell }) => formOrder.indexOf(cell))
  const rest = judged.map(({ difference }) => difference ?? 0)
  const costNow = () => judged.map((cell, i) => costOf(cell, rest[i] ?? 0))
  const suggestions: Suggestion[] = []
  while (suggestions.length < mostSuggestions) {
    const costs = costNow()
    if (!costs.some(cost => cost === 1)) break
    const best = bestOf(slips.flatMap(slip => gainsOf(slip, judged, places, rest, costs)))
    const [first, ...others] = best
    if (!first || (first.scope === 'cell' && others.length > mostAlternatives)) break
    const explained: string[] = []
    for (const [i, { cell }] of judged.entries()) {
      if (keyOf[first.scope](cell) !== first.key) continue
      const delta = first.slip.deltas[places[i] ?? -1] ?? 0
      const left = exactDifference(rest[i] ?? 0, delta)
      const judgedCell = judged[i]
      if (judgedCell && costs[i] === 1 && costOf(judgedCell, left) < 1) explained.push(cell)
      rest[i] = left
    }
    suggestions.push({
      slip: first.slip.slip,
      body: first.slip.body,
      scope: first.scope,
      cells: explained,
      alternatives: others.map(({ slip }) => ({ slip: slip.slip, body: slip.body })),
    })
  }
  const unexplained = judged.flatMap((cell, i) => (costOf(cell, rest[i] ?? 0) === 1 ? cell.cell : []))
  return { suggestions, unexplained }
}

function gainsOf(
  slip: BodySlip,
  judged: readonly ReconciledCell[],
  places: readonly number[],
  rest: readonly number[],
  costs: readonly number[],
): Candidate[] {
  const gains = new Map<string, Candidate>()
  for (const [i, cell] of judged.entries()) {
    const delta = slip.deltas[places[i] ?? -1] ?? 0
    if (delta === 0) continue
    const gain = (costs[i] ?? 0) - costOf(cell, exactDifference(rest[i] ?? 0, delta))
    for (const scope of scopes) {
      const key = keyOf[scope](cell.cell)
      const candidate = gains.get(`${scope} ${key}`) ?? { slip, scope, key, gain: 0 }
      candidate.gain += gain
      gains.set(`${scope} ${key}`, candidate)
    }
  }
  return [...gains.values()]
}

const enough = 0.5

/** The candidates of the greatest gain, of the widest scope among them. */
function bestOf(candidates: readonly Candidate[]): Candidate[] {
  let best: Candidate[] = []
  const widthOf = ({ scope }: Candidate) => scopes.length - scopes.indexOf(scope)
  for (const candidate of candidates) {
    const [first] = best
    const ahead = first ? candidate.gain - first.gain : candidate.gain - enough
    if (ahead > 1e-9 || (first && Math.abs(ahead) <= 1e-9 && widthOf(candidate) > widthOf(first))) best = [candidate]
    else if (first && Math.abs(ahead) <= 1e-9 && candidate.scope === first.scope) best.push(candidate)
  }
  return best
}
