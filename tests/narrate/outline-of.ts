/** An outline made of lines, as a text reader would give it: tests of the prose need no tables. */
import type { Block } from '../../src/document/document.ts'
import type { Outline } from '../../src/locate/outline.ts'
import type { SectionKey, SubsectionKey } from '../../src/model/report.ts'

export const linesOf = (text: string, from = 1): Block[] =>
  text.split('\n').map((line, i) => ({ kind: 'paragraph', text: line, place: { line: from + i } }))

export type Prose = Partial<Record<SectionKey | `overview/${SubsectionKey}`, string>>

export function outlineOf(prose: Prose): Outline {
  const outline: Outline = { preamble: [], sections: {}, tail: [], reports: 1 }
  let line = 1
  for (const [path, text] of Object.entries(prose)) {
    const [key, sub] = path.split('/') as [SectionKey, SubsectionKey?]
    outline.sections[key] ??= { key, heading: key, place: { line }, blocks: [], subsections: [] }
    const section = outline.sections[key]
    const blocks = linesOf(text, line + 1)
    if (sub) section.blocks.push(...linesOf(sub, line))
    section.blocks.push(...blocks)
    if (sub) section.subsections.push({ key: sub, heading: sub, place: { line }, blocks })
    line += blocks.length + 2
  }
  return outline
}
