/** How far a text is from a label of the form: 0 is the same label, `Infinity` another one. */
import type { Label } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { labelExplanation } from '../form/vocabulary.ts'
import { editDistance, labelKey } from '../text/label.ts'
import { compact } from '../text/normalize.ts'
import { remember } from '../text/remember.ts'

/**
 * A run of replacement characters stands for one or two lost characters, however many bytes were lost. What
 * an office adds in brackets to explain a label is none of it.
 */
export const keyOf = remember((text: string): string =>
  labelKey(compact(text).replace(labelExplanation, '')).replace(/\ufffd+/g, '\ufffd'),
)

const keys = new WeakMap<Label, readonly string[]>()

/** The label's spellings as keys, the official one first. */
export function spellings(label: Label): readonly string[] {
  let found = keys.get(label)
  if (!found) {
    found = [...new Set([label.text, ...label.aliases].map(keyOf))]
    keys.set(label, found)
  }
  return found
}

/** Wrong, missing or extra characters that a label of this length may have and still be itself. */
export const tolerance = (length: number): number => (length <= 3 ? 0 : length <= 5 ? 1 : length <= 10 ? 2 : 3)

/**
 * Edits between a text's key and the nearest spelling of a label; `Infinity` beyond tolerance. A text
 * that is cut short (`本年新` for 本年新制作数量) is a label's beginning, at the cost of 1.5 edits. A text that is
 * exactly some label of the form (本年新公开数量) is no other label misspelt.
 */
export function labelCost(key: string, label: Label): number {
  let costOf = costs.get(label)
  if (!costOf) {
    costOf = remember(text => measureCost(text, label))
    costs.set(label, costOf)
  }
  return costOf(key)
}

const costs = new WeakMap<Label, (key: string) => number>()

function measureCost(key: string, label: Label): number {
  if (isLabel(key)) return spellings(label).includes(key) ? 0 : Number.POSITIVE_INFINITY
  let best = Number.POSITIVE_INFINITY
  for (const spelling of spellings(label)) {
    const limit = tolerance(Math.min(spelling.length, key.length))
    const distance = editDistance(key, spelling, limit)
    if (distance <= limit) best = Math.min(best, distance)
    else if (key.length >= 3 && spelling.startsWith(key)) best = Math.min(best, 1.5)
  }
  return best
}

/** Whether a key is exactly a row's, a column's or a group's label, in either edition. */
export function isLabel(key: string): boolean {
  labels ??= new Set(
    Object.values(forms)
      .flatMap(({ tables }) => Object.values(tables).flatMap(({ blocks }) => blocks))
      .flatMap(({ columns, rows }) => [...columns, ...rows])
      .flatMap(({ label, groups }) => (label ? [label, ...groups] : groups))
      .flatMap(spellings),
  )
  return labels.has(key)
}

let labels: ReadonlySet<string> | undefined
