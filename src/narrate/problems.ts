import { improvementWords, nothingWords, problemWords } from '../form/sentences.ts'
import type { Problems, Statement } from '../model/narrative.ts'
import { type Item, itemFrom, itemsOf, joinPassages, slicePassage } from './items.ts'
import type { Passage } from './passage.ts'

/**
 * Section 五 told apart: problems, improvements, and which belongs to which. Three shapes are known:
 *
 *     存在的主要问题：(1)…(2)…  改进情况：(1)…(2)…      two halves, paired by number
 *     (一)存在的问题 一是…二是…  (二)改进措施 一是…二是…  the same under headings of their own
 *     一是…不足。改进：…  二是…                           each problem with its improvement behind it
 */
export function readProblems(passages: readonly Passage[]): Problems {
  const whole = joinPassages(passages)
  if (whole.text.length <= 40 && nothingWords.test(whole.text.trim())) return { none: true, items: [] }
  const turn = turnOf(whole.text)
  if (turn === null) return { none: false, items: itemsOf(whole).items.map(item => splitItem(item, whole)) }
  const begin = problemWords.exec(whole.text.slice(0, turn.from))
  const problems = itemsOf(slicePassage(whole, begin ? begin.index + begin[0].length : 0, turn.from))
  const improvements = itemsOf(slicePassage(whole, turn.to, whole.text.length))
  return { none: false, items: pair(problems.items, improvements.items) }
}

/** Where the talk turns from problems to what is done about them; null where it turns several times or never. */
function turnOf(text: string): { from: number; to: number } | null {
  const turns = [...text.matchAll(improvementWords)].filter(match => match.index > 0)
  const [first] = turns
  if (!first) return null
  const numbered = itemsOf({ text, pieces: [{ from: 0, place: {} }] }).items
  // Improvements behind each problem: as many turns as items, one in each.
  const turning = numbered.filter(item => item.number !== null && item.text.search(improvementWords) > 0)
  if (turning.length > 1 && turning.length === numbered.length) return null
  return { from: first.index + (first[0].length - first[0].trimStart().length), to: first.index + first[0].length }
}

function pair(problems: readonly Item[], improvements: readonly Item[]): Problems['items'] {
  const items: Problems['items'] = problems.map(item => ({ number: item.number, problem: statement(item), improvement: null }))
  for (const improvement of improvements) {
    const alone = problems.length === 1 && improvements.length === 1
    const partner = items.find(
      item => item.improvement === null && (alone || (item.number !== null && item.number === improvement.number)),
    )
    if (partner) partner.improvement = statement(improvement)
    else items.push({ number: improvement.number, problem: null, improvement: statement(improvement) })
  }
  return items
}

const statement = ({ text, place }: Item): Statement => ({ text, place })

function splitItem(item: Item, whole: Passage): Problems['items'][number] {
  const turn = [...item.text.matchAll(improvementWords)].find(match => match.index > 0)
  if (!turn) return { number: item.number, problem: statement(item), improvement: null }
  const at = whole.text
    .replace(/\n/g, ' ')
    .indexOf(item.text.slice(turn.index + turn[0].length, turn.index + turn[0].length + 12))
  const rest = item.text.slice(turn.index + turn[0].length).replace(/^[\s,、:.。;]+/, '')
  const place = at < 0 ? item.place : itemFrom(whole, at, at + rest.length, null).place
  return {
    number: item.number,
    problem: { text: item.text.slice(0, turn.index).trim(), place: item.place },
    improvement: { text: rest, place },
  }
}
