import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block, Place, SourceDocument } from '../document/document.ts'
import { sectionHeadings } from '../form/headings.ts'
import { type SectionKey, sectionKeys } from '../model/report.ts'
import { toChineseNumeral } from '../text/numeral.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { chooseInOrder, countReports, strong } from './choose.ts'
import { cut, headingText, placeAt, printed, type Stream, streamOf } from './stream.ts'
import { type LocatedSubsection, locateSubsections } from './subsections.ts'
import { tailBegins } from './tail.ts'
import { unfoldGrids } from './unfold-grids.ts'

export interface LocatedSection {
  key: SectionKey
  /** As printed, number included. */
  heading: string
  place: Place
  /** What stands under the heading, its subsections' blocks included; the heading itself is not. */
  blocks: Block[]
  subsections: LocatedSubsection[]
}

export interface Outline {
  /** What stands before the first section. */
  preamble: Block[]
  sections: Partial<Record<SectionKey, LocatedSection>>
  /** What stands behind the report: signature and date, page numbers, the foot of a web page, a second report. */
  tail: Block[]
  /** Reports of which the document holds headings and content; only the first is in `sections`. */
  reports: number
}

/** The outline of a document in which nothing is looked for. */
export const nothingLocated: Outline = { preamble: [], sections: {}, tail: [], reports: 0 }

/**
 * Finds the six sections: all candidates are scored, then chosen together (`choose.ts`). Preamble,
 * headings, sections and tail hold together every character of the document but the marks around a
 * heading (`##`, `**`, `|`), each once. O(characters).
 */
export function locateSections(document: SourceDocument, log: Log): Outline {
  const blocks = unfoldGrids(document.blocks)
  const stream = streamOf(blocks)
  const all = findCandidates(stream)
  const { count, secondBegins } = countReports(stream, all)
  const candidates = count > 1 ? all.filter(candidate => candidate.begin < secondBegins) : all
  const heads = chooseHeads(stream, candidates)
  const starts = heads.map(head => stream.position(head.begin))
  const begin = { block: 0, offset: 0 }
  const limit = count > 1 ? stream.position(secondBegins) : stream.position(stream.text.length)
  const end = heads.length > 0 ? tailBegins(stream, heads.at(-1)?.end ?? 0, limit) : limit

  const sections: Outline['sections'] = {}
  for (const [i, head] of heads.entries()) {
    const from = stream.positionAfter(head.end)
    const to = starts[i + 1] ?? end
    const at = stream.position(head.start)
    const block = blocks[at.block] as Block
    const midLine = stream.boundary[head.begin] !== 2
    const content = cut(blocks, from, to)
    sections[head.section] = {
      key: head.section,
      heading: headingText(printed(blocks, at, from)),
      place: midLine ? placeAt(block.place, at.offset) : block.place,
      blocks: content,
      subsections:
        head.section === 'overview' || head.section === 'problems' || head.section === 'other'
          ? locateSubsections(content, head.section)
          : [],
    }
  }
  const outline: Outline = {
    preamble: cut(blocks, begin, starts[0] ?? limit),
    sections,
    tail: cut(blocks, end, stream.position(stream.text.length)),
    reports: count,
  }
  report(outline, heads, candidates, log)
  return outline
}

/** The chosen candidates in the document's order; sections out of the form's order come in where they stand alone and are sure. */
function chooseHeads(stream: Stream, candidates: readonly Candidate[]): Candidate[] {
  const plain = candidates.filter(candidate => !candidate.style.endsWith('bracket'))
  let chosen = chooseInOrder(stream, plain)
  // A report that numbers its sections （一） to （六）: else such titles are subsections.
  if (chosen.length < 3) {
    const withBrackets = chooseInOrder(stream, candidates)
    if (withBrackets.length >= chosen.length + 3) chosen = withBrackets
  }
  // The same heading printed twice in a row: the first is the heading, the second its section's text.
  chosen = chosen.map((head, i) => {
    const last = chosen[i - 1]?.end ?? 0
    const isSame = (c: Candidate) => c.section === head.section && c.ownLine && c.end <= head.begin && head.begin - c.end <= 1
    return plain.find(c => isSame(c) && c.begin >= last) ?? head
  })
  for (const section of sectionKeys) {
    if (chosen.some(head => head.section === section)) continue
    const sure = plain.filter(c => c.section === section && c.score >= strong && c.number !== null && !chosen.some(overlaps(c)))
    const best = sure.reduce<Candidate | null>((a, b) => (a && a.score >= b.score ? a : b), null)
    if (best) chosen.push(best)
  }
  return chosen.sort((a, b) => a.begin - b.begin)
}

const overlaps = (a: Candidate) => (b: Candidate) => a.begin < b.end && b.begin < a.end

const tableSections: ReadonlySet<SectionKey> = new Set(['disclosure', 'requests', 'disputes'])

function report(outline: Outline, heads: readonly Candidate[], candidates: readonly Candidate[], log: Log): void {
  if (outline.reports > 1) log.add('report/several', { args: { count: outline.reports } })
  let highest = 0
  for (const head of heads) {
    const { number, names } = sectionHeadings[head.section]
    const section = outline.sections[head.section]
    if (!section) continue
    // `1.` before every heading is what a converter makes of automatic numbers, not what was typed.
    if (head.style === 'chinese' && head.number !== number) {
      log.add('section/misnumbered', {
        place: section.place,
        args: { heading: section.heading, expected: toChineseNumeral(number) },
      })
    }
    if (number < highest) log.add('section/out-of-order', { place: section.place, args: { heading: section.heading } })
    highest = Math.max(highest, number)
    // Of the sections with a table, an empty one is a table that is missing: said where tables are read.
    if (
      !tableSections.has(head.section) &&
      !section.blocks.some(block => block.kind !== 'paragraph' || block.text.trim() !== '')
    ) {
      log.add('section/empty', { place: section.place, args: { section: names[0] } })
    }
    const again = candidates.filter(
      c =>
        c.section === head.section &&
        c !== head &&
        c.score >= strong &&
        c.ownLine &&
        c.number !== null &&
        !heads.some(overlaps(c)),
    )
    if (again.length > 0) {
      log.add('section/duplicate', { place: section.place, args: { section: names[0], count: again.length + 1 } })
    }
  }
  for (const key of sectionKeys) {
    if (!outline.sections[key]) log.add('section/missing', { args: { section: sectionHeadings[key].names[0] } })
  }
}
