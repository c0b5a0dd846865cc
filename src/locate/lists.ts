/** Lists of the report's parts look like headings one by one; together they are seen to be a list. */
import { type SectionKey, sectionKeys } from '../model/report.ts'
import type { Candidate } from './candidates.ts'

/** Chains of names with next to nothing between them on one line are a list of the parts, wherever they stand. */
export function withoutLists(text: string, candidates: Candidate[]): Candidate[] {
  const out: Candidate[] = []
  let chain: Candidate[] = []
  let sections = new Set<SectionKey>()
  const close = () => {
    const list = sections.size >= 3 && (sections.size >= 5 || sections.has('overview')) && chain.every(c => !c.ownLine)
    if (!list) for (const candidate of chain) if (candidate.score > 0) out.push(candidate)
    chain = []
    sections = new Set()
  }
  for (const candidate of candidates) {
    const last = chain.at(-1)
    const gap = last ? candidate.begin - last.end : 0
    const back = last && gap >= 0 && sectionKeys.indexOf(candidate.section) < sectionKeys.indexOf(last.section)
    if (back || gap > 3 || (last && gap > 0 && !/^[、,;和及与|]+$/.test(text.slice(last.end, candidate.begin)))) close()
    if (gap >= 0) sections.add(candidate.section)
    chain.push(candidate)
  }
  close()
  return withoutContents(text, out)
}

/** What stands between the entries of a table of contents: leaders, page numbers, the list's marks. */
const leader = /^[.…·•\-—_\d;,、。()第页\u2026]{0,40}$/

/** Headings on lines of their own with nothing but page numbers between them are contents, when they come again. */
function withoutContents(text: string, candidates: Candidate[]): Candidate[] {
  const total = new Map<SectionKey, number>()
  for (const { section } of candidates) total.set(section, (total.get(section) ?? 0) + 1)
  const out: Candidate[] = []
  let chain: Candidate[] = []
  const close = () => {
    const inChain = new Map<SectionKey, number>()
    for (const { section } of chain) inChain.set(section, (inChain.get(section) ?? 0) + 1)
    const again = [...inChain].filter(([section, count]) => (total.get(section) ?? 0) > count).length
    if (!(inChain.has('overview') && inChain.size >= 3 && again >= 3)) out.push(...chain)
    chain = []
  }
  for (const candidate of candidates) {
    const last = chain.at(-1)
    const gap = last ? candidate.begin - last.end : 0
    const rising = !last || sectionKeys.indexOf(candidate.section) >= sectionKeys.indexOf(last.section)
    if (gap > 40 || !rising || !leader.test(text.slice(last?.end ?? candidate.begin, Math.max(last?.end ?? 0, candidate.begin))))
      close()
    chain.push(candidate)
  }
  close()
  // Nothing but contents: then they are headings with nothing under them.
  return out.length > 0 ? out : candidates
}
