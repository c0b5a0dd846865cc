/** Random tables that satisfy the form's identities, and what a clerk or a tool may do to them. */

import fc from 'fast-check'
import { cellId, type Form, type TableForm } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'
import { tableShape } from '../../src/model/tables.ts'

/** A table's cells by id; null is an empty cell. */
export type Truth = Map<string, number | null>

export interface RandomReport {
  form: Form
  truth: Truth
}

const density = fc.constantFrom('zeros', 'sparse', 'dense', 'huge') as fc.Arbitrary<'zeros' | 'sparse' | 'dense' | 'huge'>

const figure = (kind: 'zeros' | 'sparse' | 'dense' | 'huge'): fc.Arbitrary<number> => {
  if (kind === 'zeros') return fc.constant(0)
  if (kind === 'sparse')
    return fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) })
  return kind === 'dense' ? fc.integer({ min: 0, max: 400 }) : fc.integer({ min: 0, max: 1_200_000 })
}

const applicants = tableShape.requests.newlyReceived.slice(0, 6)

/** Figures of table 3 that add up in every row and column, then empty cells where nothing is lost by them. */
function requests(form: Form, kind: 'zeros' | 'sparse' | 'dense' | 'huge'): fc.Arbitrary<Truth> {
  const rows = (form.tables.requests.blocks[0] as TableForm['blocks'][number]).rows.map(row => row.id)
  const outcomes = rows.filter(id => !['newlyReceived', 'carriedOver', 'outcomesTotal', 'carriedForward'].includes(id))
  const cells = outcomes.length * applicants.length
  return fc
    .record({
      outcomes: fc.array(figure(kind), { minLength: cells, maxLength: cells }),
      forward: fc.array(figure(kind), { minLength: 6, maxLength: 6 }),
      over: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
      blanks: fc.double({ min: 0, max: 1, noNaN: true }),
      blankAt: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: rows.length * 7, maxLength: rows.length * 7 }),
    })
    .map(({ outcomes: values, forward, over, blanks, blankAt }) => {
      const table: Record<string, number[]> = {}
      for (const [r, id] of outcomes.entries()) table[id] = values.slice(r * 6, r * 6 + 6)
      const total = applicants.map((_, c) => outcomes.reduce((sum, id) => sum + ((table[id] as number[])[c] as number), 0))
      table.outcomesTotal = total
      table.carriedForward = forward
      table.carriedOver = total.map((sum, c) => Math.floor((over[c] as number) * (sum + (forward[c] as number))))
      table.newlyReceived = total.map((sum, c) => sum + (forward[c] as number) - ((table.carriedOver as number[])[c] as number))
      const truth: Truth = new Map()
      for (const [r, id] of rows.entries()) {
        const row = table[id] as number[]
        const all = [...row, row.reduce((a, b) => a + b, 0)]
        for (const [c, value] of all.entries()) {
          // Only where a 0 stood: a figure that is left out would break the sums, which is another case.
          const empty = value === 0 && (blankAt[r * 7 + c] as number) < blanks
          truth.set(cellId('requests', id, applicants[c] ?? 'total'), empty ? null : value)
        }
      }
      return truth
    })
}

const group = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30))
const share = fc.double({ min: 0, max: 1, noNaN: true })

function disputes(zero: boolean): fc.Arbitrary<Truth> {
  const figures = fc.tuple(group, group, group, fc.boolean())
  return fc.tuple(figures, share, fc.array(share, { minLength: 15, maxLength: 15 })).map(([groups, blanks, blankAt]) => {
    const truth: Truth = new Map()
    for (const [g, id] of ['administrativeReview', 'directLitigation', 'litigationAfterReview'].entries()) {
      const values = (groups[g] as number[]).map(value => (zero || (groups[3] && value > 9) ? 0 : value))
      for (const [i, result] of ['upheld', 'corrected', 'otherResult', 'pending', 'total'].entries()) {
        const value = values[i] ?? values.reduce((a, b) => a + b, 0)
        const empty = value === 0 && (blankAt[g * 5 + i] as number) < blanks
        truth.set(`disputes.${id}.${result}`, empty ? null : value)
      }
    }
    return truth
  })
}

function disclosure(form: Form): fc.Arbitrary<Truth> {
  const cells = form.tables.disclosure.blocks.flatMap(block =>
    block.rows.flatMap(row => block.columns.map(column => ({ id: cellId('disclosure', row.id, column.id), kind: column.kind }))),
  )
  return fc
    .array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.nat(9)), {
      minLength: cells.length,
      maxLength: cells.length,
    })
    .map(
      values =>
        new Map(
          cells.map(({ id, kind }, i) => {
            const [value, blank] = values[i] as [number, number]
            return [id, blank === 9 ? null : kind === 'amount' ? value / 100 : value]
          }),
        ),
    )
}

export const randomReport: fc.Arbitrary<RandomReport> = fc
  .tuple(fc.constantFrom(forms['2021'], forms['2019']), density)
  .chain(([form, kind]) =>
    fc
      .tuple(disclosure(form), requests(form, kind), disputes(kind === 'zeros'))
      .map(parts => ({ form, truth: new Map(parts.flatMap(part => [...part])) })),
  )
