import type { FigureChange } from '../model/narrative.ts'

/**
 * Whether a figure and the change said of it fit the earlier figure, where that is known, or else any
 * whole number. Percentages are rounded or cut off where they are printed: one unit of the last
 * printed digit is allowed for.
 */
export function fitsChange(value: number, change: FigureChange, earlier: number | null = change.baseValue): boolean {
  const sign = change.direction === 'down' ? -1 : 1
  if (change.absolute !== null) {
    const base = value - sign * change.absolute
    return earlier === null ? base >= 0 : base === earlier
  }
  if (change.percent === null) return change.direction !== 'same' || earlier === null || earlier === value
  if (earlier !== null) return fitsPercent(value, earlier, sign * change.percent)
  const percent = sign * change.percent
  const factor = 1 + percent / 100
  // A fall by 100 % ends at nothing, whatever it began with.
  if (factor <= 0) return value === 0 && factor === 0
  const base = value / factor
  return [Math.floor(base), Math.ceil(base)].some(candidate => fitsPercent(value, candidate, percent))
}

function fitsPercent(value: number, earlier: number, percent: number): boolean {
  if (earlier === 0) return false
  const decimals = /\.(\d+)$/.exec(String(percent))?.[1]?.length ?? 0
  return Math.abs(((value - earlier) / earlier) * 100 - percent) < 10 ** -decimals
}
