import type { Sum } from '../collection/aggregate.ts'
import { exactSum } from '../model/exact-sum.ts'

export interface PrintedFigure {
  text: string
  /** A plain figure: complete and sure. Everything else is printed so that it cannot be taken for one. */
  plain: boolean
}

type Printable = Pick<Sum, 'kind' | 'status' | 'value' | 'sure' | 'known' | 'of' | 'doubted'>

/**
 * How a sum stands in the official form: `120` where every body's figure is known and sure; `≥120` where
 * some are unknown (the sure figures alone are what it is at least); `120?` where all are known and some
 * doubted; `≥100?` for both; `?` where none is known. A sum of changes, which may go up and down, has no
 * bound: partly known, it is doubted.
 */
export function printSum(sum: Printable | undefined): PrintedFigure {
  if (!sum || sum.value === null) return { text: '?', plain: false }
  if (sum.status === 'complete') return { text: String(sum.value), plain: true }
  const bounded = sum.status === 'partial' && sum.kind !== 'change' && sum.sure !== null
  if (!bounded) return { text: `${sum.value}?`, plain: false }
  return { text: `≥${sum.sure}${sum.doubted.length > 0 ? '?' : ''}`, plain: false }
}

/** Sums of several cells as one: as sure as the least sure of them. null where a cell has no sum. */
export function addSums(sums: readonly (Sum | undefined)[]): Printable | undefined {
  const parts = sums.filter(sum => sum !== undefined)
  const [first] = parts
  if (!first || parts.length < sums.length) return undefined
  const add = (pick: (sum: Sum) => number | null) => {
    const total = exactSum()
    const known = parts.map(pick).filter(value => value !== null)
    for (const value of known) total.add(value)
    return known.length === 0 ? null : total.value
  }
  const statuses = new Set(parts.map(sum => sum.status))
  const partial = statuses.has('partial') || statuses.has('unknown')
  return {
    kind: first.kind,
    status: partial ? 'partial' : statuses.has('doubted') ? 'doubted' : 'complete',
    value: add(sum => sum.value),
    sure: add(sum => sum.sure),
    known: Math.min(...parts.map(sum => sum.known)),
    of: first.of,
    doubted: parts.flatMap(sum => sum.doubted),
  }
}
