import { unzipSync } from 'fflate'
import type { ReadLimits } from './limits.ts'
import { UnreadableSourceError } from './unreadable.ts'

/** The names in a zip, and its parts, inflated on demand. */
export interface ZipParts {
  names: ReadonlySet<string>
  /** Inflates the named parts that exist. Throws `source/too-large` beyond the limits, `source/damaged-zip` for a broken one. */
  inflate(wanted: readonly string[]): Map<string, Uint8Array>
}

/** Some writers use `\` or a leading `/` in names, and names are compared without case, as Word does. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** Reads a zip's directory without inflating anything. Throws `source/damaged-zip` (truncated too) and `source/too-large`. */
export function openZip(bytes: Uint8Array, limits: ReadLimits): ZipParts {
  if (bytes.length > limits.zipBytes) throw tooLarge('bytes', bytes.length)
  const names = new Set<string>()
  walk(bytes, name => {
    names.add(name)
    if (names.size > limits.zipEntries) throw tooLarge('entries', names.size)
    return false
  })
  return {
    names,
    inflate(wanted) {
      const keys = new Set(wanted.map(partName))
      const taken = new Set<string>()
      let total = 0
      const parts = walk(bytes, (name, packed, size) => {
        if (!keys.has(name) || taken.has(name)) return false
        taken.add(name)
        total += size
        if (total > limits.partBytes) throw tooLarge('unzipped bytes', total)
        if (size > limits.ratioFrom && size > packed * limits.ratio) throw tooLarge('ratio', Math.round(size / packed))
        return true
      })
      return new Map(Object.entries(parts).map(([name, data]) => [partName(name), data]))
    },
  }
}

const tooLarge = (what: string, found: number) => new UnreadableSourceError('source/too-large', { what, found })

/** fflate allocates what the directory claims and writes no further, so that the claim is the bound. */
function walk(bytes: Uint8Array, choose: (name: string, packed: number, size: number) => boolean): Record<string, Uint8Array> {
  let refused: unknown
  try {
    return unzipSync(bytes, {
      filter(entry) {
        try {
          return choose(partName(entry.name), entry.size, entry.originalSize)
        } catch (cause) {
          refused = cause
          throw cause
        }
      },
    })
  } catch (cause) {
    if (refused !== undefined) throw refused
    throw new UnreadableSourceError('source/damaged-zip', {}, { cause })
  }
}
