/**
 * What offices do to the form's tables, and tools do not: columns of their own, rows in another order, notes between
 * rows, years side by side. Each is a change of the printed rows of a table, whose meaning its labels still tell.
 */
import fc from 'fast-check'
import { cellId, type Form, type FormBlock } from '../../src/form/form.ts'
import type { Truth } from './tables.ts'

/** A printed row: its label's cells, then its figures. */
export interface PrintedRow {
  labels: string[]
  figures: string[]
}

export interface Printed {
  columns: readonly string[]
  header: string[][]
  rows: PrintedRow[]
}

export interface Deed {
  name: string
  /** `seed` chooses where. */
  change(printed: Printed, seed: number): Printed
}

const mapRows = (printed: Printed, change: (row: PrintedRow, i: number) => PrintedRow): Printed => ({
  ...printed,
  rows: printed.rows.map(change),
})

const swap = <T>(items: readonly T[], at: number): T[] => {
  const out = [...items]
  const i = at % (out.length - 1)
  ;[out[i], out[i + 1]] = [out[i + 1] as T, out[i] as T]
  return out
}

const insertRow = (printed: Printed, at: number, row: PrintedRow): Printed => {
  const rows = [...printed.rows]
  rows.splice(at % rows.length, 0, row)
  return { ...printed, rows }
}

const some = (figure: string, seed: number): string => (figure === '' ? figure : String((Number(figure) + seed) % 50))

export const deeds: readonly Deed[] = [
  { name: 'nothing', change: printed => printed },
  {
    name: 'a number before each row',
    change: printed => ({
      ...printed,
      header: printed.header.map((row, i) => [i === printed.header.length - 1 ? '序号' : '', ...row]),
      rows: printed.rows.map((row, i) => ({ ...row, labels: [String(i + 1), ...row.labels] })),
    }),
  },
  {
    name: 'a column of remarks',
    change: (printed, seed) => ({
      ...printed,
      header: printed.header.map((row, i) => [...row, i === 0 ? '备注' : '']),
      rows: printed.rows.map((row, i) => ({ ...row, figures: [...row.figures, i % 5 === seed % 5 ? '见附件' : ''] })),
    }),
  },
  {
    name: 'a column of last year’s totals',
    change: (printed, seed) => ({
      ...printed,
      header: printed.header.map((row, i) => [...row, i === printed.header.length - 1 ? '上年总计' : '']),
      rows: printed.rows.map(row => ({ ...row, figures: [...row.figures, some(row.figures.at(-1) ?? '', seed)] })),
    }),
  },
  {
    name: 'thousands separated',
    change: printed =>
      mapRows(printed, row => ({
        ...row,
        figures: row.figures.map(figure => figure.replace(/\B(?=(?:\d{3})+$)/g, ',')),
      })),
  },
  {
    name: 'full-width digits',
    change: printed =>
      mapRows(printed, row => ({
        ...row,
        figures: row.figures.map(figure => figure.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
      })),
  },
  {
    name: 'units behind figures',
    change: printed =>
      mapRows(printed, row => ({ ...row, figures: row.figures.map(figure => (figure === '' ? '' : `${figure}件`)) })),
  },
  {
    name: 'a dash for nothing',
    change: (printed, seed) =>
      mapRows(printed, row => ({
        ...row,
        figures: row.figures.map(figure => (figure === '' ? (['-', '/', '—', '无'][seed % 4] ?? '') : figure)),
      })),
  },
  { name: 'two rows exchanged', change: (printed, seed) => ({ ...printed, rows: swap(printed.rows, seed) }) },
  {
    name: 'two rows exchanged, without enumerators',
    change: (printed, seed) =>
      mapRows({ ...printed, rows: swap(printed.rows, seed) }, ({ labels, figures }) => ({
        labels: labels.map(label => label.replace(/^(?:（[一二三四五六七八九]）|[一二三四五六七八九]、|\d\.)/, '')),
        figures,
      })),
  },
  {
    name: 'two columns exchanged, in the header too',
    change: (printed, seed) => {
      const at = 1 + (seed % (printed.columns.length - 3))
      const [a, b] = printed.columns.slice(at, at + 2)
      const header = printed.header.map(row => row.map(label => (label === a ? b : label === b ? a : label) ?? ''))
      return { ...printed, header, rows: printed.rows.map(row => ({ ...row, figures: swap(row.figures, at) })) }
    },
  },
  {
    name: 'a row of its own',
    change: (printed, seed) =>
      insertRow(printed, seed, {
        labels: ['其中：网络申请'],
        figures: ['3', '1', '0', '0', '0', '0', '4'].slice(-printed.columns.length),
      }),
  },
  {
    name: 'a subtotal of its own',
    change: (printed, seed) => {
      const at = 2 + (seed % printed.rows.length)
      const above = printed.rows.slice(Math.max(0, at - 3), at).map(({ figures }) => figures)
      const sum = printed.columns.map((_, c) => above.reduce((n, figures) => n + Number(figures[c] ?? ''), 0))
      const label = ['小计', '合计', '（三）不予公开', '总计'][seed % 4] ?? ''
      const rows = [...printed.rows]
      rows.splice(at, 0, { labels: [label], figures: sum.map(n => (n === 0 ? '' : String(n))) })
      return { ...printed, rows }
    },
  },
  {
    name: 'a row with another label',
    change: (printed, seed) =>
      mapRows(printed, (row, i) =>
        i === seed % printed.rows.length
          ? { ...row, labels: [...row.labels.slice(0, -1), ['其他情形', '9.不属于本机关', '其中：网上'][seed % 3] ?? ''] }
          : row,
      ),
  },
  {
    name: 'a note with figures between rows',
    change: (printed, seed) => insertRow(printed, seed, { labels: ['注：其中2件为2022年结转，另有5件已补正。'], figures: [] }),
  },
  {
    name: 'a row twice, with other figures',
    change: (printed, seed) => {
      const row = printed.rows[seed % printed.rows.length] as PrintedRow
      return insertRow(printed, seed, { ...row, figures: row.figures.map(figure => some(figure, 7)) })
    },
  },
  {
    name: 'the header again in the middle',
    change: (printed, seed) => {
      const at = 1 + (seed % (printed.rows.length - 1))
      const again = printed.header.map(cells => ({ labels: cells, figures: [] }))
      return { ...printed, rows: [...printed.rows.slice(0, at), ...again, ...printed.rows.slice(at)] }
    },
  },
  {
    name: 'this year and last year side by side',
    change: (printed, seed) => ({
      ...printed,
      rows: printed.rows.map(row => ({ ...row, figures: row.figures.flatMap(figure => [figure, some(figure, seed)]) })),
    }),
  },
  {
    name: 'a row without its label',
    change: (printed, seed) => mapRows(printed, (row, i) => (i === seed % printed.rows.length ? { ...row, labels: [] } : row)),
  },
]

export interface Style {
  between: string
  before: string
  after: string
  rowEnd: string
}

export const styles: readonly Style[] = [
  { between: '\t', before: '', after: '', rowEnd: '\n' },
  { between: '\t', before: '', after: '\t', rowEnd: '\n' },
  { between: ' | ', before: '| ', after: ' |', rowEnd: '\n' },
  { between: '\n', before: '', after: '', rowEnd: '\n' },
  { between: '\n\n', before: '', after: '', rowEnd: '\n\n' },
  { between: ' ', before: '', after: '', rowEnd: '\n' },
  { between: '    ', before: '', after: '', rowEnd: '\n' },
]

/** Table 3 as the form prints it. */
export function printRequests(form: Form, truth: Truth): Printed {
  const block = form.tables.requests.blocks[0] as FormBlock
  const labels = block.columns.map(column => column.label.text)
  let last: string[] = []
  return {
    columns: labels,
    header: [
      ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
      [labels[0] ?? '', '法人或其他组织', labels[6] ?? ''],
      labels.slice(1, 6),
    ],
    rows: block.rows.map(row => {
      const groups = row.groups.map(group => group.text).filter((text, i) => last[i] !== text)
      last = row.groups.map(group => group.text)
      return {
        labels: [...groups, row.label?.text ?? ''],
        figures: block.columns.map(column => String(truth.get(cellId('requests', row.id, column.id)) ?? '')),
      }
    }),
  }
}

/** Table 2 as the form prints it: each block with its title. */
export const printDisclosure = (form: Form, truth: Truth): Printed[] =>
  form.tables.disclosure.blocks.map(block => {
    const columns = block.columns.map(column => column.label.text)
    return {
      columns,
      header: [[block.title?.text ?? ''], [block.corner?.text ?? '', ...columns]],
      rows: block.rows.map(row => ({
        labels: [row.label?.text ?? ''],
        figures: block.columns.map(column => String(truth.get(cellId('disclosure', row.id, column.id)) ?? '')),
      })),
    }
  })

const done = {
  style: fc.constantFrom(...styles, 'html' as const),
  seed: fc.nat(1000),
  dropEmpty: fc.boolean(),
}

export const deedDone = fc.record({ deed: fc.constantFrom(...deeds), ...done })

/** Table 2 has no sums, and too few columns to exchange two: what a second year beside this one is, only a header can tell. */
const forFewColumns = deeds.filter(({ name }) => !/columns exchanged|side by side/.test(name))
export const deedDoneToDisclosure = fc.record({ deed: fc.constantFrom(...forFewColumns), withRequests: fc.boolean(), ...done })

/** The report with its table 3 as somebody changed it: flattened, or as a grid of cells. */
export const print = (printed: Printed, deed: Deed, seed: number, style: Style | 'html', dropEmpty: boolean): string =>
  report({ requests: requestsText(printed, deed, seed, style, dropEmpty) }, style === 'html')

export function requestsText(
  printed: Printed,
  deed: Pick<Deed, 'change'>,
  seed: number,
  style: Style | 'html',
  dropEmpty: boolean,
): string {
  if (style !== 'html') return flattened(deed.change(printed, seed), style, dropEmpty)
  const { columns, rows } = printed
  // One header row, and one cell for the label.
  const oneLabel = { columns, header: [['', ...columns]], rows: rows.map(row => ({ ...row, labels: row.labels.slice(-1) })) }
  return asHtml(deed.change(oneLabel, seed))
}

/** What takes two rows. */
const ofTwoRows = /exchanged|without its label|row twice|in the middle/

/** The same for table 2, changed in each block. */
export function printBlocks(
  blocks: readonly Printed[],
  deed: Deed,
  seed: number,
  style: Style | 'html',
  dropEmpty: boolean,
  requests: string | null,
): string {
  const changed = blocks.map(block => (block.rows.length < 2 && ofTwoRows.test(deed.name) ? block : deed.change(block, seed)))
  const disclosure =
    style === 'html'
      ? changed.map(asHtml).join('\n')
      : changed.map(block => flattened(block, style, dropEmpty)).join(style.rowEnd)
  return report({ disclosure, requests }, style === 'html')
}

function asHtml({ columns, header, rows }: Printed): string {
  const cells = rows.map(({ labels, figures }) => [...labels, ...figures])
  const width = Math.max(...[...cells, ...header].map(row => row.length))
  // Two years side by side stand under one label.
  const span = width > columns.length * 2 ? 2 : 1
  const line = (row: readonly string[], colspan: number) => {
    const rest = Array.from({ length: Math.max(0, width - 1 - (row.length - 1) * colspan) }, () => '<td></td>')
    return `<tr>${row.map((text, c) => `<td colspan="${c === 0 ? 1 : colspan}">${text}</td>`).join('')}${rest.join('')}</tr>`
  }
  return `<table>${[...header.map(row => line(row, span)), ...cells.map(row => line(row, 1))].join('\n')}</table>`
}

const headings = [
  ['disclosure', '二、主动公开政府信息情况'],
  ['requests', '三、收到和处理政府信息公开申请情况'],
  ['disputes', '四、政府信息公开行政复议、行政诉讼情况'],
] as const

/** A report with some of its tables, as flattened text or as HTML, and the headings from the first of them on. */
export function report(tables: { [Table in (typeof headings)[number][0]]?: string | null }, isHtml: boolean): string {
  const paragraph = (text: string) => (isHtml ? `<p>${text}</p>` : text)
  const first = headings.findIndex(([key]) => tables[key])
  const all = [
    ...['柳溪镇2023年政府信息公开工作年度报告', '一、总体情况', '全年工作平稳。'].map(paragraph),
    ...headings.slice(first).flatMap(([key, heading]) => [paragraph(heading), ...(tables[key] ? [tables[key]] : [])]),
    ...['五、存在的主要问题及改进情况', '主动性还不够。'].map(paragraph),
  ].join('\n')
  return isHtml ? `<html><body>${all}</body></html>` : all
}

function flattened({ header, rows }: Printed, { between, before, after, rowEnd }: Style, dropEmpty: boolean): string {
  const line = (cells: readonly string[]) => before + cells.filter(cell => !dropEmpty || cell !== '').join(between) + after
  return [...header.map(line), ...rows.map(({ labels, figures }) => line([...labels, ...figures]))].join(rowEnd)
}
