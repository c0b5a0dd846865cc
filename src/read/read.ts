import type { Log } from '../diagnostic/diagnostic.ts'
import type { SourceDocument } from '../document/document.ts'
import { decode } from './decode.ts'
import { readDocx } from './docx.ts'
import { type ReadLimits, readLimits } from './limits.ts'
import { sniff } from './sniff.ts'
import { readText } from './text.ts'
import { textKind } from './text-kind.ts'
import { UnreadableSourceError } from './unreadable.ts'

/**
 * Bytes or text → blocks. The kind is found by content, never by the name's ending. The HTML parser is
 * loaded when there is HTML. Throws `UnreadableSourceError` only.
 */
export async function read(source: Uint8Array | string, log: Log, options: Partial<ReadLimits> = {}): Promise<SourceDocument> {
  const limits = { ...readLimits, ...options }
  if (typeof source === 'string') return readDecoded(source, log, limits)
  const parts = await sniff(source, limits)
  if (parts) return { kind: 'docx', blocks: await readDocx(parts, log, limits) }
  const { text, encoding } = decode(source, log, limits)
  return { ...(await readDecoded(text, log, limits)), encoding }
}

async function readDecoded(source: string, log: Log, limits: ReadLimits): Promise<SourceDocument> {
  if (source.trim() === '') throw new UnreadableSourceError('source/empty')
  const text = source.slice(source.startsWith('\ufeff') ? 1 : 0, limits.textBytes)
  if (text.length < source.length - 1) log.add('source/truncated', { args: { what: `${limits.textBytes} characters` } })
  const kind = textKind(text, limits)
  if (kind === 'html') return { kind, blocks: (await import('./html.ts')).readHtml(text, log, limits) }
  return { kind, blocks: await readText(text, kind, log, limits) }
}
