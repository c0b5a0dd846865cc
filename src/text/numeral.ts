/** What stands in a cell: a figure, nothing, or something that is neither. Never a guess. */
import { dropInvisible, toHalfWidth } from './normalize.ts'
import { remember } from './remember.ts'

export type Figure =
  | { readonly kind: 'figure'; readonly value: number; readonly unit: string | null }
  /** Empty, or a filler that people put where nothing is to be said. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' }

/** `/` `—` `-` `无` and their like. */
const filler = /^(?:[/\\|]|[-–—―─－_]{1,4}|无|空|\*|\.\.\.|…+|不涉及|无此项)$/
const plain = /^([+-]?)(\d{1,15})(?:\.(\d{1,6}))?$/
const thousands = /^([+-]?)(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,6}))?$/
const unit = /(万元|亿元|千元|元|万件|件次|件|条|宗|起|项|个|份|次|部|例|户)(?:整)?$/

/**
 * Reads one cell's text: ASCII and full-width digits, `1,024` `1，024`, decimals, signs, padding
 * (U+3000, U+00A0), a unit glued on (`43.788万元`, `3件`), Chinese numerals (`十二`).
 * Two figures in a cell, or words, are `unreadable`: which of them counts cannot be known.
 */
export const parseFigure = remember((raw: string): Figure => {
  const folded = toHalfWidth(dropInvisible(raw)).replace(/[\u2212]/g, '-')
  const text = folded.trim()
  if (text === '' || filler.test(text)) return { kind: 'blank' }
  const unitMatch = unit.exec(text)
  const stated = unitMatch ? (unitMatch[1] as string) : null
  const body = unitMatch ? text.slice(0, unitMatch.index).trim() : text
  const value = parseDigits(body) ?? parseChineseNumeral(body)
  if (value === null) return { kind: 'unreadable' }
  return { kind: 'figure', value, unit: stated }
})

/** `1,024` and `1024` and `-3` and `8.35`; null for anything else. Spaces inside a figure are not read over. */
export function parseDigits(text: string): number | null {
  const body = text.replace(/，/g, ',')
  const match = plain.exec(body) ?? thousands.exec(body)
  if (!match) return null
  const [, sign, whole = '', fraction] = match
  const digits = whole.replace(/,/g, '')
  if (digits.length > 1 && digits.startsWith('0')) return null
  const value = Number(`${sign}${digits}${fraction ? `.${fraction}` : ''}`)
  return Object.is(value, -0) ? 0 : value
}

const digitOf: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
} // biome-ignore format: a table
const unitOf: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const positional = /^[〇零一二三四五六七八九]+$/

/** `十二` → 12, `一百零三` → 103, `二〇二一` → 2021, `三万五千` → 35000; null for anything else. */
export function parseChineseNumeral(text: string): number | null {
  if (text.length === 0 || text.length > 16) return null
  if (text.length > 1 && positional.test(text)) {
    const digits = [...text].map(c => digitOf[c]).join('')
    return digits.startsWith('0') ? null : Number(digits)
  }
  const wan = text.split('万')
  if (wan.length > 2) return null
  if (wan.length === 2) {
    const high = section(wan[0] as string)
    const low = wan[1] === '' ? 0 : section((wan[1] as string).replace(/^零/, ''))
    return high === null || low === null ? null : high * 10000 + low
  }
  return section(text)
}

/** A numeral below 10,000: digits before their units, units falling. */
function section(text: string): number | null {
  if (text === '') return null
  let total = 0
  let digit: number | null = null
  let last = 10000
  for (const c of text) {
    const d = digitOf[c]
    const u = unitOf[c]
    if (d !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = d
    } else if (u !== undefined) {
      if (u >= last) return null
      if (digit === null && u !== 10) return null
      if (digit === 0) return null
      total += (digit ?? 1) * u
      digit = null
      last = u
    } else return null
  }
  return total + (digit ?? 0)
}

const chineseDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 12 → 十二: how Word's chineseCounting numbers lists; 1 to 99. */
export function toChineseNumeral(value: number): string {
  if (value < 10) return chineseDigits[value] ?? String(value)
  if (value > 99) return [...String(value)].map(d => chineseDigits[Number(d)]).join('')
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens === 1 ? '' : chineseDigits[tens]}十${ones === 0 ? '' : chineseDigits[ones]}`
}
