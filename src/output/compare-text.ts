import type { Comparison } from '../collection/compare.ts'
import type { CollectionComparison } from '../collection/compare-collections.ts'
import { type CollectionWords, collectionWords } from './collection-words.ts'
import {
  brokenBodies,
  carryOverLines,
  changedCells,
  changedTotals,
  copiedLine,
  copiedShare,
  sideName,
  unpaired,
} from './compare-rows.ts'
import { shorten } from './short-name.ts'
import { textTable } from './text-table.ts'

const numbers = ['left', 'right', 'right', 'right', 'right'] as const
const mostPassages = 20
const mostCharacters = 80

/** Two reports side by side, for a terminal. */
export function compareText(comparison: Comparison, language: 'zh' | 'en'): string {
  const words = collectionWords[language]
  const cells = changedCells(comparison.cells, words)
  const head = [words.item, sideName(comparison.before), sideName(comparison.after), words.change]
  const parts = [`${sideName(comparison.before)} → ${sideName(comparison.after)}`]
  if (comparison.sameBody === false) parts.push(words.otherBody)
  parts.push(
    cells.length === 0 ? `${words.figures}: ${words.nothingChanged}` : textTable([head, ...cells.map(shortened)], numbers),
  )
  const carried = carryOverLines(comparison.carryOvers, words)
  if (carried.length > 0) parts.push(indented(words.carryOvers, carried))
  const texts = textLines(comparison, words)
  if (texts.length > 0) parts.push(indented(words.texts, texts))
  return `${parts.join('\n\n')}\n`
}

const shortened = ([name = '', ...rest]: readonly string[]) => [shorten(name), ...rest]

const indented = (heading: string, lines: readonly string[]) => [heading, ...lines.map(line => `  ${line}`)].join('\n')

const cut = (text: string | null) => {
  const line = (text ?? '').replace(/\s+/g, ' ')
  return line.length <= mostCharacters ? line : `${line.slice(0, mostCharacters)}…`
}

function textLines({ sections }: Comparison, words: CollectionWords): string[] {
  return sections.flatMap(section => {
    const share = copiedLine(section, words)
    const passages = section.passages.filter(({ fate }) => fate !== 'copied')
    const shown = passages
      .slice(0, mostPassages)
      .flatMap(({ fate, before, after }) =>
        fate === 'changed' || fate === 'refigured'
          ? [`  [${words.fate[fate]}] ${cut(before)}`, `    → ${cut(after)}`]
          : [`  [${words.fate[fate]}] ${cut(after ?? before)}`],
      )
    const more = passages.length > mostPassages ? [`  … +${passages.length - mostPassages}`] : []
    return share === null && shown.length === 0 ? [] : [share ?? words.sections[section.section], ...shown, ...more]
  })
}

/** Two collections side by side, for a terminal: sums, broken carry-overs, who copied, who cannot be paired. */
export function compareCollectionsText(comparison: CollectionComparison, language: 'zh' | 'en'): string {
  const words = collectionWords[language]
  const { before, after, totals, bodies } = comparison
  const rows = changedTotals(totals)
  const parts = [`${before ?? '—'} → ${after ?? '—'}  ${bodies.length} ${words.body}`]
  const head = [words.item, `${before ?? words.before}`, `${after ?? words.after}`, words.change, words.coverage]
  parts.push(rows.length === 0 ? `${words.figures}: ${words.nothingChanged}` : textTable([head, ...rows.map(shortened)], numbers))
  const broken = brokenBodies(comparison).flatMap(({ body, comparison: found }) => [
    body,
    ...carryOverLines(found.carryOvers, words).map(line => `  ${line}`),
  ])
  if (broken.length > 0) parts.push(indented(words.carryOvers, broken))
  const copied = bodies
    .map(({ body, comparison: found }) => [body, copiedShare(found)] as const)
    .filter((entry): entry is readonly [string, number] => (entry[1] ?? 0) >= 0.5)
    .toSorted(([, a], [, b]) => b - a)
    .map(([body, share]) => `${body} ${(share * 100).toFixed(0)}%`)
  if (copied.length > 0) parts.push(indented(`${words.texts}: ${words.fate.copied}`, copied))
  for (const [heading, names] of unpaired(comparison, words)) parts.push(`${heading}: ${names.join('、')}`)
  return `${parts.join('\n\n')}\n`
}
