/** Whose reports are expected: names, aliases, kind, level, and under whom each stands. */
import { createLog, type Diagnostic, type Log } from '../diagnostic/diagnostic.ts'
import type { ReportModel } from '../model/report.ts'
import { decode } from '../read/decode.ts'
import { UnreadableSourceError } from '../read/unreadable.ts'
import { parseCsv } from '../text/csv.ts'
import { compact, toHalfWidth } from '../text/normalize.ts'
import { isTownName, nameParts } from './body-name.ts'

export type Level = NonNullable<ReportModel['issuerLevel']>

export interface Body {
  name: string
  aliases: readonly string[]
  /** As the roster words it (镇, 街道, 局 …). */
  kind: string | null
  level: Level | null
  /** Name of the body it stands under, as that body's own row spells it. */
  parent: string | null
}

export interface Roster {
  bodies: readonly Body[]
}

type Field = keyof Body

const headers: Readonly<Record<Field, readonly string[]>> = {
  name: ['name', 'body', 'issuer', '名称', '单位', '单位名称', '机关', '机关名称', '发布机关', '部门', '部门名称'],
  aliases: ['aliases', 'alias', '别名', '曾用名', '简称', '其他名称'],
  kind: ['kind', 'type', '类型', '类别', '性质', '单位类型', '机构类型'],
  level: ['level', '级别', '层级', '单位层级'],
  parent: ['parent', '上级', '上级单位', '上级机关', '所属', '隶属', '主管单位', '所属地区'],
}

const levelWords: Readonly<Record<Level, readonly string[]>> = {
  province: ['province', '省', '省级', '自治区', '直辖市'],
  city: ['city', '市', '市级', '地级', '地市', '州', '盟'],
  county: ['county', '县', '区', '县级', '区级', '区县', '县区', '县(市、区)', '区县级', '旗'],
  town: ['town', '镇', '乡', '镇级', '乡镇', '街道', '镇街', '乡镇街道', '乡级', '乡科级'],
  department: ['department', '部门', '局', '委', '办', '县直', '区直', '市直', '直属'],
}

const key = (text: string) => toHalfWidth(compact(text)).toLowerCase()

/** The level that a word of the roster names, Chinese or English; null where it names none. */
export function levelOf(word: string): Level | null {
  const wanted = key(word)
  for (const [level, words] of Object.entries(levelWords)) if (words.includes(wanted)) return level as Level
  return null
}

/**
 * Reads a roster: CSV with a header in Chinese or English, its columns in any order, `name` alone
 * required; several aliases are divided by `;` `；` `、` `|` or `/`. Bytes are UTF-8, with or without
 * a byte order mark, UTF-16 with one, or else GBK. O(length).
 */
export function parseRoster(source: Uint8Array | string, file: string): { roster: Roster; diagnostics: Diagnostic[] } {
  const log = createLog(file)
  const [header, ...records] = parseCsv(typeof source === 'string' ? source : textOf(source, log))
  const column = new Map<Field, number>()
  for (const [index, title] of (header?.fields ?? []).entries()) {
    for (const [field, titles] of Object.entries(headers)) {
      if (titles.includes(key(title)) && !column.has(field as Field)) column.set(field as Field, index)
    }
  }
  if (!column.has('name')) {
    log.add('roster/no-header', { place: { line: 1 }, args: { found: (header?.fields ?? []).join(', ') } })
    return { roster: { bodies: [] }, diagnostics: log.diagnostics }
  }
  const bodies = new Map<string, Body>()
  const lines = new Map<string, number>()
  for (const { fields, line } of records) {
    const at = (field: Field) => fields[column.get(field) ?? -1] ?? ''
    const name = compact(at('name'))
    if (name === '') {
      log.add('roster/no-name', { place: { line } })
      continue
    }
    if (bodies.has(name)) {
      log.add('roster/repeated', { place: { line }, args: { name, first: lines.get(name) ?? null } })
      continue
    }
    lines.set(name, line)
    bodies.set(name, {
      name,
      aliases: at('aliases')
        .split(/[;；、|/]/)
        .map(compact)
        .filter(alias => alias !== '' && alias !== name),
      kind: at('kind') || null,
      level: levelOf(at('level')) ?? levelOf(at('kind')) ?? levelFromName(name),
      parent: compact(at('parent')) || null,
    })
  }
  return { roster: { bodies: settleParents(bodies, lines, log) }, diagnostics: log.diagnostics }
}

const deepest = 20

/**
 * Finds each parent by name, alias or shorter name. A parent without a row of its own is added as a
 * body above; one that stands below its own child is said and left out: no sum may go round.
 */
function settleParents(bodies: ReadonlyMap<string, Body>, lines: ReadonlyMap<string, number>, log: Log): Body[] {
  const known = new Map<string, string>()
  for (const { name, aliases } of bodies.values()) {
    for (const spelling of [...aliases, nameParts(name).core]) if (!known.has(spelling)) known.set(spelling, name)
  }
  const added = new Map<string, Body>()
  const parentOf = new Map<string, string>()
  for (const { name, parent: stated } of bodies.values()) {
    if (stated === null) continue
    const parent = bodies.has(stated) ? stated : (known.get(stated) ?? known.get(nameParts(stated).core) ?? stated)
    const place = { line: lines.get(name) }
    if (!bodies.has(parent) && !added.has(parent)) {
      log.add('roster/unknown-parent', { place, args: { name, parent } })
      added.set(parent, { name: parent, aliases: [], kind: null, level: levelFromName(parent), parent: null })
    }
    if (climbs(parentOf, parent, name)) log.add('roster/parent-cycle', { place, args: { name, parent } })
    else parentOf.set(name, parent)
  }
  return [...bodies.values(), ...added.values()].map(body => ({ ...body, parent: parentOf.get(body.name) ?? null }))
}

/** Whether `target` stands at or above `from`, or the climb is deeper than any administration is. */
function climbs(parentOf: ReadonlyMap<string, string>, from: string, target: string): boolean {
  let at: string | undefined = from
  for (let depth = 0; at !== undefined; depth++) {
    if (at === target || depth > deepest) return true
    at = parentOf.get(at)
  }
  return false
}

/** The level that a body's own name tells; a city of county rank reads as a city. */
export function levelFromName(name: string): Level | null {
  const { local, core } = nameParts(name)
  if (isTownName(local)) return 'town'
  if (/省$|自治区$/.test(core)) return 'province'
  if (/[市州盟]$|地区$/.test(local)) return 'city'
  if (/[县区旗]$/.test(local)) return 'county'
  return /[局厅委办]$|委员会$|管委会$|政府办公室$|中心$/.test(local) ? 'department' : null
}

function textOf(bytes: Uint8Array, log: Log): string {
  try {
    return decode(bytes, log).text
  } catch (error) {
    // No text at all has no header either, which is what is then said of it.
    if (error instanceof UnreadableSourceError) return ''
    throw error
  }
}
