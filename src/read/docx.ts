import mammoth from 'mammoth'
import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block } from '../document/document.ts'
import { readNumbering } from './docx/numbering.ts'
import { readParts, writeDocx } from './docx/package.ts'
import { type Simplifying, simplifyBody } from './docx/simplify.ts'
import { readStyles } from './docx/styles.ts'
import { child } from './docx/xml.ts'
import { readHtml } from './html.ts'
import { readLimits } from './limits.ts'
import { UnreadableSourceError } from './unreadable.ts'
import type { ZipParts } from './zip.ts'

/** More remarks of the converter than this say nothing new. */
const mostRemarks = 3

/**
 * A .docx → blocks: body → the few elements that mammoth reads without loss → HTML → blocks. Headers
 * and footers are not read: they hold page numbers and titles that stand in the body, too.
 */
export async function readDocx(zip: ZipParts, log: Log): Promise<Block[]> {
  const parts = readParts(zip)
  const body = child(child(parts.document.root, 'w:document'), 'w:body')
  if (!body) throw new UnreadableSourceError('source/damaged-docx', { detail: 'w:body' })
  if (parts.document.cut.has('depth')) log.add('source/truncated', { args: { what: `depth ${readLimits.depth}` } })
  if (parts.document.cut.has('elements')) log.add('source/truncated', { args: { what: `${readLimits.partElements} elements` } })
  const styles = readStyles(parts.styles)
  const state: Simplifying = {
    styles,
    numbering: readNumbering(parts.numbering, styles),
    fields: [],
    paragraphs: 0,
    notes: 0,
    embedded: new Map(),
  }
  const simple = writeDocx(simplifyBody(body, state))
  if (state.paragraphs > readLimits.paragraphs)
    log.add('source/truncated', { args: { what: `${readLimits.paragraphs} paragraphs` } })

  // In Node mammoth asks for `buffer`, in a browser for `arrayBuffer`; both hand it to the same unzipper.
  const input = { buffer: simple, arrayBuffer: simple.buffer as ArrayBuffer } as { arrayBuffer: ArrayBuffer }
  const { value, messages } = await mammoth.convertToHtml(input, {
    styleMap: ["table[style-name='Ragged'] => table.ragged:fresh"],
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  })
  const blocks = readHtml(value, log, { exactSpaces: true })
  for (const fault of parts.document.faults.slice(0, mostRemarks)) log.add('source/reader-warning', { args: { detail: fault } })
  const remarks = new Set(messages.map(one => one.message))
  for (const detail of [...remarks].slice(0, mostRemarks)) log.add('source/reader-warning', { args: { detail } })
  if (state.notes > 0) log.add('source/notes-left-out', { args: { count: state.notes } })
  if (state.embedded.size > 0) {
    const count = [...state.embedded.values()].reduce((sum, one) => sum + one, 0)
    log.add('source/part-not-read', { args: { count, detail: [...state.embedded.keys()].join(', ') } })
  }
  return blocks
}
