import type { Block } from '../document/document.ts'
import type { Outline } from '../locate/outline.ts'
import type { NarrativeFigure, OtherMatters, Problems } from '../model/narrative.ts'
import { sectionKeys } from '../model/report.ts'
import { figuresOf } from './figures.ts'
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
    const requestsBelow = new Set(section.subsections.flatMap(({ key: sub, blocks }) => (sub === 'requests' ? blocks : [])))
    const setting = { section: key, planned: key === 'problems', year }
    for (const run of runsOf(section.blocks, block => requestsBelow.has(block)))
      narrative.push(...figuresIn(run.blocks, { ...setting, ofRequests: run.belongs || key === 'requests' }))
  }
  const passages = (key: 'problems' | 'other'): Passage[] => passagesOf(outline.sections[key]?.blocks ?? [])
  return {
    narrative: narrative.slice(0, figureLimit),
    problems: readProblems(passages('problems')),
    otherMatters: readOtherMatters(passages('other'), narrative),
  }
}

const figuresIn = (blocks: readonly Block[], setting: Parameters<typeof figuresOf>[1]): NarrativeFigure[] =>
  passagesOf(blocks).flatMap(passage => figuresOf(passage, setting))

/** Blocks in runs that do or do not belong to something, in order. */
function runsOf(blocks: readonly Block[], belongs: (block: Block) => boolean): { belongs: boolean; blocks: Block[] }[] {
  const runs: { belongs: boolean; blocks: Block[] }[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last && last.belongs === belongs(block)) last.blocks.push(block)
    else runs.push({ belongs: belongs(block), blocks: [block] })
  }
  return runs
}
