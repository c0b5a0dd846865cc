/** A county that never was: bodies, years and reports from a seed, with what goes wrong in real ones. */
import type { Roster } from '../../src/collection/roster.ts'
import type { Code } from '../../src/diagnostic/catalogue.ts'
import { cellsOfForm, type EditionId } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'
import { absentCell, type Cell } from '../../src/model/cell.ts'
import { type ReportModel, type SectionKey, schemaVersion, sectionKeys } from '../../src/model/report.ts'
import { nestCells, tableShape } from '../../src/model/tables.ts'

/** mulberry32: the same numbers for the same seed, everywhere. */
export function random(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    below: (n: number) => Math.floor(next() * n),
    chance: (p: number) => next() < p,
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
  }
}
export type Random = ReturnType<typeof random>

const applicants = tableShape.requests.newlyReceived.slice(0, 6)

export type Figures = Map<string, number>

/** Figures of one report that satisfy every identity, also with the year before. */
export function randomFigures(edition: EditionId, rng: Random, before?: Figures, size = 6): Figures {
  const figures: Figures = new Map()
  const requestRows = forms[edition].tables.requests.blocks.flatMap(block => block.rows.map(row => row.id))
  const outcomes = requestRows.filter(row => !['newlyReceived', 'carriedOver', 'outcomesTotal', 'carriedForward'].includes(row))
  const put = (id: string, value: number) => figures.set(id, value)
  const get = (id: string) => figures.get(id) ?? 0
  for (const applicant of applicants) {
    const at = (row: string) => `requests.${row}.${applicant}`
    for (const row of outcomes) put(at(row), rng.chance(0.3) ? rng.below(size) : 0)
    const over = before?.get(at('carriedForward')) ?? rng.below(3)
    put(at('carriedOver'), over)
    put(at('carriedForward'), rng.below(3))
    const done = outcomes.reduce((sum, row) => sum + get(at(row)), 0)
    const lacking = Math.max(0, over - done - get(at('carriedForward')))
    put(at('granted'), get(at('granted')) + lacking)
    put(at('outcomesTotal'), done + lacking)
    put(at('newlyReceived'), done + lacking + get(at('carriedForward')) - over)
  }
  for (const row of requestRows)
    put(
      `requests.${row}.total`,
      applicants.reduce((sum, a) => sum + get(`requests.${row}.${a}`), 0),
    )
  for (const group of ['administrativeReview', 'directLitigation', 'litigationAfterReview']) {
    const results = ['upheld', 'corrected', 'otherResult', 'pending']
    for (const result of results) put(`disputes.${group}.${result}`, rng.chance(0.4) ? rng.below(4) : 0)
    put(
      `disputes.${group}.total`,
      results.reduce((sum, r) => sum + get(`disputes.${group}.${r}`), 0),
    )
  }
  for (const { id, table, column } of cellsOfForm(forms[edition])) {
    if (table !== 'disclosure') continue
    if (column.kind === 'amount') put(id, rng.below(100_000) / 1000)
    else if (column.kind === 'change') put(id, rng.below(9) - 4)
    else put(id, rng.below(40))
  }
  for (const row of edition === '2021' ? ['disclosure.rules', 'disclosure.normativeDocuments'] : []) {
    const held = before?.get(`${row}.inForce`) ?? rng.below(50) + 40
    put(`${row}.repealed`, rng.below(Math.min(5, held)))
    put(`${row}.inForce`, held + get(`${row}.issued`) - get(`${row}.repealed`))
  }
  return figures
}

export const readCell = (value: number, unit?: string, flags: Code[] = []): Cell => ({
  value,
  status: 'read',
  raw: String(value),
  place: null,
  ...(unit === undefined ? {} : { unit }),
  flags,
})

export const nullCell = (status: 'blank' | 'missing' | 'unreadable' | 'ambiguous', raw: string | null = null): Cell => ({
  value: null,
  status,
  raw,
  place: null,
  flags: [],
})

export interface ReportParts {
  issuer: string | null
  year: number | null
  edition: EditionId | null
  cells: ReadonlyMap<string, Cell>
  name?: string
  level?: ReportModel['issuerLevel']
  kind?: string
  texts?: Partial<Record<SectionKey, string>>
}

export function makeReport({ issuer, year, edition, cells, name, level, kind, texts = {} }: ReportParts): ReportModel {
  const blocks = ['rules', 'licensing', 'penalties', 'fees', 'procurement', 'requests', 'disputes'] as const
  const has = (block: string) => edition !== null && cellsOfForm(forms[edition]).some(cell => cell.block === block)
  return {
    schemaVersion,
    source: { name: name ?? `${issuer}-${year}.docx`, kind: 'docx', encoding: null },
    edition,
    editions: Object.fromEntries(blocks.map(block => [block, has(block) ? edition : null])) as ReportModel['editions'],
    title: null,
    issuer,
    issuerKind: kind ?? null,
    issuerLevel: level ?? null,
    region: null,
    year,
    period: null,
    sections: Object.fromEntries(
      sectionKeys.map(key => [
        key,
        { present: key in texts, heading: null, place: null, text: texts[key] ?? '', subsections: [] },
      ]),
    ) as unknown as ReportModel['sections'],
    ...nestCells(cells, absentCell),
    narrative: [],
    problems: { none: false, items: [] },
    otherMatters: { none: false, feeCharged: null, feeAmount: null, statements: [] },
  }
}

/** Figures as sure cells. */
export const asCells = (figures: ReadonlyMap<string, number>): Map<string, Cell> =>
  new Map([...figures].map(([id, value]) => [id, readCell(value, id.endsWith('.amount') ? '万元' : undefined)]))

export interface County {
  roster: Roster
  years: readonly number[]
  reports: ReportModel[]
  /** What was put in, by body and year; a body that did not report is not in it. */
  cells: Map<string, Map<string, Cell>>
}

const towns = ['溪口', '江口', '尚田', '莼湖', '松岙', '裘村', '大堰', '西坞', '白杜', '董岙', '楼岩', '斑竹']
const departments = ['教育', '公安', '民政', '司法', '财政', '水利', '交通运输', '农业农村', '商务', '审计', '统计', '卫生健康']

/** `size` bodies over the years; the first years on the form of 2019, later ones mostly on that of 2021. */
export function randomCounty(seed: number, { size = 60, years = [2020, 2021, 2022], faults = true } = {}): County {
  const rng = random(seed)
  const county = '临江县'
  const bodies = Array.from({ length: size }, (_, i) => {
    const series = i < 24 ? '' : `${'甲乙丙丁戊己庚辛'[Math.floor(i / 24) % 8]}${i >= 192 ? Math.floor(i / 192) : ''}`
    const town = i % 2 === 0
    const stem = town ? towns[(i / 2) % 12] : departments[((i - 1) / 2) % 12]
    const suffix = town ? (i % 6 === 0 ? '街道' : '镇') : '局'
    const level = town ? ('town' as const) : ('department' as const)
    return { name: `${series}${stem}${suffix}`, aliases: [], kind: suffix, level, parent: `${county}人民政府` }
  })
  const top = { name: `${county}人民政府`, aliases: [], kind: '县政府', level: 'county' as const, parent: null }
  const reports: ReportModel[] = []
  const given = new Map<string, Map<string, Cell>>()
  for (const body of bodies) {
    let before: Figures | undefined
    for (const year of years) {
      const edition: EditionId = year < 2021 || (faults && rng.chance(0.1)) ? '2019' : '2021'
      const figures = randomFigures(edition, rng, before)
      before = figures
      if (faults && rng.chance(0.05)) continue
      const cells = asCells(figures)
      if (faults && rng.chance(0.3)) spoil(cells, rng)
      const variants = [body.name, `${county}${body.name}`, `临江市${county}${body.name}`]
      if (body.kind === '镇') variants.push(`${body.name}人民政府`)
      if (body.kind === '街道') variants.push(`${county}${body.name}办事处`)
      const parts = { issuer: rng.pick(variants), year, edition, cells, level: body.level, kind: body.kind }
      reports.push(makeReport({ ...parts, name: `${body.name}-${year}.docx` }))
      if (faults && rng.chance(0.02)) reports.push(makeReport({ ...parts, name: `副本-${body.name}-${year}.docx` }))
      given.set(`${body.name} ${year}`, cells)
    }
  }
  return { roster: { bodies: [...bodies, top] }, years, reports, cells: given }
}

/** Makes some cells unknown, others doubted. */
function spoil(cells: Map<string, Cell>, rng: Random) {
  for (const [id, cell] of cells) {
    const fate = rng.next()
    if (fate < 0.03) cells.set(id, nullCell(rng.pick(['blank', 'missing', 'unreadable', 'ambiguous'])))
    else if (fate < 0.06) cells.set(id, { ...cell, flags: ['identity/broken'] })
  }
}
