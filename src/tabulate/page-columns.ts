/**
 * Where the columns of a text drawn as a page stand: as its full rows show them, and as its header's labels do.
 *
 *     自然人    商业    总计          full rows:  |170 |    |204  |    |374  |
 *               企业                               |1755|    |2004 |    |3759 |
 *     170      204     374                         a column is what no figure of another one reaches into
 */
import { digitsOf, holds, putAt } from './fill-row.ts'
import type { Fragment } from './fragments.ts'
import type { Placed, SumRule } from './placements.ts'

interface Extent {
  x0: number
  x1: number
}

/**
 * Fragments measured in display columns, or in characters where the figures then fall into columns more nearly
 * as many as the widest row has. Where both come as near, either may be meant: both are returned, and what is
 * concluded must hold on both.
 */
export function scalesOf(fragments: readonly Fragment[], rows: readonly { width: number }[]): (readonly Fragment[])[] {
  const pages = new Set(fragments.filter(({ kind }) => kind === 'figure').map(({ page }) => page)).size
  const wanted = Math.max(...rows.map(row => row.width)) * pages
  const byCharacter = byCharacters(fragments)
  const [display, character] = [fragments, byCharacter].map(scale => Math.abs(countColumns(scale) - wanted)) as [number, number]
  if (display === character) return [fragments, byCharacter]
  return [display < character ? fragments : byCharacter]
}

const byCharacters = (fragments: readonly Fragment[]): Fragment[] =>
  fragments.map(fragment => ({ ...fragment, x0: fragment.c0, x1: fragment.c1 }))

/** Columns that no figure of the same page bridges, over all pages. */
function countColumns(fragments: readonly Fragment[]): number {
  const figures = fragments.filter(fragment => fragment.kind === 'figure').sort((a, b) => a.page - b.page || a.x0 - b.x0)
  let count = 0
  let page = -1
  let x1 = 0
  for (const figure of figures) {
    if (figure.page !== page || figure.x0 >= x1) count++
    x1 = figure.page === page ? Math.max(x1, figure.x1) : figure.x1
    page = figure.page
  }
  return count
}

/** Fewer full rows than this would agree on columns in any text. */
const minFullRows = 5

const columnsDisjoint = (extents: readonly Extent[]): boolean =>
  extents.every((extent, i) => i === 0 || (extents[i - 1] as Extent).x1 <= extent.x0)

/** Columns by page and width of row. */
export type Columns = ReadonlyMap<string, readonly Extent[]>

/** Rows of one width on one page share columns. */
export const columnsKey = (page: number, width: number): string => `${page}/${width}`

/** Columns as the full rows of each page show them; none where they overlap, are not aligned, or too few rows are full. */
export function measureColumns(
  fragments: readonly Fragment[],
  rows: readonly { width: number; sums: readonly SumRule[] }[],
  own: readonly number[][],
): Columns {
  const found = new Map<string, { columns: Extent[][]; padding: Set<number> }>()
  for (const [i, { width, sums }] of rows.entries()) {
    const pieces = own[i] as number[]
    const cells = clusters(fragments, pieces)
    if (width < 2 || cells === null || cells.length !== width) continue
    if (sums.length > 0 && !holds(placeInOrder(cells, width), sums)) continue
    const key = columnsKey(fragments[pieces[0] as number]?.page ?? 0, width)
    const { columns, padding } = found.get(key) ?? { columns: cells.map(() => []), padding: new Set() }
    for (const [c, cell] of cells.entries()) columns[c]?.push(cell)
    padding.add(fragments[Math.min(...pieces)]?.gap.spaces ?? 0)
    found.set(key, { columns, padding })
  }
  const believed = [...found].flatMap(([key, { columns, padding }]) => {
    const extents = columns.map(cells => ({
      x0: Math.min(...cells.map(({ x0 }) => x0)),
      x1: Math.max(...cells.map(({ x1 }) => x1)),
    }))
    const isEnough = (columns[0]?.length ?? 0) >= minFullRows
    // Behind labels of different lengths: what always follows at the same distance stands in columns by chance.
    return isEnough && padding.size > 1 && columnsDisjoint(extents) && columns.every(isAligned) ? [[key, extents] as const] : []
  })
  return new Map(believed)
}

/** Display columns by which figures of a column may differ in where they stand: blanks within cells. */
const maxShift = 2

/** Whether figures begin, end or have their middles under each other. */
const isAligned = (cells: readonly Extent[]): boolean =>
  [({ x0 }: Extent) => x0, ({ x1 }: Extent) => x1, ({ x0, x1 }: Extent) => (x0 + x1) / 2].some(of => {
    const places = cells.map(of)
    return Math.max(...places) - Math.min(...places) <= maxShift
  })

/** Pieces that stand above each other: one cell's, its digits broken over lines. */
interface Cluster extends Extent {
  fragment: number
  digits: string
}

/** Groups pieces by overlap; null where one cell would hold two figures of a line, or no plain digits. */
export function clusters(fragments: readonly Fragment[], pieces: readonly number[]): Cluster[] | null {
  const sorted = [...pieces].sort((a, b) => (fragments[a] as Fragment).x0 - (fragments[b] as Fragment).x0)
  const groups: number[][] = []
  let x1 = Number.NEGATIVE_INFINITY
  for (const piece of sorted) {
    const fragment = fragments[piece] as Fragment
    if (fragment.x0 < x1) groups.at(-1)?.push(piece)
    else groups.push([piece])
    x1 = Math.max(x1, fragment.x1)
  }
  return joinGroups(fragments, groups)
}

function joinGroups(fragments: readonly Fragment[], groups: readonly number[][]): Cluster[] | null {
  const out: Cluster[] = []
  for (const group of groups) {
    const parts = [...group].sort((a, b) => a - b).map(index => ({ index, fragment: fragments[index] as Fragment }))
    if (new Set(parts.map(({ fragment }) => fragment.line)).size < parts.length) return null
    const digits = parts.map(({ fragment }) => digitsOf(fragment.text) ?? '').join('')
    if (digits === '' || parts.some(({ fragment }) => digitsOf(fragment.text) === null) || /^0\d/.test(digits)) return null
    out.push({
      fragment: parts[0]?.index ?? 0,
      digits,
      x0: Math.min(...parts.map(({ fragment }) => fragment.x0)),
      x1: Math.max(...parts.map(({ fragment }) => fragment.x1)),
    })
  }
  return out
}

/** Groups pieces by the columns they stand under; null where one stands under none or two. */
export function byColumns(
  fragments: readonly Fragment[],
  pieces: readonly number[],
  extents: readonly Extent[],
): { cells: Cluster[]; columns: number[] } | null {
  const groups = new Map<number, number[]>()
  for (const piece of pieces) {
    const { x0, x1 } = fragments[piece] as Fragment
    const under = extents.map((_, c) => c).filter(c => x0 < (extents[c] as Extent).x1 && x1 > (extents[c] as Extent).x0)
    if (under.length !== 1) return null
    groups.set(under[0] as number, [...(groups.get(under[0] as number) ?? []), piece])
  }
  const columns = [...groups.keys()].sort((a, b) => a - b)
  const cells = joinGroups(
    fragments,
    columns.map(column => groups.get(column) as number[]),
  )
  return cells === null ? null : { cells, columns }
}

/**
 * Words of several lines from left to right; null where one stands above another however wide characters are drawn, or no
 * two share a line: then their lines follow each other.
 *
 *     自然人                  社会公益组   总计
 *            商业企业   科研机构           其他
 */
export function fromLeftToRight(fragments: readonly Fragment[], words: readonly number[], width: number): number[] | null {
  const lines = new Set(words.map(i => fragments[i]?.line)).size
  const isDelimited = words.some(i => (fragments[i]?.gap.tabs ?? 0) + (fragments[i]?.gap.bars ?? 0) > 0)
  if (lines === words.length || lines < 2 || isDelimited) return null
  const scales = [fragments, byCharacters(fragments)].map(scale => {
    const sorted = [...words].sort((a, b) => (scale[a] as Fragment).x0 - (scale[b] as Fragment).x0)
    return { sorted, isApart: columnsDisjoint(sorted.map(i => scale[i] as Fragment)) }
  })
  const [display, character] = scales.map(({ sorted }) => sorted) as [number[], number[]]
  if (display.join() === character.join()) return scales.some(({ isApart }) => isApart) ? display : null
  const meant = scalesOf(fragments, [{ width }])
  const [own] = meant.length > 1 ? [] : [scales[meant[0] === fragments ? 0 : 1]]
  return own?.isApart ? own.sorted : null
}

/** Cells from the first column on. */
export const placeInOrder = (cells: readonly Cluster[], width: number): Placed =>
  placeAt(
    cells,
    cells.map((_, i) => i),
    width,
  )

/** Cells in given columns. */
export const placeAt = (cells: readonly Cluster[], columns: readonly number[], width: number): Placed =>
  putAt(
    cells.map(({ digits, fragment }) => ({ text: digits, fragment, kind: 'figure' as const })),
    columns,
    width,
  )

/** Figures start where their column's label starts, at most two wide blanks further right. */
const padding = 4

/** Figures placed under their columns' labels, on every scale that may be meant alike. */
export function underHeader(
  scales: readonly (readonly Fragment[])[],
  pieces: readonly number[],
  header: readonly number[],
  width: number,
): Placed | null {
  const found = scales.map(fragments => {
    const labels = header.map(index => fragments[index] as Fragment)
    const extents = labels.map(label => ({ x0: label.x0 - 1, x1: label.x0 + padding + 1 }))
    const starts = fragments.map(fragment => ({ ...fragment, x1: fragment.x0 + 1 }))
    const apart = header.every(
      (index, c) =>
        c === 0 ||
        fragments[index]?.line !== fragments[header[c - 1] as number]?.line ||
        (fragments[index]?.gap.spaces ?? 0) >= 2,
    )
    const under = apart && columnsDisjoint(extents) ? byColumns(starts, pieces, extents) : null
    return under ? placeAt(under.cells, under.columns, width) : null
  })
  const [first] = found
  return first && found.every(placed => placed?.digits.join() === first.digits.join()) ? first : null
}
