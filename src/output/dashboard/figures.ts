/** The figures that the dashboard shows of every body, as data. */
import type { Terms } from '../../collection/figure-sums.ts'
import { rateFormulas, termsOf } from '../../collection/rates.ts'

export const figureIds = [
  'received',
  'carriedOver',
  'handled',
  'carriedForward',
  'granted',
  'partiallyGranted',
  'denied',
  'unavailable',
  'notProcessed',
  'otherHandling',
  'naturalPersons',
  'reviews',
  'reviewsCorrected',
  'lawsuits',
  'lawsuitsCorrected',
  'licensing',
  'penalties',
  'compulsoryMeasures',
  'documentsInForce',
  'fees',
] as const
export type FigureId = (typeof figureIds)[number]

const both = (...ids: string[]): Terms => ({ '2019': ids, '2021': ids })
const only2021 = (...ids: string[]): Terms => ({ '2019': [], '2021': ids })

/** The cells above the line of a rate, in each edition. */
function over(id: string): Terms {
  const formula = rateFormulas.find(candidate => candidate.id === id)
  return formula === undefined ? both() : { '2019': termsOf(formula, '2019').over, '2021': termsOf(formula, '2021').over }
}

/** What each figure is the sum of. */
export const figureTerms: Readonly<Record<FigureId, Terms>> = {
  received: both('requests.newlyReceived.total'),
  carriedOver: both('requests.carriedOver.total'),
  handled: both('requests.outcomesTotal.total'),
  carriedForward: both('requests.carriedForward.total'),
  granted: over('granted'),
  partiallyGranted: over('partiallyGranted'),
  denied: over('denied'),
  unavailable: over('unavailable'),
  notProcessed: over('notProcessed'),
  otherHandling: over('otherHandling'),
  naturalPersons: over('naturalPersons'),
  reviews: over('reviewed'),
  reviewsCorrected: over('reviewCorrected'),
  lawsuits: over('litigated'),
  lawsuitsCorrected: over('litigationLost'),
  licensing: both('disclosure.licensing.decisions'),
  penalties: both('disclosure.penalties.decisions'),
  compulsoryMeasures: both('disclosure.compulsoryMeasures.decisions'),
  documentsInForce: only2021('disclosure.normativeDocuments.inForce'),
  fees: only2021('disclosure.fees.amount'),
}

/** The outcomes of requests, in the form's order: together they are what was handled. */
export const outcomeIds = [
  'granted',
  'partiallyGranted',
  'denied',
  'unavailable',
  'notProcessed',
  'otherHandling',
] as const satisfies FigureId[]

/** Rates of one body, from its own figures: what is added, over what. */
export const bodyRates = {
  disclosedRate: { over: ['granted', 'partiallyGranted'], under: 'handled' },
  deniedRate: { over: ['denied'], under: 'handled' },
  unavailableRate: { over: ['unavailable'], under: 'handled' },
  naturalPersonsRate: { over: ['naturalPersons'], under: 'received' },
} as const satisfies Record<string, { over: readonly FigureId[]; under: FigureId }>
export type BodyRateId = keyof typeof bodyRates
