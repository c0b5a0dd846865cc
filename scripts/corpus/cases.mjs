/**
 * The reports that the parser is measured on, and what they truly hold. A case is a folder with
 * `expected.json` (the corpus) or `truth.json` (a laboratory of flattened variants), `source.*` and
 * the twins of it that tools made, `<tool>.txt`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'

/**
 * A figure; null: the cell is there and blank; a word: the status of a cell whose figure cannot be known.
 * @typedef {number | null | 'missing' | 'unreadable' | 'ambiguous'} Truth
 *
 * @typedef {object} Expected what a person would write down with the report before them
 * @property {string | null | undefined} [title] left out: not asked
 * @property {string | string[] | null | undefined} [issuer] several where more than one name is right
 * @property {number | null | undefined} [year]
 * @property {string | null | undefined} [edition]
 * @property {Partial<Record<import('../../src/model/report.ts').SectionKey, string | null>> | undefined} [sections] heading as a reader sees it; null: it has none
 * @property {{ from: string, to: string } | null} [period] null: none can be read
 * @property {string[]} diagnostics codes that must be raised
 * @property {string} [name] file name that the parser is told, if it is a witness
 * @property {false} [exact] something was lost in the source itself: less may be known, never something else
 * @property {{ columns: string[], rows: Record<string, Truth[]> }[]} tables
 *
 * @typedef {object} Twin a source to parse
 * @property {string} tool
 * @property {string} path
 *
 * @typedef {object} Case
 * @property {string} name `<edition>/<issuer>-<year>`
 * @property {string} path
 * @property {Expected} expected
 * @property {Map<string, Truth>} cells by cell id
 * @property {Twin[]} twins
 */

/** The expected cells by id: the rows of the tables laid out again. @param {Expected} expected */
export function cellsOfExpected(expected) {
  /** @type {Map<string, Truth>} */
  const cells = new Map()
  for (const { columns, rows } of expected.tables) {
    for (const [row, values] of Object.entries(rows)) {
      if (values.length !== columns.length) throw new Error(`${row}: ${values.length} values for ${columns.length} columns`)
      for (const [i, column] of columns.entries()) cells.set(`${row}.${column}`, values[i] ?? null)
    }
  }
  return cells
}

const noTwin = new Set(['expected.json', 'truth.json', 'about.md'])

/** @param {string} path @returns {Twin[]} */
function twinsIn(path) {
  const files = readdirSync(path).filter(file => !noTwin.has(file) && statSync(join(path, file)).isFile())
  return files.sort().map(file => ({
    tool: file.startsWith('source.') ? extname(file).slice(1) : basename(file, extname(file)),
    path: join(path, file),
  }))
}

/** Every case below a folder, sorted by name. @param {string} root @returns {Case[]} */
export function casesBelow(root) {
  /** @type {Case[]} */
  const found = []
  /** @param {string} name */
  const walk = name => {
    const path = join(root, name)
    const one = caseIn(path, name)
    if (one) found.push(one)
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(name === '' ? entry.name : `${name}/${entry.name}`)
    }
  }
  if (existsSync(root)) walk('')
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** @param {string} path @param {string} name @returns {Case | null} */
function caseIn(path, name) {
  const expectedFile = join(path, 'expected.json')
  if (existsSync(expectedFile)) {
    /** @type {Expected} */
    const expected = JSON.parse(readFileSync(expectedFile, 'utf8'))
    return { name, path, expected, cells: cellsOfExpected(expected), twins: twinsIn(path) }
  }
  const truthFile = join(path, 'truth.json')
  if (!existsSync(truthFile)) return null
  /** @type {{ title: string, cells: Record<string, number | null> }} */
  const truth = JSON.parse(readFileSync(truthFile, 'utf8'))
  const expected = { title: truth.title, issuer: null, year: 2021, edition: '2021', sections: {}, diagnostics: [], tables: [] }
  return { name, path, expected, cells: new Map(Object.entries(truth.cells)), twins: twinsIn(path) }
}
