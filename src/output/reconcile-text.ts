import type { Agreement, Reconciliation, Suggestion } from '../collection/reconcile.ts'
import type { TableKey } from '../form/form.ts'
import { type CollectionWords, collectionWords } from './collection-words.ts'
import { shortName } from './short-name.ts'
import { textTable } from './text-table.ts'

/** How many cells agree, differ, cannot be checked. */
export function countAgreements({ cells }: Pick<Reconciliation, 'cells'>): Record<Agreement, number> {
  const counts: Record<Agreement, number> = { agrees: 0, differs: 0, below: 0, open: 0, unpublished: 0 }
  for (const { agreement } of cells) counts[agreement]++
  return counts
}

/** A reconciliation for a terminal: the cells that differ, what may explain them, what does not. */
export function reconcileText(reconciliation: Reconciliation, language: 'zh' | 'en'): string {
  const words = collectionWords[language]
  const { issuer, year, bodies, cells, suggestions, unexplained } = reconciliation
  const wrong = cells.filter(({ agreement }) => agreement === 'differs' || agreement === 'below')
  const rows = wrong.map(({ cell, published, sum, difference, agreement, doubted }) => [
    shortName(cell),
    String(published),
    String(sum),
    `${(difference ?? 0) > 0 ? '+' : ''}${difference}`,
    `${words.agreement[agreement]}${doubted ? ` (${words.doubtedHere})` : ''}`,
  ])
  const head = [words.item, words.published, words.sum, words.difference, '']
  const parts = [
    `${issuer ?? reconciliation.file} ${year ?? ''}  ${bodies} ${words.body}`,
    words.counts(countAgreements(reconciliation)),
  ]
  if (rows.length > 0) parts.push(textTable([head, ...rows], ['left', 'right', 'right', 'right']))
  if (suggestions.length > 0)
    parts.push([words.suggestions, ...suggestions.map(found => `  ${suggestionText(found, words)}`)].join('\n'))
  if (unexplained.length > 0) parts.push([words.unexplained, ...unexplained.map(cell => `  ${shortName(cell)}`)].join('\n'))
  return `${parts.join('\n\n')}\n`
}

function suggestionText({ slip, body, scope, cells, alternatives }: Suggestion, words: CollectionWords): string {
  const [first] = cells
  const where =
    scope === 'report' || first === undefined ? words.scope[scope] : `${words.scope[scope]}: ${placeOf(first, scope, words)}`
  const text = words.suggestion(words.slip[slip], body, where, cells.length)
  if (alternatives.length === 0) return text
  return `${text}\n    ${words.alternatives(alternatives.map(other => `${other.body} ${words.slip[other.slip]}`))}`
}

function placeOf(cell: string, scope: Suggestion['scope'], words: CollectionWords): string {
  if (scope === 'cell') return shortName(cell)
  if (scope === 'row') return shortName(cell).split(' › ').slice(0, -1).join(' › ')
  return words.tables[cell.slice(0, cell.indexOf('.')) as TableKey]
}
