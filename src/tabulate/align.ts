/**
 * Aligns a stream of words to the row labels of the form, in the form's order, at the least cost.
 *
 * A label may be whole, misspelt, or in pieces with figures and other words between (a cell's lines
 * beside its neighbour's in a text with columns):
 *
 *     4.保护第三方合法权        208  103
 *     （三）不予公开  益                      →  4.保护第三方合法权 + 益
 *
 * Beam search over words: O(words × beam × labels), `limits` bounds both.
 */
import { editDistance } from '../text/label.ts'
import type { Fragment } from './fragments.ts'
import type { Lexicon } from './lexicon.ts'
import { spellings, tolerance } from './match.ts'
import type { RowChoice } from './rows.ts'

/** Words of one label: indices into the fragments, in order. */
export interface AlignedLabel {
  row: number
  fragments: number[]
  /** Edits, and characters of the label that were not found. */
  cost: number
}

export interface Alignment {
  labels: AlignedLabel[]
  /** Words that are neither a row's label nor known from the form: noise, or a label beyond recognition. */
  noise: number[]
  cost: number
}

const limits = { beam: 24, slack: 16, words: 6000 }
const price = {
  missing: 6,
  missingOptional: 1.5,
  skipWord: 1,
  skipCharacter: 0.3,
  skipMost: 3,
  skipKnown: 0.02,
  skipPiece: 0.3,
  piece: 0.2,
  lost: 0.6,
}

/** Where the search stands: in which label, and how much of it was read. */
interface State {
  row: number
  /** Characters read of `spelling`; its whole length when done. */
  spelling: string
  offset: number
  cost: number
  labelCost: number
  back: State | null
  /** Fragment taken into the label at this step, or -1. */
  took: number
}

/** One way to take a word: as (a piece of) row `row`'s label. */
interface Take {
  row: number
  spelling: string
  from: number
  to: number
  cost: number
}

export function alignLabels(fragments: readonly Fragment[], rows: readonly RowChoice[], lexicon: Lexicon): Alignment {
  const words = fragments
    .map((fragment, index) => ({ fragment, index }))
    .filter(({ fragment }) => fragment.kind === 'words' && fragment.key !== '')
    .slice(0, limits.words)
  const labelSpellings = rows.map(row => [
    ...new Set(row.variants.flatMap(({ row: { label } }) => (label ? spellings(label) : []))),
  ])
  const optional = rows.map(row => row.variants.length < 2)
  // missing[j]: what it costs to leave out the rows before j.
  const missing = [0]
  for (const isOptional of optional)
    missing.push((missing.at(-1) as number) + (isOptional ? price.missingOptional : price.missing))
  const takesOf = new Map<string, Take[]>()

  const start: State = { row: -1, spelling: '', offset: 0, cost: 0, labelCost: 0, back: null, took: -1 }
  let beam: State[] = [start]
  for (const { fragment, index } of words) {
    const { key } = fragment
    let takes = takesOf.get(key)
    if (!takes) {
      takes = findTakes(key, labelSpellings)
      takesOf.set(key, takes)
    }
    const next = new Map<string, State>()
    const offer = (state: State) => {
      const id = `${state.row}/${state.spelling}/${state.offset}`
      const known = next.get(id)
      if (!known || state.cost < known.cost) next.set(id, state)
    }
    const skip = skipCost(key, lexicon, takes)
    for (const state of beam) {
      offer({ ...state, cost: state.cost + skip, back: state, took: -1 })
      for (const take of takes) {
        if (take.row > state.row && take.from <= 2) {
          const left = unfinished(state)
          const gone = (missing[take.row] as number) - (missing[state.row + 1] as number)
          const cost = take.cost + take.from * price.lost
          offer({
            row: take.row,
            spelling: take.spelling,
            offset: take.to,
            cost: state.cost + left + gone + cost,
            labelCost: cost,
            back: state,
            took: index,
          })
        } else if (take.row === state.row) {
          const whole = take.from === 0 && take.to === take.spelling.length
          const repeated = whole && state.offset === state.spelling.length
          const continued =
            take.spelling === state.spelling &&
            take.from >= state.offset &&
            take.from - state.offset <= 2 &&
            state.offset < state.spelling.length
          if (!repeated && !continued) continue
          const cost = repeated ? 0.01 : take.cost + (take.from - state.offset) * price.lost
          offer({
            ...state,
            offset: take.to,
            spelling: take.spelling,
            cost: state.cost + cost,
            labelCost: state.labelCost + cost,
            back: state,
            took: index,
          })
        }
      }
    }
    const states = [...next.values()].sort((a, b) => a.cost - b.cost)
    const worst = (states[0]?.cost ?? 0) + limits.slack + price.missing * rows.length
    beam = states.filter(state => state.cost <= worst).slice(0, limits.beam)
  }

  let best = start
  let bestCost = Number.POSITIVE_INFINITY
  for (const state of beam) {
    const cost = state.cost + unfinished(state) + (missing[rows.length] as number) - (missing[state.row + 1] as number)
    if (cost < bestCost) {
      best = state
      bestCost = cost
    }
  }
  return trace(best, bestCost, words, lexicon)
}

const unfinished = (state: State): number => Math.min(4, (state.spelling.length - state.offset) * price.lost)

function skipCost(key: string, lexicon: Lexicon, takes: readonly Take[]): number {
  if (lexicon.known.has(key)) return price.skipKnown
  if (isPieceOfKnown(key, lexicon)) return price.skipPiece
  const isWhole = takes.some(take => take.from === 0 && take.to === take.spelling.length && take.cost === 0)
  return isWhole ? price.skipMost : Math.min(price.skipMost, price.skipWord + key.length * price.skipCharacter)
}

function isPieceOfKnown(key: string, lexicon: Lexicon): boolean {
  for (const known of lexicon.known) if (known.includes(key)) return true
  return false
}

/** Every way in which a word is a row's label or a piece of one, exactly or within its tolerance. */
function findTakes(key: string, labelSpellings: readonly string[][]): Take[] {
  const takes: Take[] = []
  for (const [row, all] of labelSpellings.entries()) {
    for (const spelling of all) {
      if (key === spelling) {
        takes.push({ row, spelling, from: 0, to: spelling.length, cost: 0 })
        continue
      }
      const limit = tolerance(Math.min(spelling.length, key.length))
      const distance = limit === 0 ? 1 : editDistance(key, spelling, limit)
      if (distance <= limit) {
        takes.push({ row, spelling, from: 0, to: spelling.length, cost: distance })
        continue
      }
      let from = spelling.indexOf(key)
      for (let n = 0; from >= 0 && n < 3; n++) {
        takes.push({ row, spelling, from, to: from + key.length, cost: price.piece })
        from = spelling.indexOf(key, from + 1)
      }
      if (key.length >= 4 && key.includes('\ufffd')) takes.push(...damagedPieces(key, row, spelling))
    }
  }
  return takes
}

/** A piece with lost characters is still a piece where all that is left of it agrees. */
function damagedPieces(key: string, row: number, spelling: string): Take[] {
  const left = key.split('\ufffd').filter(part => part.length >= 2)
  if (left.length === 0) return []
  let at = 0
  let from = -1
  for (const part of left) {
    const found = spelling.indexOf(part, at)
    if (found < 0) return []
    if (from < 0) from = found
    at = found + part.length
  }
  const lostAtStart = key.startsWith('\ufffd') ? Math.min(2, from) : 0
  return [{ row, spelling, from: from - lostAtStart, to: at, cost: 1 }]
}

function trace(end: State, cost: number, words: { index: number; fragment: Fragment }[], lexicon: Lexicon): Alignment {
  const byRow = new Map<number, AlignedLabel>()
  const taken = new Set<number>()
  for (let state: State | null = end; state !== null; state = state.back) {
    if (state.took < 0) continue
    taken.add(state.took)
    const label = byRow.get(state.row) ?? { row: state.row, fragments: [], cost: state.labelCost + unfinished(state) }
    label.fragments.unshift(state.took)
    byRow.set(state.row, label)
  }
  const noise = words.filter(
    ({ index, fragment }) => !taken.has(index) && !lexicon.known.has(fragment.key) && !isPieceOfKnown(fragment.key, lexicon),
  )
  return { labels: [...byRow.values()].sort((a, b) => a.row - b.row), noise: noise.map(({ index }) => index), cost }
}
