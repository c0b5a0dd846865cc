/** Cells and places as short strings, written where the page is made and read where it is shown. */
import type { Place } from '../../document/document.ts'
import type { Cell, CellStatus } from '../../model/cell.ts'

/** What the page knows of a cell without its mark. */
export interface PackedCell {
  status: CellStatus
  value: number | null
  doubted: boolean
}

const letters: Readonly<Record<string, CellStatus>> = {
  '': 'absent',
  b: 'blank',
  a: 'ambiguous',
  m: 'missing',
  u: 'unreadable',
  i: 'inferred',
}
const letterOf = (status: CellStatus): string => Object.keys(letters).find(letter => letters[letter] === status) ?? ''

/** `3`: read; `i3`: inferred; `3!`: doubted; `b` `a` `m` `u`: no figure; empty: the edition has no such cell. `0*7`: seven alike. */
export const packCells = (cells: readonly (Cell | undefined)[]): string =>
  runs(
    cells.map(cell =>
      cell === undefined ? '' : `${letterOf(cell.status)}${cell.value ?? ''}${cell.flags.length > 0 ? '!' : ''}`,
    ),
  )

/** The cells of `packCells`, in its order. */
export const unpackCells = (packed: string): PackedCell[] =>
  spread(packed).map(token => {
    const [, letter = '', figure = '', doubt = ''] = /^([a-z]?)([^!]*)(!?)$/.exec(token) ?? []
    const value = figure === '' ? null : Number(figure)
    const status = letter === '' && value !== null ? 'read' : (letters[letter] ?? 'absent')
    return { status, value, doubted: doubt !== '' }
  })

const placeLetters = { paragraph: 'p', table: 't', row: 'r', cell: 'c', line: 'l', column: 'k' } as const

/** `t2r5c3` for table 2, row 5, cell 3; empty for no place. */
export const packPlace = (place: Place | null): string =>
  place === null
    ? ''
    : (Object.keys(placeLetters) as (keyof typeof placeLetters)[])
        .flatMap(key => (place[key] === undefined ? [] : `${placeLetters[key]}${place[key]}`))
        .join('')

/** The place of `packPlace`. */
export function unpackPlace(packed: string): Place {
  const place: Place = {}
  for (const [, letter, number] of packed.matchAll(/([a-z])(\d+)/g)) {
    for (const key of Object.keys(placeLetters) as (keyof typeof placeLetters)[]) {
      if (placeLetters[key] === letter) place[key] = Number(number)
    }
  }
  return place
}

const follows = (before: Place | null, place: Place): boolean =>
  before !== null &&
  before.cell !== undefined &&
  place.cell === before.cell + 1 &&
  (['paragraph', 'table', 'row', 'line', 'column'] as const).every(key => before[key] === place[key])

/** Places of cells in their order. `+`: one cell to the right of the one before; `c3`: in the row of the one before; `-`: none. `+*6`: six alike. */
export function packPlaces(places: readonly (Place | null)[]): string {
  const tokens: string[] = []
  let before: Place | null = null
  for (const place of places) {
    const same =
      place !== null && before !== null && before.row !== undefined && place.table === before.table && place.row === before.row
    if (place === null || Object.keys(place).length === 0) tokens.push('-')
    else if (follows(before, place)) tokens.push('+')
    else
      tokens.push(
        same && place.cell !== undefined
          ? packPlace({ cell: place.cell, line: place.line, column: place.column })
          : packPlace(place),
      )
    if (place !== null) before = place
  }
  return runs(tokens)
}

/** The places of `packPlaces`. */
export function unpackPlaces(packed: string): (Place | null)[] {
  let before: Place | null = null
  return spread(packed).map(token => {
    if (token === '-' || token === '') return null
    const read: Place = token === '+' ? { cell: (before?.cell ?? 0) + 1 } : unpackPlace(token)
    const place: Place = token === '+' ? { ...before, ...read } : token.startsWith('c') ? { ...rowOf(before), ...read } : read
    before = place
    return place
  })
}

const rowOf = (place: Place | null): Place => (place === null ? {} : { table: place.table, row: place.row })

/** Tokens with runs of equal ones counted. */
function runs(tokens: readonly string[]): string {
  const parts: string[] = []
  for (let at = 0; at < tokens.length; ) {
    let end = at + 1
    while (end < tokens.length && tokens[end] === tokens[at]) end++
    parts.push(end - at > 1 ? `${tokens[at]}*${end - at}` : (tokens[at] ?? ''))
    at = end
  }
  return parts.join(',')
}

const spread = (packed: string): string[] =>
  packed.split(',').flatMap(part => {
    const [token = '', run = '1'] = part.split('*')
    return new Array<string>(Number(run)).fill(token)
  })
