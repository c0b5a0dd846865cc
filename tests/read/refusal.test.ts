import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { read } from '../../src/read/read.ts'
import { UnreadableSourceError } from '../../src/read/unreadable.ts'

const bytes = (...values: number[]) => Uint8Array.from([...values, ...new Array(64).fill(0x20)])
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map(name => [name, strToU8('x')])))

/** An OLE container with the named streams in its directory. */
function ole(...streams: string[]): Uint8Array {
  const out = new Uint8Array(512 + 128 * streams.length)
  out.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [i, name] of streams.entries()) {
    const at = 512 + 128 * i
    for (let c = 0; c < name.length; c++) out[at + 2 * c] = name.charCodeAt(c)
    out[at + 64] = 2 * (name.length + 1)
  }
  return out
}

async function refusal(source: Uint8Array | string): Promise<UnreadableSourceError> {
  try {
    await read(source, createLog(''))
  } catch (error) {
    if (error instanceof UnreadableSourceError) return error
    throw error
  }
  throw new Error('it was read')
}

describe('what cannot be opened is refused by what it is', () => {
  const docx = zipSync({ 'word/document.xml': strToU8('<x/>'.repeat(100)) })
  it.each([
    ['nothing', new Uint8Array(0), 'source/empty', undefined],
    ['white space', strToU8(' \r\n\t'), 'source/empty', undefined],
    ['a PDF', strToU8('%PDF-1.7\n1 0 obj'), 'source/pdf', 'PDF'],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'source/image', 'PNG'],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'source/image', 'JPEG'],
    ['RTF', strToU8('{\\rtf1\\ansi\\ansicpg936}'), 'source/rtf', 'RTF'],
    ['gzip', bytes(0x1f, 0x8b, 8), 'source/archive', 'gzip'],
    ['RAR', strToU8('Rar!\u001a\u0007'), 'source/archive', 'RAR'],
    ['a zip of files', zip('a.docx', 'b.docx'), 'source/archive', 'zip'],
    ['an .xlsx', zip('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'), 'source/not-docx', '.xlsx'],
    ['a .pptx', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'source/not-docx', '.pptx'],
    ['an .odt', zip('mimetype', 'content.xml'), 'source/not-docx', '.odt'],
    ['an .ofd', zip('OFD.xml', 'Doc_0/Document.xml'), 'source/not-docx', '.ofd'],
    ['a .doc', ole('Root Entry', '1Table', 'WordDocument'), 'source/legacy-word', '.doc'],
    ['another OLE file', ole('Root Entry'), 'source/legacy-word', '.doc/.wps'],
    ['an .xls', ole('Root Entry', 'Workbook'), 'source/not-docx', '.xls'],
    ['an encrypted .docx', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'source/encrypted', undefined],
    ['a .docx cut off', docx.subarray(0, docx.length - 30), 'source/damaged-zip', undefined],
    ['binary data', Uint8Array.from({ length: 4096 }, (_, i) => ((i * 7919) % 251) & 0x1f), 'source/binary', undefined],
    [
      'text in no known encoding',
      Uint8Array.from([...strToU8('Stra'), 0xdf, 0x20, 0xe9, 0x20, 0xfc, 0x20, 0xff, 0x2e]),
      'source/undecodable',
      undefined,
    ],
  ])('%s', async (_, source, code, format) => {
    const error = await refusal(source)
    expect([error.code, error.args.format]).toEqual([code, format])
    expect(error.describe('en').todo).not.toBe('')
  })

  it('names the code for a string of nothing, too', async () => {
    expect((await refusal('\ufeff \n')).code).toBe('source/empty')
  })
})
