/** Table 4, one row of fifteen figures under three groups of results, and what offices do to it. */
import fc from 'fast-check'
import { cellId, type Form, type FormBlock } from '../../src/form/form.ts'
import { report, type Style, styles } from './clerks.ts'
import type { Truth } from './tables.ts'

interface Result {
  /** Of the form; null for a column of the office's own. */
  cell: string | null
  label: string
  figure: string
}

interface Group {
  /** The outermost first. */
  names: string[]
  results: Result[]
}

interface Row {
  labels: string[]
  figures: string[]
}

export interface PrintedDisputes {
  /** Above the labels of rows. */
  corner: string[]
  groups: Group[]
  /** Rows above and below the report's own, which has the groups' figures and these labels. */
  above: Row[]
  labels: string[]
  below: Row[]
}

export interface DisputesDeed {
  name: string
  change(printed: PrintedDisputes, seed: number): PrintedDisputes
  /** Two rows, of which nothing says which one is the report's. */
  hides?: true
}

export const printDisputes = (form: Form, truth: Truth): PrintedDisputes => {
  const { columns } = form.tables.disputes.blocks[0] as FormBlock
  const groups: Group[] = []
  for (const { id, label, groups: names } of columns) {
    const texts = names.map(({ text }) => text)
    if (groups.at(-1)?.names.at(-1) !== texts.at(-1)) groups.push({ names: texts, results: [] })
    const cell = cellId('disputes', '', id)
    groups.at(-1)?.results.push({ cell, label: label.text, figure: String(truth.get(cell) ?? '') })
  }
  return { corner: [], groups, above: [], labels: [], below: [] }
}

const figuresOf = ({ groups }: PrintedDisputes): string[] => groups.flatMap(({ results }) => results.map(({ figure }) => figure))

const mapFigures = (printed: PrintedDisputes, change: (figure: string, i: number) => string): PrintedDisputes => ({
  ...printed,
  groups: printed.groups.map(group => ({
    ...group,
    results: group.results.map((result, i) => ({ ...result, figure: change(result.figure, i) })),
  })),
})

const mapGroup = (printed: PrintedDisputes, at: number, change: (results: Result[]) => Result[]): PrintedDisputes => ({
  ...printed,
  groups: printed.groups.map((group, g) =>
    g === at % printed.groups.length ? { ...group, results: change(group.results) } : group,
  ),
})

const moved = <T>(items: readonly T[], from: number, to: number): T[] => {
  const out = [...items]
  out.splice(to, 0, ...out.splice(from, 1))
  return out
}

const otherYear = (printed: PrintedDisputes, seed: number): string[] =>
  figuresOf(printed).map(figure => (figure === '' ? '' : String((Number(figure) + 1 + (seed % 5)) % 40)))

export const disputesDeeds: readonly DisputesDeed[] = [
  { name: 'nothing', change: printed => printed },
  { name: 'units', change: printed => mapFigures(printed, figure => (figure === '' ? '' : `${figure}件`)) },
  {
    name: 'a dash for nothing',
    change: (printed, seed) => mapFigures(printed, figure => figure || (['-', '/', '—', '无'][seed % 4] ?? '')),
  },
  {
    name: 'two results exchanged in a group',
    change: (printed, seed) => mapGroup(printed, seed, results => moved(results, seed % 4, (seed + 1) % 4)),
  },
  { name: 'a total before its parts', change: (printed, seed) => mapGroup(printed, seed, results => moved(results, 4, 0)) },
  {
    name: 'totals before their parts',
    change: printed => ({ ...printed, groups: printed.groups.map(group => ({ ...group, results: moved(group.results, 4, 0) })) }),
  },
  {
    name: 'groups exchanged',
    change: (printed, seed) => ({ ...printed, groups: moved(printed.groups, seed % 3, (seed + 1) % 3) }),
  },
  {
    name: 'a group left out',
    change: (printed, seed) => ({ ...printed, groups: printed.groups.filter((_, g) => g !== seed % 3) }),
  },
  {
    name: 'a result left out',
    change: (printed, seed) => mapGroup(printed, seed, results => results.filter((_, i) => i !== seed % 5)),
  },
  {
    name: 'a result of its own',
    change: (printed, seed) =>
      mapGroup(printed, seed, results => {
        const own = { cell: null, label: '撤回申请', figure: String(seed % 3) }
        return [...results.slice(0, seed % 5), own, ...results.slice(seed % 5)]
      }),
  },
  {
    name: 'a column of remarks',
    change: printed => ({
      ...printed,
      groups: [...printed.groups, { names: ['备注'], results: [{ cell: null, label: '', figure: '见附件' }] }],
    }),
  },
  {
    name: 'a column of sums',
    change: (printed, seed) => ({
      ...printed,
      groups: [...printed.groups, { names: ['合计'], results: [{ cell: null, label: '', figure: String(seed % 30) }] }],
    }),
  },
  { name: 'a number before the row', change: printed => ({ ...printed, corner: ['序号'], labels: ['1'] }) },
  { name: 'a label before the row', change: printed => ({ ...printed, corner: [''], labels: ['数量'] }) },
  ...(['above', 'below'] as const).map(
    (place): DisputesDeed => ({
      name: `last year’s row ${place}`,
      change: (printed, seed) => ({
        ...printed,
        corner: ['年度'],
        labels: ['2023年'],
        [place]: [{ labels: ['2022年'], figures: otherYear(printed, seed) }],
      }),
    }),
  ),
  {
    name: 'two rows without labels',
    change: (printed, seed) => ({ ...printed, below: [{ labels: [], figures: otherYear(printed, seed) }] }),
    hides: true,
  },
  {
    name: 'a note with figures below',
    change: printed => ({ ...printed, below: [{ labels: ['注：其中2件为2022年受理，另有5件正在审理。'], figures: [] }] }),
  },
  {
    name: 'a note with figures above the row',
    change: printed => ({ ...printed, above: [{ labels: ['单位：件，其中2件为2022年受理'], figures: [] }] }),
  },
]

export const deedDoneToDisputes = fc.record({
  deed: fc.constantFrom(...disputesDeeds),
  style: fc.constantFrom(...styles, 'html' as const),
  seed: fc.nat(1000),
  dropEmpty: fc.boolean(),
  withRequests: fc.boolean(),
})

/** What the printed table says of the form's cells: nothing of those that it leaves out. */
export function toldByDisputes(printed: PrintedDisputes, { hides }: DisputesDeed): Map<string, number | null> {
  const results = printed.groups.flatMap(group => group.results)
  const value = (figure: string) => (/^\d/.test(figure) && !hides ? Number.parseInt(figure, 10) : null)
  return new Map(results.flatMap(({ cell, figure }) => (cell === null ? [] : [[cell, value(figure)] as const])))
}

export function disputesReport(
  printed: PrintedDisputes,
  style: Style | 'html',
  dropEmpty: boolean,
  requests: string | null,
): string {
  const own: Row = { labels: printed.labels, figures: figuresOf(printed) }
  const rows = [...printed.above, own, ...printed.below]
  if (style === 'html') return report({ requests, disputes: asHtml(printed, rows) }, true)
  const { before, after, between, rowEnd } = style
  const line = (cells: readonly string[]) => before + cells.filter(cell => !dropEmpty || cell !== '').join(between) + after
  const outer = [...new Set(printed.groups.map(({ names }) => names[0] ?? ''))]
  // Below a group that stands alone its results stand a line higher, as the form draws it.
  const middle = printed.groups.flatMap(({ names, results }) =>
    names.slice(1, 2).concat(names.length === 1 ? labelsOf(results) : []),
  )
  const lowest = printed.groups.flatMap(({ names, results }) => (names.length === 1 ? [] : labelsOf(results)))
  const header = [[...printed.corner, ...outer], middle, lowest]
  const disputes = [...header, ...rows.map(({ labels, figures }) => [...labels, ...figures])].map(line).join(rowEnd)
  return report({ requests, disputes }, false)
}

const labelsOf = (results: readonly Result[]): string[] => results.flatMap(({ label }) => (label === '' ? [] : [label]))

function asHtml({ corner, groups }: PrintedDisputes, rows: readonly Row[]): string {
  const cell = (text: string, colspan = 1, rowspan = 1) => `<td colspan="${colspan}" rowspan="${rowspan}">${text}</td>`
  const first: string[] = corner.map(text => cell(text, 1, 3))
  const second: string[] = []
  const third: string[] = []
  let lastOuter: string | undefined
  for (const [g, { names, results }] of groups.entries()) {
    const [outer = '', inner] = names
    if (inner === undefined && results.every(({ label }) => label === '')) {
      first.push(cell(outer, 1, 3))
      lastOuter = undefined
      continue
    }
    if (inner === undefined) {
      first.push(cell(outer, results.length))
      second.push(...results.map(({ label }) => cell(label, 1, 2)))
    } else {
      const end = groups.findIndex((group, i) => i > g && group.names[0] !== outer)
      const beside = groups.slice(g, end < 0 ? groups.length : end)
      if (lastOuter !== outer) first.push(cell(outer, beside.flatMap(group => group.results).length))
      second.push(cell(inner, results.length))
      third.push(...results.map(({ label }) => cell(label)))
    }
    lastOuter = outer
  }
  const width = corner.length + groups.flatMap(group => group.results).length
  const body = rows.map(({ labels, figures }) => {
    if (figures.length === 0) return cell(labels.join(''), width)
    const missing = Array.from({ length: Math.max(0, width - labels.length - figures.length) }, () => '')
    return [...labels, ...missing, ...figures].map(text => cell(text)).join('')
  })
  return `<table>${[first.join(''), second.join(''), third.join(''), ...body].map(cells => `<tr>${cells}</tr>`).join('\n')}</table>`
}
