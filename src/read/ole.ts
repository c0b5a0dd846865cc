/** The container of Office before 2007 (.doc, .xls, .wps) and of encrypted .docx: only its directory is looked at. */

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export const isOle = (bytes: Uint8Array): boolean => signature.every((byte, i) => bytes[i] === byte)

/** Names of streams that tell what the container holds. */
const streams = [
  ['EncryptedPackage', 'encrypted'],
  ['EncryptionInfo', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['PowerPoint Document', 'ppt'],
] as const

export type OleContent = (typeof streams)[number][1] | 'unknown'

/**
 * What an OLE container holds. Directory entries are 128 bytes, aligned, and begin with the name in
 * UTF-16LE; its length in bytes, with the closing NUL, stands at 64. O(size / 128), no copy.
 */
export function oleContent(bytes: Uint8Array): OleContent {
  const found = new Set<OleContent>()
  for (let at = 512; at + 66 <= bytes.length; at += 128) {
    const length = ((bytes[at + 64] ?? 0) | ((bytes[at + 65] ?? 0) << 8)) / 2 - 1
    if (length < 8 || length > 20) continue
    for (const [name, content] of streams) {
      if (length !== name.length) continue
      let same = true
      for (let i = 0; same && i < length; i++) {
        same = bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0
      }
      if (same) found.add(content)
    }
  }
  for (const [, content] of streams) if (found.has(content)) return content
  return 'unknown'
}
