/**
 * Inflating, by what the platform has: Node's zlib is compiled already, while fflate's inflate, which
 * browsers get, costs a process that reads one document 25 ms until it is.
 */
export interface Inflater {
  /** Throws where the data are damaged or more than `size` bytes; where they are fewer, so is what it returns. */
  inflate(packed: Uint8Array, size: number): Uint8Array
  crc32(bytes: Uint8Array): number
}

export async function inflater(): Promise<Inflater> {
  const zlib = globalThis.process?.getBuiltinModule?.('zlib')
  if (!zlib) return browserInflater()
  return {
    inflate(packed, size) {
      // One chunk, with a byte to spare: a full one makes zlib allocate another.
      const bytes = zlib.inflateRawSync(packed, { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) })
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    },
    crc32: bytes => zlib.crc32(bytes),
  }
}

async function browserInflater(): Promise<Inflater> {
  const { inflateSync } = await import('fflate')
  return { inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }), crc32: checksum }
}

/** ISO 3309's, bit by bit: for as long as no browser has it. */
function checksum(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}
