import type { Log } from '../diagnostic/diagnostic.ts'
import type { Block } from '../document/document.ts'
import { readLimits } from './limits.ts'

/** One paragraph a line, blank ones too; a form feed stays at the start of its line. */
export function readText(text: string, log: Log): Block[] {
  const lines = text.split(/\r\n?|\n/)
  if (lines.length > readLimits.lines) {
    log.add('source/truncated', { args: { what: `${readLimits.lines} lines` } })
    lines.length = readLimits.lines
  }
  return lines.map((line, i): Block => ({ kind: 'paragraph', text: line, place: { line: i + 1 } }))
}
