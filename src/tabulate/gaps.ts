import type { Log } from '../diagnostic/diagnostic.ts'
import { cellName } from '../form/cell-name.ts'
import { type BlockKey, cellId, type FormBlock, type TableKey } from '../form/form.ts'
import { sectionHeadings } from '../form/headings.ts'
import { forms } from '../form/index.ts'
import type { LocatedSection, Outline } from '../locate/outline.ts'
import type { Cell } from '../model/cell.ts'
import type { Tabulated } from './tabulate.ts'

type Cells = Tabulated['cells']

const tables: TableKey[] = ['disclosure', 'requests', 'disputes']

/** What a figure stands in is cut for the message: a cell may hold a page. */
const longestQuote = 40

/**
 * Says what of the three tables was not found (a table, a block, a row, a column), what stands in a
 * cell and is no figure, and whether the tables are of one edition. O(cells).
 */
export function reportGaps({ cells, editions }: Tabulated, outline: Outline, log: Log): void {
  reportMixture(editions, log)
  for (const table of tables) {
    // Of the editions whose cells the report has, found or not.
    const own = blocks[table].filter(({ ids }) => ids.every(id => cells.has(id)))
    const section = outline.sections[table]
    if (own.every(({ ids }) => ids.every(id => isMissing(cells, id)))) {
      const ids = own.flatMap(block => block.ids)
      reportTable(table, section, ids, log)
    } else
      for (const { block, ids } of own) if (ids.some(id => isMissing(cells, id))) reportBlock(table, block, cells, section, log)
  }
  for (const [id, cell] of cells) {
    if (cell.status !== 'unreadable') continue
    const raw = cell.raw?.trim().slice(0, longestQuote) ?? ''
    log.add('cell/unreadable', { place: cell.place ?? {}, about: [id], args: { label: cellName(id), raw } })
  }
}

const blocksOf = (table: TableKey) => {
  // Table 4 is the same in both editions.
  const blocks = new Set(Object.values(forms).flatMap(form => form.tables[table].blocks))
  return [...blocks].map(block => ({
    block,
    ids: block.rows.flatMap(row => block.columns.map(column => cellId(table, row.id, column.id))),
  }))
}
const blocks = { disclosure: blocksOf('disclosure'), requests: blocksOf('requests'), disputes: blocksOf('disputes') }

const isMissing = (cells: Cells, id: string): boolean => (cells.get(id) as Cell).status === 'missing'

function reportTable(table: TableKey, section: LocatedSection | undefined, about: string[], log: Log): void {
  const images = section?.blocks.filter(block => block.kind === 'image').length ?? 0
  log.add('table/missing', { place: section?.place, about, args: { section: sectionHeadings[table].names[0] ?? '', images } })
}

/** One finding for a block that is missing whole, else one for each row, and for each column that the other rows lack too. */
function reportBlock(table: TableKey, block: FormBlock, cells: Cells, section: LocatedSection | undefined, log: Log): void {
  const say = (label: string | undefined, about: string[]) =>
    log.add('table/row-missing', { place: section?.place, about, args: { label: label ?? '' } })
  const idsOfRow = (row: FormBlock['rows'][number]) => block.columns.map(column => cellId(table, row.id, column.id))
  const isGone = (row: FormBlock['rows'][number]) => idsOfRow(row).every(id => isMissing(cells, id))
  if (block.rows.every(isGone)) {
    say(block.title?.text ?? block.rows[0]?.label?.text, block.rows.flatMap(idsOfRow))
    return
  }
  for (const row of block.rows) if (isGone(row)) say(row.label?.text, idsOfRow(row))
  const standing = block.rows.filter(row => !isGone(row))
  for (const column of block.columns) {
    const about = standing.map(row => cellId(table, row.id, column.id))
    const label = [...column.groups.slice(0, block.rows[0]?.label ? 0 : undefined), column.label]
      .map(({ text }) => text)
      .join(' › ')
    if (about.every(id => isMissing(cells, id))) say(label, about)
  }
}

/** `2019: 第二十条第（一）项 / 2021: 收到和处理…`: table 4 is the same in both and tells nothing. */
function reportMixture(editions: Tabulated['editions'], log: Log): void {
  const names = new Map<string, string[]>()
  for (const [block, edition] of Object.entries(editions) as [BlockKey, Tabulated['editions'][BlockKey]][]) {
    if (edition === null || block === 'disputes') continue
    const own = forms[edition].tables.disclosure.blocks.find(({ key }) => key === block)
    names.set(edition, [...(names.get(edition) ?? []), own?.title?.text ?? sectionHeadings.requests.names[0] ?? ''])
  }
  if (names.size < 2) return
  const detail = [...names].map(([edition, blocks]) => `${edition}: ${blocks.join('、')}`).join(' / ')
  log.add('edition/mixed', { args: { detail } })
}
