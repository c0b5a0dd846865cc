import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block } from '../document/document.ts'
import { arrange } from './flow.ts'
import { flowOf } from './hast-flow.ts'
import { plainHtml } from './html-tags.ts'
import type { ReadLimits } from './limits.ts'

const parser = unified().use(rehypeParse, { fragment: false })

/**
 * HTML → blocks in document order: paragraphs, headings, images and tables; what a page hides, its
 * scripts and its navigation are left out. `firstLine` for HTML inside a text, whose places are then
 * lines of that text.
 */
export function readHtml(source: string, log: Log, limits: ReadLimits, options: { firstLine?: number } = {}): Block[] {
  const { html, cut } = plainHtml(source, limits)
  if (cut.has('depth')) log.add('source/truncated', { args: { what: `depth ${limits.depth}` } })
  if (cut.has('elements')) log.add('source/truncated', { args: { what: `${limits.elements} elements` } })
  if (cut.has('characters')) log.add('source/truncated', { args: { what: `${limits.documentText} characters` } })
  return arrange(flowOf(parser.parse(html)), log, options.firstLine)
}
