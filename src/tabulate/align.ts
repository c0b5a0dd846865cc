/**
 * Aligns a stream of words to the row labels of the form, in the form's order, at the least cost.
 *
 * A label may be whole, misspelt, or in pieces with figures and other words between (a cell's lines
 * beside its neighbour's in a text with columns):
 *
 *     4.保护第三方合法权        208  103
 *     （三）不予公开  益                      →  4.保护第三方合法权 + 益
 *
 * Beam search over words: O(words × beam × ways to take a word), `limits` bounds words and beam.
 */
import type { TableKey } from '../form/form.ts'
import type { Fragment } from './fragments.ts'
import { lexiconOf } from './lexicon.ts'
import { rowsOf } from './rows.ts'
import { longestSpelling, lookUp, type Take, type Word } from './takes.ts'

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
  repeated: 0.01,
  lost: 0.6,
}

/** Where the search stands: in which label, and how much of it was read. */
interface State {
  row: number
  /** Which spelling of the row's label, and its length. */
  spelling: number
  length: number
  /** Characters read of the spelling; its whole length when done. */
  offset: number
  cost: number
  labelCost: number
  /** The state that read the piece before this one. */
  back: State | null
  /** Fragment taken into the label at this step, or -1. */
  took: number
}

export function alignLabels(fragments: readonly Fragment[], table: TableKey): Alignment {
  const words = wordsIn(fragments, table)
  const rows = rowsOf(table)
  // missing[j]: what it costs to leave out the rows before j.
  const missing = [0]
  for (const { variants } of rows)
    missing.push((missing.at(-1) as number) + (variants.length < 2 ? price.missingOptional : price.missing))
  const left = (from: number, to: number): number => (missing[to] as number) - (missing[from] as number)
  const spread = limits.slack + price.missing * rows.length

  const start: State = { row: -1, spelling: -1, length: 0, offset: 0, cost: 0, labelCost: 0, back: null, took: -1 }
  let beam: State[] = [start]
  for (const { index, word, length } of words) {
    const skip = skipCost(word, length)
    if (word.takes.length === 0) {
      for (const state of beam) state.cost += skip
      continue
    }
    const next = new Map<number, State>()
    for (const state of beam) {
      const before = state.cost
      // A state that skips the word stays where it is.
      state.cost += skip
      offer(next, state)
      for (const take of word.takes) {
        if (take.row > state.row) {
          if (take.from > 2) continue
          const labelCost = take.cost + take.from * price.lost
          const cost = before + unfinished(state) + left(state.row + 1, take.row) + labelCost
          if (isBetter(next, take, cost)) offer(next, took(take, index, state, cost, labelCost))
        } else if (take.row === state.row) {
          const more = costInLabel(state, take)
          if (more < Number.POSITIVE_INFINITY && isBetter(next, take, before + more))
            offer(next, took(take, index, state, before + more, state.labelCost + more))
        }
      }
    }
    const states = [...next.values()].sort((a, b) => a.cost - b.cost)
    const worst = (states[0]?.cost ?? 0) + spread
    beam = states.filter(state => state.cost <= worst).slice(0, limits.beam)
  }

  let best = start
  let bestCost = Number.POSITIVE_INFINITY
  for (const state of beam) {
    const cost = state.cost + unfinished(state) + left(state.row + 1, rows.length)
    if (cost < bestCost) {
      best = state
      bestCost = cost
    }
  }
  return trace(best, words)
}

interface WordAt {
  index: number
  length: number
  word: Word
}

function wordsIn(fragments: readonly Fragment[], table: TableKey): WordAt[] {
  const { columns, rowKeys } = lexiconOf(table)
  const words: WordAt[] = []
  // 其他 and 总计 are rows and columns: columns where they follow the label of a column.
  let inHeader = false
  for (const [index, { kind, key }] of fragments.entries()) {
    if (words.length >= limits.words) break
    inHeader = kind === 'words' && columns.has(key) && (inHeader || !rowKeys.has(key))
    if (kind !== 'words' || key === '') continue
    const word = lookUp(table, key)
    words.push({ index, length: key.length, word: inHeader ? { ...word, takes: [] } : word })
  }
  return words
}

/** The state that a word leads to. */
const took = ({ row, spelling, length, to }: Take, took: number, back: State, cost: number, labelCost: number): State => ({
  row,
  spelling,
  length,
  offset: to,
  cost,
  labelCost,
  back,
  took,
})

/** States that have read as far of the same spelling go on alike: the cheapest stays. */
const idOf = (spelling: number, offset: number): number => spelling * (longestSpelling + 1) + offset

const isBetter = (states: ReadonlyMap<number, State>, { spelling, to }: Take, cost: number): boolean =>
  cost < (states.get(idOf(spelling, to))?.cost ?? Number.POSITIVE_INFINITY)

function offer(states: Map<number, State>, state: State): void {
  const id = idOf(state.spelling, state.offset)
  const known = states.get(id)
  if (!known || state.cost < known.cost) states.set(id, state)
}

/** What a word costs that goes on in the label that a state is in, or prints it again; `Infinity` where it does neither. */
function costInLabel(state: State, { spelling, length, from, to, cost }: Take): number {
  const isRead = state.offset === state.length
  if (isRead && from === 0 && to === length) return price.repeated
  const continues = spelling === state.spelling && from >= state.offset && from - state.offset <= 2 && !isRead
  return continues ? cost + (from - state.offset) * price.lost : Number.POSITIVE_INFINITY
}

const unfinished = (state: State): number => Math.min(4, (state.length - state.offset) * price.lost)

function skipCost({ standing, takes }: Word, length: number): number {
  if (standing === 'known') return price.skipKnown
  if (standing === 'piece') return price.skipPiece
  const isWhole = takes.some(take => take.from === 0 && take.to === take.length && take.cost === 0)
  return isWhole ? price.skipMost : Math.min(price.skipMost, price.skipWord + length * price.skipCharacter)
}

function trace(end: State, words: readonly WordAt[]): Alignment {
  const byRow = new Map<number, AlignedLabel>()
  const taken = new Set<number>()
  for (let state: State | null = end; state !== null; state = state.back) {
    if (state.took < 0) continue
    taken.add(state.took)
    const label = byRow.get(state.row) ?? { row: state.row, fragments: [], cost: state.labelCost + unfinished(state) }
    label.fragments.unshift(state.took)
    byRow.set(state.row, label)
  }
  const noise = words.filter(({ index, word }) => !taken.has(index) && word.standing === 'strange')
  return { labels: [...byRow.values()].sort((a, b) => a.row - b.row), noise: noise.map(({ index }) => index) }
}
