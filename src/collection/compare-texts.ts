/** Which passages of a text were copied from another, which were changed, which are new. */
import { compact, toHalfWidth } from '../text/normalize.ts'

/**
 * `copied`: word for word. `refigured`: word for word but for its figures and years. `changed`: alike
 * for at least half. `added` stands in the later text alone, `removed` in the earlier.
 */
export type PassageFate = 'copied' | 'refigured' | 'changed' | 'added' | 'removed'

export interface Passage {
  fate: PassageFate
  before: string | null
  after: string | null
}

export interface TextComparison {
  passages: Passage[]
  /** Characters of the later text, and how many of them are `copied` or `refigured`. */
  length: number
  copied: number
}

/** More sentences than any section has, and more places than a telling pair of characters has. */
const limits = { sentences: 3000, postings: 60 }

interface Sentence {
  text: string
  same: string
  neutral: string
}

const sentencesOf = (text: string): Sentence[] =>
  text
    .split(/(?<=[。！？!?；;\n][”’」』）)】]{0,2})(?![”’」』）)】])/, limits.sentences)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
    .map(sentence => {
      const same = toHalfWidth(compact(sentence))
      return { text: sentence, same, neutral: same.replace(/\d[\d,.]*/g, '#') }
    })

/**
 * Compares two texts sentence by sentence; each sentence of the earlier text answers for one of the
 * later at most. O(characters × 60).
 */
export function compareTexts(before: string, after: string): TextComparison {
  const earlier = sentencesOf(before)
  const later = sentencesOf(after)
  const free = new Set(earlier.keys())
  const fates = new Map<number, { fate: PassageFate; from: number }>()
  for (const [fate, key] of [
    ['copied', 'same'],
    ['refigured', 'neutral'],
  ] as const) {
    const byKey = new Map<string, number[]>()
    for (const index of free) {
      const sentence = earlier[index]
      if (sentence) byKey.set(sentence[key], [...(byKey.get(sentence[key]) ?? []), index])
    }
    for (const [at, sentence] of later.entries()) {
      if (fates.has(at)) continue
      const from = byKey.get(sentence[key])?.shift()
      if (from === undefined) continue
      fates.set(at, { fate, from })
      free.delete(from)
    }
  }
  for (const [at, from] of likest(earlier, later, free, fates)) fates.set(at, { fate: 'changed', from })
  const passages: Passage[] = later.map((sentence, at) => {
    const found = fates.get(at)
    if (!found) return { fate: 'added', before: null, after: sentence.text }
    free.delete(found.from)
    return { fate: found.fate, before: earlier[found.from]?.text ?? null, after: sentence.text }
  })
  passages.push(...[...free].map(index => ({ fate: 'removed' as const, before: earlier[index]?.text ?? null, after: null })))
  const lengthOf = (taken: (at: number) => boolean) =>
    later.reduce((sum, sentence, at) => sum + (taken(at) ? sentence.same.length : 0), 0)
  return {
    passages,
    length: lengthOf(() => true),
    copied: lengthOf(at => ['copied', 'refigured'].includes(fates.get(at)?.fate ?? '')),
  }
}

const pairsOf = ({ neutral }: Sentence): Set<string> =>
  new Set(Array.from({ length: Math.max(0, neutral.length - 1) }, (_, i) => neutral.slice(i, i + 2)))

/** For each later sentence without an answer, the free earlier one that shares most pairs of characters: at least half of both. */
function likest(
  earlier: readonly Sentence[],
  later: readonly Sentence[],
  free: ReadonlySet<number>,
  done: ReadonlyMap<number, unknown>,
): Map<number, number> {
  const postings = new Map<string, number[]>()
  const sizes = new Map<number, number>()
  for (const index of free) {
    const pairs = pairsOf(earlier[index] as Sentence)
    sizes.set(index, pairs.size)
    for (const pair of pairs) {
      const places = postings.get(pair) ?? []
      if (places.length < limits.postings) places.push(index)
      postings.set(pair, places)
    }
  }
  const taken = new Set<number>()
  const found = new Map<number, number>()
  for (const [at, sentence] of later.entries()) {
    if (done.has(at)) continue
    const pairs = pairsOf(sentence)
    const shared = new Map<number, number>()
    for (const pair of pairs) for (const index of postings.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
    let best = -1
    let likeness = 0.5
    for (const [index, count] of shared) {
      const dice = (2 * count) / (pairs.size + (sizes.get(index) ?? 0))
      if (dice >= likeness && !taken.has(index)) [best, likeness] = [index, dice]
    }
    if (best === -1) continue
    taken.add(best)
    found.set(at, best)
  }
  return found
}
