/** Which metric each figure of a sentence states, of which year, and how it changed. */
import {
  listOfWays,
  type Metric,
  type MetricWords,
  mayBeZero,
  metricWords,
  notZero,
  requestChannels,
  ways,
  zeroWords,
} from '../form/sentences.ts'
import type { FigureChange, FigurePeriod, NarrativeFigure } from '../model/narrative.ts'
import { changeOf, earlierIn } from './changes.ts'
import { type Passage, placeAt } from './passage.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'

export interface Setting {
  section: NarrativeFigure['section']
  /** The talk is of requests by the heading above. */
  ofRequests: boolean
  /** What follows tells of what is to be done. */
  planned: boolean
  year: number | null
}

/** A clause longer than this is no clause; what stands farther from a figure does not name it. */
const reach = 60
const quoteLength = 120

const stops = /[。!?;]/g

/** More figures than a report has, and more quantities than a sentence: they bound what a hostile document costs. */
export const figureLimit = 2000
const quantityLimit = 4000

/** Every figure of a passage that a metric of the form's sentences names, in order. O(length of the passage). */
export function figuresOf(passage: Passage, setting: Setting): NarrativeFigure[] {
  const found: NarrativeFigure[] = []
  let from = 0
  for (const stop of [...passage.text.matchAll(stops)].map(match => match.index + 1).concat(passage.text.length)) {
    const sentence = passage.text.slice(from, stop)
    if (sentence.trim() !== '')
      for (const figure of figuresOfSentence(sentence, from, passage, setting, found.at(-1))) found.push(figure)
    if (found.length >= figureLimit) break
    from = stop
  }
  return found
}

function figuresOfSentence(
  sentence: string,
  offset: number,
  passage: Passage,
  setting: Setting,
  last: NarrativeFigure | undefined,
): NarrativeFigure[] {
  const quantities = quantitiesIn(sentence).slice(0, quantityLimit)
  const found: NarrativeFigure[] = []
  const context = sentence.slice(0, 2000)
  const isOfRequests = setting.ofRequests || context.includes('申请')
  const planned = setting.planned || intended.test(sentence)
  let end = 0
  // The figure that the last quantity became: what follows (同比…) speaks of it; null where it names nothing known.
  let owner: NarrativeFigure | null = null
  for (const [i, quantity] of quantities.entries()) {
    const head = sentence.slice(Math.max(end, quantity.from - reach), quantity.from)
    const next = quantities[i + 1]?.from ?? sentence.length
    const tail = sentence.slice(quantity.to, Math.min(next, quantity.to + reach))
    end = quantity.to
    const change = changeOf(quantity, head, setting.year)
    if (change) {
      const subject = metricOf(
        { head: clauseOf(head).replace(changeWords, ''), tail: '', sentence: context },
        quantity.unit,
        isOfRequests,
        true,
      )
      const spoken = i === 0 && /^[^,]{0,8}(?:同比|比|较)/.test(sentence) ? last : owner
      const target: NarrativeFigure | null | undefined =
        (subject && found.findLast(figure => figure.metric === subject)) ?? spoken
      if (target?.period === 'annual') target.change = mergeChange(target.change, change)
      continue
    }
    const earlier = earlierIn(head, setting.year)
    if (earlier !== null) {
      if (owner) owner.change = { ...noChange, base: earlier || null, baseValue: quantity.value }
      continue
    }
    const inherited: Metric | null = owner && ofThisYear.test(clauseOf(head)) ? owner.metric : null
    const metric: Metric | null = inherited ?? metricOf({ head, tail, sentence: context }, quantity.unit, isOfRequests, false)
    owner = null
    if (metric === null) continue
    owner = {
      metric,
      ...measured(quantity, metric),
      change: null,
      period: periodOf(head, planned, setting.year),
      section: setting.section,
      quote: quoteAround(sentence, passage.printed.slice(offset, offset + sentence.length), quantity),
      place: placeAt(passage, offset + quantity.from),
    }
    found.push(owner)
  }
  const level = owner?.period === 'annual' && owner.change === null ? levelWith.exec(sentence.slice(end, end + reach)) : null
  if (owner && level) {
    const base = level[1] ?? (setting.year === null ? null : String(setting.year - 1))
    owner.change = { ...noChange, direction: 'same', base }
  }
  return [...found, ...zerosOf(sentence, offset, passage, setting, found)]
}

const levelWith = /^[^;]{0,8}(?:同比|比|较|与)(?:上年|去年|上一年|上年度|(20\d\d)年)?(?:度)?(?:同期)?持平/
const intended = /^[^。;]{0,16}(?:下一步|今后|(?<![按照度据作])计划(?!生育|书|表|总)|拟(?![定订制])|力争|预计)/

/** 累计发布 3 万条，`其中本年` 165 条. */
const ofThisYear = /^(?:其中)?(?:本年度?|今年|当年|年内|本年内)(?:新增|共)?$/

const noChange: FigureChange = { direction: null, percent: null, absolute: null, base: null, baseValue: null }
/** The first change said of a figure stands; a figure in brackets before it adds its base. */
const mergeChange = (known: FigureChange | null, change: FigureChange): FigureChange =>
  known === null
    ? change
    : known.direction === null
      ? { ...change, base: known.base ?? change.base, baseValue: known.baseValue }
      : known
const changeWords = /(?:同比|环比|比|较|相比|与)[^,]{0,30}$/

const clauseOf = (head: string): string => head.slice(Math.max(head.lastIndexOf(','), head.lastIndexOf('(')) + 1)

interface Surroundings {
  head: string
  tail: string
  sentence: string
}

/** Words close before the figure first, then those behind it, then those farther before. */
function metricOf({ head, tail, sentence }: Surroundings, unit: string, ofRequests: boolean, loosely: boolean): Metric | null {
  const clause = clauseOf(head)
  const behind = tail.replace(/^[ 的]+/, '')
  const can = (words: MetricWords, text: string) =>
    (loosely || words.units.includes(unit)) &&
    (words.within === undefined || words.within.test(sentence)) &&
    (words.ofRequests === undefined || ofRequests) &&
    !words.unless?.test(text)
  const after = metricWords.find(words => words.after?.test(behind) && can(words, clause + behind.slice(0, 12)))
  const close = closest(
    metricWords.filter(words => can(words, clause)),
    clause,
  )
  if (after && (!close || isPlaceOnly(close.metric))) {
    const specific = after.metric === 'requests.received' || after.metric === 'disclosure.items'
    if (!close || !specific) return after.metric
  }
  const chosen =
    close ??
    closest(
      metricWords.filter(words => can(words, head)),
      head.replace(/[,]$/, ''),
    )
  if (!chosen) return null
  if (!listOfWays.test(clause) && ways.filter(way => way.test(clause)).length < 2) return chosen.metric
  const channels: readonly Metric[] = requestChannels
  if (channels.includes(chosen.metric)) return 'requests.received'
  return isPlaceOnly(chosen.metric) && unit !== '次' ? 'disclosure.items' : chosen.metric
}

const places: readonly Metric[] = [
  'disclosure.website',
  'disclosure.wechat',
  'disclosure.weibo',
  'disclosure.otherChannels',
  ...requestChannels,
]
const isPlaceOnly = (metric: Metric): boolean => places.includes(metric)

const general: readonly Metric[] = ['requests.received', 'disclosure.items']

/** Of the words that end at the figure, those that begin nearest to it, the earlier of two; what is named in general comes last. */
function closest(candidates: readonly MetricWords[], text: string): MetricWords | null {
  const special = candidates.filter(({ metric }) => !general.includes(metric))
  return nearest(special, text) ?? nearest(candidates, text)
}

function nearest(candidates: readonly MetricWords[], text: string): MetricWords | null {
  let best: MetricWords | null = null
  let bestAt = -1
  for (const words of candidates) {
    const at = words.before.exec(text)?.index ?? -1
    if (at > bestAt) {
      best = words
      bestAt = at
    }
  }
  return best
}

/** Money in yuan, everything else as counted. */
function measured({ value, unit, scaled, approximate }: Quantity, metric: Metric) {
  return { value: metric.endsWith('amount') ? Math.round(value * 100) / 100 : value, unit, scaled, approximate }
}

function periodOf(head: string, planned: boolean, year: number | null): FigurePeriod {
  if (planned || /(?:计划|力争|争取|预计|拟|目标)[^,]{0,20}$/.test(head)) return 'plan'
  const clause = clauseOf(head)
  if (/历年|以来|累计/.test(head) && !/(?:全年|年内|本年|本年度|今年|年度|20\d\d年)[^,。;]{0,12}累计/.test(head))
    return 'cumulative'
  const named = /(20\d\d)年/.exec(clause)?.[1]
  if (named !== undefined && year !== null && Number(named) < year && !/比|较|结转/.test(clause)) return 'prior-year'
  if (/(?:去年|上年|上一年|上年度)/.test(clause) && !/结转|转入|比|较/.test(clause)) return 'prior-year'
  return 'annual'
}

/** The sentence around a figure, cut at its clauses where it is long. */
function quoteAround(sentence: string, printed: string, { from, to }: Pick<Quantity, 'from' | 'to'>): string {
  const text = printed.trim()
  if (text.length <= quoteLength) return text
  const start = Math.max(sentence.lastIndexOf(',', from - 1) + 1, from - quoteLength / 2)
  const comma = sentence.indexOf(',', to)
  return printed.slice(start, Math.min(comma < 0 ? sentence.length : comma, to + quoteLength / 2)).trim()
}

function zerosOf(
  sentence: string,
  offset: number,
  passage: Passage,
  setting: Setting,
  stated: readonly NarrativeFigure[],
): NarrativeFigure[] {
  if (setting.planned) return []
  const found: NarrativeFigure[] = []
  const known = new Set(stated.map(figure => figure.metric))
  let from = 0
  for (const clause of sentence.split(',')) {
    const text = clause.slice(0, 300)
    for (const { metric, pattern } of mayBeZero.test(text) ? zeroWords : []) {
      if (known.has(metric)) continue
      const match = pattern.exec(text)
      if (!match || notZero.test(match[0]) || /\d/.test(match[0].replace(/0/g, ''))) continue
      if (metric === 'requests.received' && /复议|诉讼|费|举报|投诉/.test(text)) continue
      known.add(metric)
      found.push({
        metric,
        value: 0,
        unit: null,
        scaled: false,
        approximate: null,
        change: null,
        period: periodOf(text.slice(0, match.index), false, setting.year),
        section: setting.section,
        quote: passage.printed
          .slice(offset + from, offset + from + clause.length)
          .trim()
          .slice(0, quoteLength),
        place: placeAt(passage, offset + from + match.index),
      })
    }
    from += clause.length + 1
  }
  return found
}
