/** A county as an ingest would leave it: bodies of very different sizes, places, quotations, and what goes wrong. */
import { checkReport } from '../../src/check/check.ts'
import type { Roster } from '../../src/collection/roster.ts'
import { createLog, type Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import type { EditionId } from '../../src/form/form.ts'
import type { Cell } from '../../src/model/cell.ts'
import type { ReportModel } from '../../src/model/report.ts'
import { cellsById } from '../../src/model/tables.ts'
import { asCells, type Figures, makeReport, nullCell, type Random, random, randomFigures } from '../collection/county.ts'

export interface IngestedReport {
  report: ReportModel
  diagnostics: Diagnostic[]
}

export interface IngestedCounty {
  roster: Roster
  reports(): Generator<IngestedReport>
}

const towns = [
  '溪口',
  '江口',
  '尚田',
  '莼湖',
  '松岙',
  '裘村',
  '大堰',
  '西坞',
  '白杜',
  '董岙',
  '楼岩',
  '斑竹',
  '石门',
  '云岭',
  '青山',
]
const offices = [
  '教育',
  '公安',
  '民政',
  '司法',
  '财政',
  '水利',
  '交通运输',
  '农业农村',
  '商务',
  '审计',
  '统计',
  '卫生健康',
  '自然资源',
  '住房和城乡建设',
  '市场监督管理',
]

/** `size` bodies over the years, one report at a time: a large county is never held in memory. */
export function ingestedCounty(seed: number, { size = 60, years = [2021, 2022, 2023], quotes = true } = {}): IngestedCounty {
  const county = '临江县'
  const bodies = Array.from({ length: size }, (_, i) => {
    const series = i < 30 ? '' : `${Math.floor(i / 30)}号`
    const town = i % 2 === 0
    const stem = town ? towns[(i / 2) % 15] : offices[((i - 1) / 2) % 15]
    const suffix = town ? (i % 6 === 0 ? '街道办事处' : '镇人民政府') : '局'
    const level = town ? ('town' as const) : ('department' as const)
    const kind = town ? (i % 6 === 0 ? '街道' : '镇') : '局'
    return { name: `${county}${series}${stem}${suffix}`, aliases: [], kind, level, parent: `${county}人民政府` }
  })
  const top = { name: `${county}人民政府`, aliases: [], kind: '县政府', level: 'county' as const, parent: null }
  function* reports(): Generator<IngestedReport> {
    const rng = random(seed)
    for (const [at, body] of bodies.entries()) {
      let before: Figures | undefined
      const scale = Math.max(1, Math.round(Math.exp(rng.next() * 3.4)))
      for (const year of years) {
        const edition: EditionId = rng.chance(0.06) ? '2019' : '2021'
        const figures = randomFigures(edition, rng, before, scale + 1)
        before = figures
        if (rng.chance(0.06)) continue
        yield ingested({ body, at, year, edition, figures, rng, quotes })
      }
    }
  }
  return { roster: { bodies: [...bodies, top] }, reports }
}

interface Parts {
  body: { name: string; kind: string; level: 'town' | 'department' }
  at: number
  year: number
  edition: EditionId
  figures: Figures
  rng: Random
  quotes: boolean
}

function ingested({ body, year, edition, figures, rng, quotes }: Parts): IngestedReport {
  const cells = asCells(figures)
  if (rng.chance(0.35)) spoil(cells, rng)
  const name = `${year}/${body.name}.docx`
  const report = makeReport({ issuer: body.name, year, edition, cells, level: body.level, kind: body.kind, name })
  report.title = `${body.name}${year}年政府信息公开工作年度报告`
  let row = 0
  for (const [id, cell] of cellsById(report)) {
    if (cell.status === 'absent') continue
    const table = id.startsWith('disclosure') ? 2 : id.startsWith('requests') ? 3 : 4
    cell.place = cell.status === 'missing' ? null : { table, row: 3 + Math.floor(row++ / 7), cell: 1 + (row % 7) }
    // A block of table 2 as the form of 2021 has it is stated in the header.
    if (id === 'disclosure.procurement.amount') cell.unit = '万元'
  }
  if (quotes) addQuotes(report, rng)
  const log = createLog(name)
  checkReport(report, log)
  return { report, diagnostics: log.diagnostics }
}

/** Errors as people make them: a figure off by one, cells left empty, a word where a figure belongs. */
function spoil(cells: Map<string, Cell>, rng: Random) {
  const ids = [...cells.keys()]
  for (let i = rng.below(3); i >= 0; i--) {
    const id = rng.pick(ids)
    const cell = cells.get(id)
    if (!cell || cell.value === null) continue
    const fate = rng.next()
    if (fate < 0.5 && !id.endsWith('amount')) cells.set(id, { ...cell, value: cell.value + 1, raw: String(cell.value + 1) })
    else if (fate < 0.75) cells.set(id, nullCell('blank', ''))
    else if (fate < 0.85) cells.set(id, nullCell('unreadable', '约三件'))
    else cells.set(id, nullCell('missing'))
  }
}

function addQuotes(report: ReportModel, rng: Random) {
  const cells = cellsById(report)
  const received = cells.get('requests.newlyReceived.total')?.value ?? 0
  const items = 100 + rng.below(900)
  const figure = (
    metric: ReportModel['narrative'][number]['metric'],
    value: number,
    unit: string,
    quote: string,
    paragraph: number,
  ) => ({
    metric,
    value,
    unit,
    scaled: false,
    approximate: null,
    change: null,
    period: 'annual' as const,
    section: 'overview' as const,
    quote,
    place: { paragraph },
  })
  const stated = rng.chance(0.05) ? received + 2 : received
  report.narrative = [
    figure('disclosure.items', items, '条', `全年主动公开政府信息${items}条。`, 6),
    figure('requests.received', stated, '件', `全年共收到政府信息公开申请${stated}件，均按时办结。`, 8),
    figure('trainings', 1 + rng.below(4), '次', '组织政府信息公开业务培训，提升工作人员能力。', 14),
  ]
}
