/** Figures, labels and names as they are shown. What is not known is a dash, never a zero. */
import { cellName } from '../../../form/cell-name.ts'
import { englishCellName, plainLabel, translateLabel } from '../../../form/english.ts'
import type { Label } from '../../../form/form.ts'
import type { Total } from '../data.ts'
import { type BodyRateId, bodyRates, type FigureId } from '../figures.ts'
import { say, state, summary, texts } from './state.ts'

export const unknownMark = '—'

const grouped = (text: string): string =>
  text.replace(/\d+(?:\.\d+)?/, figure => Number(figure).toLocaleString('en-US', { maximumFractionDigits: 6 }))

/** `1,234`, or a dash. */
export const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? unknownMark : grouped(String(value))

/** A sum as it is printed: `1,234`, `≥1,234`, `1,234?`; a dash where nothing is known. */
export const totalText = (total: Total): string => (total.value === null ? unknownMark : grouped(total.text))

export const percent = (ratio: number | null | undefined, digits = 1): string =>
  ratio === null || ratio === undefined ? unknownMark : `${(ratio * 100).toFixed(digits)}%`

/** `+12.3%`; where last year was zero, the difference. */
export function changeText(before: number, after: number): string {
  if (before === after) return '±0'
  const sign = after > before ? '+' : '−'
  if (before === 0) return `${sign}${figure(Math.abs(after - before))}`
  const share = percent(Math.abs(after - before) / before)
  // 57,100 → 20 is not a fall to nothing.
  return share === '100.0%' && after > 0 && after < before ? `${sign}>99.9%` : `${sign}${share}`
}

/** Of how many bodies a sum is known. */
export const coverageText = ({ known, of, doubted }: Pick<Total, 'known' | 'of' | 'doubted'>): string =>
  say(doubted > 0 ? 'knownDoubted' : 'known', { n: figure(known), m: figure(of), d: figure(doubted) })

/** A label of the form in the page's language, as the form prints it or as a bare name. */
export const labelText = (label: Label): string => (state.language === 'zh' ? label.text : translateLabel(label.text))
export const shortLabel = (label: Label): string => plainLabel(labelText(label))

/** A cell in the words of the form. */
export const nameOfCell = (id: string): string => (state.language === 'zh' ? cellName(id) : englishCellName(id))

export const isRate = (id: FigureId | BodyRateId): id is BodyRateId => id in bodyRates

export const nameOfFigure = (id: FigureId | BodyRateId): string => (isRate(id) ? texts().rates[id] : texts().figures[id])

/** A body's figure or rate; null: not known, or nothing to divide by. */
export function bodyFigure(
  id: FigureId | BodyRateId,
  columns: Readonly<Record<FigureId, (number | null)[]>>,
  body: number,
): number | null {
  if (!isRate(id)) return columns[id][body] ?? null
  const { over, under } = bodyRates[id]
  const below = columns[under][body] ?? null
  let above = 0
  for (const part of over) {
    const value = columns[part][body] ?? null
    if (value === null) return null
    above += value
  }
  return below === null || below === 0 ? null : above / below
}

export const showFigure = (id: FigureId | BodyRateId, value: number | null): string =>
  isRate(id) ? percent(value) : figure(value)

export const bodyName = (body: number): string => summary().bodies.name[body] ?? texts().unknown

/** The day of a time, by this machine's clock. */
export const dayOf = (time: number): string => {
  const date = new Date(time)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(n => String(n).padStart(2, '0')).join('-')
}
