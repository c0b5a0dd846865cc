/** Which bodies there are when no roster says so, and which of them are the sum of others. */
import { nameParts } from './body-name.ts'
import { type Body, type Level, levelFromName, type Roster } from './roster.ts'

/** A report's issuer as the report itself tells. */
export interface Issuer {
  issuer: string
  level: Level | null
  kind: string | null
}

const ranks: Readonly<Record<Level, number>> = { department: 0, town: 0, county: 1, city: 2, province: 3 }
const rankOf = (body: Body) => (body.level === null ? 0 : ranks[body.level])

/**
 * Bodies that are the sum of others. In a roster: those of county rank or higher with bodies below
 * them. Without one: every body of a higher rank than the lowest met, since its report may hold theirs.
 */
export function rollUpsOf(roster: Roster, guessed: boolean): ReadonlySet<string> {
  const parents = new Set(roster.bodies.map(body => body.parent))
  const lowest = Math.min(...roster.bodies.map(rankOf))
  const isRollUp = (body: Body) => (guessed ? rankOf(body) > lowest : parents.has(body.name) && rankOf(body) > 0)
  return new Set(roster.bodies.filter(isRollUp).map(body => body.name))
}

/** The bodies met, each once under its fullest name: 溪口镇 and 奉化区溪口镇 are one where only one 溪口镇 was met. */
export function rosterOf(issuers: Iterable<Issuer>): Roster {
  const byCore = new Map<string, Body>()
  for (const { issuer, level, kind } of issuers) {
    const { core } = nameParts(issuer)
    const known = byCore.get(core)
    if (!known || issuer.length > known.name.length || (known.level === null && level !== null)) {
      const name = known && known.name.length > issuer.length ? known.name : issuer
      byCore.set(core, { name, aliases: [], kind, level: level ?? levelFromName(issuer), parent: null })
    }
  }
  const fullest = [...byCore].toSorted(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
  const locals = new Map<string, { cores: string[]; bodies: Body[] }>()
  for (const [core, body] of fullest) {
    const { local } = nameParts(core)
    const group = locals.get(local) ?? { cores: [], bodies: [] }
    locals.set(local, group)
    // A shorter name is a body of its own only where no fuller one was met; if several were, it fits none.
    if (group.cores.some(fuller => fuller.endsWith(core))) continue
    group.cores.push(core)
    group.bodies.push(body)
  }
  return { bodies: [...locals.values()].flatMap(group => group.bodies) }
}
