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
 * O(name × name); null when more than `limit` edits are needed.
 */
export function matchPrefix(text: string, name: string, limit: number, ends: (length: number) => boolean): PrefixMatch | null {
  if (text.startsWith(name)) return { length: name.length, similarity: 1 }
  const width = Math.min(text.length, name.length + Math.ceil(limit))
  let previous = new Float64Array(width + 1)
  let current = new Float64Array(width + 1)
  for (let j = 0; j <= width; j++) previous[j] = j
  for (let i = 1; i <= name.length; i++) {
    current[0] = i
    let least = i
    for (let j = 1; j <= width; j++) {
      const code = text.charCodeAt(j - 1)
      const lost = code === damagedCode
      const same = code === name.charCodeAt(i - 1)
      const replace = (previous[j - 1] as number) + (same ? 0 : lost ? 0.5 : 1)
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
  let best = 0
  let bestCost = Number.POSITIVE_INFINITY
  for (let j = 1; j <= width; j++) {
    // A whole line is better than a part of it, a length near the name's better than one far off.
    const cost = (previous[j] as number) + Math.abs(j - name.length) * 0.01 - (ends(j) ? 0.6 : 0)
    if (cost < bestCost) {
      best = j
      bestCost = cost
    }
  }
  const distance = previous[best] as number
  return distance > limit ? null : { length: best, similarity: 1 - distance / name.length }
}
