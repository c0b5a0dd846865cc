import { expect, test } from 'vitest'
import { cellsOfForm } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'
import { absentCell } from '../../src/model/cell.ts'
import { cellsById, nestCells } from '../../src/model/tables.ts'

test('the model has the cells of the forms, and no other', () => {
  const ofModel = [...cellsById(nestCells(new Map(), absentCell)).keys()].sort()
  const ofForms = [...new Set(Object.values(forms).flatMap(form => cellsOfForm(form).map(({ id }) => id)))].sort()
  expect(ofModel).toEqual(ofForms)
})

test('the editions have as many cells as the official tables', () => {
  // Table 2: 10 and 21 figures; table 3: 25 and 23 rows of seven; table 4: 15.
  expect(cellsOfForm(forms['2021'])).toHaveLength(10 + 25 * 7 + 15)
  expect(cellsOfForm(forms['2019'])).toHaveLength(6 + 6 + 6 + 2 + 2 + 23 * 7 + 15)
})
