import type { SourceEntry } from './source-entry.ts'

export interface Duplicate {
  code: 'duplicate/content' | 'duplicate/body-year'
  /** Index of the entry that is kept. */
  kept: number
}

/**
 * Which reports are there twice: of the same content the first by path is kept, of the same body and
 * year the one changed last (of two changed at once, the first by path). O(entries).
 */
export function findDuplicates(entries: readonly SourceEntry[]): Map<number, Duplicate> {
  const duplicates = new Map<number, Duplicate>()
  const byContent = new Map<string, number>()
  const byBody = new Map<string, number>()
  entries.forEach((entry, index) => {
    if ((entry.outcome !== 'parsed' && entry.outcome !== 'duplicate') || entry.sha256 === null) return
    const same = byContent.get(entry.sha256)
    if (same !== undefined) {
      duplicates.set(index, { code: 'duplicate/content', kept: same })
      return
    }
    byContent.set(entry.sha256, index)
    if (entry.issuer === null || entry.year === null) return
    const body = `${entry.issuer}\n${entry.year}`
    const other = byBody.get(body)
    if (other === undefined) {
      byBody.set(body, index)
      return
    }
    const newer = (entry.modified ?? 0) > (entries[other]?.modified ?? 0)
    byBody.set(body, newer ? index : other)
    duplicates.set(newer ? other : index, { code: 'duplicate/body-year', kept: newer ? index : other })
  })
  // A third, newer one may have taken the place of the one that was kept first.
  for (const duplicate of duplicates.values()) {
    if (duplicate.code === 'duplicate/content') continue
    for (let next = duplicates.get(duplicate.kept); next; next = duplicates.get(duplicate.kept)) duplicate.kept = next.kept
  }
  return duplicates
}
