import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block } from '../document/document.ts'
import { type Walk, walkTree } from './hast-blocks.ts'
import { plainHtml } from './html-tags.ts'
import { readLimits } from './limits.ts'

const parser = unified().use(rehypeParse, { fragment: false })

/**
 * HTML → blocks in document order: paragraphs, headings, images and tables; what a page hides, its
 * scripts and its navigation are left out. `exactSpaces` for HTML that no one laid out by hand;
 * `firstLine` for HTML inside a text, whose places are then lines of that text.
 */
export function readHtml(source: string, log: Log, options: { exactSpaces?: boolean; firstLine?: number } = {}): Block[] {
  const { html, cut } = plainHtml(source)
  const walk: Walk = {
    blocks: [],
    paragraphs: 0,
    tables: 0,
    exactSpaces: options.exactSpaces ?? false,
    firstLine: options.firstLine ?? null,
    keepBlank: false,
    ragged: [],
    cut: false,
  }
  walkTree(parser.parse(html), walk)
  if (cut.has('depth')) log.add('source/truncated', { args: { what: `depth ${readLimits.depth}` } })
  if (cut.has('elements')) log.add('source/truncated', { args: { what: `${readLimits.elements} elements` } })
  if (cut.has('characters')) log.add('source/truncated', { args: { what: `${readLimits.htmlText} characters` } })
  if (walk.cut) log.add('source/truncated', { args: { what: 'table' } })
  for (const place of walk.ragged)
    log.add('source/spans-untrusted', {
      place,
      args: { table: place.table ?? walk.blocks.findIndex(block => block.place === place) + 1 },
    })
  return walk.blocks
}
