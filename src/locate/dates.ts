import { parseChineseNumeral } from '../text/numeral.ts'

/** A year that can be one of a report: four whole digits or Chinese numerals; `202年` and `20241月` are damage. */
export const yearPattern = '(?<!\\d)20\\d\\d(?!\\d)|[二2][〇零○Ｏ][一二三四五六七八九〇零○]{2}'

/** `2021`, `二〇二一` → 2021; null for anything else. */
export function readYear(text: string): number | null {
  const value = /^\d{4}$/.test(text) ? Number(text) : parseChineseNumeral(text.replace(/[○Ｏ零]/g, '〇'))
  return value !== null && value >= 2000 && value <= 2099 ? value : null
}

/** ISO date of a day that exists, else null. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || month < 1 || day < 1) return null
  return date.toISOString().slice(0, 10)
}
