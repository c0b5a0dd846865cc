import { isParagraph } from '../document/document.ts'
import { inlineTable, tableBeginnings } from '../form/headings.ts'
import type { SectionKey } from '../model/report.ts'
import { dropMarks } from '../text/normalize.ts'
import type { LocatedSection } from './outline.ts'

const withTables: ReadonlySet<SectionKey> = new Set(['disclosure', 'requests', 'disputes'])

/** Long enough for a sentence: table cells are shorter or do not end in a full stop. */
const sentence = /^.{8,}[。！？]$/

/**
 * Prose of blocks, one paragraph a line: spaces around it and what a word processor leaves in it
 * (`[bookmark: _GoBack]`) are gone. In the sections of the three tables, lines of a table that was
 * flattened are left out; sentences before and behind it stay. Tables are read from the blocks, which stay as they are.
 */
export function proseOf({ key, blocks }: Pick<LocatedSection, 'key' | 'blocks'>): string {
  const lines: string[] = []
  let inTable = false
  for (const block of blocks) {
    if (!isParagraph(block)) continue
    let text = dropMarks(block.text).trim()
    if (text === '') continue
    if (withTables.has(key)) {
      if (!inTable && tableBeginnings.test(text) && !sentence.test(text)) inTable = true
      const glued = inlineTable.exec(text)
      if (glued) {
        inTable = true
        text = text.slice(0, glued.index).trim()
        if (text !== '') lines.push(text)
        continue
      }
      if (inTable && !sentence.test(text)) continue
    }
    lines.push(text)
  }
  return lines.join('\n')
}
