/** Twenty kinds of errors that reports are seen to have, each planted in a draft without faults. */
import { tableShape } from '../../src/model/tables.ts'
import type { Draft } from './synthetic-report.ts'

export interface Planted {
  /** Cells that were changed, with what stood there. */
  truth: Map<string, number | null>
}

export interface ErrorKind {
  name: string
  /** Changes the draft; null where this draft has no place for such an error. */
  plant: (draft: Draft, random: () => number) => Planted | null
  /** A code that has to be found, where the error is not (only) one of identities. */
  code?: string
}

const applicants = tableShape.requests.newlyReceived
const six = applicants.slice(0, 6)
const frame = ['newlyReceived', 'carriedOver', 'outcomesTotal', 'carriedForward']

const rowsOf = ({ figures }: Draft): string[] => [
  ...new Set([...figures.keys()].flatMap(id => /^requests\.(.+)\.\w+$/.exec(id)?.[1] ?? [])),
]
const outcomeRows = (draft: Draft): string[] => rowsOf(draft).filter(row => !frame.includes(row))
const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)]
const id = (row: string, column: string): string => `requests.${row}.${column}`

/** Puts figures in place of others and remembers those. */
function put({ figures }: Draft, changed: ReadonlyMap<string, number | null>): Planted | null {
  const truth = new Map<string, number | null>()
  for (const [cell, value] of changed) {
    const before = figures.get(cell) ?? null
    if (before === value) continue
    truth.set(cell, before)
    figures.set(cell, value)
  }
  return truth.size === 0 ? null : { truth }
}

/** One digit another one. */
function otherDigit(value: number, random: () => number): number {
  const digits = [...String(value)]
  const at = Math.floor(random() * digits.length)
  const first = at === 0 && digits.length > 1 ? 1 : 0
  const others = Array.from({ length: 10 - first }, (_, i) => String(i + first)).filter(digit => digit !== digits[at])
  digits[at] = pick(others, random) ?? '1'
  return Number(digits.join(''))
}

const change = (cell: (draft: Draft, random: () => number) => string | undefined, by = otherDigit): ErrorKind['plant'] => {
  return (draft, random) => {
    const where = cell(draft, random)
    const value = where === undefined ? undefined : draft.figures.get(where)
    if (where === undefined || value === undefined || value === null) return null
    const wrong = by(value, random)
    return wrong === value || wrong < 0 ? null : put(draft, new Map([[where, wrong]]))
  }
}

const longCells = (draft: Draft, test: (value: number) => boolean): string[] =>
  [...draft.figures].flatMap(([cell, value]) => (cell.startsWith('requests.') && value !== null && test(value) ? [cell] : []))

const swap = (draft: Draft, a: string | undefined, b: string | undefined): Planted | null =>
  a === undefined || b === undefined ? null : put(draft, new Map([[a, draft.figures.get(b) ?? null], [b, draft.figures.get(a) ?? null]])) // biome-ignore format: a pair

const busyRow = (draft: Draft, random: () => number): string | undefined =>
  pick(
    outcomeRows(draft).filter(row => (draft.figures.get(id(row, 'total')) ?? 0) > 0),
    random,
  )

function shift(draft: Draft, random: () => number, to: 'left' | 'right'): Planted | null {
  const row = busyRow(draft, random)
  if (row === undefined) return null
  const values = applicants.map(column => draft.figures.get(id(row, column)) ?? null)
  const moved = to === 'right' ? [null, ...values.slice(0, -1)] : [...values.slice(1), null]
  return put(draft, new Map(applicants.map((column, i) => [id(row, column), moved[i] ?? null])))
}

export const errorKinds: readonly ErrorKind[] = [
  {
    name: 'a digit of an outcome',
    plant: change((draft, random) => id(pick(outcomeRows(draft), random) ?? '', pick(six, random) ?? '')),
  },
  { name: 'a digit of a row’s total', plant: change((draft, random) => id(pick(outcomeRows(draft), random) ?? '', 'total')) },
  { name: 'a digit of （七）总计', plant: change((_, random) => id('outcomesTotal', pick(six, random) ?? '')) },
  { name: 'a digit of 本年新收', plant: change((_, random) => id('newlyReceived', pick(applicants, random) ?? '')) },
  { name: 'a digit of 结转下年度', plant: change((_, random) => id('carriedForward', pick(applicants, random) ?? '')) },
  {
    name: 'two cells of a row swapped',
    plant: (draft, random) => {
      const row = busyRow(draft, random) ?? ''
      const columns = six.toSorted(() => random() - 0.5)
      const a = columns.find(column => (draft.figures.get(id(row, column)) ?? 0) > 0)
      const b = columns.find(column => draft.figures.get(id(row, column)) !== draft.figures.get(id(row, a ?? '')))
      return swap(draft, a && id(row, a), b && id(row, b))
    },
  },
  {
    name: 'two cells of a column swapped',
    plant: (draft, random) => {
      const column = pick(six, random) ?? ''
      const rows = outcomeRows(draft).toSorted(() => random() - 0.5)
      const a = rows.find(row => (draft.figures.get(id(row, column)) ?? 0) > 0)
      const b = rows.find(row => draft.figures.get(id(row, column)) !== draft.figures.get(id(a ?? '', column)))
      return swap(draft, a && id(a, column), b && id(b, column))
    },
  },
  { name: 'a row shifted right', plant: (draft, random) => shift(draft, random, 'right') },
  { name: 'a row shifted left', plant: (draft, random) => shift(draft, random, 'left') },
  {
    name: 'a stale total',
    plant: (draft, random) => {
      const row = busyRow(draft, random) ?? ''
      return put(
        draft,
        new Map([[id(row, 'total'), Math.max(0, (draft.figures.get(id(row, 'total')) ?? 0) - 1 - Math.floor(random() * 3))]]),
      )
    },
  },
  {
    name: 'two figures fused',
    plant: (draft, random) => {
      const row = busyRow(draft, random) ?? ''
      const at = applicants.findIndex((column, i) => i < 5 && (draft.figures.get(id(row, column)) ?? 0) > 0)
      if (at < 0) return null
      const values = applicants.map(column => draft.figures.get(id(row, column)) ?? null)
      const fused = [...values.slice(0, at), Number(`${values[at]}${values[at + 1]}`), ...values.slice(at + 2), null]
      return put(draft, new Map(applicants.map((column, i) => [id(row, column), fused[i] ?? null])))
    },
  },
  {
    name: 'two digits transposed',
    plant: change(
      (draft, random) =>
        pick(
          longCells(draft, value => /^\d*(\d)(?!\1)[1-9]$/.test(String(value)) && value > 9),
          random,
        ),
      value => Number(String(value).replace(/(\d)(\d)$/, '$2$1')),
    ),
  },
  {
    name: 'a digit dropped',
    plant: change(
      (draft, random) =>
        pick(
          longCells(draft, value => value > 9),
          random,
        ),
      value => Math.floor(value / 10),
    ),
  },
  {
    name: 'a result of table 4',
    plant: change((_, random) => {
      const group = pick(['administrativeReview', 'directLitigation', 'litigationAfterReview'], random) ?? ''
      return `disputes.${group}.${pick(['upheld', 'corrected', 'otherResult', 'pending', 'total'], random) ?? ''}`
    }),
  },
  {
    name: 'a heading renumbered',
    code: 'section/misnumbered',
    plant: draft => {
      draft.headings[3] = draft.headings[3].replace('四', '五')
      return { truth: new Map() }
    },
  },
  {
    name: 'another figure in the prose',
    code: 'narrative/differs-from-table',
    plant: draft => {
      draft.said.received += 1
      draft.said.channels[0] += 1
      return { truth: new Map() }
    },
  },
  {
    name: 'a channel that does not add up',
    code: 'narrative/sum-differs',
    plant: draft => {
      draft.said.channels[1] += 2
      return { truth: new Map() }
    },
  },
  {
    name: 'last year’s text',
    code: 'year/last-year-text',
    plant: draft => {
      draft.opening = draft.opening.replace(String(draft.year), String(draft.year - 1))
      return { truth: new Map() }
    },
  },
  {
    name: 'last year’s figure carried over',
    code: 'history/carried-over',
    plant: () => ({ truth: new Map() }),
  },
  {
    name: 'an amount in yuan',
    code: 'figure/yuan-under-wanyuan',
    plant: draft => {
      if (draft.edition !== '2021') return null
      draft.figures.set('disclosure.fees.amount', 380_000)
      return { truth: new Map() }
    },
  },
]
