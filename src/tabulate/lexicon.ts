/** Every label of a table in one place: finds them inside text that has no boundaries. */
import type { Label, TableKey } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { toHalfWidth } from '../text/normalize.ts'
import { spellings } from './match.ts'
import { rowsOf } from './rows.ts'

export interface Lexicon {
  /** Keys of labels that hold no row: titles, headers, groups, notes. */
  known: ReadonlySet<string>
  /** Keys of columns' labels and groups. */
  columns: ReadonlySet<string>
  /** Keys of blocks' titles and corners: where they stand, the rows of the block above have ended. */
  starts: ReadonlySet<string>
  /** Keys of the labels of groups of rows. */
  groups: ReadonlySet<string>
  /** Keys of rows' labels. */
  rowKeys: ReadonlySet<string>
  /** Those that are long enough to be nothing else. */
  rows: ReadonlySet<string>
  /** Whether a run could be two labels glued together. */
  mayHoldSeveral(run: string): boolean
  /** Where labels stand in a run, in order, not overlapping, each [from, to). O(length of the run). */
  labelsIn(run: string): [number, number][]
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** `（三）`, `三、`, `3.` in front of a label. One digit: what stands before it is a figure. */
const enumerator = '(?:\\([一二三四五六七八九十]{1,2}\\)|[一二三四五六七八九十]{1,2}、|[1-9][.、])'

function build(table: TableKey): Lexicon {
  const rows = rowsOf(table).flatMap(choice => choice.variants.map(variant => variant.row))
  const others: Label[] = []
  const columnLabels: Label[] = []
  const corners: Label[] = []
  const titles: Label[] = []
  for (const form of Object.values(forms)) {
    const { notes, blocks } = form.tables[table]
    others.push(...notes)
    for (const block of blocks) {
      if (block.title) titles.push(block.title)
      if (block.corner) corners.push(block.corner)
      for (const column of block.columns) columnLabels.push(column.label, ...column.groups)
    }
  }
  others.push(...titles, ...columnLabels, ...corners, ...rows.flatMap(row => row.groups))
  const all = [...others, ...rows.flatMap(row => (row.label ? [row.label] : []))]
  const texts = [...new Set(all.flatMap(label => [label.text, ...label.aliases]).map(toHalfWidth))]
  const bare = texts.map(text => text.replace(new RegExp(`^${enumerator}`), '')).filter(text => text.length > 1)
  const alternatives = [...new Set([...texts, ...bare])].sort((a, b) => b.length - a.length).map(escapePattern)
  const pattern = new RegExp(`${enumerator}?(?:${alternatives.join('|')})`, 'g')
  const known = new Set(others.flatMap(spellings))
  const longest = Math.max(...texts.map(text => text.length))
  const own = rows.flatMap(row => (row.label ? spellings(row.label) : []))
  return {
    known,
    columns: new Set(columnLabels.flatMap(spellings)),
    starts: new Set([...titles, ...corners].flatMap(spellings)),
    groups: new Set(rows.flatMap(row => row.groups).flatMap(spellings)),
    rowKeys: new Set(own),
    rows: new Set(own.filter(key => key.length >= 6)),
    mayHoldSeveral: run => run.length > 4 && (run.length > longest || new RegExp(pattern.source).test(toHalfWidth(run))),
    labelsIn: run => selfDelimited(run, toHalfWidth(run).matchAll(pattern)),
  }
}

/**
 * Keeps the labels that stand for themselves: not words inside a sentence (`全年作出行政许可12件`), but
 * at the run's ends, beside figures, punctuation and each other, or led by an enumerator.
 */
function selfDelimited(run: string, matches: Iterable<RegExpExecArray>): [number, number][] {
  const spans = [...matches].map((match): [number, number] => [match.index, match.index + match[0].length])
  const isWord = (c: string | undefined) => c !== undefined && /\p{Script=Han}/u.test(c)
  const starts = new Set(spans.map(([from]) => from))
  const led = (from: number) => /^[（(]|^[一二三四五六七八九十]、|^[1-9][.．、]/.test(run.slice(from, from + 2))
  const kept: [number, number][] = []
  for (const [from, to] of spans) {
    const leftFree = from === 0 || kept.at(-1)?.[1] === from || led(from) || !isWord(run[from - 1])
    const rightFree = to === run.length || starts.has(to) || !isWord(run[to]) || led(to)
    if (leftFree && rightFree) kept.push([from, to])
  }
  return kept
}

const lexicons = new Map<TableKey, Lexicon>()

export function lexiconOf(table: TableKey): Lexicon {
  let found = lexicons.get(table)
  if (!found) {
    found = build(table)
    lexicons.set(table, found)
  }
  return found
}
