import { feeWords, nothingWords } from '../form/section-words.ts'
import type { NarrativeFigure, OtherMatters } from '../model/narrative.ts'
import { itemFrom, itemsOf, joinPassages } from './items.ts'
import type { Passage } from './passage.ts'

/** Section 六: whether a fee for handling requests was charged and how much, and what else is said. */
export function readOtherMatters(passages: readonly Passage[], figures: readonly NarrativeFigure[]): OtherMatters {
  const fee = figures.find(figure => figure.metric === 'informationFees.amount' && figure.period === 'annual')
  const whole = joinPassages(passages.filter(({ text }) => !signature.test(text)))
  const none = whole.text.length <= 60 && nothingWords.test(whole.text.trim())
  const sentences = none
    ? []
    : itemsOf(whole).items.some(item => item.number !== null)
      ? itemsOf(whole).items
      : sentencesOf(passages)
  return {
    none,
    feeCharged: fee === undefined ? null : fee.value > 0,
    feeAmount: fee?.value ?? null,
    statements: sentences.filter(({ text }) => !feeWords.test(text)).map(({ text, place }) => ({ text, place })),
  }
}

/** The date and the name under the report. */
const signature = /^[^,。;:]{0,30}(?:20\d\d年\d{1,2}月\d{1,2}日|人民政府|办事处|委员会|局|办公室)$|^\[[^\]]{0,60}\]$/

function sentencesOf(passages: readonly Passage[]): { text: string; place: OtherMatters['statements'][number]['place'] }[] {
  return passages
    .filter(({ text }) => !signature.test(text))
    .flatMap(passage => {
      const ends = [...passage.text.matchAll(/[。!?]/g)].map(match => match.index + 1).concat(passage.text.length)
      return ends.map((end, i) => itemFrom(passage, ends[i - 1] ?? 0, end, null)).filter(({ text }) => text !== '')
    })
}
