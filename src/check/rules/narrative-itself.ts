import type { Log } from '../../diagnostic/diagnostic.ts'
import { allFinished, notAllFinished } from '../../form/section-words.ts'
import { type Metric, publicationChannels, requestChannels, requestOutcomes } from '../../form/sentences.ts'
import type { NarrativeFigure } from '../../model/narrative.ts'
import { fitsChange } from '../change.ts'
import { statedFigures } from '../figures.ts'
import type { Examined } from '../rule.ts'

/**
 * Whether the prose agrees with itself: requests by channel make up the requests received, outcomes the
 * requests answered; of items disclosed no part (其中…) is more than the whole; received and carried over are answered or carried forward; a change in per cent
 * fits the figures that it compares, or at least some whole number; and where all is said to be
 * finished, nothing is carried forward.
 *
 * @example
 *   requests.newlyReceived.total = missing
 *   overview/requests: 收到申请3件，其中信函申请2件、当面申请1件、传真申请0件。
 *   → nothing
 *
 * @example
 *   requests.newlyReceived.total = missing
 *   overview/requests: 收到申请12件，其中信函申请5件、网络申请4件。
 *   → narrative/sum-differs
 *
 * @example
 *   overview: 主动公开信息382条，其中网站2443条、微信公众号12条。
 *   → narrative/sum-differs
 *
 * @example
 *   overview: 主动公开信息382条，其中网站300条、微信公众号12条。通过网站累计公开2443条。
 *   → nothing
 *
 * @example
 *   requests.newlyReceived.total = missing
 *   requests.outcomesTotal.total = missing
 *   overview/requests: 新收到申请10件，上年结转0件，办结0件，结转下年度0件。
 *   → narrative/sum-differs
 *
 * @example
 *   requests.newlyReceived.total = missing
 *   overview/requests: 收到申请22件，比2022年（31件）下降29%。
 *   → nothing
 *
 * @example
 *   requests.newlyReceived.total = missing
 *   overview/requests: 收到申请3件，比2020年减少了66.7%。
 *   → nothing
 *
 * @example
 *   requests.newlyReceived.total = missing
 *   overview/requests: 收到申请3件，同比减少66.2%。
 *   → narrative/change-differs
 *
 * @example
 *   requests.newlyReceived.total = missing
 *   requests.outcomesTotal.total = missing
 *   requests.carriedForward.total = missing
 *   overview/requests: 收到申请3件，全部按期办结，结转下年度1件。
 *   → narrative/all-finished
 */
export function narrativeItself({ report, cells }: Examined, log: Log): void {
  const firstOf = (metric: Metric) =>
    statedFigures(report, metric).find(({ section }) => section === 'overview' || section === 'requests')
  sums(firstOf, log)
  for (const figure of report.narrative) change(figure, log)
  const carried = firstOf('requests.carriedForward')
  // The table counts against the prose only where both speak of the same requests.
  const sameScope = statedFigures(report, 'requests.received').some(
    ({ value }) => value === cells.get('requests.newlyReceived.total')?.value,
  )
  const forward = carried?.value ?? (sameScope ? (cells.get('requests.carriedForward.total')?.value ?? null) : null)
  if (forward === null || forward <= 0) return
  for (const { text, place } of requestTexts(report.sections.overview)) {
    const match = allFinished.exec(text)
    if (!match || notAllFinished.test(text.slice(Math.max(0, match.index - 20), match.index + 40))) continue
    const about = carried ? [] : ['requests.carriedForward.total']
    log.add('narrative/all-finished', { place, about, args: { quote: match[0], carriedForward: forward } })
    return
  }
}

type Overview = Examined['report']['sections']['overview']

/** Where section 一 speaks of requests. */
function requestTexts(overview: Overview): { text: string; place: NarrativeFigure['place'] }[] {
  const below = overview.subsections.filter(({ key }) => key === 'requests')
  return below.length > 0 ? below : [{ text: overview.text, place: overview.place ?? {} }]
}

function sums(firstOf: (metric: Metric) => NarrativeFigure | undefined, log: Log): void {
  const known = (metrics: readonly Metric[]) => metrics.flatMap(metric => firstOf(metric) ?? [])
  const say = (parts: NarrativeFigure[], whole: NarrativeFigure[]) => {
    const left = total(parts)
    const right = total(whole)
    const text = (figures: NarrativeFigure[]) => figures.map(({ value }) => value).join('＋')
    const quotes = [...new Set([...whole, ...parts].map(({ quote }) => quote))].join(' … ')
    log.add('narrative/sum-differs', {
      place: (whole[0] ?? parts[0])?.place,
      args: { parts: text(parts), left, whole: text(whole), right, quote: quotes.slice(0, 240) },
    })
  }
  const received = firstOf('requests.received')
  const answered = firstOf('requests.answered')
  const channels = known(requestChannels)
  const outcomes = known(requestOutcomes)
  if (received && channels.length > 1 && total(channels) !== received.value) say(channels, [received])
  if (answered && outcomes.length > 0 && total(outcomes) > answered.value) say(outcomes, [answered])
  const items = firstOf('disclosure.items')
  const parts = items && /其中/.test(items.quote) ? known(publicationChannels).filter(({ quote }) => quote === items.quote) : []
  const larger = items && parts.find(({ value }) => value > items.value)
  if (larger) say([larger], [items])
  const into = known(['requests.received', 'requests.carriedOver'])
  const out = known(['requests.answered', 'requests.carriedForward'])
  if (into.length === 2 && out.length === 2 && total(into) !== total(out) && received?.value !== total(out)) say(into, out)
}

const total = (figures: readonly NarrativeFigure[]): number => figures.reduce((sum, { value }) => sum + value, 0)

function change(figure: NarrativeFigure, log: Log): void {
  const { change: said, value, approximate, quote, place, unit } = figure
  if (!said?.direction || approximate !== null || unit === '元' || fitsChange(value, said)) return
  log.add('narrative/change-differs', {
    place,
    args: {
      quote,
      value,
      said: said.percent === null ? String(said.absolute) : `${said.percent}%`,
      base: said.baseValue,
    },
  })
}
