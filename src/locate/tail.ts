import { pageFurniture } from '../form/headings.ts'
import { toHalfWidth } from '../text/normalize.ts'
import type { Position, Stream } from './stream.ts'

const numeralYear = '[12][09]\\d\\d|[一二][〇零○0O九][〇零○一二三四五六七八九]{2}'
const date = new RegExp(
  `^(?:日期:?)?(?:${numeralYear})(?:年|[-./])[0-9一二三四五六七八九十]{1,3}(?:月|[-./])(?:[0-9一二三四五六七八九十]{1,3}日?)?$`,
)
const signatureAndDate = new RegExp(
  `^[^。,;:]{3,40}(?:${numeralYear})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$`,
)
const pageNumber = /^(?:[-–—·~]{0,2}\d{1,3}[-–—·~]{0,2}|第\d{1,3}页(?:共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/
const name = /^[\p{Script=Han}()·]{2,40}$/u
const nameEnding =
  /(?:政府|办公室|办事处|委员会|管委会|局|院|厅|街道|镇|乡|中心|站|所|队|公司|处|会|室|大学|学校|苏木|场|部|馆)[)]?$/

/** Lines looked at behind the last heading, so that a long last section costs no more than its length. */
const limit = 5000

/**
 * Where the report ends and its tail begins: signature and date, page numbers, a web page's foot.
 * Lines are looked at from the end upward; the first line of content stops it. A page's foot is looked for downward.
 */
export function tailBegins(stream: Stream, from: number, to: Position): Position {
  const first = stream.positionAfter(from)
  const lines: { position: Position; text: string; isRow: boolean }[] = []
  for (let block = first.block; block < Math.min(stream.blocks.length, to.block + 1) && lines.length < limit; block++) {
    const b = stream.blocks[block]
    const offset = block === first.block ? first.offset : 0
    const end = block === to.block ? to.offset : undefined
    const printed = b?.kind === 'paragraph' ? toHalfWidth(b.text.slice(offset, end)) : '\u0001'
    // A number among tabs is a table's row.
    lines.push({ position: { block, offset }, text: printed.replace(/\s+/g, ''), isRow: printed.includes('\t') })
  }
  let end = lines.length
  // The line of the heading itself is content, whatever stands on it.
  for (let i = 1; i < end; i++) if (isFoot((lines[i] as { text: string }).text)) end = i
  let tail = end
  let dated = false
  for (let i = end - 1; i >= 1; i--) {
    const { text, isRow } = lines[i] as { text: string; isRow: boolean }
    if (text === '' || (pageNumber.test(text) && !isRow)) {
      if (text !== '') tail = i
      continue
    }
    if (date.test(text) || signatureAndDate.test(text)) dated = true
    else if (!(name.test(text) && nameEnding.test(text) && (dated || i < end - 1 || i > 1))) break
    tail = i
  }
  return lines[tail]?.position ?? to
}

const isFoot = (text: string): boolean => text.length <= 120 && pageFurniture.test(text) && !/。$/.test(text)
