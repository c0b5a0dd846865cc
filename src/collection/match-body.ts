/** Which body of a roster a report's issuer is. */
import { isTownName, type NameParts, nameParts } from './body-name.ts'
import type { Roster } from './roster.ts'

export type BodyMatch = { kind: 'one'; body: string } | { kind: 'several'; bodies: string[] } | { kind: 'none' }

interface Entry {
  body: string
  parts: NameParts
  /** Own regions and those above it, nearest first. */
  regions: string[]
}

/**
 * Makes the matcher of a roster: by name, alias, shorter name, then by own name and region. A name
 * that fits several bodies is never given to one of them. Each match is O(length of the name + bodies
 * of the same own name).
 */
export function bodyMatcher(roster: Roster): (issuer: string) => BodyMatch {
  const exact = new Map<string, Set<string>>()
  const byLocal = new Map<string, Entry[]>()
  const bodyOf = new Map(roster.bodies.map(body => [body.name, body]))
  const put = (spelling: string, body: string) => {
    const found = exact.get(spelling) ?? new Set()
    exact.set(spelling, found.add(body))
  }
  for (const body of roster.bodies) {
    const above: string[] = []
    for (let at = body.parent; at !== null; at = bodyOf.get(at)?.parent ?? null) {
      const parts = nameParts(at)
      above.push(parts.local, ...parts.regions.toReversed())
    }
    for (const spelling of [body.name, ...body.aliases]) {
      const parts = nameParts(spelling)
      put(parts.core, body.name)
      const entries = byLocal.get(parts.local) ?? []
      entries.push({ body: body.name, parts, regions: [...parts.regions.toReversed(), ...above] })
      byLocal.set(parts.local, entries)
    }
  }
  return issuer => {
    const parts = nameParts(issuer)
    const candidates = byLocal.get(parts.local) ?? []
    const same = exact.get(parts.core)
    // 溪口镇 alone, where two counties have one: its own row is not yet proof that it is meant.
    if (same && (same.size > 1 || parts.regions.length > 0 || isUnique(candidates))) return toMatch([...same])
    return toMatch([...new Set(candidates.filter(entry => regionsAgree(parts, entry)).map(entry => entry.body))])
  }
}

const isUnique = (entries: readonly Entry[]) => new Set(entries.map(entry => entry.body)).size === 1

const toMatch = (bodies: string[]): BodyMatch =>
  bodies.length === 0
    ? { kind: 'none' }
    : bodies.length === 1
      ? { kind: 'one', body: bodies[0] as string }
      : { kind: 'several', bodies: bodies.toSorted() }

/** A town may be named under any region above it; a department only under the one it belongs to. */
function regionsAgree(name: NameParts, entry: Entry): boolean {
  const nearest = name.regions.at(-1)
  const own = entry.regions.find(above => /[省市州盟县区旗]$/.test(above))
  if (nearest === undefined || own === undefined) return true
  return isTownName(name.local) ? entry.regions.includes(nearest) : nearest === own
}
