import type { Log } from '../diagnostic/diagnostic.ts'
import type { SourceDocument } from '../document/document.ts'

/** Bytes or text → blocks. The kind is found by content, never by the name's ending. Throws `UnreadableSourceError` only. */
export async function read(source: Uint8Array | string, _log: Log): Promise<SourceDocument> {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source)
  return { kind: 'text', blocks: text.split('\n').map((line, i) => ({ kind: 'paragraph', text: line, place: { line: i + 1 } })) }
}
