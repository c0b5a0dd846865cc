/** What a comparison has to show, as rows of text: the terminal and the HTML page show the same. */
import type { CarryOverCheck } from '../check/carry-overs.ts'
import type { CellComparison, Comparison, SectionComparison, Side } from '../collection/compare.ts'
import type { CollectionComparison } from '../collection/compare-collections.ts'
import { cellName } from '../form/cell-name.ts'
import type { CollectionWords } from './collection-words.ts'

/** `临江县溪口镇 2021`, or the file's name where the report does not tell whose it is. */
export const sideName = ({ issuer, year, file }: Side): string =>
  issuer === null ? file : `${issuer}${year === null ? '' : ` ${year}`}`

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value))

/** `+2 (+50.0%)`; the share is left out where there is none. */
export const changeText = (change: number, ratio: number | null): string =>
  ratio === null || change === 0 ? signed(change) : `${signed(change)} (${signed(Number((ratio * 100).toFixed(1)))}%)`

/** Cells that changed, or of which one side is not known: name, before, after, change. */
export function changedCells(cells: readonly CellComparison[], words: CollectionWords): string[][] {
  const shown = ({ value, status }: CellComparison['before']) => (value === null ? words.why[status] : String(value))
  return cells
    .filter(({ before, after, change }) => change !== 0 && !(before.value === null && after.value === null))
    .map(({ cell, before, after, change, ratio, doubted }) => [
      cellName(cell),
      shown(before),
      shown(after),
      `${change === null ? '—' : changeText(change, ratio)}${doubted ? ' ?' : ''}`,
    ])
}

/** Sums of a collection's two years that changed: name, before, after, change, coverage. */
export const changedTotals = (totals: CollectionComparison['totals']): string[][] =>
  totals
    .filter(({ change }) => change !== 0)
    .map(({ cell, before, after, change, ratio, known, of, doubted }) => [
      cellName(cell),
      String(before),
      String(after),
      `${changeText(change, ratio)}${doubted > 0 ? ' ?' : ''}`,
      `${known}/${of}`,
    ])

/** The carry-overs that do not hold, as sentences; one sentence where all do; none where none can be judged. */
export function carryOverLines(checks: readonly CarryOverCheck[], words: CollectionWords): string[] {
  const judged = checks.filter(({ verdict }) => verdict !== 'unknown')
  const broken = judged.filter(({ verdict }) => verdict === 'broken')
  if (judged.length > 0 && broken.length === 0) return [words.allHeld(judged.length)]
  return broken.map(
    ({ cell, printed, expected, doubted }) =>
      `${words.broken(cellName(cell), String(printed), String(expected))}${doubted ? ' ?' : ''}`,
  )
}

/** How much of a section was copied, where it has any text. */
export const copiedLine = ({ section, copied, length }: SectionComparison, words: CollectionWords): string | null =>
  length === 0 ? null : words.copiedShare(words.sections[section], `${((100 * copied) / length).toFixed(0)}%`, length)

/** Names under a heading, for bodies that could not be paired; headings without names are left out. */
export const unpaired = (comparison: CollectionComparison, words: CollectionWords): [heading: string, names: string[]][] =>
  (
    [
      [words.onlyBefore, comparison.onlyBefore],
      [words.onlyAfter, comparison.onlyAfter],
      [words.repeated, comparison.repeated],
      [words.unmatched, comparison.unmatched],
    ] as [string, string[]][]
  ).filter(([, names]) => names.length > 0)

/** Bodies of which something carried over does not hold. */
export const brokenBodies = ({ bodies }: CollectionComparison): { body: string; comparison: Comparison }[] =>
  bodies.filter(({ comparison }) => comparison.carryOvers.some(({ verdict }) => verdict === 'broken'))

/** Share of all prose that a body copied from its earlier report; null where there is no prose. */
export function copiedShare({ sections }: Comparison): number | null {
  const length = sections.reduce((sum, section) => sum + section.length, 0)
  return length === 0 ? null : sections.reduce((sum, section) => sum + section.copied, 0) / length
}
