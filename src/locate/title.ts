import type { Block, Place } from '../document/document.ts'
import { noName, titleCore } from '../form/issuers.ts'
import { compact, toHalfWidth } from '../text/normalize.ts'
import { readYear, yearPattern } from './dates.ts'
import { isName, issuerFacts } from './issuer.ts'

export interface Title {
  text: string
  place: Place
  issuer: string | null
  year: number | null
}

const year = new RegExp(`(?:${yearPattern})(?=年|度|政|信|\\D|$)年?(?:年?度)?`)
const odd = /^[\p{L}\p{N}()·]{2,40}$/u
/** Lines looked at before the first section, and characters of a title. */
const limits = { lines: 60, title: 80 }

/**
 * The report's title among the lines before the first section: one to three lines, of which the ones
 * with issuer and year win over a bare repetition. A title may be glued to the preamble behind it.
 */
export function findTitle(blocks: readonly Block[]): Title | null {
  const lines: Line[] = []
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue
    for (const part of block.text.split(/[\n\r\f\v]+/)) {
      const text = compact(part.replace(/^\s*(?:标\s*题|名\s*称)\s+/, '')).replace(
        /^[#*>|]+(?:(?:信息)?(?:名称|标题)[:：])?|^(?:信息)?(?:名称|标题)[:：]|[*|]+$/g,
        '',
      )
      if (text !== '') lines.push({ text, printed: part.trim(), place: block.place })
      if (lines.length >= limits.lines) break
    }
    if (lines.length >= limits.lines) break
  }
  let best: Title | null = null
  for (let i = 0; i < lines.length; i++) {
    let joined = ''
    for (let j = i; j < Math.min(i + 3, lines.length); j++) {
      joined += (lines[j] as Line).text
      const title = readTitle(joined, j === i)
      if (!title) continue
      if (beginsBeforeTitle(lines.slice(i, j + 1))) break
      const found = { ...title, place: (lines[i] as Line).place }
      if (!best || worth(found) > worth(best)) best = found
      break
    }
  }
  return best
}

/**
 * Is the first of these lines the page's (`登录 注册`, `有效`, a menu) and not the name's beginning? Only where
 * the lines behind it are a title by themselves, with a body and a year: 长山县⏎云岭镇2021年… stays one name,
 * and so does 云岭县退役军人⏎事务局2021年…
 */
function beginsBeforeTitle(lines: readonly Line[]): boolean {
  return lines.some((line, i) => {
    const rest = lines.slice(i + 1)
    const title = rest.length > 0 ? readTitle(rest.map(({ text }) => text).join('')) : null
    if (!title?.issuer || title.year === null || !isName(title.issuer, true)) return false
    const { issuerKind, issuerLevel, region } = issuerFacts(line.text)
    if (region === line.text || (issuerLevel !== null && governing.has(issuerLevel)) || issuerKind === '市政府') return false
    if (issuerFacts(title.issuer).region !== null || !isName(toHalfWidth(line.text), false) || /[(]/.test(toHalfWidth(line.text)))
      return true
    const apart = (rest[0]?.place.line ?? 0) - (line.place.line ?? 0) > 1
    return (apart || /\S{2}\s+\S{2}/.test(line.printed)) && !/[省市县区旗州盟镇乡局]/.test(line.text)
  })
}

interface Line {
  text: string
  /** With its spaces. */
  printed: string
  place: Place
}

const governing = new Set(['county', 'city', 'province'])

const worth = (title: Title): number => (title.issuer ? 2 : 0) + (title.year ? 1 : 0)

/**
 * Reads `<issuer><year>年政府信息公开工作年度报告` and its variants: year first, no year, no issuer,
 * 关于…, 人民政府信息公开 (the 政府 belongs to both). null for anything that is no title.
 */
export function readTitle(printed: string, mayGoOn = false): Omit<Title, 'place'> | null {
  const text = toHalfWidth(printed.slice(0, limits.title + 400))
  const core = titleCore.exec(text)
  if (!core || core.index > limits.title) return null
  const end = core.index + core[0].length
  const rest = text.slice(end)
  // Behind it: nothing, a date in brackets, or the name of the site.
  const whole = /^(?:[(][^()。]{0,16}[)]|[-_|–—]+[^。,;]{0,40})?$/.test(rest)
  const before = text.slice(0, core.index)
  if (/[。,;:!?《“"、]/.test(before)) return null
  const subject = core[1] as string
  const prefix = before.endsWith('人民') && subject.startsWith('政府') ? `${before}政府` : before
  const issuer = prefix
    .replace(year, '')
    .replace(/^关于(?:印发)?/, '')
    .replace(/关于$|的$/, '')
    .replace(/^(?:年度?)|[()]$/g, '')
  const stated = new RegExp(yearPattern).exec(text.slice(0, end))?.[0]
  const readable = stated === undefined ? null : readYear(stated)
  const named = issuer !== '' && isName(issuer, !whole || issuer.length > 16)
  // A name of an odd kind does not unmake a title, but is not taken for a name.
  if (issuer !== '' && !named && !(whole && readable !== null && odd.test(issuer) && !noName.test(issuer))) return null
  if (!whole && !(mayGoOn && named && readable !== null)) return null
  const trailing = /^[(][^()。]{0,16}[)]/.exec(rest)?.[0].length ?? 0
  return { text: printed.slice(0, end + (whole ? trailing : 0)), issuer: named ? issuer : null, year: readable }
}
