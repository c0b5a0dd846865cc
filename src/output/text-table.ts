import { displayWidth } from '../text/normalize.ts'

export type Alignment = 'left' | 'right'

/** Rows as aligned columns for a terminal; Chinese characters are two places wide. Columns without an alignment are left-aligned. */
export function textTable(rows: readonly (readonly string[])[], alignments: readonly Alignment[] = []): string {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const widths = Array.from({ length: count }, (_, at) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? '')), 0),
  )
  return rows
    .map(row =>
      widths
        .map((width, at) => {
          const text = row[at] ?? ''
          const padding = ' '.repeat(width - displayWidth(text))
          return alignments[at] === 'right' ? padding + text : text + padding
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
