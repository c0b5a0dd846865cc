import { strToU8, zipSync } from 'fflate'
import { createLog } from '../../diagnostic/diagnostic.ts'
import { type Block, type GridCell, isGrid } from '../../document/document.ts'
import { readHtml } from '../html.ts'
import type { ReadLimits } from '../limits.ts'

const packaging = 'http://schemas.openxmlformats.org/package/2006'
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const around = {
  '[Content_Types].xml': `<Types xmlns="${packaging}/content-types"><Override PartName="/word/document.xml" ContentType="${documentType}"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="d" Type="${relationship}" Target="word/document.xml"/></Relationships>`,
}

/**
 * Reads a body a second time, with mammoth, and marks every figure of a table that it does not confirm
 * as damaged, so that it counts as unreadable. Returns how many. What is marked may still be right:
 * mammoth shows hidden text, and leaves out what it does not know.
 */
export async function doubtUnconfirmed(blocks: readonly Block[], body: Uint8Array, limits: ReadLimits): Promise<number> {
  const grids = blocks.filter(isGrid).map(grid => grid.rows)
  const others = body.length > limits.secondReadingBytes ? [] : await secondReading(body, limits)
  const marked = new Set<GridCell>()
  for (const [t, rows] of grids.entries()) {
    const other = others[t]
    const sameShape = other?.length === rows.length && rows.every((row, r) => row.length === other[r]?.length)
    for (const [r, row] of rows.entries())
      for (const [c, cell] of row.entries()) {
        const confirmed = sameShape && plain(other[r]?.[c]?.text ?? '') === plain(cell.text)
        if (!confirmed && /\p{Nd}/u.test(cell.text + (other?.[r]?.[c]?.text ?? ''))) marked.add(cell)
      }
  }
  for (const cell of marked) cell.text += '\ufffd'
  return marked.size
}

const plain = (text: string): string => text.replace(/\s+/g, '')

/** Tables as mammoth sees them; none where it fails. */
async function secondReading(body: Uint8Array, limits: ReadLimits): Promise<GridCell[][][]> {
  const { default: mammoth } = await import('mammoth')
  const docx = zipSync({ ...encoded, 'word/document.xml': body }, { level: 0 })
  // In Node mammoth asks for `buffer`, in a browser for `arrayBuffer`; both hand it to the same unzipper.
  const input = { buffer: docx, arrayBuffer: docx.buffer as ArrayBuffer } as { arrayBuffer: ArrayBuffer }
  try {
    const { value } = await mammoth.convertToHtml(input, { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
    return readHtml(value, createLog(''), limits)
      .filter(isGrid)
      .map(grid => grid.rows)
  } catch {
    return []
  }
}

const encoded = Object.fromEntries(Object.entries(around).map(([name, text]) => [name, strToU8(text)]))
