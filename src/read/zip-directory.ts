/**
 * What stands at the end of a zip: its members, where they lie and how large they claim to be (APPNOTE.TXT 4.3).
 * Nothing is inflated here, and no more is read than the directory, wherever the bytes lie.
 */

/** Bytes that can be read at any place: in memory, an open file, or an archive within an archive. */
export interface Bytes {
  readonly size: number
  /** As many bytes as asked for, fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** A view of bytes in memory as `Bytes`. */
export const bytesOf = (bytes: Uint8Array): Bytes => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
})

export interface ZipEntry {
  /** As it is written: the flags, and a field of `extra`, say how. */
  name: Uint8Array
  flags: number
  method: number
  crc: number
  /** Bytes, packed and inflated. */
  packed: number
  size: number
  offset: number
  /** In MS-DOS' encoding. */
  date: number
  time: number
  extra: ReadonlyMap<number, Uint8Array>
}

export type ZipProblem = 'damaged' | 'encrypted' | 'tooLarge' | 'method'

/** A zip, or a member of one, cannot be read. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
  readonly problem: ZipProblem

  constructor(problem: ZipProblem, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

const endSignature = 0x06054b50
const end64Locator = 0x07064b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const sizesField = 0x0001

/** The entries of a zip, folders too, in its own order. Throws `ZipError`, while they are taken, too. */
export async function readDirectory(source: Bytes, mostBytes: number): Promise<Iterable<ZipEntry>> {
  const { offset, size, count } = await findDirectory(source)
  if (size > mostBytes) throw new ZipError('tooLarge')
  const bytes = await source.read(offset, size)
  if (bytes.length < size) throw new ZipError('damaged')
  return entriesIn(bytes, count)
}

/** The bytes of a member as they are packed. Throws `ZipError`. */
export async function readPacked(source: Bytes, { flags, method, offset, packed }: ZipEntry): Promise<Uint8Array> {
  if (flags & 1) throw new ZipError('encrypted')
  if (method !== 0 && method !== 8) throw new ZipError('method')
  const head = await source.read(offset, 30)
  if (head.length < 30 || viewOf(head).getUint32(0, true) !== localSignature) throw new ZipError('damaged')
  const start = offset + 30 + viewOf(head).getUint16(26, true) + viewOf(head).getUint16(28, true)
  const bytes = await source.read(start, packed)
  if (bytes.length < packed) throw new ZipError('damaged')
  return bytes
}

interface Directory {
  offset: number
  size: number
  count: number
}

/** The record at the end says where the directory is; a comment of up to 64 kB may follow it. */
async function findDirectory(source: Bytes): Promise<Directory> {
  const length = Math.min(source.size, 22 + 0xffff)
  const start = source.size - length
  const tail = await source.read(start, length)
  const view = viewOf(tail)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature || at + 22 + view.getUint16(at + 20, true) > tail.length) continue
    const count = view.getUint16(at + 10, true)
    const found = { count, size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) }
    const isLarge = found.size === 0xffffffff || found.offset === 0xffffffff || count === 0xffff
    return (isLarge ? await findLargeDirectory(source, start + at) : null) ?? found
  }
  throw new ZipError('damaged')
}

/** Where numbers do not fit into the record; null where it only looks so. */
async function findLargeDirectory(source: Bytes, end: number): Promise<Directory | null> {
  const locator = await source.read(Math.max(0, end - 20), 20)
  if (locator.length < 20 || viewOf(locator).getUint32(0, true) !== end64Locator) return null
  const record = await source.read(Number(viewOf(locator).getBigUint64(8, true)), 56)
  if (record.length < 56 || viewOf(record).getUint32(0, true) !== end64Signature) throw new ZipError('damaged')
  const number = (at: number) => Number(viewOf(record).getBigUint64(at, true))
  return { count: number(32), size: number(40), offset: number(48) }
}

/** Writers that do not know of larger numbers count modulo 65,536. */
function* entriesIn(bytes: Uint8Array, count: number): Generator<ZipEntry> {
  const view = viewOf(bytes)
  let found = 0
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === entrySignature; found++) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > bytes.length) throw new ZipError('damaged')
    const extra = fieldsIn(bytes.subarray(nameEnd, extraEnd))
    const sizes = largeSizes(extra.get(sizesField))
    const large = (value: number) => (value === 0xffffffff ? (sizes.shift() ?? value) : value)
    const size = large(view.getUint32(at + 24, true))
    const packed = large(view.getUint32(at + 20, true))
    const offset = large(view.getUint32(at + 42, true))
    yield {
      name: bytes.subarray(at + 46, nameEnd),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset,
      date: view.getUint16(at + 14, true),
      time: view.getUint16(at + 12, true),
      extra,
    }
    at = extraEnd + view.getUint16(at + 32, true)
  }
  if (found % 0x10000 !== count % 0x10000) throw new ZipError('damaged')
}

/** Number of field → its data. */
function fieldsIn(extra: Uint8Array): Map<number, Uint8Array> {
  const fields = new Map<number, Uint8Array>()
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; ) {
    const next = at + 4 + view.getUint16(at + 2, true)
    if (next > extra.length) break
    fields.set(view.getUint16(at, true), extra.subarray(at + 4, next))
    at = next
  }
  return fields
}

function largeSizes(field: Uint8Array = new Uint8Array()): number[] {
  const view = viewOf(field)
  return Array.from({ length: Math.floor(field.length / 8) }, (_, i) => Number(view.getBigUint64(i * 8, true)))
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
