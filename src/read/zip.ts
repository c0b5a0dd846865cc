import { inflater } from './inflate.ts'
import type { ReadLimits } from './limits.ts'
import { UnreadableSourceError } from './unreadable.ts'
import { bytesOf, readDirectory, readPacked, type ZipEntry, ZipError } from './zip-directory.ts'

/** The names in a zip, and its parts, inflated on demand. */
export interface ZipParts {
  names: ReadonlySet<string>
  /**
   * Inflates the named parts that exist. Rejects with `source/too-large` beyond the limits, `source/damaged-zip` where
   * a part is not what the directory says of it, `source/encrypted` where it is.
   */
  inflate(wanted: readonly string[]): Promise<Map<string, Uint8Array>>
}

/** Some writers use `\` or a leading `/` in names, and names are compared without case, as Word does. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** Reads a document's directory without inflating anything. Rejects with `source/damaged-zip` (truncated too) and `source/too-large`. */
export async function openZip(bytes: Uint8Array, limits: ReadLimits): Promise<ZipParts> {
  if (bytes.length > limits.zipBytes) throw tooLarge('bytes', bytes.length)
  const source = bytesOf(bytes)
  const entries = new Map<string, ZipEntry>()
  const decoder = new TextDecoder()
  let count = 0
  await typed(async () => {
    for (const entry of await readDirectory(source, bytes.length)) {
      const name = partName(decoder.decode(entry.name))
      if (!entries.has(name)) entries.set(name, entry)
      // All of them, not the names: a directory of millions of one name costs as much.
      if (++count > limits.zipEntries) throw tooLarge('entries', count)
    }
  })
  return {
    names: new Set(entries.keys()),
    inflate: wanted =>
      typed(async () => {
        const { inflate, crc32 } = await inflater()
        const parts = new Map<string, Uint8Array>()
        let total = 0
        for (const name of new Set(wanted.map(partName))) {
          const entry = entries.get(name)
          if (!entry) continue
          total += entry.size
          if (total > limits.partBytes) throw tooLarge('unzipped bytes', total)
          if (entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio)
            throw tooLarge('ratio', Math.round(entry.size / entry.packed))
          const packed = await readPacked(source, entry)
          const part = entry.method === 0 ? packed : inflate(packed, entry.size)
          if (part.length !== entry.size || crc32(part) !== entry.crc) throw new ZipError('damaged')
          parts.set(name, part)
        }
        return parts
      }),
  }
}

const tooLarge = (what: string, found: number) => new UnreadableSourceError('source/too-large', { what, found })

async function typed<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof UnreadableSourceError) throw cause
    const isEncrypted = cause instanceof ZipError && cause.problem === 'encrypted'
    throw new UnreadableSourceError(isEncrypted ? 'source/encrypted' : 'source/damaged-zip', {}, { cause })
  }
}
