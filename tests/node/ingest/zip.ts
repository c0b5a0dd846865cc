import { crc32, deflateRawSync } from 'node:zlib'

export interface TestMember {
  /** As bytes, for names that are not UTF-8. */
  name: string | Uint8Array
  content: Uint8Array | string
  flags?: number
  method?: number
  extra?: Uint8Array
  /** What the directory claims instead of the truth. */
  claimedSize?: number
}

/** Writes a zip field by field: what no proper writer would. */
export function makeZip(members: readonly TestMember[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, flags = 0, method = 8, extra = new Uint8Array(0), claimedSize } of members) {
    const bytes = Buffer.from(content as Uint8Array)
    const nameBytes = Buffer.from(name as Uint8Array)
    const packed = method === 8 ? deflateRawSync(bytes) : bytes
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt16LE(0x6000, 6)
    common.writeUInt16LE(0x5821, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimedSize ?? bytes.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    common.writeUInt16LE(extra.length, 24)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, extra, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, rest, nameBytes, extra]))
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(members.length, 4)
  end.writeUInt16LE(members.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, list, Buffer.from('PK\u0005\u0006'), end])
}

/** 溪口.txt in GBK. */
export const gbkName = Uint8Array.from([0xcf, 0xaa, 0xbf, 0xda, 0x2e, 0x74, 0x78, 0x74])
