import { type SectionKey, sectionKeys } from '../model/report.ts'
import type { Candidate } from './candidates.ts'
import type { Stream } from './stream.ts'

/** From this on a candidate stands by itself, whatever its neighbours. */
export const strong = 4.5

/** Content between two headings counts up to this many characters: a list of headings has none. */
const enough = 24
const contentWeight = 2
const nothingBetween = 3

interface Path {
  score: number
  /** Index of the last candidate on it, and the path before. */
  last: number
  before: Path | null
}

/**
 * The best run of sections in the form's order: the sum of scores and of what stands under each
 * heading is greatest. Dynamic programming over candidates × sections; O(n · sections), with the few
 * neighbours that stand nearer than `enough` looked at one by one.
 */
export function chooseInOrder(stream: Stream, candidates: readonly Candidate[]): Candidate[] {
  const settled: (Path | null)[] = sectionKeys.map(() => null)
  let near: { path: Path; section: number; end: number }[] = []
  let best: Path | null = null
  for (const [index, candidate] of candidates.entries()) {
    const section = sectionKeys.indexOf(candidate.section)
    const still: typeof near = []
    for (const entry of near) {
      if (candidate.begin - entry.end >= enough) {
        const score = entry.path.score + contentWeight
        if (score > (settled[entry.section]?.score ?? Number.NEGATIVE_INFINITY)) {
          settled[entry.section] = { ...entry.path, score }
        }
      } else still.push(entry)
    }
    near = still
    let before: Path | null = null
    for (let s = 0; s < section; s++) {
      const path = settled[s]
      if (path && path.score > (before?.score ?? 0)) before = path
    }
    for (const entry of near) {
      const gap = candidate.begin - entry.end
      if (entry.section >= section || gap < 0) continue
      const bonus = contentBetween(stream, entry.end, candidate.begin)
      const score = entry.path.score + (gap === 0 && !candidate.ownLine ? -nothingBetween : bonus)
      if (score > (before?.score ?? 0)) before = { ...entry.path, score }
    }
    const path: Path = { score: (before?.score ?? 0) + candidate.score, last: index, before }
    near.push({ path, section, end: candidate.end })
    if (near.length > 64) near.shift()
    const closing = path.score + contentBetween(stream, candidate.end, stream.text.length)
    if (closing > (best?.score ?? 0)) best = { ...path, score: closing }
  }
  const chosen: Candidate[] = []
  for (let path = best; path; path = path.before) chosen.unshift(candidates[path.last] as Candidate)
  return chosen
}

function contentBetween(stream: Stream, from: number, to: number): number {
  const length = stream.text.slice(from, Math.min(to, from + enough)).includes('\u0001') ? enough : to - from
  return contentWeight * Math.min(1, Math.max(0, length) / enough)
}

/** Candidates grouped into runs of rising sections; a run that holds most of a report is a report. */
export function countReports(stream: Stream, candidates: readonly Candidate[]): { count: number; secondBegins: number } {
  let run = new Set<SectionKey>()
  let content = 0
  let last: Candidate | null = null
  let runBegins = 0
  const reports: number[] = []
  const close = () => {
    if (run.size >= 4 && content >= 2 * run.size) reports.push(runBegins)
  }
  for (const candidate of candidates) {
    if (candidate.score < strong) continue
    const section = sectionKeys.indexOf(candidate.section)
    if (last && candidate.begin < last.end) continue
    if (last) content += Math.min(enough, candidate.begin - last.end)
    if (!last || section <= sectionKeys.indexOf(last.section)) {
      close()
      run = new Set()
      content = 0
      runBegins = candidate.begin
    }
    run.add(candidate.section)
    last = candidate
  }
  if (last) content += Math.min(enough, stream.text.length - last.end)
  close()
  return { count: reports.length, secondBegins: reports[1] ?? stream.text.length }
}
