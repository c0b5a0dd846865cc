/** Why a table was read as it was: for the maintainer who has a text that came out wrong. */
import { formatPlace } from '../document/document.ts'
import type { TableKey } from '../form/form.ts'
import { type Fragment, placeOf } from './fragments.ts'
import type { Layout } from './positions.ts'
import type { OpenRow, SettledRow } from './settle.ts'

/** What `reconstruct` did with one table. */
export interface Explanation {
  table: TableKey
  layout: Layout
  /** Words that are none of the form's, skipped at a cost. */
  noise: string[]
  rows: (OpenRow & { settled: SettledRow; fragments: readonly Fragment[] })[]
}

/**
 * One line a row: the form's row ← the words taken for its label and their cost | the figures behind it | how
 * they were placed.
 */
export function formatExplanation({ table, layout, noise, rows }: Explanation): string {
  const lines = [`# ${table}: cells separated by ${JSON.stringify(layout)}`]
  for (const { variant, text, filling, settled, fragments } of rows) {
    const words = text.label?.fragments.map(i => fragments[i]?.text).join(' + ') ?? 'header'
    const place = placeOf(fragments[text.label?.fragments[0] ?? text.pieces[0]?.fragment ?? 0] as Fragment)
    const pieces = text.pieces.map(piece => piece.text.trim() || '□').join(' ')
    const [only] = settled.placements
    const cells = settled.placements.length === 1 ? only?.digits.map(digits => digits?.trim() ?? '_').join(' ') : '?'
    const ways =
      filling.kind === 'read'
        ? 'read'
        : `${filling.kind}, ${filling.placements.length} ways alone, ${settled.placements.length} in the table`
    lines.push(
      `${variant.row.id || 'figures'} (${variant.edition}) ← ${words} [${formatPlace(place)}, cost ${(text.label?.cost ?? 0).toFixed(1)}] | ${pieces} | ${cells} (${ways})`,
    )
  }
  if (noise.length > 0)
    lines.push(
      `skipped: ${noise
        .slice(0, 40)
        .map(word => JSON.stringify(word))
        .join(' ')}${noise.length > 40 ? ` … ${noise.length} in all` : ''}`,
    )
  return lines.join('\n')
}
