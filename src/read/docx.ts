import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block } from '../document/document.ts'
import { graphicElements, ignoredElements, propertyElements, readElements, textElements } from './docx/elements.ts'
import { readNumbering } from './docx/numbering.ts'
import { openParts } from './docx/package.ts'
import { blockReader, type DocxReading } from './docx/read-body.ts'
import { readStyles } from './docx/styles.ts'
import { child, parseXml } from './docx/xml.ts'
import { arrange } from './flow.ts'
import type { ReadLimits } from './limits.ts'
import { UnreadableSourceError } from './unreadable.ts'
import type { ZipParts } from './zip.ts'

/** More remarks of one kind than this say nothing new. */
const mostRemarks = 3

/**
 * A .docx → blocks, in one pass over its body: each paragraph and table is read as it closes. Headers
 * and footers are not read: they hold page numbers and titles that stand in the body, too. Where the
 * body has elements that are not known here, another converter reads it, too, and table cells on which
 * the two differ are in doubt. O(size of the body).
 */
export async function readDocx(zip: ZipParts, log: Log, limits: ReadLimits): Promise<Block[]> {
  const parts = await openParts(zip, limits)
  const styles = readStyles(parts.styles)
  const reading: DocxReading = {
    limits,
    styles,
    numbering: readNumbering(parts.numbering, styles),
    fields: [],
    paragraphs: 0,
    notes: 0,
    embedded: new Map(),
    remarks: new Set(),
  }
  const body = blockReader(reading)
  const unknown = new Set<string>()
  const { root, cut, faults } = parseXml(parts.body, {
    limits,
    keeps(name, parent) {
      if (readElements.has(name)) return true
      if (ignoredElements.has(name) || propertyElements.has(parent)) return false
      if (parent.startsWith('w:') && !graphicElements.has(parent) && !graphicElements.has(name)) unknown.add(name)
      return true
    },
    holdsText: textElements,
    stream: { within: 'w:body', take: body.add },
  })
  if (!child(child(root, 'w:document'), 'w:body')) throw new UnreadableSourceError('source/damaged-docx', { detail: 'w:body' })

  if (cut.has('depth')) log.add('source/truncated', { args: { what: `depth ${limits.depth}` } })
  if (cut.has('elements')) log.add('source/truncated', { args: { what: `${limits.partElements} elements` } })
  if (cut.has('characters')) log.add('source/truncated', { args: { what: `${limits.documentText} characters` } })
  if (reading.paragraphs > limits.paragraphs) log.add('source/truncated', { args: { what: `${limits.paragraphs} paragraphs` } })
  const blocks = arrange(body.end(), log)
  for (const detail of [...faults, ...reading.remarks].slice(0, mostRemarks))
    log.add('source/reader-warning', { args: { detail } })
  if (reading.notes > 0) log.add('source/notes-left-out', { args: { count: reading.notes } })
  if (reading.embedded.size > 0) {
    const count = [...reading.embedded.values()].reduce((sum, one) => sum + one, 0)
    log.add('source/part-not-read', { args: { count, detail: [...reading.embedded.keys()].join(', ') } })
  }
  if (unknown.size > 0) {
    const detail = [...unknown].slice(0, mostRemarks).join(', ')
    const { doubtUnconfirmed } = await import('./docx/second-reading.ts')
    const count = await doubtUnconfirmed(blocks, parts.body, limits)
    log.add('source/unknown-element', { args: { detail, count } })
  }
  return blocks
}
