import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block, Place, SourceDocument } from '../document/document.ts'
import { explanationHeadings, firstYear, olderHeadings, olderOrNot, otherDocuments, telltaleLabels } from '../form/headings.ts'
import { labelKey } from '../text/label.ts'
import { compact, toHalfWidth } from '../text/normalize.ts'
import { remember } from '../text/remember.ts'
import type { Cover } from './cover.ts'
import type { Outline } from './outline.ts'
import { readTitle } from './title.ts'

/** `unsupported`: such a report, but from before the forms of 2019. */
export type Verdict = 'report' | 'not-a-report' | 'unsupported'

/** Characters looked at for labels and lines looked at for headings: a novel is known by its beginning. */
const limits = { text: 400_000, lines: 4000, openingLines: 12 }

/**
 * Decides what the document is, by the sections found, the tables' own labels, what the first lines
 * call it and headings that other kinds of documents have. Nothing may be read as a figure unless the
 * verdict is `report`. Labels of two tables are proof enough, unless the first lines call it a notice
 * (which carries the empty form as its annex) or an explanation.
 */
export function recognise(document: SourceDocument, outline: Outline, cover: Cover, log: Log): Verdict {
  const lines = linesOf(document.blocks)
  const tables = labelsIn(lines)
  const labels = tables.reduce((sum, count) => sum + count, 0)
  const hasTables = tables.filter(count => count >= 2).length >= 2 || labels >= 6
  const sections = Object.keys(outline.sections).length

  const opening = lines.slice(0, limits.openingLines)
  const other = opening.find(line => isOther(line.text))
  const titled = opening.some(line => readTitle(line.text) !== null) || cover.title !== null

  const no = (witness: Line | undefined): Verdict => {
    const quote = witness ? `: “${witness.text.slice(0, 60)}”` : ''
    log.add('report/not-recognised', { place: witness?.place, args: { sections, labels, quote } })
    return 'not-a-report'
  }
  const old = (quote: string): Verdict => {
    log.add('edition/unsupported', { args: { quote: `: ${quote}` } })
    return 'unsupported'
  }

  if (other && (!titled || sections < 6 || /通知$/.test(other.text))) return no(other)
  if (hasTables) return 'report'
  const explains = lines.filter(line => explanationHeadings.test(line.text))
  // `（二）依申请公开政府信息情况` is how section 一 of the later forms is divided.
  const sectionLike = lines.filter(line => !/^[(]/.test(line.text))
  const older = oneOfEach(sectionLike, olderHeadings)
  const shared = oneOfEach(sectionLike, olderOrNot)
  if (explains.length >= 2 && labels < 2 && sections < 6) return no(explains[0])
  const year = cover.year ?? yearIn(opening)
  if (year !== null && year < firstYear && (titled || older.length > 0)) return old(String(year))
  const ownSections = older.filter(line => /^[一二三四五六七八九十]{1,2}[、.]/.test(line.text)).length
  if (labels === 0 && older.length + shared.length >= 3 && (ownSections >= 2 || (older.length > 0 && sections < 4))) {
    return old(older.map(line => `“${line.text}”`).join(' '))
  }
  if (sections >= 3) return 'report'
  if (titled && (sections > 0 || labels > 0)) return 'report'
  return no(undefined)
}

/** The one year that the first lines name. */
function yearIn(lines: readonly Line[]): number | null {
  const years = new Set(lines.flatMap(({ text }) => text.match(/(?<!\d)20\d\d(?=年)/g) ?? []))
  return years.size === 1 ? Number([...years][0]) : null
}

interface Line {
  text: string
  place: Place
}

/** No heading is longer. */
const longestHeading = 40

const lineBreak = /[\n\r\f\v]+/

function linesOf(blocks: readonly Block[]): Line[] {
  const lines: Line[] = []
  const add = (text: string, place: Place): void => {
    for (const part of lineBreak.test(text) ? text.split(lineBreak) : [text]) {
      const line = comparable(part)
      if (line !== '') lines.push({ text: line, place })
    }
  }
  for (const block of blocks) {
    if (lines.length >= limits.lines) break
    if (block.kind === 'paragraph') add(block.text, block.place)
    else if (block.kind === 'grid')
      for (const row of block.rows) for (const cell of row) if (cell.anchor) add(cell.text, cell.place)
  }
  return lines
}

/** Without spaces and without the marks around it. */
const comparable = remember((text): string => toHalfWidth(compact(text)).replace(/^[#*>|·-]+|[*|]+$/g, ''))

const isOther = (text: string): boolean => text.length <= 80 && otherDocuments.some(pattern => pattern.test(text))

const telltaleKeys = Object.values(telltaleLabels).map(labels => labels.map(labelKey))

/** Different telltale labels of each table that occur, glued or wrapped over lines. */
function labelsIn(lines: readonly Line[]): number[] {
  let text = ''
  for (const line of lines) {
    text += line.text
    if (text.length > limits.text) break
  }
  const folded = labelKey(text.slice(0, limits.text))
  return telltaleKeys.map(keys => keys.filter(key => folded.includes(key)).length)
}

/** The first line that matches each pattern. */
function oneOfEach(lines: readonly Line[], patterns: readonly RegExp[]): Line[] {
  const short = lines.filter(({ text }) => text.length <= longestHeading).map(line => ({ line, key: labelKey(line.text) }))
  return patterns.flatMap(pattern => short.find(({ key }) => pattern.test(key))?.line ?? [])
}
