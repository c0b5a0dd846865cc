/**
 * Reads zips of reports member by member, wherever their bytes lie, so that an archive of any size
 * costs no more memory than its largest member. (`read/zip.ts` opens one document held in memory.)
 */
import { crc32, inflateRaw } from 'node:zlib'
import { decodeName } from '../walk.ts'

/** Bytes that can be read at any place: an open file, or an archive within an archive. */
export interface Bytes {
  readonly size: number
  /** As many bytes as asked for, fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
}

export interface Member {
  /** With `/` between its parts; decoded from UTF-8 or, where the archive does not say so, from GB18030. */
  name: string
  size: number
  modified: Date
  /** Inflates it. Throws `ArchiveError`. */
  read(): Promise<Uint8Array>
}

export type ArchiveProblem = 'damaged' | 'encrypted' | 'tooLarge' | 'method'

/** An archive, or a member of one, cannot be read. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly problem: ArchiveProblem

  constructor(problem: ArchiveProblem, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

/** Bounds on what one archive may cost. */
export const archiveLimits = {
  members: 200_000,
  directoryBytes: 64 * 1024 * 1024,
  /** Inflated, one member. */
  memberBytes: 128 * 1024 * 1024,
  /** Inflated, all members that are read: a bomb of many members costs no more than this. */
  totalBytes: 16 * 1024 * 1024 * 1024,
} as const

const endSignature = 0x06054b50
const end64Locator = 0x07064b50
const end64Signature = 0x06064b50
const memberSignature = 0x02014b50
const localSignature = 0x04034b50

/** The members of a zip that are files, in the order of their names. Throws `ArchiveError`. */
export async function openArchive(source: Bytes): Promise<Member[]> {
  const { offset, size } = await findDirectory(source)
  if (size > archiveLimits.directoryBytes) throw new ArchiveError('tooLarge')
  const bytes = await source.read(offset, size)
  if (bytes.length < size) throw new ArchiveError('damaged')
  const spent = { bytes: 0 }
  const members: Member[] = []
  const view = viewOf(bytes)
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === memberSignature; ) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const entry = readEntry(bytes, view, at, nameEnd, extraEnd)
    at = extraEnd + view.getUint16(at + 32, true)
    if (entry === null) throw new ArchiveError('damaged')
    if (!entry.name.endsWith('/')) {
      const { name, size, modified } = entry
      members.push({ name, size, modified, read: () => readMember(source, entry, spent) })
    }
    if (members.length > archiveLimits.members) throw new ArchiveError('tooLarge')
  }
  return members.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** The record at the end says where the directory is; a comment of up to 64 kB may follow it. */
async function findDirectory(source: Bytes): Promise<{ offset: number; size: number }> {
  const length = Math.min(source.size, 22 + 0xffff)
  const start = source.size - length
  const tail = await source.read(start, length)
  const view = viewOf(tail)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature || at + 22 + view.getUint16(at + 20, true) > tail.length) continue
    const found = { size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) }
    const large = found.size === 0xffffffff || found.offset === 0xffffffff
    return large ? await findLargeDirectory(source, start + at) : found
  }
  throw new ArchiveError('damaged')
}

async function findLargeDirectory(source: Bytes, end: number): Promise<{ offset: number; size: number }> {
  const locator = await source.read(Math.max(0, end - 20), 20)
  if (locator.length < 20 || viewOf(locator).getUint32(0, true) !== end64Locator) throw new ArchiveError('damaged')
  const record = await source.read(Number(viewOf(locator).getBigUint64(8, true)), 56)
  if (record.length < 56 || viewOf(record).getUint32(0, true) !== end64Signature) throw new ArchiveError('damaged')
  return { size: Number(viewOf(record).getBigUint64(40, true)), offset: Number(viewOf(record).getBigUint64(48, true)) }
}

interface Entry {
  name: string
  encrypted: boolean
  method: number
  crc: number
  packed: number
  size: number
  offset: number
  modified: Date
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameEnd: number, extraEnd: number): Entry | null {
  if (extraEnd > bytes.length) return null
  const flags = view.getUint16(at + 8, true)
  const rawName = bytes.subarray(at + 46, nameEnd)
  const extra = readExtra(bytes, view, nameEnd, extraEnd)
  const large = (value: number) => (value === 0xffffffff ? (extra.sizes.shift() ?? value) : value)
  const size = large(view.getUint32(at + 24, true))
  const packed = large(view.getUint32(at + 20, true))
  const offset = large(view.getUint32(at + 42, true))
  const name = extra.unicodeName(rawName) ?? (flags & 0x800 ? new TextDecoder().decode(rawName) : decodeUnmarked(rawName))
  return {
    name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    offset,
    modified: dosTime(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
  }
}

/**
 * A name whose archive does not say UTF-8: macOS writes UTF-8 all the same, Chinese Windows GBK. Two
 * Chinese characters in GBK may pass for UTF-8, but then for letters below U+0800, never for Chinese.
 */
function decodeUnmarked(bytes: Uint8Array): string {
  const name = decodeName(bytes)
  const foreign = /[\u0080-\u07ff]/.test(name) && !/[\u0800-\uffff]/.test(name)
  return foreign ? new TextDecoder('gb18030').decode(bytes) : name
}

function readExtra(bytes: Uint8Array, view: DataView, from: number, end: number) {
  const sizes: number[] = []
  let unicode: { crc: number; name: string } | null = null
  for (let at = from; at + 4 <= end; ) {
    const id = view.getUint16(at, true)
    const next = at + 4 + view.getUint16(at + 2, true)
    if (next > end) break
    if (id === 0x0001) for (let field = at + 4; field + 8 <= next; field += 8) sizes.push(Number(view.getBigUint64(field, true)))
    if (id === 0x7075 && next >= at + 9) {
      unicode = { crc: view.getUint32(at + 5, true), name: new TextDecoder().decode(bytes.subarray(at + 9, next)) }
    }
    at = next
  }
  // Its checksum tells whether the name was changed by a program that knew nothing of this field.
  return { sizes, unicodeName: (raw: Uint8Array) => (unicode !== null && crc32(raw) === unicode.crc ? unicode.name : null) }
}

/** MS-DOS date and time: local, two seconds fine; here taken as UTC, so that results do not depend on the machine. */
function dosTime(date: number, time: number): Date {
  const at = Date.UTC(1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2)
  return new Date(at)
}

async function readMember(source: Bytes, entry: Entry, spent: { bytes: number }): Promise<Uint8Array> {
  if (entry.encrypted) throw new ArchiveError('encrypted')
  if (entry.method !== 0 && entry.method !== 8) throw new ArchiveError('method')
  if (entry.size > archiveLimits.memberBytes || entry.packed > archiveLimits.memberBytes) throw new ArchiveError('tooLarge')
  spent.bytes += entry.size
  if (spent.bytes > archiveLimits.totalBytes) throw new ArchiveError('tooLarge')
  const head = await source.read(entry.offset, 30)
  if (head.length < 30 || viewOf(head).getUint32(0, true) !== localSignature) throw new ArchiveError('damaged')
  const start = entry.offset + 30 + viewOf(head).getUint16(26, true) + viewOf(head).getUint16(28, true)
  const packed = await source.read(start, entry.packed)
  if (packed.length < entry.packed) throw new ArchiveError('damaged')
  const bytes = entry.method === 0 ? packed : await inflate(packed, entry.size)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new ArchiveError('damaged')
  return bytes
}

/** The directory's claim is the bound: what inflates further is damaged or a bomb. */
const inflate = (packed: Uint8Array, size: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    inflateRaw(packed, { maxOutputLength: Math.max(1, size) }, (error, bytes) => {
      if (error) reject(new ArchiveError('damaged', error))
      else resolve(new Uint8Array(bytes))
    })
  })

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Bytes in memory as `Bytes`. */
export const bytesOf = (bytes: Uint8Array): Bytes => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
})
