import {
  halfName,
  type IssuerKind,
  type IssuerLevel,
  issuerKinds,
  issuerSentences,
  municipalities,
  nationalPrefix,
  noName,
  noRegion,
} from '../form/issuers.ts'

export interface IssuerFacts {
  issuerKind: string | null
  issuerLevel: IssuerLevel | null
  region: string | null
}

const name = /^[\p{Script=Han}()·]{2,40}$/u

/** Could this be a body's name? With `sure` its ending must name a kind of body, too. Text without spaces, half-width. */
export function isName(text: string, sure: boolean): boolean {
  return name.test(text) && !noName.test(text) && (!sure || kindOf(text) !== null)
}

function kindOf(issuer: string): { kind: IssuerKind; ending: string } | null {
  for (const kind of issuerKinds) {
    const ending = kind.endings.find(e => issuer.endsWith(e) && issuer.length > e.length)
    if (ending) return { kind, ending }
  }
  return null
}

/** Kind, level and region of a body by its name alone; null for what the name does not tell. */
export function issuerFacts(issuer: string): IssuerFacts {
  const found = kindOf(issuer)
  if (!found) return { issuerKind: null, issuerLevel: null, region: null }
  const { kind, ending } = found
  const place = issuer.replace(/(?:人民政府|政府|行政公署|行署)$/, '')
  const itself = kind.level === 'county' || kind.level === 'city' || kind.level === 'province' || kind.kind === '市政府'
  const level = municipalities.includes(place) ? 'province' : kind.level
  return {
    issuerKind: kind.kind,
    issuerLevel: level,
    region: itself ? place : regionOf(issuer.slice(0, -ending.length), kind.level === 'town' ? 2 : 0),
  }
}

/**
 * `阳新县枫林` → `阳新县`; null where no region is stated or only seems to be (新市镇, 城市管理局).
 * A town's own name needs two characters behind its region, or what looks like one is part of the name.
 */
function regionOf(name: string, needed: number): string | null {
  let rest = name.replace(nationalPrefix, '')
  let region = ''
  const part = /^(?:\p{Script=Han}{2,7}?(?:自治区|自治州|自治县|自治旗|省|地区|市|区|旗|盟)|\p{Script=Han}{1,7}?县)/u
  for (;;) {
    const next = part.exec(rest)?.[0]
    if (!next || noRegion.test(next) || rest.length - next.length < needed) break
    region += next
    rest = rest.slice(next.length)
  }
  return region === '' ? null : region
}

/** The body that the preamble says issued the report; null where it only says 我镇. */
export function issuerInSentences(text: string): string | null {
  for (const sentence of issuerSentences) {
    const found = sentence.exec(text)?.[1]?.replace(/^(?:由|是|为)/, '')
    if (found && isName(found, true) && !halfName.test(found)) return found
  }
  return null
}
