/** Who stands under whom. */
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

/** The counted bodies at or below a body; all of them where it has none below it, as in a county without a roster. */
export function below({ bodies, counted }: Pick<Gathered, 'bodies' | 'counted'>, name: string): readonly string[] {
  const root = nameIn(bodies, name)
  const above = parentsOf(bodies)
  const found = counted.filter(body => body === root || above(body).includes(root))
  return found.length > 0 ? found : counted
}
