/** 同比 and its like: by how much a figure differs from an earlier one. */
import type { FigureChange } from '../model/narrative.ts'
import type { Quantity } from './quantities.ts'

const up = /(?:增长|增加|增幅|上升|提高|提升|增多|上涨|多|增)(?:率|幅度|幅)?(?:了|约|近|超过|超|为|达|达到){0,3}$/
const down = /(?:减少|减幅|下降|降低|回落|下滑|降幅|少|减)(?:率|幅度|幅)?(?:了|约|近|超过|超|为|达){0,3}$/
const comparison = /同比|环比|比|较|同期|上年|去年|上一年|增长率|增幅|降幅/

/** The change that a quantity states, when the words before it say so; null when it is a figure of its own. */
export function changeOf(quantity: Quantity, head: string, year: number | null): FigureChange | null {
  const clause = head.slice(head.lastIndexOf(',') + 1)
  const direction = up.test(clause) ? 'up' : down.test(clause) ? 'down' : null
  if (direction === null) return null
  const isPercent = quantity.unit === '%'
  if (quantity.unit === '个百分点') return null
  const times = quantity.unit === '倍'
  if (!isPercent && !times && !comparison.test(head)) return null
  return {
    direction,
    percent: isPercent ? quantity.value : times ? quantity.value * 100 : null,
    absolute: isPercent || times ? null : quantity.value,
    base: baseOf(head, year),
    baseValue: null,
  }
}

function baseOf(head: string, year: number | null): string | null {
  const named = /(20\d\d)(?:年|年度)/.exec(head)?.[1]
  if (named !== undefined) return named
  return /同比|上年|去年|上一年/.test(head) && year !== null ? String(year - 1) : null
}

/** The year of `比2022年(` when a bracket holds the earlier figure itself; null for other words. */
export function earlierIn(head: string, year: number | null): string | null {
  const match = /(?:比|较)(?:上年|去年|上一年|上年度|同期|(20\d\d)年)[^,。;(]{0,6}\($/.exec(head)
  if (!match) return null
  return match[1] ?? (year === null ? '' : String(year - 1))
}
