/** What is suggested against a count by trial: a mend wherever exactly one exists, and none anywhere else. */
import { describe, expect, test } from 'vitest'
import { equationsOf } from '../../src/check/equations.ts'
import { findMend } from '../../src/check/mend.ts'
import type { EditionId, TableKey } from '../../src/form/form.ts'
import { cellsOf } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'
import { otherCell, readCell } from './clean-report.ts'
import { randomFigures, randomFrom } from './random-figures.ts'
import { mendsOf } from './unique-mends.ts'

type Figure = number | null
type Figures = Map<string, Figure>
type Row = Figure[]

const runs = process.env.SEEDED_ERRORS === 'all' ? 150 : 25
const at = (random: () => number, length: number) => Math.floor(random() * length)

/** A slip within one row; the same row where it has no place for it. */
const slips: Readonly<Record<string, (row: Row, random: () => number) => Row>> = {
  'a figure is another one': (row, random) => row.with(at(random, row.length), at(random, 30)),
  'a figure is left out': (row, random) => row.with(at(random, row.length), null),
  'two cells of a row are swapped': (row, random) => {
    const [a, b] = [at(random, row.length), at(random, row.length)]
    return row.with(a, row[b] ?? null).with(b, row[a] ?? null)
  },
  'a figure stands in another cell, its own blank': (row, random) => {
    const [a, b] = [at(random, row.length), row.findIndex(value => (value ?? 0) > 0)]
    return b < 0 || a === b ? row : row.with(a, row[b] ?? null).with(b, null)
  },
  'a run to the right': (row, random) => row.toSpliced(at(random, row.length), 0, null).slice(0, row.length),
  'a run to the left': (row, random) => [...row.toSpliced(at(random, row.length), 1), null],
  'a run onto an empty cell': (row, random) => {
    const gap = row.findIndex(value => (value ?? 0) === 0)
    return gap < 0 ? row : row.toSpliced(gap, 1).toSpliced(at(random, row.length), 0, null)
  },
  'digits fused': (row, random) => {
    const i = at(random, row.length - 1)
    return [...row.toSpliced(i, 2, Number(`${row[i] || ''}${row[i + 1] ?? 0}`)), null]
  },
  'digits torn': row => {
    const i = Math.max(
      0,
      row.findIndex(value => (value ?? 0) > 9),
    )
    const [head = '0', ...rest] = String(row[i] ?? 0)
    return rest.length === 0 ? row : row.toSpliced(i, 1, Number(head), Number(rest.join(''))).slice(0, row.length)
  },
  'digits on the other side of a border': (row, random) => {
    const i = at(random, row.length - 1)
    const digits = `${row[i] ?? 0}${row[i + 1] ?? 0}`
    const cut = 1 + at(random, digits.length - 1)
    return row.toSpliced(i, 2, Number(digits.slice(0, cut)), Number(digits.slice(cut)))
  },
}

function suggested(figures: Figures, edition: EditionId, table: TableKey): string | null {
  const form = forms[edition].tables[table]
  const cells = new Map(cellsOf(form).map(({ id }) => [id, cellOf(figures.get(id) ?? null)]))
  const mend = findMend(form, equationsOf(table, cells), cells)
  if (mend === null) return null
  const changed = [...mend.figures].filter(([id, value]) => (value ?? 0) !== (figures.get(id) ?? 0))
  return changed.map(([id, value]) => `${id}=${value ?? 0}`).sort().join(' ') // biome-ignore format: one key
}

const cellOf = (value: Figure) => (value === null ? otherCell('blank') : readCell(value))

function rowsOf(edition: EditionId, table: TableKey): string[][] {
  const rows = new Map<unknown, string[]>()
  for (const { id, row } of cellsOf(forms[edition].tables[table])) rows.set(row, [...(rows.get(row) ?? []), id])
  return [...rows.values()]
}

describe.each(Object.entries(slips))('%s', (name, slip) => {
  test.each(['requests', 'disputes'] as const)(
    'is suggested in %s where it alone mends all',
    table => {
      let broken = 0
      let unique = 0
      for (let seed = 1; seed <= runs; seed++) {
        const random = randomFrom(seed * 131 + name.length)
        const edition = seed % 4 === 0 ? '2019' : '2021'
        const figures: Figures = new Map(randomFigures(seed, edition))
        const rows = rowsOf(edition, table)
        const busy = rows.filter(ids => ids.some(id => (figures.get(id) ?? 0) > 0))
        const ids = busy[at(random, busy.length)] ?? []
        // Some rows leave what is none blank, others print 0.
        if (seed % 3 === 1) for (const id of ids) if (figures.get(id) === 0) figures.set(id, null)
        const row = slip(ids.map(id => figures.get(id) ?? null), random) // biome-ignore format: one row
        for (const [i, id] of ids.entries()) figures.set(id, row[i] ?? null)
        const mends = mendsOf(figures, edition, table)
        if (mends.length > 0) broken++
        if (mends.length === 1) unique++
        expect(suggested(figures, edition, table), `seed ${seed}: ${mends.join(' | ')}`).toBe(
          mends.length === 1 ? mends[0] : null,
        )
      }
      expect(broken).toBeGreaterThan(0)
      if (table === 'requests') expect(unique).toBeGreaterThan(0)
    },
    600_000,
  )
})

test('the count: results of table 4 that fall short by one are mended by one more of any, or by another total', () => {
  const figures: Figures = new Map(randomFigures(1, '2021'))
  const group = ['upheld', 'corrected', 'otherResult', 'pending', 'total'].map(result => `disputes.directLitigation.${result}`)
  for (const [i, id] of group.entries()) figures.set(id, [1, 2, 3, 0, 7][i] ?? 0)
  expect(
    mendsOf(figures, '2021', 'disputes')
      .filter(mend => !mend.includes(' '))
      .sort(),
  ).toEqual([
    'disputes.directLitigation.corrected=3',
    'disputes.directLitigation.otherResult=4',
    'disputes.directLitigation.pending=1',
    'disputes.directLitigation.total=6',
    'disputes.directLitigation.upheld=2',
  ])
})
