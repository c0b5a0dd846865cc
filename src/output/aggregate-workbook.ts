/** A roll-up as a workbook for people. */
import type { Aggregate, GroupSums, Sum, Sums, YearSums } from '../collection/aggregate.ts'
import { formOrder } from '../collection/facts.ts'
import { rateFormulas } from '../collection/rates.ts'
import { cellName } from '../form/cell-name.ts'
import type { EditionId, TableKey } from '../form/form.ts'
import { sectionHeadings } from '../form/headings.ts'
import { displayWidth } from '../text/normalize.ts'
import { toChineseNumeral } from '../text/numeral.ts'
import { groupName } from './aggregate-text.ts'
import { type CollectionWords, collectionWords, rateName } from './collection-words.ts'
import { printSum } from './official-figure.ts'
import { layoutTable } from './official-layout.ts'
import { styles } from './workbook-styles.ts'
import { type Sheet, type SheetCell, type SheetRow, writeXlsx } from './xlsx.ts'

/** The workbook's bytes: one sheet a year in the official layout, years side by side, rates, groups, and who lacks what. */
export async function writeAggregateXlsx(aggregate: Aggregate, language: 'zh' | 'en'): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await writeXlsx(aggregateSheets(aggregate, language), chunk => {
    chunks.push(chunk)
  })
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function aggregateSheets(aggregate: Aggregate, language: 'zh' | 'en'): Sheet[] {
  const words = collectionWords[language]
  const { years } = aggregate
  const latest = years.at(-1)
  return [
    ...years.toReversed().map(year => officialSheet(aggregate, year, words)),
    yearsSheet(years, words),
    ratesSheet(years, words),
    ...(latest ? groupSheets(latest, words) : []),
    coverageSheet(years, words),
  ]
}

const tables = ['disclosure', 'requests', 'disputes'] as const satisfies readonly TableKey[]

/** The three tables of the official form with one year's sums. */
function officialSheet({ scope }: Aggregate, year: YearSums, words: CollectionWords): Sheet {
  const sums = new Map(year.sums.map(sum => [sum.cell, sum]))
  const width = officialWidths.length
  const rows: SheetRow[] = [
    [{ value: `${scope ?? words.all} ${year.year}`, style: styles.title, columnSpan: width }],
    [
      {
        value: `${words.reported}/${words.bodies} ${year.reported}/${year.bodies}。${words.legend}`,
        style: styles.note,
        columnSpan: width,
      },
    ],
  ]
  for (const table of tables) {
    const { number, names } = sectionHeadings[table]
    rows.push([], [{ value: `${toChineseNumeral(number)}、${names[0]}`, style: styles.heading, columnSpan: width }])
    const layout = layoutTable(table, id => sums.has(id), commonEdition(year))
    const shift = labelColumns - layout.labelWidth
    for (const row of layout.rows) {
      rows.push(
        row.map(({ label, id, left, rowSpan, columnSpan }): SheetCell => {
          // Labels of table 2 reach over the label columns of table 3; table 4 begins beside them.
          const widened = layout.labelWidth > 0 && left === 0
          const at = { left: widened ? 0 : left + shift, rowSpan, columnSpan: widened ? columnSpan + shift : columnSpan }
          if (id !== null) return { ...at, ...figureCell(sums.get(id), words) }
          return { ...at, value: label, style: left + columnSpan <= layout.labelWidth ? styles.label : styles.header }
        }),
      )
    }
  }
  return { name: String(year.year), widths: officialWidths, rows, landscape: true, heightOf: officialHeight }
}

const labelColumns = 3
const officialWidths = [12, 14, 40, ...Array.from({ length: 15 }, () => 10)]
const lineHeight = 15

/** High enough for the cell that needs most lines; cells that reach over several rows share those rows' heights. */
function officialHeight(row: SheetRow): number {
  const lines = row.map(cell => {
    if (cell === null || typeof cell !== 'object' || typeof cell.value !== 'string' || (cell.rowSpan ?? 1) > 1) return 1
    const left = cell.left ?? 0
    const room = officialWidths.slice(left, left + (cell.columnSpan ?? 1)).reduce((sum, width) => sum + width, 0)
    return Math.ceil((displayWidth(cell.value) * 1.1) / room)
  })
  return lineHeight * Math.max(1, ...lines)
}

const commonEdition = ({ sums }: Sums): EditionId =>
  sums.some(sum => sum.cell === 'requests.otherHandling.other.total' && sum.known > 0) ? '2021' : '2019'

const mostNames = 30

/** A plain figure as a number; anything else as text, so that no spreadsheet adds it up as if it were complete. */
function figureCell(sum: Sum | undefined, words: CollectionWords): SheetCell {
  const { text, plain } = printSum(sum)
  if (!sum || plain) return { value: sum?.value ?? null, style: styles.figure }
  const names = (list: readonly string[]) =>
    list.length > mostNames ? `${list.slice(0, mostNames).join('、')} … +${list.length - mostNames}` : list.join('、')
  const lines = [
    `${words.coverage} ${sum.known}/${sum.of}`,
    ...(sum.unknown.length > 0
      ? [`${words.unknownHere}: ${names(sum.unknown.map(({ body, why }) => `${body}（${words.why[why]}）`))}`]
      : []),
    ...(sum.otherEdition.length > 0 ? [`${words.otherEdition}: ${names(sum.otherEdition)}`] : []),
    ...(sum.doubted.length > 0 ? [`${words.doubtedHere}: ${names(sum.doubted)}`] : []),
  ]
  return { value: text, style: styles.incomplete, comment: lines.join('\n') }
}

const header = (texts: readonly string[]): SheetRow => texts.map(value => ({ value, style: styles.header }))
const label = (value: string): SheetCell => ({ value, style: styles.label })

function yearsSheet(years: readonly YearSums[], words: CollectionWords): Sheet {
  const sums = years.map(year => new Map(year.sums.map(sum => [sum.cell, sum])))
  const rows = formOrder
    .filter(id => sums.some(year => year.has(id)))
    .map(
      (id): SheetRow => [
        label(cellName(id)),
        ...sums.flatMap(year => {
          const sum = year.get(id)
          return [figureCell(sum, words), { value: sum ? `${sum.known}/${sum.of}` : null, style: styles.figure }]
        }),
      ],
    )
  const titles = [words.item, ...years.flatMap(({ year }) => [String(year), words.coverage])]
  return {
    name: words.figures,
    widths: [56, ...years.flatMap(() => [12, 14])],
    rows: [header(titles), ...rows],
    frozen: { rows: 1, columns: 1 },
    landscape: true,
    repeatRows: 1,
  }
}

function ratesSheet(years: readonly YearSums[], words: CollectionWords): Sheet {
  const titles = [words.rates, ...years.flatMap(({ year }) => [String(year), '', '', words.coverage]), words.formula]
  const percent = { ...styles.figure, format: '0.0%' }
  const rows = rateFormulas.map(({ id }): SheetRow => {
    const rates = years.map(year => year.rates.find(rate => rate.id === id))
    const last = rates.at(-1)
    return [
      label(rateName(id, words)),
      ...rates.flatMap(rate => [
        {
          value: rate?.value ?? null,
          style: rate && rate.known === rate.of && rate.doubted === 0 ? percent : { ...percent, fill: styles.incomplete.fill },
        },
        { value: rate?.numerator ?? null, style: styles.figure },
        { value: rate?.denominator ?? null, style: styles.figure },
        { value: rate ? `${rate.known}/${rate.of}` : null, style: styles.figure },
      ]),
      {
        value: last ? `(${last.over.map(cellName).join(' + ')}) ÷ (${last.under.map(cellName).join(' + ')})` : null,
        style: styles.text,
      },
    ]
  })
  return {
    name: words.rates,
    widths: [40, ...years.flatMap(() => [10, 10, 10, 12]), 100],
    rows: [header(titles), ...rows, [], [{ value: words.ratesLegend, style: styles.note, columnSpan: 6 }]],
    frozen: { rows: 1, columns: 1 },
    landscape: true,
  }
}

function groupSheets(year: YearSums, words: CollectionWords): Sheet[] {
  const kinds = [
    ['level', year.byLevel],
    ['kind', year.byKind],
    ['parent', year.byParent],
  ] as const
  return kinds
    .filter(([, groups]) => groups.length > 0)
    .map(([by, groups]) => {
      const sums = groups.map(group => new Map(group.sums.map(sum => [sum.cell, sum])))
      const ids = formOrder.filter(id => sums.some(group => group.has(id)))
      const reported: SheetRow = [
        label(`${words.reported}/${words.bodies}`),
        ...groups.map((group: GroupSums) => ({ value: `${group.reported}/${group.bodies}`, style: styles.figure })),
      ]
      const rows = ids.map((id): SheetRow => [label(cellName(id)), ...sums.map(group => figureCell(group.get(id), words))])
      return {
        name: `${words.by[by]} ${year.year}`,
        widths: [56, ...groups.map(() => 14)],
        rows: [header([words.item, ...groups.map(({ name }) => groupName(name, by, words))]), reported, ...rows],
        frozen: { rows: 1, columns: 1 },
        landscape: true,
        repeatRows: 1,
      }
    })
}

/** Whom to ask: a row for each body that did not report, or lacks or doubts figures, with how many. */
function coverageSheet(years: readonly YearSums[], words: CollectionWords): Sheet {
  const rows = years.toReversed().flatMap(({ year, notReported, sums }): SheetRow[] => {
    const counts = new Map<string, { unknown: number; doubted: number; other: number }>()
    const count = (body: string, what: 'unknown' | 'doubted' | 'other') => {
      const found = counts.get(body) ?? { unknown: 0, doubted: 0, other: 0 }
      found[what]++
      counts.set(body, found)
    }
    for (const sum of sums) {
      for (const { body } of sum.unknown) count(body, 'unknown')
      for (const body of sum.doubted) count(body, 'doubted')
      for (const body of sum.otherEdition) count(body, 'other')
    }
    const line = (body: string, ...cells: (number | string | null)[]): SheetRow => [
      { value: year, style: styles.figure },
      { value: body, style: styles.text },
      ...cells.map(value => ({ value, style: styles.figure })),
    ]
    return [
      ...notReported.map(body => line(body, words.notReported, null, null, null)),
      ...[...counts].map(([body, found]) => line(body, null, found.unknown, found.doubted, found.other)),
    ]
  })
  const titles = [words.year, words.body, words.notReported, words.unknownHere, words.doubtedHere, words.otherEdition]
  return {
    name: words.coverage,
    widths: [8, 36, 14, 12, 12, 24],
    rows: [header(titles), ...rows],
    frozen: { rows: 1, columns: 0 },
    filter: { row: 1, columns: 6 },
  }
}
