import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Flow, FlowCell, FlowTable } from './flow.ts'
import { trimBreaks, trimPadding } from './plain-space.ts'

type Node = RootContent | ElementContent

const isElement = (node: Node): node is Element => node.type === 'element'
const lineOf = (node: Node | undefined): number | undefined => node?.position?.start.line

const wrappers = /^(?:html|body|div|section|article|header|main|center|form|fieldset|figure|details|address|blockquote|ul|ol|dl)$/
const lines = /^(?:p|li|dt|dd|h[1-6]|caption|figcaption|summary|td|th)$/

/** A parsed page as flow: a `<br>` is a line break within its paragraph, white space is what a page shows of it. */
export function flowOf(root: Root): Flow[] {
  const flow: Flow[] = []
  readNodes(root.children, flow)
  return flow
}

/** Consecutive inline nodes make one paragraph, images in it come after it; elements that are blocks make their own. */
function readNodes(nodes: readonly Node[], flow: Flow[], own: { level?: number; listItem?: boolean } = {}): void {
  let pending = ''
  let images: Flow[] = []
  let start: Node | undefined
  const flush = () => {
    const text = trimBreaks(collapse(pending))
    if (text !== '') flow.push({ kind: 'paragraph', text, line: lineOf(start), ...own })
    for (const image of images) flow.push(image)
    pending = ''
    images = []
    start = undefined
  }
  for (const node of nodes) {
    start ??= node
    if (node.type === 'text') pending += spaced(node.value)
    else if (!isElement(node) || node.tagName === 'head') continue
    else if (node.tagName === 'br') pending += '\n'
    else if (node.tagName === 'img') (pending.trim() === '' ? flow : images).push({ kind: 'image', line: lineOf(node) })
    else if (node.tagName === 'table') {
      flush()
      flow.push(readTable(node))
    } else if (node.tagName === 'pre') {
      flush()
      for (const line of exactText(node).split('\n'))
        if (/\S/.test(line)) flow.push({ kind: 'paragraph', text: line, line: lineOf(node) })
    } else if (lines.test(node.tagName) || wrappers.test(node.tagName) || node.tagName === 'hr') {
      flush()
      const level = /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : undefined
      const item = node.tagName === 'li' || (own.listItem === true && node.tagName === 'p')
      readNodes(node.children, flow, level !== undefined ? { level } : item ? { listItem: true } : {})
    } else {
      // What is left is inline and was kept by the parser alone.
      pending += inlineText(node)
    }
  }
  flush()
}

function readTable(table: Element): FlowTable {
  const caption: Flow[] = []
  const body: Element[] = []
  const foot: Element[] = []
  for (const child of table.children.filter(isElement)) {
    if (child.tagName === 'caption') readNodes(child.children, caption)
    else if (child.tagName === 'tr') body.push(child)
    // Rows as a page shows them: `<tfoot>` last, wherever it stands in the source.
    else if (/^t(?:head|body|foot)$/.test(child.tagName)) {
      const part = child.tagName === 'tfoot' ? foot : body
      for (const row of child.children) if (isElement(row) && row.tagName === 'tr') part.push(row)
    }
  }
  const rows = [...body, ...foot]
    .map(row => row.children.filter(isElement).filter(cell => cell.tagName === 'td' || cell.tagName === 'th'))
    .filter(row => row.length > 0)
    .map(row => row.map(readCell))
  return { kind: 'table', caption, rows, line: lineOf(table) }
}

function readCell(element: Element): FlowCell {
  const content: Flow[] = []
  readNodes(element.children, content)
  return { content, colspan: spanOf(element, 'colSpan'), rowspan: spanOf(element, 'rowSpan'), line: lineOf(element) }
}

const spanOf = (element: Element, name: 'colSpan' | 'rowSpan'): number => {
  const value = Number(element.properties[name] ?? 1)
  return Number.isSafeInteger(value) && value >= 1 ? value : 1
}

function inlineText(element: Element): string {
  let text = ''
  for (const child of element.children) {
    if (child.type === 'text') text += spaced(child.value)
    else if (isElement(child)) text += child.tagName === 'br' ? '\n' : inlineText(child)
  }
  return text
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

const spaced = (text: string): string => text.replace(/[\t\n\f\r ]+/g, run => (/[\n\r]/.test(run) ? softBreak : ' '))

const wide = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60]'
const betweenWide = new RegExp(`(?<=${wide})\\u0001+(?=${wide})`, 'g')

/** Spaces as a page shows them; a line of the source that ends inside Chinese has none. U+00A0 and U+3000 stay. */
function collapse(text: string): string {
  if (!/[ \u0001\n]/.test(text)) return trimPadding(text)
  return text
    .replace(betweenWide, '')
    .replace(/[ \u0001]+/g, ' ')
    .split('\n')
    .map(trimPadding)
    .join('\n')
}
