/** How much the beginning of a text is like a name, when where the name ends is not known. */

const damaged = '\ufffd'
const damagedCode = damaged.charCodeAt(0)

export interface PrefixMatch {
  /** Characters of the text that the name takes. */
  length: number
  /** 1 for the name itself, less for each character that is missing, added or changed. */
  similarity: number
}

/**
 * The prefix of `text` nearest to `name` by edits; a damaged character (U+FFFD) costs half. Where
 * `ends` says that a line ends at a length, that length is preferred among equals.
 * O(name × name), and most texts are told by their characters alone; null when more than `limit` edits are needed.
 */
export function matchPrefix(text: string, name: string, limit: number, ends: (length: number) => boolean): PrefixMatch | null {
  if (text.startsWith(name)) return { length: name.length, similarity: 1 }
  const near = text.slice(0, name.length + Math.ceil(limit))
  const isDamaged = near.includes(damaged)
  if (lacksMore(near, name, isDamaged ? 2 * limit : limit)) return null
  // Undamaged characters cost a whole edit each: farther from the diagonal no prefix is near enough.
  const costs = measureEdits(near, name, limit, isDamaged ? near.length : Math.floor(limit))
  if (costs === null) return null
  let best = 0
  let bestCost = Number.POSITIVE_INFINITY
  for (let j = 1; j <= near.length; j++) {
    // A whole line is better than a part of it, a length near the name's better than one far off.
    const cost = (costs[j] as number) + Math.abs(j - name.length) * 0.01 - (ends(j) ? 0.6 : 0)
    if (cost < bestCost) {
      best = j
      bestCost = cost
    }
  }
  const distance = costs[best] as number
  return distance > limit ? null : { length: best, similarity: 1 - distance / name.length }
}

/** For each code unit the number of the last text that had it. */
const lastText = new Uint32Array(0x10000)
let texts = 0

/** Whether a text lacks more characters of a name than so many: each is an edit, or half of one where it may have been damaged. */
function lacksMore(text: string, name: string, allowed: number): boolean {
  if (++texts > 0xffffffff) {
    lastText.fill(0)
    texts = 1
  }
  for (let i = 0; i < text.length; i++) lastText[text.charCodeAt(i)] = texts
  let lacking = 0
  for (let i = 0; i < name.length; i++) if (lastText[name.charCodeAt(i)] !== texts && ++lacking > allowed) return true
  return false
}

/** Edits from the whole name to each prefix of the text, no farther than `reach` from the diagonal; null when all are above the limit. */
function measureEdits(text: string, name: string, limit: number, reach: number): Float64Array | null {
  const width = text.length
  let previous = new Float64Array(width + 1)
  let current = new Float64Array(width + 1)
  for (let j = 0; j <= width; j++) previous[j] = j
  for (let i = 1; i <= name.length; i++) {
    const from = Math.max(1, i - reach)
    const to = Math.min(width, i + reach)
    const wanted = name.charCodeAt(i - 1)
    current.fill(Number.POSITIVE_INFINITY)
    if (from === 1) current[0] = i
    let least = i
    for (let j = from; j <= to; j++) {
      const code = text.charCodeAt(j - 1)
      const lost = code === damagedCode
      const replace = (previous[j - 1] as number) + (code === wanted ? 0 : lost ? 0.5 : 1)
      const leave = (previous[j] as number) + 1
      const add = (current[j - 1] as number) + (lost ? 0.25 : 1)
      const value = Math.min(replace, leave, add)
      current[j] = value
      if (value < least) least = value
    }
    if (least > limit) return null
    const swap = previous
    previous = current
    current = swap
  }
  return previous
}
