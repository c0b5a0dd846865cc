/** Figures that satisfy every identity of the form, in several densities. */

/** @typedef {import('./cases.mjs').Truth} Truth */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('../../src/form/form.ts').Form} Form */
/** @typedef {import('../../src/form/form.ts').FormCell} FormCell */
/** @typedef {(form: Form) => FormCell[]} CellsOfForm */

/**
 * - `zeros`: nothing happened;
 * - `few`: one to four requests, as in most towns: nearly every cell 0;
 * - `some`: a county office, a third of the rows filled;
 * - `full`: every outcome of every applicant has a figure of its own;
 * - `large`: figures up to seven digits.
 * @typedef {'zeros' | 'few' | 'some' | 'full' | 'large'} Density
 */

/** Share of the applicants' outcome cells that are not 0, and the largest of them. */
const densities = {
  zeros: { share: 0, most: 0 },
  few: { share: 0.02, most: 2 },
  some: { share: 0.3, most: 12 },
  full: { share: 1, most: 260 },
  large: { share: 0.9, most: 999_999 },
}

/**
 * One figure for every cell of the form. Sums are made from the leaves up: applicants → 总计,
 * outcomes → （七）总计, and 本年新收 is what balances the rest.
 * @param {Form} form @param {CellsOfForm} cellsOfForm @param {Density} density @param {Random} random
 * @returns {Map<string, number>}
 */
export function makeFigures(form, cellsOfForm, density, random) {
  const { share, most } = densities[density]
  /** @type {Map<string, number>} */
  const figures = new Map()
  const some = () => (random.chance(share) ? random.int(1, most) : 0)
  for (const cell of cellsOfForm(form)) figures.set(cell.id, disclosureFigure(cell, density, random))
  const rows = form.tables.requests.blocks.flatMap(block => block.rows.map(row => row.id))
  const applicants = form.tables.requests.blocks
    .flatMap(block => block.columns.map(column => column.id))
    .filter(id => id !== 'total')
  const at = (/** @type {string} */ row, /** @type {string} */ column) => `requests.${row}.${column}`
  const outcomes = rows.filter(row => !['newlyReceived', 'carriedOver', 'outcomesTotal', 'carriedForward'].includes(row))
  for (const applicant of applicants) {
    let answered = 0
    for (const row of outcomes) {
      const n = some()
      figures.set(at(row, applicant), n)
      answered += n
    }
    // No one carries over more than was dealt with, and what is new may not be negative.
    const carriedOver = Math.min(answered, random.chance(0.4) ? some() : 0)
    const carriedForward = random.chance(0.4) ? some() : 0
    figures.set(at('outcomesTotal', applicant), answered)
    figures.set(at('carriedOver', applicant), carriedOver)
    figures.set(at('carriedForward', applicant), carriedForward)
    figures.set(at('newlyReceived', applicant), answered + carriedForward - carriedOver)
  }
  for (const row of rows) figures.set(at(row, 'total'), sum(applicants.map(applicant => figures.get(at(row, applicant)) ?? 0)))
  for (const group of ['administrativeReview', 'directLitigation', 'litigationAfterReview']) {
    const parts = ['upheld', 'corrected', 'otherResult', 'pending']
    for (const part of parts) figures.set(`disputes.${group}.${part}`, Math.min(some(), 40))
    figures.set(`disputes.${group}.total`, sum(parts.map(part => figures.get(`disputes.${group}.${part}`) ?? 0)))
  }
  return figures
}

/** @param {number[]} list */
const sum = list => list.reduce((a, b) => a + b, 0)

/** @param {FormCell} cell @param {Density} density @param {Random} random */
function disclosureFigure({ id, column }, density, random) {
  if (density === 'zeros' || id.startsWith('disclosure.rules.'))
    return density === 'full' || density === 'large' ? random.int(0, 9) : 0
  const large = density === 'large' ? 1000 : 1
  if (column.kind === 'amount') return random.chance(0.4) ? 0 : random.int(1, 99_999 * large) / 100
  if (column.kind === 'change') return random.int(-9, 9)
  return random.chance(density === 'few' ? 0.5 : 0.1) ? 0 : random.int(1, 400 * large)
}

/**
 * Makes some cells blank (null). Identities then hold for no reader who takes blank for zero, so
 * `zerosOnly` leaves the sums as they are.
 * @param {Map<string, Truth>} figures @param {number} share @param {Random} random @param {{ zerosOnly?: boolean, table?: string }} [options]
 */
export function blankOut(figures, share, random, { zerosOnly = true, table = '' } = {}) {
  for (const [id, value] of figures) {
    if (!id.startsWith(table) || (zerosOnly && value !== 0)) continue
    if (random.chance(share)) figures.set(id, null)
  }
}
