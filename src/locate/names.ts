import { rowLabelsLikeHeadings, sectionHeadings } from '../form/headings.ts'
import { type SectionKey, sectionKeys } from '../model/report.ts'
import { labelKey } from '../text/label.ts'
import { matchPrefix } from './similarity.ts'

export interface NameMatch {
  section: SectionKey
  length: number
  similarity: number
}

const rowLabels = rowLabelsLikeHeadings.map(labelKey)
const nothingSaid = /无|没有|不存在|暂未/

/** Names that a window begins with: by likeness, else by key words; one match a section. */
export function matchNames(window: string, ends: readonly number[]): NameMatch[] {
  const first = labelKey(window.slice(0, ends[0]))
  if (rowLabels.some(label => first.startsWith(label))) return []
  const title = titleIn(window, ends)
  const matches: NameMatch[] = []
  for (const section of sectionKeys) {
    const { names, keywords } = sectionHeadings[section]
    let best: NameMatch | null = null
    let bestRank = 0
    for (const name of names) {
      const match = matchPrefix(window, name, Math.floor(name.length * 0.3), length => ends.includes(length))
      if (!match) continue
      const rank = name.length * (2 * match.similarity - 1) + (ends.includes(match.length) ? 2 : 0)
      if (rank <= bestRank) continue
      best = { section, ...match }
      bestRank = rank
    }
    const words = keywords.exec(title)?.[0].length ?? 0
    if (best && words > best.length && words <= best.length + 4) best = { ...best, length: words }
    if (words > 0 && (!best || best.similarity < 0.8)) {
      // Key words say that a line is a heading; when the line ends soon after, it ends there.
      const line = ends[0] ?? window.length
      const wholeLine = line >= words && line - words <= 6 && !/[。;,:]/.test(window.slice(0, line))
      best = {
        section,
        length: wholeLine ? line : Math.max(words, best?.length ?? 0),
        similarity: Math.max(0.5, best?.similarity ?? 0),
      }
    }
    // `无其他需要报告的事项` is the content, not the heading.
    if (best && !nothingSaid.test(window.slice(0, best.length))) matches.push(best)
  }
  return matches
}

/** As much of a window as may be one wrapped title: figures, brackets and bars begin something else. */
function titleIn(window: string, ends: readonly number[]): string {
  let begin = 0
  for (const end of ends) {
    if (/^[\d.]*$/.test(window.slice(begin, end)) || /^[(\d|]/.test(window.slice(end, end + 1))) return window.slice(0, end)
    begin = end
  }
  return window
}
