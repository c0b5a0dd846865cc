import type { Block } from '../document/document.ts'
import type { LocatedSection, Outline } from '../locate/outline.ts'
import type { NarrativeFigure, OtherMatters, Problems } from '../model/narrative.ts'
import { sectionKeys } from '../model/report.ts'
import { figuresOf, type Setting } from './figures.ts'
import { readOtherMatters } from './other-matters.ts'
import { type Passage, passagesOf } from './passage.ts'
import { readProblems } from './problems.ts'

export interface Narrative {
  narrative: NarrativeFigure[]
  problems: Problems
  otherMatters: OtherMatters
}

/** More figures than a report has: bounds the output of a hostile document. */
const figureLimit = 2000

/** What the prose states: figures with their sentences, the problems of section 五, the rest of section 六. O(length of the text). */
export function narrate(outline: Outline, year: number | null): Narrative {
  const narrative = figuresIn(outline.preamble, { section: 'preamble', ofRequests: false, planned: false, year })
  for (const key of sectionKeys) {
    const section = outline.sections[key]
    if (!section) continue
    const setting = { section: key, planned: key === 'problems', year }
    narrative.push(...figuresIn(leadOf(section), { ...setting, ofRequests: key === 'requests' }))
    for (const { key: below, blocks } of section.subsections)
      narrative.push(...figuresIn(blocks, { ...setting, ofRequests: below === 'requests' || key === 'requests' }))
  }
  const passages = (key: 'problems' | 'other'): Passage[] => passagesOf(outline.sections[key]?.blocks ?? [])
  return {
    narrative: narrative.slice(0, figureLimit),
    problems: readProblems(passages('problems')),
    otherMatters: readOtherMatters(passages('other'), narrative),
  }
}

/** In the sections of tables only what is punctuated is prose: cells and headers of a flattened table are not. */
const figuresIn = (blocks: readonly Block[], setting: Setting): NarrativeFigure[] =>
  passagesOf(blocks)
    .filter(({ text }) => !tabled.includes(setting.section) || /[,。;]/.test(text))
    .flatMap(passage => figuresOf(passage, setting))
const tabled: readonly Setting['section'][] = ['disclosure', 'requests', 'disputes']

/** What stands in a section before its first subsection. */
function leadOf({ blocks, subsections: [first] }: LocatedSection): Block[] {
  if (!first) return blocks
  const { line, paragraph } = first.place
  return blocks.filter(({ place }) =>
    line !== undefined ? (place.line ?? line) < line : paragraph === undefined || (place.paragraph ?? paragraph) < paragraph,
  )
}
