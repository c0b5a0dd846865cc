/** What a run of characters without spaces is: a figure, words, or labels and figures glued together. */
import { displayWidth, toHalfWidth } from '../text/normalize.ts'
import { parseFigure } from '../text/numeral.ts'
import { remember } from '../text/remember.ts'
import type { Fragment } from './fragments.ts'
import type { Lexicon } from './lexicon.ts'
import { keyOf } from './match.ts'

/** Of a table: the largest of the form has some 300; what stands beyond this is another matter's. */
export const mostFragments = 20_000

/** A part of a run: characters [from, to), display columns [x0, x1), both counted from the run's start. */
interface Part {
  kind: Fragment['kind']
  text: string
  key: string
  from: number
  to: number
  x0: number
  x1: number
}

/** The parts of a run; the same few hundred labels and figures stand in every report. */
export function partsOf(run: string, lexicon: Lexicon): readonly Part[] {
  let cut = cuts.get(lexicon)
  if (!cut) {
    cut = remember(text => cutRun(text, lexicon))
    cuts.set(lexicon, cut)
  }
  return cut(run)
}

const cuts = new WeakMap<Lexicon, (run: string) => readonly Part[]>()

/** Splits a run without spaces into labels, figures and other words. */
function cutRun(run: string, lexicon: Lexicon): Part[] {
  const out: Part[] = []
  let done = 0
  let x = 0
  const push = (kind: Fragment['kind'], from: number, to: number) => {
    const text = run.slice(from, to)
    if (text === '' || out.length > mostFragments) return
    const x0 = x + displayWidth(run.slice(done, from))
    x = x0 + displayWidth(text)
    done = to
    out.push({ kind, text, key: kind === 'words' ? keyOf(text) : '', from, to, x0, x1: x })
  }
  const figure = parseFigure(run)
  if (figure.kind !== 'unreadable') push(figure.kind === 'figure' ? 'figure' : 'blank', 0, run.length)
  // `7□4`, `120?`: no words, and no figure either; it stands in a figure's place.
  else if (/[\d０-９]/.test(run) && !/\p{Script=Han}/u.test(run)) push('figure', 0, run.length)
  // `减4`, and `增1减2`, of which neither number alone is the cell's.
  else if (/^(?:增加?|减少?)[\d０-９]/.test(run) && lexicon.labelsIn(run).length === 0) push('figure', 0, run.length)
  else if (!/[\d０-９]/.test(run) && !lexicon.mayHoldSeveral(run)) push('words', 0, run.length)
  else {
    let from = 0
    for (const [start, end] of lexicon.labelsIn(run)) {
      lexRest(run, from, start, push, true)
      push('words', start, end)
      from = end
    }
    lexRest(run, from, run.length, push, false)
  }
  return out
}

/**
 * What is left of a run between labels: digits are a figure where they do not belong to a word
 * (`2021年`) or to the enumerator of a label (`6632.其他` → 663, `2.其他`). `减4` is one figure: without
 * its word it would be another number.
 */
function lexRest(
  run: string,
  from: number,
  to: number,
  push: (kind: Fragment['kind'], from: number, to: number) => void,
  beforeLabel: boolean,
): void {
  const text = toHalfWidth(run.slice(from, to))
  const digits = /[+-]?\d[\d,，]*(?:\.\d+)?(?:万元|元|件次|件|条|宗|起|项|个|份|次)?/g
  let done = 0
  for (const match of text.matchAll(digits)) {
    const direction = /(?:增加?|减少?)$/.exec(text.slice(done, match.index))?.[0] ?? ''
    const start = match.index - (text.length === match.index + match[0].length ? direction.length : 0)
    let end = match.index + match[0].length
    const rest = text.slice(end)
    const enumerator = /^[.、](?=\p{Script=Han})/u.exec(rest)
    if (enumerator) end--
    if (end <= start) continue
    const followedByWord = !enumerator && /^[\p{Script=Han}年月日%]/u.test(rest) && !/^[（(]?[一二三四五六七][）)、]/.test(rest)
    const precededByWord = start > done && /[\p{Script=Han}〔第]$/u.test(text.slice(done, start)) && !(beforeLabel && rest === '')
    if (followedByWord || (precededByWord && rest !== '')) continue
    push('words', from + done, from + start)
    push('figure', from + start, from + end)
    done = end
  }
  push('words', from + done, to)
}
