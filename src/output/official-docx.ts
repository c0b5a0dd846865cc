/** A county's report in the official form, as a .docx to be finished and published. */
import type { Aggregate, Sum, YearSums } from '../collection/aggregate.ts'
import { cellsOf, type EditionId, type Form, type TableKey } from '../form/form.ts'
import { sectionHeadings, subsectionTitles } from '../form/headings.ts'
import { forms } from '../form/index.ts'
import type { SectionKey, SubsectionKey } from '../model/report.ts'
import { displayWidth } from '../text/normalize.ts'
import { toChineseNumeral } from '../text/numeral.ts'
import { packDocx } from './official-docx-parts.ts'
import { tableXml } from './official-docx-table.ts'
import { type DraftText, draftOther, draftOverview, draftProblems } from './official-draft.ts'
import { printSum } from './official-figure.ts'
import { draftWords as words } from './official-words.ts'
import { escapeXml } from './xml.ts'

export interface OfficialDocxOptions {
  /** Whose report it is; else the scope of the aggregate. */
  issuer?: string
  /** Else the latest year of the aggregate. */
  year?: number
  /** The form to fill in; else the current one. */
  edition?: EditionId
}

/**
 * Fills the official form in: tables 2 to 4 from the sums, a draft of section 一, sections 五 and 六 to be
 * written. Figures that are not complete and sure are printed so that nobody, and no reader, takes them
 * for plain ones (`printSum`). The same aggregate gives the same bytes.
 */
export function toOfficialDocx(aggregate: Aggregate, options: OfficialDocxOptions = {}): Uint8Array {
  const year = aggregate.years.find(found => found.year === options.year) ?? aggregate.years.at(-1)
  const issuer = options.issuer ?? aggregate.scope ?? words.issuerToFill
  const form = forms[options.edition ?? '2021']
  const sums = new Map(year?.sums.map(sum => [sum.cell, sum]) ?? [])
  const title = words.title(issuer, String(year?.year ?? words.yearToFill))
  const writer = createWriter()
  const body = [
    writer.paragraph(displayWidth(title) > 40 ? 'LongTitle' : 'Title', [{ text: title }]),
    writer.paragraph('Text', []),
    writer.paragraph('Text', [{ text: words.preamble(title, form.citation, year?.year ?? null) }]),
    writer.heading('overview'),
    ...(year ? overviewXml(writer, form, year) : []),
    ...(['disclosure', 'requests', 'disputes'] as const).flatMap(key => [
      writer.heading(key),
      tableXml(form, key, id => printSum(sums.get(id))),
      tableNote(writer, form, key, sums, year),
    ]),
    writer.heading('problems'),
    writer.paragraph('Text', [draftProblems(year)]),
    writer.heading('other'),
    ...(year ? draftOther(year).map(text => writer.paragraph('Text', [text])) : []),
    writer.paragraph('Text', [{ text: words.otherToWrite, open: true }]),
  ]
  return packDocx({ body: body.join(''), comments: writer.comments(), title })
}

const overviewXml = (writer: Writer, form: Form, year: YearSums): string[] =>
  draftOverview(form, year).flatMap(({ key, paragraphs }, at) => [
    writer.subheading(key, at + 1),
    ...paragraphs.map(texts => writer.paragraph('Text', texts)),
  ])

/** Under a table with figures that are not plain: what their marks mean, and in the margin whose they lack. */
function tableNote(
  writer: Writer,
  form: Form,
  key: TableKey,
  sums: ReadonlyMap<string, Sum>,
  year: YearSums | undefined,
): string {
  const open = cellsOf(form.tables[key]).flatMap(({ id }) => (printSum(sums.get(id)).plain ? [] : id))
  if (open.length === 0) return writer.paragraph('Note', [])
  const bodies = new Set<string>()
  const doubted = new Set<string>()
  for (const id of open) {
    for (const { body } of sums.get(id)?.unknown ?? []) bodies.add(body)
    for (const body of sums.get(id)?.otherEdition ?? []) bodies.add(body)
    for (const body of sums.get(id)?.doubted ?? []) doubted.add(body)
  }
  const source = words.whoIsMissing(year?.notReported ?? [], [...bodies], [...doubted])
  return writer.paragraph('Note', [{ text: words.tableNote(open.length), open: true, source }])
}

type StyleId = 'Title' | 'LongTitle' | 'Heading1' | 'Heading2' | 'Text' | 'Note'

interface Writer {
  paragraph(style: StyleId, texts: readonly DraftText[]): string
  heading(key: SectionKey): string
  subheading(key: SubsectionKey, number: number): string
  comments(): string
}

/** Makes paragraphs and keeps the comments that belong to them. */
function createWriter(): Writer {
  const comments: string[] = []
  const run = ({ text, open, source }: DraftText): string => {
    const marked = open ? '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' : ''
    const plain = `<w:r>${marked}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
    if (source === undefined) return plain
    const id = comments.length
    const lines = source.split('\n').map(line => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`)
    comments.push(`<w:comment w:id="${id}" w:author="ogi" w:initials="ogi">${lines.join('')}</w:comment>`)
    return `<w:commentRangeStart w:id="${id}"/>${plain}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  }
  const paragraph: Writer['paragraph'] = (style, texts) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${texts.map(run).join('')}</w:p>`
  return {
    paragraph,
    heading(key) {
      const { number, names } = sectionHeadings[key]
      return paragraph('Heading1', [{ text: `${toChineseNumeral(number)}、${names[0]}` }])
    },
    subheading: (key, number) =>
      paragraph('Heading2', [{ text: `（${toChineseNumeral(number)}）${subsectionTitles[key].names[0]}` }]),
    comments: () => comments.join(''),
  }
}
