import { periodContext } from '../form/issuers.ts'
import { parseChineseNumeral } from '../text/numeral.ts'
import { isoDate, readYear } from './dates.ts'

export interface Period {
  from: string
  to: string
}

export interface PeriodFinding {
  period: Period | null
  /** What stands for it, as a quotation; null where nothing does. */
  quote: string | null
  damaged: boolean
}

const digits = '[\\d〇零○一二三四五六七八九十]'
const day = (year: string) => `${year}(${digits}{1,3})(?:月|[-./])(${digits}{1,3})日?`
const clock = '(?:(?:0|24|零|二十四)[时点])?'
const range = new RegExp(
  `(?<!${digits})${day(`(${digits}{4})(?:年|[-./])`)}${clock}起?(?:开始)?,?(?:至|到|[-—–─~～一]{1,4})${day(`(?:(${digits}{4})(?:年|[-./]))?`)}(?!${digits})`,
  'g',
)
/** Two runs of date characters with a word or dash of a range between: what is left of a period whose digits were lost. */
const remains = /[\d年月日./]{4,24}起?(?:至|到|[-—–─~～]{1,4})[\d年月日./]{3,24}止?/g

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? 0))

/**
 * The statistics period in a text without spaces, half-width. A range of whole dates counts when it is
 * a full year or the words around it speak of statistics; a range with lost digits
 * (`2019年11日至20191231日`) is damage, and nothing is concluded from it. O(characters).
 */
export function findPeriod(text: string): PeriodFinding {
  for (const match of text.matchAll(range)) {
    const [quote, fromYear = '', fromMonth = '', fromDay = '', toYear = fromYear, toMonth = '', toDay = ''] = match
    const [a, b] = [readYear(fromYear), readYear(toYear)]
    if (a === null || b === null) continue
    const from = isoDate(a, numberOf(fromMonth), numberOf(fromDay))
    const to = isoDate(b, numberOf(toMonth), numberOf(toDay))
    if (from === null || to === null || from >= to) continue
    const fullYear = from.endsWith('-01-01') && to.endsWith('-12-31')
    if (!fullYear && !inContext(text, match.index, quote.length)) continue
    return { period: { from, to }, quote, damaged: false }
  }
  for (const match of text.matchAll(remains)) {
    const quote = match[0]
    if (!quote.includes('日') || (quote.match(/\d/g)?.length ?? 0) < 5) continue
    if (!inContext(text, match.index, quote.length)) continue
    return { period: null, quote, damaged: true }
  }
  return { period: null, quote: null, damaged: false }
}

const inContext = (text: string, at: number, length: number): boolean =>
  periodContext.test(text.slice(Math.max(0, at - 40), at)) || text.slice(at, at + length + 2).includes('止')
