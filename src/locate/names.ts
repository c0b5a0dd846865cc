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
/** Official names that are long enough to be no end of another. */
const longNames = sectionKeys.map(key => sectionHeadings[key].names[0]).filter(name => name.length >= 8)
const nothingSaid = /无|没有|不存在|暂未/

/** What may be a title and what follows it, with the lengths at which a line ends or a space stands. */
export interface Window {
  text: string
  ends: readonly number[]
  gaps: readonly number[]
}

/** Names that a window begins with: by likeness, else by key words; one match a section. */
export function matchNames(window: Window): NameMatch[] {
  const { text, ends } = window
  const first = labelKey(text.slice(0, ends[0]))
  if (rowLabels.some(label => first.startsWith(label))) return []
  const title = titleIn(text, ends)
  const matches: NameMatch[] = []
  for (const section of sectionKeys) {
    const match = matchSection(window, title, section)
    // `无其他需要报告的事项` is the content, not the heading.
    if (match && !nothingSaid.test(text.slice(0, match.length))) matches.push(match)
  }
  return matches
}

function matchSection(window: Window, title: string, section: SectionKey): NameMatch | null {
  const { text, ends } = window
  const { names, keywords } = sectionHeadings[section]
  let best: NameMatch | null = null
  let bestRank = 0
  for (const name of names) {
    const match = matchPrefix(text, name, Math.floor(name.length * 0.3), length => ends.includes(length))
    if (!match) continue
    const rank = name.length * (2 * match.similarity - 1) + (ends.includes(match.length) ? 2 : 0)
    if (rank <= bestRank) continue
    best = { section, ...match }
    bestRank = rank
  }
  const words = keywords.exec(title)?.[0].length ?? 0
  if (best && words > best.length && words <= best.length + 4) best = { ...best, length: words }
  if (best && best.similarity >= 0.8) return best
  if (words > 0) {
    const whole = title.slice(0, words).includes(names[0]) ? 0.9 : 0.5
    return {
      section,
      length: titleEnd(window, Math.max(words, best?.length ?? 0)),
      similarity: Math.max(whole, best?.similarity ?? 0),
    }
  }
  return best ?? behindWords(window, title, section)
}

/** Key words say that a line is a heading; when the line ends soon after them, the heading ends with it. */
function titleEnd({ text, ends, gaps }: Window, words: number): number {
  const line = ends.find(end => end >= words) ?? text.length
  const spaced = gaps.length > text.length / 3
  const more = text.slice(words, line)
  return more.length <= 6 &&
    /^(?:[及和与的]?\p{Script=Han}*)$/u.test(more) &&
    !/^第/.test(more) &&
    (spaced || !gaps.includes(words))
    ? line
    : words
}

/** The official name, slightly damaged, behind some words of the report's own (行政机关…). */
function behindWords({ text, ends }: Window, title: string, section: SectionKey): NameMatch | null {
  const name = sectionHeadings[section].names[0]
  if (name.length < 8 || !title.includes(name.slice(-4))) return null
  for (let before = 1; before <= 8; before++) {
    const match = matchPrefix(text.slice(before), name, 2, length => ends.includes(before + length))
    if (match && match.similarity > 0.8) return { section, length: before + match.length, similarity: 0.5 }
    if (/[。;,:、()\d]/.test(text[before - 1] ?? '')) return null
  }
  return null
}

/** As much of a window as may be one wrapped title: figures, leaders, brackets, bars, numbers and names begin or end something else. */
function titleIn(window: string, ends: readonly number[]): string {
  for (const end of ends) {
    const next = window.slice(end)
    if (/[\d.…·]$/.test(window.slice(0, end)) || /^(?:[(\d|]|[一二三四五六七八九十]{1,2}[、.])/.test(next))
      return window.slice(0, end)
    if (end > 6 && longNames.some(name => next.startsWith(name))) return window.slice(0, end)
  }
  return window
}
