/**
 * Reads zips of reports member by member, wherever their bytes lie, so that an archive of any size
 * costs no more memory than its largest member. (`read/zip.ts` opens one document held in memory.)
 */
import { crc32, inflateRaw } from 'node:zlib'
import { type Bytes, readDirectory, readPacked, type ZipEntry, ZipError } from '../../read/zip-directory.ts'
import { decodeName } from '../walk.ts'

export interface Member {
  /** With `/` between its parts; decoded from UTF-8 or, where the archive does not say so, from GB18030. */
  name: string
  size: number
  modified: Date
  /** Inflates it. Throws `ZipError`. */
  read(): Promise<Uint8Array>
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

/** The members of a zip that are files, in the order of their names. Throws `ZipError`. */
export async function openArchive(source: Bytes): Promise<Member[]> {
  const spent = { bytes: 0 }
  const members: Member[] = []
  for (const entry of await readDirectory(source, archiveLimits.directoryBytes)) {
    const name = nameOf(entry)
    if (!name.endsWith('/')) {
      const modified = dosTime(entry.date, entry.time)
      members.push({ name, size: entry.size, modified, read: () => readMember(source, entry, spent) })
    }
    if (members.length > archiveLimits.members) throw new ZipError('tooLarge')
  }
  return members.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function nameOf({ name, flags, extra }: ZipEntry): string {
  const text = unicodeName(extra.get(0x7075), name) ?? (flags & 0x800 ? new TextDecoder().decode(name) : decodeUnmarked(name))
  return text.replaceAll('\\', '/').replace(/^\/+/, '')
}

/** A field for the name in UTF-8; its checksum tells whether the name was changed by a program that knew nothing of it. */
function unicodeName(field: Uint8Array | undefined, name: Uint8Array): string | null {
  if (!field || field.length < 5) return null
  const crc = new DataView(field.buffer, field.byteOffset).getUint32(1, true)
  return crc === crc32(name) ? new TextDecoder().decode(field.subarray(5)) : null
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

/** MS-DOS date and time: local, two seconds fine; here taken as UTC, so that results do not depend on the machine. */
function dosTime(date: number, time: number): Date {
  const at = Date.UTC(1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2)
  return new Date(at)
}

async function readMember(source: Bytes, entry: ZipEntry, spent: { bytes: number }): Promise<Uint8Array> {
  if (entry.size > archiveLimits.memberBytes || entry.packed > archiveLimits.memberBytes) throw new ZipError('tooLarge')
  spent.bytes += entry.size
  if (spent.bytes > archiveLimits.totalBytes) throw new ZipError('tooLarge')
  const packed = await readPacked(source, entry)
  // A copy: what is given to a worker takes its memory with it.
  const bytes = entry.method === 0 ? packed.slice() : await inflate(packed, entry.size)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new ZipError('damaged')
  return bytes
}

/** The directory's claim is the bound: what inflates further is damaged or a bomb. */
const inflate = (packed: Uint8Array, size: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    inflateRaw(packed, { maxOutputLength: Math.max(1, size) }, (error, bytes) => {
      if (error) reject(new ZipError('damaged', error))
      else resolve(new Uint8Array(bytes))
    })
  })
