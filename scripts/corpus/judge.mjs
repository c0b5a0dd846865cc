/** How well a parsed report agrees with the truth, cell by cell. */

/** @typedef {import('./cases.mjs').Truth} Truth */
/** @typedef {Pick<import('../../src/collection/facts.ts').Fact, 'value' | 'status' | 'flags' | 'raw' | 'place'>} Cell what is said of a cell */

/**
 * - `right`: the value is the truth; or the truth is blank and so is the cell; or nothing can be known and nothing is said.
 * - `null`: nothing is said where a figure stands, or a blank is not known to be one.
 * - `flagged`: a value that is not the truth, or cannot be known, and a flag that doubts it.
 * - `wrong`: such a value without a flag. The law of the project is that there is none.
 * @typedef {'right' | 'null' | 'flagged' | 'wrong'} Verdict
 */

/**
 * @param {Truth | undefined} truth undefined: the form has no such cell
 * @param {Pick<Cell, 'value' | 'status' | 'flags'>} cell
 * @returns {Verdict}
 */
export function judge(truth, cell) {
  if (cell.value !== null) {
    if (cell.value === truth) return 'right'
    return cell.flags.length > 0 ? 'flagged' : 'wrong'
  }
  if (typeof truth === 'number') return 'null'
  if (truth === null) return cell.status === 'blank' ? 'right' : 'null'
  return 'right'
}

/**
 * @typedef {object} Judged
 * @property {string} id
 * @property {Verdict} verdict
 * @property {Truth | undefined} truth
 * @property {Cell | undefined} cell
 */

/**
 * Every cell that the truth has, and every cell that the report says something of beside.
 * @param {ReadonlyMap<string, Truth>} truth
 * @param {ReadonlyMap<string, Cell>} cells those that are not absent
 * @returns {Judged[]}
 */
export function judgeCells(truth, cells) {
  /** @type {Judged[]} */
  const judged = []
  for (const [id, value] of truth) {
    const cell = cells.get(id)
    const verdict = judge(value, cell ?? { value: null, status: 'absent', flags: [] })
    judged.push({ id, verdict, truth: value, cell })
  }
  for (const [id, cell] of cells) {
    if (truth.has(id) || cell.value === null) continue
    judged.push({ id, verdict: judge(undefined, cell), truth: undefined, cell })
  }
  return judged
}
