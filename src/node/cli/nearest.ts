/** The candidate that differs least from a mistyped word, or null where none is near. O(length²) a candidate. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length > 64) return null
  const folded = word.toLowerCase()
  let best: string | null = null
  let least = Math.max(2, Math.floor(folded.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(folded, candidate.toLowerCase())
    if (distance < least && distance < Math.max(folded.length, candidate.length)) {
      best = candidate
      least = distance
    }
  }
  return best ?? (folded.length > 1 ? (candidates.find(candidate => candidate.toLowerCase().includes(folded)) ?? null) : null)
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(changed, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    previous = row
  }
  return previous[b.length] ?? 0
}
