/**
 * One error of twenty kinds planted in each of a hundred reports without faults: is it found, at the
 * right place, and where exactly one mend exists (counted by trial, `unique-mends.ts`), is it suggested,
 * and is it the right one? `npm run seeded-errors` reads every report from a document and prints the
 * figures; in the suite errors of tables are planted in the model.
 */
import { expect, test } from 'vitest'
import { checkReport } from '../../src/check/check.ts'
import { checkReports } from '../../src/check/check-reports.ts'
import { createLog, type Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { forms } from '../../src/form/index.ts'
import { absentCell, type Cell } from '../../src/model/cell.ts'
import type { ReportModel } from '../../src/model/report.ts'
import { cellsById, nestCells } from '../../src/model/tables.ts'
import { parseReport } from '../../src/parse-report.ts'
import { otherCell, readCell, reportWith } from './clean-report.ts'
import { errorKinds } from './planted-errors.ts'
import { randomFrom } from './random-figures.ts'
import { type Draft, draftOf, nameOf, pageOf } from './synthetic-report.ts'
import { mendsOf } from './unique-mends.ts'

const everything = process.env.SEEDED_ERRORS === 'all'
/** Reports in which each kind of error is planted. */
const reports = everything ? 100 : 20
/** Of these, reports read from a document for each kind of error in prose. */
const documents = everything ? reports : 8

interface Found {
  report: ReportModel
  diagnostics: Diagnostic[]
}

const asCells = ({ figures }: Draft): Map<string, Cell> =>
  new Map([...figures].map(([id, value]) => [id, value === null ? otherCell('blank') : readCell(value)]))

function fromModel(draft: Draft): Found {
  const report = reportWith(asCells(draft), draft.edition)
  const log = createLog('a.txt')
  checkReport(report, log)
  return { report, diagnostics: log.diagnostics }
}

const fromDocument = (draft: Draft): Promise<Found> => parseReport(pageOf(draft), { name: nameOf(draft) })

/** The same body a year before, its 结转下年度 what this year's report carries over, or one more. */
function yearBefore({ report }: Found, wrong: boolean): ReportModel {
  const cells = new Map<string, Cell>()
  for (const [column, cell] of Object.entries(report.requests.carriedOver)) {
    cells.set(`requests.carriedForward.${column}`, readCell((cell.value ?? 0) + (wrong ? 1 : 0)))
  }
  return {
    ...report,
    year: (report.year ?? 0) - 1,
    narrative: [],
    sections: reportWith(new Map()).sections,
    ...nestCells(cells, absentCell),
  }
}

/** Identities that do not hold, added up anew from the form, blanks as nothing. */
function brokenIn({ figures, edition }: Draft): string[][] {
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + (figures.get(id) ?? 0), 0)
  return Object.values(forms[edition].tables)
    .flatMap(table => table.equations)
    .filter(({ left, right }) => sum(left) !== sum(right))
    .map(({ left, right }) => [...left, ...right])
}

const asFigures = (mend: string): Map<string, number | null> =>
  new Map(mend.split(' ').map(part => part.split('=') as [string, string]).map(([id, value]) => [id, value === '' ? null : Number(value)])) // biome-ignore format: one list

/** The one mend of the table that is broken; null where none or several would do. */
function onlyMendOf({ figures, edition }: Draft): ReadonlyMap<string, number | null> | null {
  const mends = (['requests', 'disputes'] as const).flatMap(table => mendsOf(figures, edition, table))
  return mends.length === 1 ? asFigures(mends[0] ?? '') : null
}

function suggestionIn(findings: readonly Diagnostic[]): ReadonlyMap<string, number | null> | null {
  const mend = findings.find(({ args }) => args.mendFigures)?.args.mendFigures
  return typeof mend === 'string' ? asFigures(mend) : null
}

/** Whether two corrections leave the same figures, a blank and a 0 being the same. */
const sameFigures = (
  one: ReadonlyMap<string, number | null>,
  other: ReadonlyMap<string, number | null>,
  { figures }: Draft,
): boolean =>
  [...new Set([...one.keys(), ...other.keys()])].every(id => {
    const [a, b] = [one, other].map(list => (list.has(id) ? list : figures).get(id) ?? 0)
    return a === b
  })

const told = ({ diagnostics }: Found) => diagnostics.filter(({ severity }) => severity !== 'info')
const editionOf = (seed: number) => (seed % 4 === 0 ? '2019' : '2021')
const percent = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole)

test('reports without faults raise nothing and no cell is flagged', async () => {
  const found: string[] = []
  for (let seed = 1; seed <= reports; seed++) {
    const draft = draftOf(seed, editionOf(seed))
    const results = seed <= documents * 2 || everything ? [fromModel(draft), await fromDocument(draft)] : [fromModel(draft)]
    for (const result of results) {
      const across = checkReports([result.report, yearBefore(result, false)])
      found.push(...[...told(result), ...across].map(({ code }) => `${seed} ${code}`))
      for (const [id, { flags }] of cellsById(result.report)) if (flags.length > 0) found.push(`${seed} ${id}`)
    }
  }
  expect(found).toEqual([])
}, 600_000)

test('planted errors are found at their place, and mends are right', async () => {
  const rows: Record<string, unknown>[] = []
  const all = { broken: 0, found: 0, unique: 0, suggested: 0, right: 0, rash: 0, others: 0, othersFound: 0 }
  for (const kind of errorKinds) {
    const count = { planted: 0, broken: 0, found: 0, unique: 0, suggested: 0, right: 0, rash: 0 }
    for (let seed = 1; seed <= (kind.code ? documents : reports); seed++) {
      const draft = draftOf(seed, editionOf(seed))
      const planted = kind.plant(draft, randomFrom(seed * 31 + errorKinds.indexOf(kind)))
      if (planted === null) continue
      count.planted++
      const result = kind.code || everything ? await fromDocument(draft) : fromModel(draft)
      if (kind.code) {
        const across = checkReports([result.report, yearBefore(result, kind.code === 'history/carried-over')])
        if ([...told(result), ...across].some(({ code }) => code === kind.code)) count.found++
        continue
      }
      const broken = brokenIn(draft)
      if (broken.length === 0) continue
      count.broken++
      const findings = told(result).filter(({ code }) => code.startsWith('identity/'))
      // The right place: every finding is a broken identity, and the changed cells that break one are in them.
      const about = new Set(findings.flatMap(finding => finding.about))
      const wrong = [...planted.truth.keys()].filter(id => broken.some(ids => ids.includes(id)))
      const narrow = findings.every(finding => wrong.some(id => finding.about.includes(id)))
      if (findings.length > 0 && narrow && wrong.some(id => about.has(id))) count.found++
      const unique = onlyMendOf(draft)
      if (unique !== null) count.unique++
      const mend = suggestionIn(findings)
      if (mend === null) continue
      if (unique !== null && sameFigures(mend, unique, draft)) count.suggested++
      else count.rash++
      if (sameFigures(mend, planted.truth, draft)) count.right++
    }
    rows.push({ kind: kind.name, ...count })
    if (kind.code) {
      all.others += count.planted
      all.othersFound += count.found
    } else for (const key of ['broken', 'found', 'unique', 'suggested', 'right', 'rash'] as const) all[key] += count[key]
  }
  if (everything) console.table(rows)
  if (everything)
    console.log(
      `found ${all.found} of ${all.broken} that break an identity; a unique mend for ${all.unique}: ${all.suggested} suggested, ${all.right} right; ${all.rash} suggested that are not unique; others ${all.othersFound} of ${all.others}`,
    )
  expect(errorKinds).toHaveLength(20)
  expect(all.broken).toBeGreaterThan(10 * reports)
  expect(percent(all.found, all.broken)).toBeGreaterThanOrEqual(99)
  expect(all.unique).toBeGreaterThan(all.broken / 3)
  expect(all.rash).toBe(0)
  expect(percent(all.suggested, all.unique)).toBeGreaterThanOrEqual(95)
  expect(percent(all.right, all.unique)).toBeGreaterThanOrEqual(95)
  expect(percent(all.othersFound, all.others)).toBeGreaterThanOrEqual(99)
}, 1_200_000)
