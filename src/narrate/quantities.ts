/** Figures in running text: `3件`, `4.14万条`, `3200万余次`, `近17250件`, `十二场`, `18.6%`. */
import { units } from '../form/sentences.ts'
import { parseChineseNumeral, parseDigits } from '../text/numeral.ts'

export type Approximation = 'over' | 'under' | 'about'

export interface Quantity {
  /** In the text: from the first digit to the end of the unit. */
  from: number
  to: number
  value: number
  unit: string
  /** Printed with 万 or 亿, which `value` has worked out. */
  scaled: boolean
  approximate: Approximation | null
}

const numeral = /\d[\d,.]*|[零〇一二两三四五六七八九十百千]{1,12}/g
const scales: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 }
const rest = / {0,2}(百万|千万|万|亿|千)?(余|多|来|几)? {0,2}(百万|千万|万|亿)?(余|多)? {0,2}/y
const unitPattern = new RegExp(`(${[...units].sort((a, b) => b.length - a.length).join('|')})`, 'y')
/** Words that begin like a figure and its unit and are none: 一件事, 一次性, 一条龙, 一个方面. */
const noFigure = /^(?:件事|件件|次性|条龙|条线|项项|个个|个方面|方面|网|体化|站式|窗|门)/

/** Quantities of a text from left to right; figures without a unit are not told apart from years and numbers, and left. O(length). */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(numeral)) {
    const printed = match[0].replace(/[.,]+$/, '')
    const from = match.index
    const end = from + printed.length
    if (printed.length > 24 || isOrdinal(text, from)) continue
    const chinese = !/\d/.test(printed)
    if (chinese && noFigure.test(text.slice(end, end + 4))) continue
    const plain = chinese ? parseChineseNumeral(printed) : parseDigits(printed)
    if (plain === null) continue
    rest.lastIndex = end
    const [, first, more, second, moreAfter] = rest.exec(text) ?? []
    unitPattern.lastIndex = rest.lastIndex
    const unit = unitPattern.exec(text)?.[1]
    if (unit === undefined) continue
    const scale = (scales[first ?? ''] ?? 1) * (scales[second ?? ''] ?? 1)
    found.push({
      from,
      to: unitPattern.lastIndex,
      value: Math.round(plain * scale * 1e6) / 1e6,
      unit,
      scaled: scale !== 1,
      approximate: approximation(
        text.slice(Math.max(0, from - 4), from),
        more ?? moreAfter,
        text.slice(unitPattern.lastIndex, unitPattern.lastIndex + 2),
      ),
    })
  }
  return found
}

/** `第15条`, `〔2021〕30号`, `A4`, the tail of a longer figure. */
function isOrdinal(text: string, from: number): boolean {
  const previous = text[from - 1] ?? ''
  return previous === '第' || /[A-Za-z\d.〔]/.test(previous)
}

function approximation(head: string, more: string | undefined, tail: string): Approximation | null {
  if (more !== undefined || /(?:超过?|逾|突破|不少于|至少)$/.test(head) || tail === '以上') return 'over'
  if (/(?:近|不到|不足|接近)$/.test(head)) return 'under'
  return /(?:约|大约|约为|左右)$/.test(head) || tail === '左右' ? 'about' : null
}
