import type { Language } from '../diagnostic/catalogue.ts'
import type { Excerpt } from './excerpt.ts'
import { type Feedback, type FeedbackItem, feedbackWords } from './feedback.ts'
import { packDocx, textWidth } from './official-docx-parts.ts'
import { escapeXml } from './xml.ts'

const run = (text: string, bold = false): string =>
  text === '' ? '' : `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
const paragraph = (style: string, runs: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`

/** Widths of the five columns in twentieths of a point: number, severity, place, finding, what to do. */
const widths = [560, 660, 1300, 0, 2600]
widths[3] = textWidth - widths.reduce((sum, width) => sum + width, 0)

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')

/** The list as a .docx to send back, in the look of an official paper; what is meant in an excerpt is bold. */
export function feedbackDocx({ title, lead, items }: Feedback, language: Language): Uint8Array {
  const body = [paragraph('LongTitle', run(title)), paragraph('Text', run(lead))]
  if (items.length > 0) {
    const header = row(
      feedbackWords[language].columns.map(text => paragraph('Label', run(text, true))),
      '<w:tblHeader/>',
    )
    const rows = items.map((item, i) => row(cellsOf(item, i)))
    const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')
    body.push(
      `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${header}${rows.join('')}</w:tbl>`,
      paragraph('Note', ''),
    )
  }
  return packDocx({ body: body.join(''), comments: '', title })
}

const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells
    .map((cell, i) => `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`)
    .join('')}</w:tr>`

function cellsOf({ severity, place, message, excerpts, suggestion, todo }: FeedbackItem, i: number): string[] {
  const lines = (texts: readonly string[]) => texts.map(text => paragraph('RowLabel', text)).join('')
  return [
    paragraph('Label', run(String(i + 1))),
    paragraph('Label', run(severity)),
    lines([run(place)]),
    lines([run(message), ...excerpts.map(excerptRuns)]),
    lines([run(todo), ...(suggestion === null ? [] : [run(suggestion)])]),
  ]
}

function excerptRuns({ text, marks }: Excerpt): string {
  const runs: string[] = []
  let end = 0
  for (const [from, to] of marks) {
    runs.push(run(text.slice(end, from)), run(text.slice(from, to), true))
    end = to
  }
  return [...runs, run(text.slice(end))].join('')
}
