import mammoth from 'mammoth'
import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block } from '../document/document.ts'
import { readHtml } from './html.ts'

/** A .docx → blocks. */
export async function readDocx(bytes: Uint8Array, log: Log): Promise<Block[]> {
  const input = { arrayBuffer: bytes, buffer: bytes } as unknown as { arrayBuffer: ArrayBuffer }
  const { value } = await mammoth.convertToHtml(input, { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
  return readHtml(value, log, { exactSpaces: true })
}
