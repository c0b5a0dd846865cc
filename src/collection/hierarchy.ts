/** Who stands under whom. */
import { nameParts } from './body-name.ts'
import type { Gathered } from './gather.ts'
import { bodyMatcher } from './match-body.ts'
import type { Body } from './roster.ts'

/** Bodies above a body, nearest first; each climb is remembered. */
export function parentsOf(bodies: readonly Body[]): (name: string) => readonly string[] {
  const parent = new Map(bodies.map(body => [body.name, body.parent]))
  const known = new Map<string, readonly string[]>()
  return name => {
    const found = known.get(name)
    if (found) return found
    const climb: string[] = []
    for (let at = parent.get(name); at; at = parent.get(at)) climb.push(at)
    known.set(name, climb)
    return climb
  }
}

/** The body that a name means, as the collection spells it; the name itself where it means none or several. */
export function nameIn(bodies: readonly Body[], name: string): string {
  const match = bodyMatcher({ bodies })(name)
  return match.kind === 'one' ? match.body : name
}

/**
 * The counted bodies at or below a body. Where a roster tells of none below it, the names do: those that
 * carry its region, and those that carry none, unless they carry another; in the last resort all.
 */
export function below({ bodies, counted }: Pick<Gathered, 'bodies' | 'counted'>, name: string): readonly string[] {
  const root = nameIn(bodies, name)
  const above = parentsOf(bodies)
  const found = counted.filter(body => body === root || above(body).includes(root))
  if (found.length > 0) return found
  const { local } = nameParts(root)
  const regions = new Map(counted.map(body => [body, nameParts(body).regions]))
  const within = (body: string) => regions.get(body)?.includes(local) === true
  return counted.some(within) ? counted.filter(body => within(body) || regions.get(body)?.length === 0) : counted
}
