import type { Block } from '../document/document.ts'
import type { LocatedSection, Outline } from '../locate/outline.ts'
import type { NarrativeFigure, OtherMatters, Problems } from '../model/narrative.ts'
import { sectionKeys } from '../model/report.ts'
import { figureLimit, figuresOf, type Setting } from './figures.ts'
import { readOtherMatters } from './other-matters.ts'
import { type Passage, passagesOf } from './passage.ts'
import { readProblems } from './problems.ts'

export interface Narrative {
  narrative: NarrativeFigure[]
  problems: Problems
  otherMatters: OtherMatters
}

/** What the prose states: figures with their sentences, the problems of section 五, the rest of section 六. O(length of the text). */
export function narrate(outline: Outline, year: number | null): Narrative {
  const narrative: NarrativeFigure[] = []
  const readFrom = (blocks: readonly Block[], section: Setting['section'], ofRequests: boolean) => {
    const setting = { section, ofRequests, planned: section === 'problems', year }
    if (narrative.length < figureLimit) for (const figure of figuresIn(blocks, setting)) narrative.push(figure)
  }
  readFrom(outline.preamble, 'preamble', false)
  for (const key of sectionKeys) {
    const section = outline.sections[key]
    if (!section) continue
    readFrom(leadOf(section), key, key === 'requests')
    for (const { key: below, blocks } of section.subsections) readFrom(blocks, key, below === 'requests' || key === 'requests')
  }
  const passages = (key: 'problems' | 'other'): Passage[] => passagesOf(outline.sections[key]?.blocks ?? [])
  return {
    narrative: narrative.slice(0, figureLimit),
    problems: readProblems(passages('problems')),
    otherMatters: readOtherMatters(passages('other'), narrative),
  }
}

/** In the sections of tables only what is punctuated is prose: cells and headers of a flattened table are not. */
function figuresIn(blocks: readonly Block[], setting: Setting): NarrativeFigure[] {
  const found: NarrativeFigure[] = []
  for (const passage of passagesOf(blocks)) {
    if (found.length >= figureLimit) break
    if (!tabled.includes(setting.section) || /[,。;]/.test(passage.text))
      for (const figure of figuresOf(passage, setting)) found.push(figure)
  }
  return found
}
const tabled: readonly Setting['section'][] = ['disclosure', 'requests', 'disputes']

/** What stands in a section before its first subsection. */
function leadOf({ blocks, subsections: [first] }: LocatedSection): Block[] {
  if (!first) return blocks
  const { line, paragraph } = first.place
  return blocks.filter(({ place }) =>
    line !== undefined ? (place.line ?? line) < line : paragraph === undefined || (place.paragraph ?? paragraph) < paragraph,
  )
}
