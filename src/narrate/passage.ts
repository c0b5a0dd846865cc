/** Prose as it was meant before a page broke its lines: one text, with the place of each character. */
import { type Block, isParagraph, type Place } from '../document/document.ts'
import { cellsOfForm } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { enumeratorOf, labelKey } from '../text/label.ts'
import { dropMarks, toHalfWidth } from '../text/normalize.ts'
import { remember } from '../text/remember.ts'

export interface Passage {
  /** With widths folded (`,` for `，`): what patterns are matched against. */
  text: string
  /** As printed, equally long: what is quoted. */
  printed: string
  /** Where each piece of the text begins in it, ascending, and where the piece stands in the source. */
  pieces: { from: number; place: Place }[]
}

/** Where the character at an index of a passage stands. O(log pieces). */
export function placeAt({ pieces }: Passage, index: number): Place {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.from ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return pieces[low]?.place ?? {}
}

/** Lines of a flattened table are no prose, though 申请 and 行政复议 stand in them. */
const tableLabels: ReadonlySet<string> = new Set(
  [
    ...new Set(
      Object.values(forms)
        .flatMap(cellsOfForm)
        .flatMap(({ row, column }) => [row.label, column.label, ...row.groups, ...column.groups]),
    ),
  ]
    .flatMap(label => (label ? [label.text, ...label.aliases] : []))
    .map(labelKey),
)

const sentenceEnd = /[。!?;:]$/
const pageNumber = /^[-—–\s]*(?:第\s?)?\d{1,4}(?:\s?页)?[-—–\s]*$/
const titleLength = 26

/**
 * Paragraphs as passages. Lines of a text source follow each other without a blank line where a page
 * was too narrow: they are joined, without a space, until a sentence ends, a numbered line begins or
 * a short title stands alone. Labels of the form's tables are left out.
 */
export function passagesOf(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = []
  let open: Passage | null = null
  let lastLine = 0
  // What was joined last: looking at the end of the whole text would read it again for each line.
  let lastText = ''
  for (const block of blocks) {
    if (!isParagraph(block)) {
      open = null
      continue
    }
    const { printed, text, isLabel, isNumber } = lineOf(block.text)
    if (isLabel) {
      open = null
      continue
    }
    const line = block.place.line
    if (line !== undefined && isNumber) {
      if (line === lastLine + 1) lastLine = line
      continue
    }
    const goesOn: boolean =
      open !== null &&
      line !== undefined &&
      line === lastLine + 1 &&
      enumeratorOf(text) === null &&
      !isTitle(open.text) &&
      !sentenceEnd.test(lastText)
    if (goesOn && open !== null) {
      open.pieces.push({ from: open.text.length, place: block.place })
      open.text += text
      open.printed += printed
    } else {
      open = { text, printed, pieces: [{ from: 0, place: block.place }] }
      passages.push(open)
    }
    lastLine = line ?? 0
    lastText = text
  }
  return passages
}

function isTitle(text: string): boolean {
  const enumerator = text.length <= titleLength ? enumeratorOf(text) : null
  return enumerator !== null && !/[,。;:、]/.test(text.slice(enumerator.length))
}

/**
 * A paragraph's text as printed and as compared. What a word processor leaves in text is gone, runs of spaces are one;
 * folding widths then keeps one character one character. The cells of a flattened table are the same in every report.
 */
const lineOf = remember((source: string) => {
  const printed = dropMarks(source).replace(/\s+/g, ' ').trim()
  const text = toHalfWidth(printed)
  return { printed, text, isLabel: text === '' || tableLabels.has(labelKey(text)), isNumber: pageNumber.test(text) }
})
