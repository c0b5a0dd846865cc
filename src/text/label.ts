/** When two labels are the same label, though one is misspelt, wrapped, renumbered or in other quotes. */
import { compact, toHalfWidth } from './normalize.ts'
import { remember } from './remember.ts'

const enumerator =
  /^(?:[(][一二三四五六七八九十\d]{1,3}[)][、.]?|[一二三四五六七八九十]{1,3}[、.](?!\d)|\d{1,2}[、.](?!\d)|[①-⑳])/
const punctuation = /[\s"'“”‘’「」『』《》〈〉()[\]【】〔〕{}、,，.。;；:：·•/\\|*#_~-]/g

/** `（ 三 ）不予公开` → `不予公开`; `3.危及“三安全一稳定”` → `危及三安全一稳定`. What labels are compared by. */
export const labelKey = remember((text: string): string => {
  let folded = toHalfWidth(compact(text))
  for (let i = 0; i < 2; i++) folded = folded.replace(enumerator, '')
  return folded.replace(punctuation, '')
})

/** The number in front of a label or heading (`（三）` → 3, `2.` → 2), with how it is written; null where there is none. */
export function enumeratorOf(
  text: string,
): { value: number; style: 'chinese' | 'chinese-bracket' | 'arabic' | 'arabic-bracket'; length: number } | null {
  const match =
    /^\s*(?:[(（]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]|([一二三四五六七八九十]{1,3})\s*[、.．]|(\d{1,2})\s*[、.．](?!\d))/.exec(
      text,
    )
  if (!match) return null
  const inBrackets = match[1]
  const chinese = match[2] ?? (inBrackets && !/\d/.test(inBrackets) ? inBrackets : undefined)
  const value = chinese === undefined ? Number(match[3] ?? inBrackets) : chineseOrdinal(chinese)
  if (value === null || !Number.isFinite(value)) return null
  const style = match[2] ? 'chinese' : match[3] ? 'arabic' : chinese ? 'chinese-bracket' : 'arabic-bracket'
  return { value, style, length: match[0].length }
}

const ordinals = '一二三四五六七八九'
function chineseOrdinal(text: string): number | null {
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text]
  const t = tens === null ? 0 : tens === '' ? 1 : ordinals.indexOf(tens as string) + 1
  const o = ones === '' ? 0 : ordinals.indexOf(ones as string) + 1
  return tens !== null && tens !== '' && t === 0 ? null : ones !== '' && o === 0 ? null : t * 10 + o
}

/** Edits (one character put in, left out or changed) between two strings, or `limit + 1` as soon as more are needed. O(limit × length). */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  if (a === b) return 0
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const value = Math.min((previous[j] as number) + 1, (current[j - 1] as number) + 1, (previous[j - 1] as number) + cost)
      current.push(value)
      if (value < best) best = value
    }
    if (best > limit) return limit + 1
    previous = current
  }
  return previous[b.length] as number
}
