/** What differs between two wordings of a passage, so that a page can mark it. */

export interface Piece {
  text: string
  /** Stands in both wordings. */
  same: boolean
}

/** Words of Latin letters and figures are whole; every other character is by itself. */
const tokens = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*|[A-Za-z]+|[\s\S]/g) ?? []

/** Beyond so many pairs of tokens only beginnings and ends are compared. */
const mostPairs = 160_000

/** Both wordings in pieces: their longest common sequence of tokens is `same`. O(length²) up to a bound, linear beyond. */
export function markChanges(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const a = tokens(before)
  const b = tokens(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const middleA = a.slice(start, a.length - end)
  const middleB = b.slice(start, b.length - end)
  const common = middleA.length * middleB.length <= mostPairs ? commonTokens(middleA, middleB) : { a: new Set(), b: new Set() }
  const pieces = (all: readonly string[], inMiddle: ReadonlySet<unknown>) =>
    join(all.map((text, at) => ({ text, same: at < start || at >= all.length - end || inMiddle.has(at - start) })))
  return { before: pieces(a, common.a), after: pieces(b, common.b) }
}

function commonTokens(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
  const width = b.length + 1
  // lengths[i × width + j]: of the longest sequence that a from i and b from j have in common.
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found = { a: new Set<number>(), b: new Set<number>() }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found.a.add(i++)
      found.b.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return found
}

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const { text, same } of pieces) {
    const last = joined.at(-1)
    if (last?.same === same) last.text += text
    else joined.push({ text, same })
  }
  return joined
}
