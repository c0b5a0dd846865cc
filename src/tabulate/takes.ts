/** What a word of the text may be in a table: a row's label or a piece of one, another label, or none of the form's. */
import type { TableKey } from '../form/form.ts'
import { editDistance } from '../text/label.ts'
import { remember } from '../text/remember.ts'
import { lexiconOf } from './lexicon.ts'
import { isLabel, spellings, tolerance } from './match.ts'
import { rowsOf } from './rows.ts'

/** One way to take a word: as (a piece of) row `row`'s label. */
export interface Take {
  row: number
  /** Number of the spelling among all of the table, and its length. */
  spelling: number
  length: number
  /** The piece of the spelling that the word is. */
  from: number
  to: number
  cost: number
}

export interface Word {
  takes: readonly Take[]
  /** `known`: a label that holds no row; `piece`: a part of one; `strange`: neither. */
  standing: 'known' | 'piece' | 'strange'
}

/** What a piece of a label costs beside the whole one. */
const pieceCost = 0.2

interface Spelling {
  row: number
  number: number
  text: string
}

const spellingsOf: Readonly<Record<TableKey, readonly Spelling[]>> = {
  disclosure: list('disclosure'),
  requests: list('requests'),
  disputes: list('disputes'),
}

function list(table: TableKey): Spelling[] {
  const texts = rowsOf(table).map(({ variants }) => variants.flatMap(({ row }) => (row.label ? spellings(row.label) : [])))
  return texts
    .flatMap((own, row) => [...new Set(own)].map(text => ({ row, text })))
    .map((spelling, number) => ({ ...spelling, number }))
}

/** Characters of the longest spelling of a row. */
export const longestSpelling: number = Math.max(...Object.values(spellingsOf).flatMap(all => all.map(({ text }) => text.length)))

/** What the word with this key may be. O(spellings × length) when it is first met; what is longer than any label is none. */
export const lookUp = (table: TableKey, key: string): Word => words[table](key)

const wordsOf = (table: TableKey) =>
  remember(
    (key): Word => ({
      takes: key.length > 4 * longestSpelling ? [] : spellingsOf[table].flatMap(spelling => takesOf(key, spelling)),
      standing: standingOf(key, table),
    }),
  )

const words: Readonly<Record<TableKey, (key: string) => Word>> = {
  disclosure: wordsOf('disclosure'),
  requests: wordsOf('requests'),
  disputes: wordsOf('disputes'),
}

function standingOf(key: string, table: TableKey): Word['standing'] {
  const { known } = lexiconOf(table)
  if (known.has(key)) return 'known'
  for (const label of known) if (label.includes(key)) return 'piece'
  return 'strange'
}

/** Every way in which a word is a spelling or a piece of it, exactly or within its tolerance. */
function takesOf(key: string, { row, number, text }: Spelling): Take[] {
  const take = (from: number, to: number, cost: number): Take => ({ row, spelling: number, length: text.length, from, to, cost })
  if (key === text) return [take(0, text.length, 0)]
  const limit = isLabel(key) ? 0 : tolerance(Math.min(text.length, key.length))
  const distance = limit === 0 ? 1 : editDistance(key, text, limit)
  // A label without its first character is nearly the label, and what follows that character where it was cut off.
  const takes: Take[] = distance <= limit ? [take(0, text.length, distance)] : []
  for (let from = text.indexOf(key); from >= 0 && takes.length < 3; from = text.indexOf(key, from + 1))
    takes.push(take(from, from + key.length, pieceCost))
  const damaged = key.length >= 4 && key.includes('\ufffd') ? damagedPiece(key, text) : null
  return damaged ? [...takes, take(damaged.from, damaged.to, 1)] : takes
}

/** A piece with lost characters is still a piece where all that is left of it agrees. */
function damagedPiece(key: string, text: string): { from: number; to: number } | null {
  const left = key.split('\ufffd').filter(part => part.length >= 2)
  let at = 0
  let from = -1
  for (const part of left) {
    const found = text.indexOf(part, at)
    if (found < 0) return null
    if (from < 0) from = found
    at = found + part.length
  }
  if (from < 0) return null
  return { from: from - (key.startsWith('\ufffd') ? Math.min(2, from) : 0), to: at }
}
