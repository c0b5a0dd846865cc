import type { Log } from '../diagnostic/diagnostic.ts'
import type { SourceDocument } from '../document/document.ts'
import { decode } from './decode.ts'
import { readDocx } from './docx.ts'
import { readLimits } from './limits.ts'
import { sniff } from './sniff.ts'
import { readText } from './text.ts'
import { textKind } from './text-kind.ts'
import { UnreadableSourceError } from './unreadable.ts'

/**
 * Bytes or text → blocks. The kind is found by content, never by the name's ending. The HTML parser is
 * loaded when there is HTML. Throws `UnreadableSourceError` only.
 */
export async function read(source: Uint8Array | string, log: Log): Promise<SourceDocument> {
  if (typeof source === 'string') return readDecoded(source, log)
  const parts = sniff(source)
  if (parts) return { kind: 'docx', blocks: await readDocx(parts, log) }
  const { text, encoding } = decode(source, log)
  return { ...(await readDecoded(text, log)), encoding }
}

async function readDecoded(source: string, log: Log): Promise<SourceDocument> {
  if (source.trim() === '') throw new UnreadableSourceError('source/empty')
  const text = source.slice(source.startsWith('\ufeff') ? 1 : 0, readLimits.textBytes)
  if (text.length < source.length - 1) log.add('source/truncated', { args: { what: `${readLimits.textBytes} characters` } })
  const kind = textKind(text)
  if (kind === 'html') return { kind, blocks: (await import('./html.ts')).readHtml(text, log) }
  return { kind, blocks: await readText(text, kind, log) }
}
