import { improvementWords, nothingWords, problemWords } from '../form/section-words.ts'
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
  const turn = turnOf(whole)
  if (turn === null) {
    const { items } = itemsOf(whole)
    return { none: false, items: items.map(item => splitItem(item, whole)) }
  }
  const begin = problemWords.exec(whole.text.slice(0, turn.from))
  const problems = itemsOf(slicePassage(whole, begin ? begin.index + begin[0].length : 0, turn.from))
  const improvements = itemsOf(slicePassage(whole, turn.to, whole.text.length))
  return { none: false, items: pair(problems.items, improvements.items) }
}

interface Turn {
  from: number
  to: number
}

/** The words that turn to what is done: `改进措施：` is left out of the improvement, `下一步，` is a part of it, a title (`下一步打算`) is not. */
function turnsIn(text: string): Turn[] {
  return [...text.matchAll(improvementWords)]
    .filter(match => match.index > 0)
    .map(match => ({
      from: match.index,
      to: match.index + (match[1] === undefined && !/[:\n]$/.test(match[0]) ? 0 : match[0].length),
    }))
}

/** Where the talk turns from problems to what is done about them; null where each problem has a turn of its own, or none. */
function turnOf(whole: Passage): Turn | null {
  const turns = turnsIn(whole.text)
  const { items } = itemsOf(whole)
  const own = items.filter(item => turns.some(({ from }) => from > item.from && from < item.to))
  if (turns.length > 1 && items.length > 1 && own.length === items.length) return null
  return turns[0] ?? null
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
  const turn = turnsIn(whole.text).find(({ from }) => from > item.from && from < item.to)
  if (!turn) return { number: item.number, problem: statement(item), improvement: null }
  return {
    number: item.number,
    problem: statement(itemFrom(whole, item.from, turn.from, item.number)),
    improvement: statement(itemFrom(whole, turn.to, item.to, item.number)),
  }
}
