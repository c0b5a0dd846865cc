/** What cases do to a draft: find a block, a cell, a label, and change it. */

/** @typedef {import('./draft.mjs').Draft} Draft */
/** @typedef {import('./draft.mjs').DraftBlock} DraftBlock */
/** @typedef {import('./draft.mjs').DraftParagraph} DraftParagraph */
/** @typedef {import('./draft.mjs').DraftTable} DraftTable */
/** @typedef {import('./tables.mjs').TableCell} TableCell */
/** @typedef {import('../../src/model/report.ts').SectionKey} SectionKey */

/** @param {string} text @param {DraftParagraph['role']} [role] @param {Partial<DraftParagraph>} [more] @returns {DraftParagraph} */
export const p = (text, role = 'text', more = {}) => ({ kind: 'p', role, text, ...more })

/** @param {Draft} draft @param {'disclosure' | 'requests' | 'disputes'} key @returns {DraftTable} */
export function tableBlock({ blocks }, key) {
  const block = blocks.find(block => block.kind === 'table' && block.table.key === key)
  if (block?.kind !== 'table') throw new Error(`no table ${key}`)
  return block
}

/** Every cell of the three tables. @param {Draft} draft */
export const allCells = ({ blocks }) => blocks.flatMap(block => (block.kind === 'table' ? block.table.rows.flat() : []))

/** The cells that hold a label, `row:denied.stateSecret` or `column:other`. @param {Draft} draft @param {string} label */
export function labelCells(draft, label) {
  const found = allCells(draft).filter(cell => cell.label === label)
  if (found.length === 0) throw new Error(`no label ${label}`)
  return found
}

/** Prints another label. @param {Draft} draft @param {string} label @param {string | ((text: string) => string)} text */
export function relabel(draft, label, text) {
  for (const cell of labelCells(draft, label)) cell.text = typeof text === 'string' ? text : text(cell.text)
}

/** Prints every label otherwise whose text is this. @param {Draft} draft @param {string} from @param {string} to */
export function reword(draft, from, to) {
  const cells = allCells(draft).filter(cell => cell.label !== undefined && cell.text === from)
  if (cells.length === 0) throw new Error(`no label reads ${from}`)
  for (const cell of cells) cell.text = to
}

/** @param {Draft} draft @param {string} id */
export function figureCell(draft, id) {
  const cell = allCells(draft).find(cell => cell.id === id)
  if (!cell) throw new Error(`no cell ${id}`)
  return cell
}

/** Where a block stands. @param {Draft} draft @param {DraftBlock} block */
export const indexOf = ({ blocks }, block) => blocks.indexOf(block)

/** @param {Draft} draft @param {DraftBlock} block @param {DraftBlock[]} others */
export const putBefore = (draft, block, ...others) => draft.blocks.splice(indexOf(draft, block), 0, ...others)
/** @param {Draft} draft @param {DraftBlock} block @param {DraftBlock[]} others */
export const putAfter = (draft, block, ...others) => draft.blocks.splice(indexOf(draft, block) + 1, 0, ...others)
/** @param {Draft} draft @param {DraftBlock} block @param {DraftBlock[]} others */
export const replace = (draft, block, ...others) => draft.blocks.splice(indexOf(draft, block), 1, ...others)

/** @param {Draft} draft @param {SectionKey} section @returns {DraftParagraph} */
export function heading({ blocks }, section) {
  const block = blocks.find(block => block.kind === 'p' && block.role === 'heading' && block.section === section)
  if (block?.kind !== 'p') throw new Error(`no heading of ${section}`)
  return block
}

/** Every heading and subheading. @param {Draft} draft */
export const headings = ({ blocks }) =>
  blocks.flatMap(block => (block.kind === 'p' && (block.role === 'heading' || block.role === 'sub') ? [block] : []))

/** Adds paragraphs at the end. @param {Draft} draft @param {string[]} lines */
export const addTail = (draft, ...lines) => draft.blocks.push(...lines.map(line => p(line, 'tail', { section: 'other' })))

/**
 * Cuts a table into two at a row that no merged cell crosses, or repeats what crosses it.
 * @param {DraftTable} block @param {number} at @returns {[DraftTable, DraftTable]}
 */
export function cutTable(block, at) {
  const { rows, widths } = block.table
  /** @type {TableCell[]} */
  const crossing = []
  const above = rows.slice(0, at).map((row, r) =>
    row.map(cell => {
      const { rowspan = 1 } = cell
      if (r + rowspan <= at) return cell
      crossing.push({ ...cell, rowspan: r + rowspan - at })
      return { ...cell, rowspan: at - r }
    }),
  )
  const below = rows.slice(at).map((row, r) => (r === 0 ? [...crossing, ...row] : row))
  return [
    { ...block, table: { rows: above, widths } },
    { ...block, table: { rows: below, widths } },
  ]
}

/** Marks the truth of every cell below a prefix. @param {Draft} draft @param {string} prefix @param {import('./cases.mjs').Truth} truth */
export function unknown(draft, prefix, truth = 'missing') {
  for (const id of draft.truth.keys()) if (id.startsWith(prefix)) draft.truth.set(id, truth)
}

/** Replaces a whole section's table by other blocks, its figures being lost. @param {Draft} draft @param {'disclosure' | 'requests' | 'disputes'} key @param {DraftBlock[]} others */
export function loseTable(draft, key, ...others) {
  replace(draft, tableBlock(draft, key), ...others)
  unknown(draft, `${key}.`)
}
