import type { ReadLimits } from './limits.ts'

/** HTML reduced to the tags that make blocks and tables, well nested, within limits. */
export interface PlainHtml {
  html: string
  /** Which bounds were met; empty when nothing was cut. */
  cut: Set<'depth' | 'elements' | 'characters'>
  /** Share of the characters that stand inside some element, from 0 to 1: tells HTML from text with a tag in it. */
  enclosed: number
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const blocks = words(
  'html head body div p table caption thead tbody tfoot tr td th ul ol li dl dt dd h1 h2 h3 h4 h5 h6 section article header main blockquote pre center form fieldset address figure figcaption details summary',
)
/** Their content is no text of the document. */
const dropped = words(
  'script style noscript template iframe svg math select textarea button object video audio canvas nav footer aside title map datalist',
)
/** Raw text: ends at the first closing tag of the same name, whatever stands between. */
const raw = words('script style noscript iframe textarea title')
/** Containers that site software names so, beside the text of the page. */
const chrome = /^(?:breadcrumbs?|crumbs?|nav|navbar|menu|sidebar|footer|pagination|share|toolbar)$/i
const selfClosing = words('br hr img col')
/** Elements out of which a closing tag does not reach. */
const scopes = words('table td th caption html')
/** An element that its own like closes when its closing tag was left out. */
const closedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  p: words('p'),
  li: words('li p'),
  td: words('td th p'),
  th: words('td th p'),
  tr: words('tr td th p'),
  tbody: words('tbody thead tfoot tr td th p'),
  thead: words('tbody thead tfoot tr td th p'),
  tfoot: words('tbody thead tfoot tr td th p'),
  dt: words('dt dd p'),
  dd: words('dt dd p'),
}

const tag = /<(\/?)([a-z][a-z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/iy
const looseTag = /<(\/?)([a-z][a-z0-9:-]*)([^<>]*)>/iy
const hiddenStyle = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i
const firstGroup = (attributes: string, pattern: RegExp): string => pattern.exec(attributes)?.[1] ?? ''
const isHidden = (attributes: string): boolean =>
  hiddenStyle.test(attributes) ||
  /\s(?:hidden|aria-hidden\s*=\s*["']?true)(?=[\s"'=]|$)/i.test(attributes) ||
  firstGroup(attributes, /\sclass\s*=\s*["']?([^"'>]{0,200})/i)
    .split(/\s+/)
    .some(one => chrome.test(one))
/** ` colspan="2"`: what is kept of an element's attributes. */
function spansOf(attributes: string): string {
  const columns = firstGroup(attributes, /\scolspan\s*=\s*["']?\s*(\d{1,6})/i)
  const rows = firstGroup(attributes, /\srowspan\s*=\s*["']?\s*(\d{1,6})/i)
  return `${columns ? ` colspan="${columns}"` : ''}${rows ? ` rowspan="${rows}"` : ''}`
}

/**
 * Keeps block and table tags with their spans, drops the rest of the markup, hidden elements, scripts
 * and the frame of a page (`nav`, `footer`, breadcrumbs). Done before a parser sees the source because
 * parsers follow any nesting (10,000 open `<div>` are 10,000 frames of a stack) and rebuild open
 * `<font>` and `<b>` in every paragraph; what comes out nests at most `depth` deep.
 * O(length × depth bound). Newlines inside tags are kept behind them, so that lines still count.
 */
export function plainHtml(source: string, limits: ReadLimits): PlainHtml {
  const out: string[] = []
  const cut: PlainHtml['cut'] = new Set()
  const open: { name: string; hidden: boolean; written: boolean }[] = []
  let hidden = 0
  let elements = 0
  let inside = 0
  let outside = 0
  let loose = false
  let length = 0
  const ended = new Map<string, boolean>()

  const pop = () => {
    const last = open.pop()
    if (last?.hidden) hidden--
    else if (last?.written && hidden === 0) out.push(`</${last.name}>`)
  }
  const text = (from: number, to: number) => {
    if (to <= from || hidden > 0) return
    const piece = source.slice(from, to)
    const size = piece.trim().length
    if (open.length > 0) inside += size
    else outside += size
    out.push(piece)
    length += piece.length
  }
  const closeFor = (name: string) => {
    const closes = closedBy[name]
    if (!closes) return
    let to = open.length
    for (let i = open.length - 1; i >= 0; i--) {
      const at = (open[i] as { name: string }).name
      if (closes.has(at)) to = i
      else if (at === 'table' || at === 'ul' || at === 'ol' || at === 'dl' || at === 'td' || at === 'th') break
    }
    while (open.length > to) pop()
  }

  let at = 0
  while (at < source.length) {
    if (length > limits.documentText) {
      cut.add('characters')
      break
    }
    const found = source.indexOf('<', at)
    const next = found < 0 ? source.length : found
    text(at, Math.min(next, at + limits.documentText + 1))
    if (found < 0) break
    if (source.startsWith('<!--', next)) {
      const end = ended.get('--') === false ? -1 : source.indexOf('-->', next + 4)
      if (end < 0) ended.set('--', false)
      else if (hidden === 0) out.push('\n'.repeat(source.slice(next, end).split('\n').length - 1))
      at = end < 0 ? next + 4 : end + 3
      continue
    }
    if (source[next + 1] === '!' || source[next + 1] === '?') {
      const end = ended.get('>') === false ? -1 : source.indexOf('>', next)
      if (end < 0) ended.set('>', false)
      at = end < 0 ? source.length : end + 1
      continue
    }
    // A quote that is never closed would be sought to the end again and again: from then on tags end at the first `>`.
    const pattern = loose ? looseTag : tag
    pattern.lastIndex = next
    const candidate = /[a-z/]/i.test(source[next + 1] ?? '')
    const match = candidate ? pattern.exec(source) : null
    if (candidate && !match && !loose && /^<\/?[a-z]/i.test(source.slice(next, next + 3))) {
      loose = true
      at = next
      continue
    }
    if (!match) {
      if (hidden === 0) out.push('&lt;')
      length += 4
      at = next + 1
      continue
    }
    const [whole, slash, rawName = '', attributes = ''] = match
    const name = rawName.toLowerCase()
    at = next + whole.length
    const breaks = whole.includes('\n') ? '\n'.repeat(whole.split('\n').length - 1) : ''

    if (slash) {
      let found = -1
      for (let i = open.length - 1; i >= 0 && found < 0; i--) {
        const entry = (open[i] as { name: string }).name
        if (entry === name) found = i
        else if (scopes.has(entry) && name !== 'table' && name !== 'tr' && !/^t(?:body|head|foot)$/.test(name)) break
        else if (entry === 'table') break
      }
      if (found >= 0) while (open.length > found) pop()
      else if (name === 'p' && hidden === 0) out.push(' ')
      if (breaks && hidden === 0) out.push(breaks)
      continue
    }
    if (raw.has(name)) {
      const pattern = new RegExp(`</${name}\\s*>`, 'gi')
      pattern.lastIndex = at
      const end = ended.get(name) === false ? null : pattern.exec(source)
      if (!end) ended.set(name, false)
      else {
        const skipped = source.slice(next, end.index).split('\n').length - 1
        if (skipped > 0 && hidden === 0) out.push('\n'.repeat(skipped))
        at = end.index + end[0].length
      }
      continue
    }
    if (selfClosing.has(name)) {
      if (hidden === 0 && (name === 'br' || name === 'hr' || name === 'img') && !hiddenStyle.test(attributes)) {
        elements++
        if (elements <= limits.elements) out.push(`<${name}>`)
      }
      if (breaks && hidden === 0) out.push(breaks)
      continue
    }
    const hides = dropped.has(name) || (attributes !== '' && isHidden(attributes))
    if (!hides && !blocks.has(name)) {
      if (breaks && hidden === 0) out.push(breaks)
      continue
    }
    if (attributes.endsWith('/') && !blocks.has(name)) continue
    closeFor(name)
    if (name === 'table' || name === 'div' || /^(?:h[1-6]|ul|ol|dl|section|article|center)$/.test(name)) {
      if (open.at(-1)?.name === 'p') pop()
    }
    elements++
    if (elements > limits.elements || open.length >= limits.depth) {
      cut.add(elements > limits.elements ? 'elements' : 'depth')
      if (elements > limits.elements) break
      if (!hides) continue
    }
    if (hides) hidden++
    const written = !hides && hidden === 0
    open.push({ name, hidden: hides, written })
    if (written) out.push(`<${name}${attributes === '' ? '' : spansOf(attributes)}>`)
    if (breaks && hidden === 0) out.push(breaks)
  }
  while (open.length > 0) pop()
  return { html: out.join(''), cut, enclosed: inside / Math.max(1, inside + outside) }
}
