import type { Log } from '../../diagnostic/diagnostic.ts'
import type { Examined } from '../rule.ts'

/**
 * Another body's name in the text, which was then perhaps written for that body. Names are those of the
 * other reports of a batch, or of a roster; only towns, townships and subdistricts are looked for, each
 * by its short name (尚田镇), because departments are named in every report, and a town's report seldom
 * has reason to name its neighbour. A name that is part of the body's own name is not another's.
 *
 * @example
 *   issuer = 溪口镇人民政府
 *   others = 尚田镇人民政府、莼湖街道办事处
 *   overview: 尚田镇高度重视政务公开工作。
 *   → text/other-body
 *
 * @example
 *   issuer = 溪口镇人民政府
 *   others = 溪口镇人民政府、尚田镇人民政府、区财政局
 *   overview: 溪口镇高度重视政务公开工作，按区财政局要求公开。
 *   → nothing
 */
export function otherBody({ report }: Examined, others: ReadonlySet<string>, log: Log): void {
  const own = shortName(report.issuer ?? '')
  if (own === null) return
  for (const section of [report.sections.overview, report.sections.problems, report.sections.other]) {
    const found = firstName(section.text, others, own)
    if (found === null) continue
    const quote = section.text.slice(Math.max(0, found.at - 10), found.at + found.name.length + 20).replace(/\s+/g, ' ')
    log.add('text/other-body', { place: section.place ?? {}, args: { name: found.name, quote } })
    return
  }
}

const longest = 10

/** The first of the names in a text that is no part of the own name, nor the own name a part of it. O(length of the text). */
function firstName(text: string, names: ReadonlySet<string>, own: string): { name: string; at: number } | null {
  for (const ending of text.matchAll(/镇|乡|街道|苏木/g)) {
    const end = ending.index + ending[0].length
    for (let at = Math.max(0, end - longest); at <= end - shortest; at++) {
      const name = text.slice(at, end)
      if (names.has(name) && !own.includes(name) && !name.includes(own) && text.slice(end - own.length, end) !== own)
        return { name, at }
    }
  }
  return null
}

/** Short names of the bodies that are towns. */
export const shortNames = (names: Iterable<string>): Set<string> => new Set([...names].flatMap(name => shortName(name) ?? []))

const shortest = 3

/** `奉化区溪口镇人民政府` → `溪口镇`; null for a body that is no town. */
function shortName(name: string): string | null {
  const bare = name.replace(/(?:人民政府)?(?:办事处|办公室)?$/, '')
  const match = /([^省市区县州盟旗]{1,8}(?:镇|乡|街道|苏木))$/.exec(bare)
  const short = match?.[1]
  return short !== undefined && short.length >= shortest ? short : null
}
