/** The line or the cells that a finding is about, with the part that is meant. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Place } from '../document/document.ts'
import { cellName } from '../form/cell-name.ts'
import type { Cell } from '../model/cell.ts'
import type { ReportModel } from '../model/report.ts'
import { cellsById } from '../model/tables.ts'
import { excerptsOfLines, type SourceLines } from './source-lines.ts'

export interface Excerpt {
  text: string
  /** The parts to mark, as character positions in the text, ascending. */
  marks: [from: number, to: number][]
  /** The number of the source's line that this is; left out where the text is put together from the model. */
  line?: number
}

/** More cells than this on a line are shortened to those that count something. */
const manyCells = 8
const noLines: SourceLines = new Map()
const between = ' │ '

/**
 * What to show beneath a finding: of a text the line at which it points, else the sentence that it quotes;
 * and the cells it is about, by their names. Nothing where the message says it all.
 */
export function excerptsOf(
  diagnostic: Pick<Diagnostic, 'about' | 'args'> & { place?: Place },
  report: ReportModel,
  lines: SourceLines = noLines,
): Excerpt[] {
  const cells = cellsById(report)
  const known = diagnostic.about.filter(id => cells.has(id))
  const meant = marked(diagnostic, known)
  const found = excerptsOfLines(
    diagnostic,
    known.flatMap(id => (meant.has(id) ? (cells.get(id) ?? []) : [])),
    lines,
  )
  const { quote, stated, value } = diagnostic.args
  const figure = stated ?? value
  if (found.length === 0 && typeof quote === 'string' && typeof figure === 'number') {
    const at = quote.search(new RegExp(`(?<!\\d)${figure}(?!\\d)`))
    if (at >= 0) found.push({ text: quote, marks: [[at, at + String(figure).length]] })
  }
  if (known.length > 0) found.push(excerptOfCells(known, meant, cells))
  return found
}

/** A suggested mend names the cells; else the sum, which stands last, or the only cell. */
function marked({ args }: Pick<Diagnostic, 'args'>, about: readonly string[]): Set<string> {
  const mended = typeof args.mendFigures === 'string' ? args.mendFigures.split(' ').map(part => part.split('=')[0] ?? '') : []
  const here = mended.filter(id => about.includes(id))
  return new Set(here.length > 0 ? here : about.slice(-1))
}

function excerptOfCells(ids: readonly string[], marks: ReadonlySet<string>, cells: ReadonlyMap<string, Cell>): Excerpt {
  const shown = shortened(ids, marks, cells)
  const names = shortNames(shown)
  const excerpt: Excerpt = { text: '', marks: [] }
  for (const [i, id] of shown.entries()) {
    const before = shown[i - 1]
    // A gap where cells were left out that count something.
    const gap = before !== undefined && ids.slice(ids.indexOf(before) + 1, ids.indexOf(id)).some(left => counts(left, cells))
    if (excerpt.text !== '') excerpt.text += gap ? `${between}…${between}` : between
    const text = `${names[i]} ${printed(cells.get(id))}`
    if (marks.has(id)) excerpt.marks.push([excerpt.text.length, excerpt.text.length + text.length])
    excerpt.text += text
  }
  return excerpt
}

const counts = (id: string, cells: ReadonlyMap<string, Cell>): boolean => (cells.get(id)?.value ?? 1) !== 0

/** Of many cells those that are marked, the sum, and the first that count something. */
function shortened(ids: readonly string[], marks: ReadonlySet<string>, cells: ReadonlyMap<string, Cell>): string[] {
  if (ids.length <= manyCells) return [...ids]
  const needed = ids.filter(id => marks.has(id) || id === ids.at(-1))
  const others = ids.filter(id => !needed.includes(id) && counts(id, cells)).slice(0, Math.max(0, manyCells - needed.length))
  return ids.filter(id => needed.includes(id) || others.includes(id))
}

const printed = (cell: Cell | undefined): string =>
  cell?.value !== null && cell !== undefined ? String(cell.value) : cell?.status === 'blank' ? '▢' : (cell?.raw ?? '?')

/** Names without what they share: the row's label in a row, the column's in a column. */
function shortNames(ids: readonly string[]): string[] {
  const paths = ids.map(id => cellName(id).split(' › '))
  const [first] = paths
  if (!first || paths.length < 2) return paths.map(path => path.join(' › '))
  let head = 0
  while (paths.every(path => path.length > head + 1 && path[head] === first[head])) head++
  let tail = 0
  while (paths.every(path => path.length > head + tail + 1 && path.at(-1 - tail) === first.at(-1 - tail))) tail++
  return paths.map(path => clipped(path.slice(head, path.length - tail).join(' › ')))
}

const nameLength = 24
const clipped = (name: string): string => (name.length <= nameLength ? name : `${name.slice(0, nameLength - 1)}…`)
