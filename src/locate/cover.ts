import type { Log } from '../diagnostic/diagnostic.ts'
import { isParagraph, type Place, type SourceDocument } from '../document/document.ts'
import { reportOfYear, yearAlone, yearOfProse } from '../form/issuers.ts'
import type { ReportModel } from '../model/report.ts'
import { compact, toHalfWidth } from '../text/normalize.ts'
import { isName, issuerFacts, issuerInSentences } from './issuer.ts'
import type { Outline } from './outline.ts'
import { findPeriod } from './period.ts'
import { findTitle, readTitle } from './title.ts'

export type Cover = Pick<ReportModel, 'title' | 'issuer' | 'issuerKind' | 'issuerLevel' | 'region' | 'year' | 'period'>

/** Characters of preamble and of section 一 in which period and issuer are looked for. */
const limit = 6000

/**
 * Title, issuer, year and statistics period. The issuer is taken from the title, else from a sentence
 * of the preamble that names it, else from the signature, else from the file's name; the year from
 * title, period, preamble, file name, and said to differ where it does; only where all are silent from the prose.
 */
export function readCover(document: SourceDocument, outline: Outline, name: string, log: Log): Cover {
  const found = Object.keys(outline.sections).length > 0
  const title = findTitle(found ? outline.preamble : document.blocks)
  const opening = textOf(found ? [...outline.preamble, ...(outline.sections.overview?.blocks ?? [])] : document.blocks)
  const { period, quote, damaged } = findPeriod(opening)
  if (damaged) log.add('period/damaged', { args: { quote } })
  if (!title) log.add('cover/no-title')

  const file = readFileName(name)
  const issuer = title?.issuer ?? issuerInSentences(opening) ?? signatureIn(outline) ?? file.issuer
  if (!issuer) log.add('cover/no-issuer')

  const periodYear = period && period.from.slice(0, 4) === period.to.slice(0, 4) ? Number(period.to.slice(0, 4)) : null
  const named = reportOfYear.exec(opening.slice(0, 1500))
  const witnesses = [
    { year: title?.year ?? null, quote: title?.text ?? '' },
    { year: periodYear, quote: quote ?? '' },
    { year: (title?.year ?? null) === null && named ? Number(named[1]) : null, quote: named?.[0] ?? '' },
    { year: file.year, quote: name },
  ].filter(witness => witness.year !== null)
  const year = witnesses[0]?.year ?? yearInProse(opening)
  if (year === null) log.add('cover/no-year')
  if (witnesses.some(witness => witness.year !== year)) {
    log.add('year/mismatch', {
      place: title?.place as Place | undefined,
      args: { detail: witnesses.map(witness => `${witness.year} “${witness.quote}”`).join('; ') },
    })
  }
  const facts = issuer ? issuerFacts(issuer) : { issuerKind: null, issuerLevel: null, region: null }
  return { title: title?.text ?? null, issuer, ...facts, year, period }
}

/** The one year that the prose names beside its body, unless it speaks of a later one too. */
function yearInProse(opening: string): number | null {
  const named = new Set([...opening.matchAll(yearOfProse)].map(([, before, behind]) => Number(before ?? behind)))
  const [year] = named
  if (year === undefined || named.size > 1) return null
  return [...opening.matchAll(yearAlone)].every(match => Number(match[1]) <= year) ? year : null
}

/** Text without spaces, half-width, as far as `limit`. */
function textOf(blocks: readonly SourceDocument['blocks'][number][]): string {
  let text = ''
  for (const block of blocks) {
    if (text.length >= limit) break
    if (isParagraph(block)) text += toHalfWidth(compact(block.text.slice(0, limit)))
  }
  return text.slice(0, limit)
}

/** The last line of the tail that is a body's name, alone or before a date. */
function signatureIn(outline: Outline): string | null {
  for (const block of outline.tail.slice(0, 40)) {
    if (!isParagraph(block)) continue
    const text = toHalfWidth(compact(block.text.slice(0, 100))).replace(/(?:20\d\d|二[〇零○]..)年.{1,3}月.{1,3}日$/, '')
    if (isName(text, true)) return text
  }
  return null
}

/** What a file's name tells: `溪口镇2021年….docx`, `2021-溪口镇人民政府.txt`. A date in it is no year of report. */
export function readFileName(name: string): { issuer: string | null; year: number | null } {
  const base = toHalfWidth(compact((name.split(/[/\\]/).at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,8}$/, ''))).slice(0, 200)
  const years = new Set([...base.matchAll(/(?<!\d)20\d\d(?![\d]|[-._年]\d{1,2}(?:[-._月]|$))/g)].map(match => Number(match[0])))
  const year = years.size === 1 ? ([...years][0] ?? null) : null
  const title = readTitle(base)
  if (title?.issuer && isName(title.issuer, true)) return { issuer: title.issuer, year: title.year ?? year }
  const names = base.split(/[^\p{Script=Han}()]+|年度?/u).filter(part => isName(part, true))
  return { issuer: names.length === 1 ? (names[0] ?? null) : null, year }
}
