/** A first draft of section 一 from what the tables and the bodies' own prose state, each sentence with its source. */
import type { Rate, Sum, YearSums } from '../collection/aggregate.ts'
import type { StatedSum } from '../collection/stated.ts'
import { cellName } from '../form/cell-name.ts'
import { cellsOfForm, type Form } from '../form/form.ts'
import type { Metric } from '../form/sentences.ts'
import { type SubsectionKey, subsectionKeys } from '../model/report.ts'
import { addSums, printSum } from './official-figure.ts'
import { draftWords as words } from './official-words.ts'

/** Text of the document; `open` is still to be settled by a person and is marked. */
export interface DraftText {
  text: string
  open?: boolean
  /** Where it comes from: a comment in the margin, which no printed copy has. */
  source?: string
}

export interface DraftSubsection {
  key: SubsectionKey
  paragraphs: DraftText[][]
}

interface Material {
  form: Form
  year: YearSums
  sums: ReadonlyMap<string, Sum>
}

/** The five subsections; what no figure tells is left to write, and marked. */
export function draftOverview(form: Form, year: YearSums): DraftSubsection[] {
  const material: Material = { form, year, sums: new Map(year.sums.map(sum => [sum.cell, sum])) }
  return subsectionKeys.map(key => {
    const sentences = drafts[key](material).filter(sentence => sentence.length > 0)
    const paragraphs = sentences.length > 0 ? [sentences.flat()] : []
    return { key, paragraphs: [...paragraphs, [{ text: words.toWrite[key], open: true }]] }
  })
}

/** Section 五 is to be written by people; what the bodies name stands in the margin. */
export function draftProblems(year: YearSums | undefined): DraftText {
  const named = year?.problems ?? []
  const text = { text: words.problemsToWrite, open: true }
  if (!year || named.length === 0) return text
  const bodies = new Set(named.map(({ body }) => body)).size
  return {
    ...text,
    source: words.problemsNamed(
      bodies,
      year.bodies,
      named.map(problem => `${problem.body}：${problem.text}`),
    ),
  }
}

/** Section 六: the information fees that the bodies state. */
export const draftOther = (year: YearSums): DraftText[] => stated({ year }, 'informationFees.amount', true)

const drafts: Readonly<Record<SubsectionKey, (material: Material) => DraftText[][]>> = {
  disclosure: material => [
    stated(material, 'disclosure.items'),
    figures(material, words.documents(labelOf(material, 'disclosure.normativeDocuments.issued')), [
      ['disclosure.normativeDocuments.issued'],
      ['disclosure.normativeDocuments.repealed'],
      ['disclosure.normativeDocuments.inForce'],
    ]),
    figures(material, words.decisions, [
      ['disclosure.licensing.decisions'],
      ['disclosure.penalties.decisions'],
      ['disclosure.compulsoryMeasures.decisions'],
    ]),
    figures(material, words.fees(labelOf(material, 'disclosure.fees.amount')), [['disclosure.fees.amount']]),
  ],
  requests: material => [
    figures(material, words.received, [['requests.newlyReceived'], ['requests.carriedOver']].map(total)),
    figures(
      material,
      words.handled,
      [
        ['requests.outcomesTotal'],
        ['requests.granted'],
        ['requests.partiallyGranted'],
        rowsOf(material, 'requests.denied'),
        rowsOf(material, 'requests.unavailable'),
        rowsOf(material, 'requests.notProcessed'),
        rowsOf(material, 'requests.otherHandling'),
        ['requests.carriedForward'],
      ].map(total),
    ),
    rate(material, 'disclosed'),
    figures(material, words.disputes, [
      ['disputes.administrativeReview.total'],
      ['disputes.administrativeReview.corrected'],
      ['disputes.directLitigation.total', 'disputes.litigationAfterReview.total'],
      ['disputes.directLitigation.corrected', 'disputes.litigationAfterReview.corrected'],
    ]),
  ],
  management: () => [],
  platforms: material =>
    (['disclosure.website', 'disclosure.wechat', 'disclosure.weibo', 'disclosure.otherChannels', 'readingPoints'] as const).map(
      metric => stated(material, metric),
    ),
  supervision: material => (['meetings', 'trainings'] as const).map(metric => stated(material, metric)),
}

/** The row's label as the form prints it. */
const labelOf = ({ form }: Material, cell: string): string =>
  cellsOfForm(form).find(({ id }) => id === cell)?.row.label?.text ?? ''

const total = (rows: readonly string[]): string[] => rows.map(row => `${row}.total`)

const rowsOf = ({ form }: Material, group: string): string[] => [
  ...new Set(cellsOfForm(form).flatMap(({ id }) => (id.startsWith(`${group}.`) ? id.slice(0, id.lastIndexOf('.')) : []))),
]

/** A sentence with figures in its gaps; nothing where the form has no such cell. */
function figures({ form, sums, year }: Material, sentence: string, gaps: readonly (readonly string[])[]): DraftText[] {
  const known = new Set(cellsOfForm(form).map(cell => cell.id))
  if (gaps.some(ids => ids.length === 0 || ids.some(id => !known.has(id)))) return []
  const added = gaps.map(ids => addSums(ids.map(id => sums.get(id))))
  const printed = added.map(sum => printSum(sum))
  const texts = sentence.split('{}')
  const source = words.fromTables(
    gaps.map(ids => ids.map(cellName).join(' + ')),
    added.map(sum => `${sum?.known ?? 0}/${year.bodies}`),
  )
  const text = texts.map((part, at) => part + (at < printed.length ? words.figure(printed[at]?.text ?? '') : '')).join('')
  return [{ text, open: printed.some(figure => !figure.plain), source }]
}

function rate({ year }: Material, id: Rate['id']): DraftText[] {
  const found = year.rates.find(candidate => candidate.id === id)
  if (!found || found.value === null) return []
  const sure = found.known === found.of && found.doubted === 0
  return [
    {
      text: words.rate((found.value * 100).toFixed(1)),
      open: !sure,
      source: words.formula(
        found.over.map(cellName),
        found.under.map(cellName),
        found.numerator,
        found.denominator,
        found.known,
        found.of,
      ),
    },
  ]
}

/** A sum of statements is never the whole: it is marked to be checked, with every quotation in the margin. */
function stated({ year }: Pick<Material, 'year'>, metric: Metric, evenNone = false): DraftText[] {
  const found: StatedSum | undefined = year.stated.find(sum => sum.metric === metric)
  const sentence = words.stated[metric]
  if (!found || (found.value === 0 && !evenNone) || sentence === undefined) return []
  return [
    {
      text: sentence.replace('{}', String(found.value)),
      open: true,
      source: words.fromProse(
        found.known,
        found.of,
        found.sources.map(({ body, value, quote }) => `${body}（${value}）：${quote}`),
      ),
    },
  ]
}
