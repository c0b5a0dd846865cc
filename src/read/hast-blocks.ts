import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Block, Place } from '../document/document.ts'
import { readTable } from './html-table.ts'
import { trimBreaks, trimPadding } from './plain-space.ts'

/** What a walk over one tree counts and how it takes white space. */
export interface Walk {
  blocks: Block[]
  /** How to number what is found: paragraphs and tables from 1. */
  paragraphs: number
  tables: number
  /** true where the tree was not laid out by hand (mammoth's HTML): every space is text. */
  exactSpaces: boolean
  /** true inside a cell, where U+3000 or U+00A0 alone is evidence of a cell. */
  keepBlank: boolean
  /** For HTML inside a text: the line it begins at; its places are then lines. */
  firstLine: number | null
  /** Tables whose rows did not fit together, for the log. */
  ragged: Place[]
  cut: boolean
}

export const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element'

const wrappers = /^(?:html|body|div|section|article|header|main|center|form|fieldset|figure|details|address|blockquote|ul|ol|dl)$/
const lines = /^(?:p|li|dt|dd|h[1-6]|caption|figcaption|summary|td|th)$/

/** Blocks of a tree in document order: a `<br>` is a line break within its paragraph. */
export function walkTree(root: Root, walk: Walk): void {
  walkNodes(root.children, walk)
}

/** Consecutive inline nodes make one paragraph; elements that are blocks make their own. */
export function walkNodes(
  nodes: readonly (RootContent | ElementContent)[],
  walk: Walk,
  own: { level?: number; listItem?: boolean } = {},
): void {
  let pending = ''
  let start: RootContent | ElementContent | undefined
  const flush = () => {
    const text = trimBreaks(walk.exactSpaces ? pending : collapse(pending))
    pending = ''
    if (walk.keepBlank ? text !== '' : /[^\s\u200b\ufeff]/.test(text))
      walk.blocks.push({ kind: 'paragraph', text, place: paragraphPlace(walk, start), ...own })
    start = undefined
  }
  for (const node of nodes) {
    start ??= node
    if (node.type === 'text') pending += spaced(node.value, walk)
    else if (!isElement(node) || node.tagName === 'head') continue
    else if (node.tagName === 'br') pending += '\n'
    else if (node.tagName === 'img') {
      flush()
      walk.blocks.push({
        kind: 'image',
        place: walk.firstLine === null ? { paragraph: walk.paragraphs + 1 } : placeOf(walk, node, {}),
      })
    } else if (node.tagName === 'table') {
      flush()
      readTable(node, walk)
    } else if (node.tagName === 'pre') {
      flush()
      for (const line of exactText(node).split('\n')) {
        if (/\S/.test(line)) walk.blocks.push({ kind: 'paragraph', text: line, place: paragraphPlace(walk, node) })
      }
    } else if (lines.test(node.tagName) || wrappers.test(node.tagName) || node.tagName === 'hr') {
      flush()
      const level = /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : undefined
      const item = node.tagName === 'li' || (own.listItem === true && node.tagName === 'p')
      walkNodes(node.children, walk, level !== undefined ? { level } : item ? { listItem: true } : {})
    } else {
      // What is left is inline and was kept by the parser alone.
      pending += inlineText(node, walk)
    }
  }
  flush()
}

function inlineText(element: Element, walk: Walk): string {
  let text = ''
  for (const child of element.children) {
    if (child.type === 'text') text += spaced(child.value, walk)
    else if (isElement(child)) text += child.tagName === 'br' ? '\n' : inlineText(child, walk)
  }
  return text
}

/** Where a node of the tree stands: by count, or by line in a text that holds HTML. */
export function placeOf(walk: Walk, node: RootContent | ElementContent | undefined, counted: Place): Place {
  if (walk.firstLine === null) return counted
  const { table: _, paragraph: __, ...within } = counted
  return { line: walk.firstLine + (node?.position?.start.line ?? 1) - 1, ...within }
}

function paragraphPlace(walk: Walk, node: RootContent | ElementContent | undefined): Place {
  return placeOf(walk, node, { paragraph: ++walk.paragraphs })
}

/** Text with its own line breaks, as `<pre>` shows it. */
function exactText(element: Element): string {
  let text = ''
  for (const child of element.children) {
    if (child.type === 'text') text += child.value
    else if (isElement(child)) text += child.tagName === 'br' ? '\n' : exactText(child)
  }
  return text
}

/** White space that holds a line break of the source, until its neighbours are known. */
const softBreak = '\u0001'

const spaced = (text: string, walk: Walk): string =>
  walk.exactSpaces ? text : text.replace(/[\t\n\f\r ]+/g, run => (/[\n\r]/.test(run) ? softBreak : ' '))

const wide = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60]'
const betweenWide = new RegExp(`(?<=${wide})\\u0001+(?=${wide})`, 'g')

/** Spaces as a page shows them; a line of the source that ends inside Chinese has none. U+00A0 and U+3000 stay. */
function collapse(text: string): string {
  return text
    .replace(betweenWide, '')
    .replace(/[ \u0001]+/g, ' ')
    .split('\n')
    .map(trimPadding)
    .join('\n')
}
