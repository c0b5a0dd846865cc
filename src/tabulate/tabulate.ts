import type { Log } from '../diagnostic/diagnostic.ts'
import { type Block, type Grid, isGrid, type Paragraph, type SourceDocument } from '../document/document.ts'
import { cellName } from '../form/cell-name.ts'
import { cellsOf, type EditionId, type TableKey } from '../form/form.ts'
import { inlineTable, tableBeginnings } from '../form/headings.ts'
import { forms } from '../form/index.ts'
import type { Outline } from '../locate/outline.ts'
import { type Cell, missingCell } from '../model/cell.ts'
import { type ReportModel, sectionKeys } from '../model/report.ts'
import type { Explanation } from './explain.ts'
import type { Witness } from './fill-rows.ts'
import { countLabels, hasColumns, headerOf, type Interpreted, interpret } from './interpret.ts'
import { reconstruct } from './reconstruct.ts'

export interface Tabulated {
  /** Every cell of the editions found, by id. */
  cells: Map<string, Cell>
  editions: ReportModel['editions']
}

const tables: TableKey[] = ['disclosure', 'requests', 'disputes']

/** Labels that must stand in a grid before it is taken for a table of the form. */
const enough: Record<TableKey, number> = { disclosure: 1, requests: 2, disputes: 3 }

export interface TabulateOptions {
  /** Reads every table by this edition's form. */
  only?: EditionId | undefined
  /** Is told how each table that had to be rebuilt was read. */
  explain?: ((explanation: Explanation) => void) | undefined
}

/** Tables 2, 3 and 4, from grids or from flattened text. */
export function tabulate(
  document: SourceDocument,
  outline: Outline,
  log: Log,
  { only, explain }: TabulateOptions = {},
): Tabulated {
  const trusted = document.kind === 'docx' || document.kind === 'html'
  const grids = document.blocks.filter(isGrid).filter(grid => !grid.ragged && (trusted || hasColumns(grid)))
  let witness: Witness | undefined
  const read = (table: TableKey): Interpreted => {
    const own = gridsOf(grids, table)
    if (own.length > 0) return readGrids(own, table, only, log)
    const lines = withoutProse(asLines(blocksFor(table, document, outline)))
    const isLast = !sectionKeys.slice(sectionKeys.indexOf(table) + 1).some(key => outline.sections[key])
    const rebuilt = reconstruct(lines, table, log, { only, witness, isLast })
    if (!rebuilt) return readGrids([], table, only, log)
    if (table === 'requests') witness = rebuilt.witness
    explain?.(rebuilt.explain())
    return readGrids([rebuilt.grid], table, only, log)
  }
  // Table 3 first: it is large and adds up, so it shows how the text was flattened.
  const requests = read('requests')
  return withMissing({ disclosure: read('disclosure'), requests, disputes: read('disputes') })
}

/**
 * Where a table that is text can stand: in its section, or, where that was not found, above the sections behind it;
 * table 4 has words of table 3, too (总计, 其他).
 */
function blocksFor(table: TableKey, document: SourceDocument, { preamble, sections }: Outline): readonly Block[] {
  const own = sections[table]
  if (own) return own.blocks
  const above = sectionKeys.slice(0, sectionKeys.indexOf(table)).flatMap(key => sections[key]?.blocks ?? [])
  return Object.keys(sections).length === 0 ? document.blocks : [...preamble, ...above]
}

/** The grids that hold labels of a table, and more of them than of another table. */
function gridsOf(grids: Grid[], table: TableKey): Grid[] {
  return grids.filter(grid => {
    const own = countLabels(grid, table)
    return own >= enough[table] && tables.every(other => other === table || countLabels(grid, other) <= own)
  })
}

/**
 * Sentences before a table (`共收到8件，其中予以公开2件。`) hold labels and figures and are none of it: a label found
 * there, out of the table's order, costs the table its own.
 */
function withoutProse(lines: Paragraph[]): Paragraph[] {
  const isProse = ({ text }: Paragraph) => text.includes('。') && !inlineTable.test(text)
  const begin = lines.findIndex(line => tableBeginnings.test(line.text) && !isProse(line))
  return begin <= 0 ? lines : lines.filter((line, i) => i >= begin || !isProse(line))
}

/** A ragged grid is text with bars: its columns prove nothing, its boundaries do. */
function asLines(blocks: readonly Block[]): Paragraph[] {
  const lines: Paragraph[] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph') lines.push(block)
    else if (block.kind === 'grid')
      for (const [r, row] of block.rows.entries()) {
        const text = `|${row.map(cell => unwrapped(cell.text)).join('|')}|`
        lines.push({ kind: 'paragraph', text, place: { ...block.place, row: r + 1 } })
      }
  }
  return lines
}

/** A cell's lines as one: words wrapped in a narrow cell are rejoined, two figures are not. */
const unwrapped = (text: string): string => text.replace(/(?<=\d)\n(?=\d)|\|/g, ' ').replace(/\n/g, '')

/** A table that is split over several grids is read part by part; a part without a header has the one above. */
function readGrids(grids: Grid[], table: TableKey, only: EditionId | undefined, log: Log): Interpreted {
  const all: Interpreted = { cells: new Map(), editions: new Map(), headless: [] }
  let header: Grid['rows'] = []
  for (const grid of grids) {
    const part = interpret(grid, table, only, header)
    const own = headerOf(grid, table)
    if (own.length > 0) header = own
    for (const [id, cell] of part.cells) addCell(all.cells, id, cell, log)
    for (const [block, edition] of part.editions) all.editions.set(block, edition)
    if (part.headless.length > 0) log.add('table/header-lost', { place: grid.place, about: part.headless })
  }
  return all
}

/** The first of two cells counts; where both hold figures that differ, neither is sure. */
function addCell(cells: Interpreted['cells'], id: string, cell: Cell, log: Log): void {
  const first = cells.get(id)
  if (!first) cells.set(id, cell)
  else if (first.value !== null && cell.value !== null && first.value !== cell.value) {
    const args = { label: cellName(id), first: first.value, second: cell.value }
    log.add('table/conflict', { place: cell.place ?? {}, about: [id], args })
  }
}

/** The form's cells that were not found are missing: of the edition that their block, or else the report, is of. */
function withMissing(read: Record<TableKey, Interpreted>): Tabulated {
  const found = new Map(tables.flatMap(table => [...read[table].editions]))
  const counts = [...found].filter(([block]) => block !== 'disputes').map(([, edition]) => edition)
  const usual: EditionId = counts.filter(edition => edition === '2019').length > counts.length / 2 ? '2019' : '2021'
  const editions: ReportModel['editions'] = { ...nothingFound }
  for (const [block, edition] of found) editions[block] = edition
  const cells = new Map<string, Cell>()
  for (const table of tables) {
    for (const form of Object.values(forms)) {
      for (const { id, block } of cellsOf(form.tables[table])) {
        if ((found.get(block) ?? usual) === form.edition) cells.set(id, missingCell())
      }
    }
    for (const [id, cell] of read[table].cells) cells.set(id, cell)
  }
  return { cells, editions }
}

const nothingFound: ReportModel['editions'] = {
  rules: null,
  licensing: null,
  penalties: null,
  fees: null,
  procurement: null,
  requests: null,
  disputes: null,
}
