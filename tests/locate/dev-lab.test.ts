/** One report as about ninety tools print it, where those outputs are at hand: every heading that a tool kept is found, and no other. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { sectionHeadings } from '../../src/form/headings.ts'
import { locateSections } from '../../src/locate/outline.ts'
import { sectionKeys } from '../../src/model/report.ts'
import { read } from '../../src/read/read.ts'
import { UnreadableSourceError } from '../../src/read/unreadable.ts'
import { labelKey } from '../../src/text/label.ts'
import { compact } from '../../src/text/normalize.ts'

const lab = fileURLToPath(new URL('../../../shared/dev-lab/', import.meta.url))
const files = existsSync(lab) ? readdirSync(lab, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.txt')) : []

describe.skipIf(files.length === 0)('headings that a tool kept', () => {
  test.each(files)('%s', async file => {
    const bytes = readFileSync(lab + file)
    const document = await read(bytes, createLog(file)).catch(error => {
      // Some tools print no text at all; that such bytes are refused is the reader's test.
      if (error instanceof UnreadableSourceError) return null
      throw error
    })
    if (!document) return
    const { sections } = locateSections(document, createLog(file))
    const text = compact(
      document.blocks
        .map(block =>
          block.kind === 'paragraph'
            ? block.text
            : block.kind === 'grid'
              ? block.rows
                  .flat()
                  .map(cell => cell.text)
                  .join(' ')
              : '',
        )
        .join(' '),
    )
    const kept = sectionKeys.filter(key => text.includes(sectionHeadings[key].names[0]))
    expect(sectionKeys.filter(key => sections[key])).toEqual(kept)
    for (const key of kept) expect(labelKey(sections[key]?.heading ?? '')).toBe(labelKey(sectionHeadings[key].names[0]))
  })
})
