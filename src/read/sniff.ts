import type { ReadLimits } from './limits.ts'
import { isOle, oleContent } from './ole.ts'
import { UnreadableSourceError } from './unreadable.ts'
import { openZip, type ZipParts } from './zip.ts'

type Signature = readonly [
  code: 'source/pdf' | 'source/image' | 'source/rtf' | 'source/archive',
  format: string,
  ...bytes: number[],
]

const signatures: readonly Signature[] = [
  ['source/image', 'PNG', 0x89, 0x50, 0x4e, 0x47],
  ['source/image', 'JPEG', 0xff, 0xd8, 0xff],
  ['source/image', 'GIF', 0x47, 0x49, 0x46, 0x38],
  ['source/image', 'TIFF', 0x49, 0x49, 0x2a, 0x00],
  ['source/image', 'TIFF', 0x4d, 0x4d, 0x00, 0x2a],
  ['source/rtf', 'RTF', 0x7b, 0x5c, 0x72, 0x74, 0x66],
  ['source/archive', 'gzip', 0x1f, 0x8b],
  ['source/archive', 'RAR', 0x52, 0x61, 0x72, 0x21],
  ['source/archive', '7z', 0x37, 0x7a, 0xbc, 0xaf],
  ['source/archive', 'bzip2', 0x42, 0x5a, 0x68],
  ['source/archive', 'xz', 0xfd, 0x37, 0x7a, 0x58],
]

const ascii = new TextDecoder('latin1')
const startsWith = (bytes: Uint8Array, wanted: readonly number[], at = 0) => wanted.every((byte, i) => bytes[at + i] === byte)

/**
 * The parts of a .docx, or null for what may be text: by what the bytes are, never by a name. What is
 * neither is refused with a code that says what it is: `UnreadableSourceError`.
 */
export async function sniff(bytes: Uint8Array, limits: ReadLimits): Promise<ZipParts | null> {
  if (bytes.length === 0) throw new UnreadableSourceError('source/empty')
  for (const [code, format, ...magic] of signatures) {
    if (startsWith(bytes, magic)) throw new UnreadableSourceError(code, { format })
  }
  const head = ascii.decode(bytes.subarray(0, 1024))
  if (/^[\s\0]{0,16}(?:\xef\xbb\xbf)?%PDF-/.test(head)) throw new UnreadableSourceError('source/pdf', { format: 'PDF' })
  if (startsWith(bytes, [0x42, 0x4d]) && bytes[6] === 0 && bytes[7] === 0)
    throw new UnreadableSourceError('source/image', { format: 'BMP' })
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) throw new UnreadableSourceError('source/image', { format: 'WebP' })
  if (isOle(bytes)) {
    const content = oleContent(bytes)
    if (content === 'encrypted') throw new UnreadableSourceError('source/encrypted')
    if (content === 'xls' || content === 'ppt') throw new UnreadableSourceError('source/not-docx', { format: `.${content}` })
    throw new UnreadableSourceError('source/legacy-word', { format: content === 'doc' ? '.doc' : '.doc/.wps' })
  }
  if (/^MIME-Version:/i.test(head) && /multipart\/related/i.test(head))
    throw new UnreadableSourceError('source/not-docx', { format: 'MHTML' })
  if (
    /^(?:\xef\xbb\xbf)?\s{0,16}<\?xml[^>]*\?>/.test(head) &&
    /progid="?Word\.Document|<w:wordDocument|<pkg:package/.test(head)
  ) {
    throw new UnreadableSourceError('source/not-docx', { format: 'Word XML' })
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    const parts = await openZip(bytes, limits)
    const format = zipFormat(parts.names)
    if (format !== 'docx') throw new UnreadableSourceError(format === 'zip' ? 'source/archive' : 'source/not-docx', { format })
    return parts
  }
  return null
}

/** What a zip holds, by the parts that are in it. */
function zipFormat(names: ReadonlySet<string>): string {
  const some = (start: string) => [...names].some(name => name.startsWith(start))
  if (names.has('word/document.xml') || (names.has('_rels/.rels') && some('word/'))) return 'docx'
  if (some('xl/')) return '.xlsx'
  if (some('ppt/')) return '.pptx'
  if (names.has('ofd.xml')) return '.ofd'
  if (names.has('content.xml') && (names.has('mimetype') || names.has('meta-inf/manifest.xml'))) return '.odt'
  if (names.has('meta-inf/container.xml')) return '.epub'
  if (some('index/') && names.has('metadata/properties.plist')) return '.pages'
  return 'zip'
}
