/** Consistent figures of a whole report, made from a seed: every identity of the form holds. */
import { cellsOfForm, type EditionId } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'

/** mulberry32: the same numbers from the same seed everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const frame = ['newlyReceived', 'carriedOver', 'outcomesTotal', 'carriedForward']

export function randomFigures(seed: number, edition: EditionId): Map<string, number> {
  const random = randomFrom(seed)
  const upTo = (limit: number) => Math.floor(random() * (limit + 1))
  // Every third report is a small town's: nearly all of it zeros.
  const share = Math.abs(seed) % 3 === 0 ? 0.06 : 0.4
  const { disclosure, requests, disputes } = forms[edition].tables
  const figures = new Map(
    cellsOfForm(forms[edition]).map(({ id, column }) => [id, column.kind === 'amount' ? upTo(900) / 100 : upTo(60)]),
  )
  for (const block of disclosure.blocks) for (const row of block.rows) figures.set(`disclosure.${row.id}.inForce`, 200 + upTo(60))
  const rows = requests.blocks[0]?.rows.map(row => row.id) ?? []
  const applicants = (requests.blocks[0]?.columns ?? []).map(column => column.id).filter(id => id !== 'total')
  const set = (row: string, column: string, value: number) => figures.set(`requests.${row}.${column}`, value)
  const get = (row: string, column: string) => figures.get(`requests.${row}.${column}`) ?? 0
  for (const applicant of applicants) {
    for (const row of rows) set(row, applicant, random() < share ? upTo(random() < 0.2 ? 300 : 12) : 0)
    const outcomes = rows.filter(row => !frame.includes(row)).reduce((sum, row) => sum + get(row, applicant), 0)
    set('outcomesTotal', applicant, outcomes)
    const all = outcomes + get('carriedForward', applicant)
    set('carriedOver', applicant, Math.min(get('carriedOver', applicant), all))
    set('newlyReceived', applicant, all - get('carriedOver', applicant))
  }
  for (const row of rows) set(row, 'total', applicants.reduce((sum, applicant) => sum + get(row, applicant), 0)) // biome-ignore format: one sum
  for (const { right, left } of disputes.equations)
    figures.set(right[0] ?? '', left.reduce((sum, id) => sum + (figures.get(id) ?? 0), 0)) // biome-ignore format: one sum
  const ids = new Set(cellsOfForm(forms[edition]).map(({ id }) => id))
  for (const id of [...figures.keys()]) if (!ids.has(id)) figures.delete(id)
  return figures
}
