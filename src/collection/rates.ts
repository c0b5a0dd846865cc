/** The rates that people ask for, as data: what is divided by what. All are made from sums, none is an average of rates. */
import { cellsOfForm, type EditionId } from '../form/form.ts'
import { forms } from '../form/index.ts'
import { requestRows } from '../form/vocabulary.ts'

export type RateId =
  | 'disclosed'
  | 'granted'
  | 'partiallyGranted'
  | 'denied'
  | 'unavailable'
  | 'notProcessed'
  | 'otherHandling'
  | 'carriedForward'
  | 'naturalPersons'
  | 'reviewed'
  | 'litigated'
  | 'reviewCorrected'
  | 'litigationLost'
  | `denied.${string}`

export interface RateFormula {
  id: RateId
  /** Rows or groups of rows whose cells are added; a group (`requests.denied`) means all its rows in the table's own edition. */
  over: readonly string[]
  under: readonly string[]
  /** The last part of the cell ids under a group. */
  column: string
}

const handled = ['requests.outcomesTotal']
const ofRequests = (id: RateId, over: string[], under: readonly string[] = handled): RateFormula => ({
  id,
  over,
  under,
  column: 'total',
})

const decided = (...groups: string[]) =>
  groups.flatMap(group => ['upheld', 'corrected', 'otherResult'].map(result => `disputes.${group}.${result}`))

const deniedReasons = Object.keys(requestRows).filter(row => row.startsWith('denied.'))

/**
 * 公开率, 不予公开率 … over 本年度办理结果; each reason of 不予公开 over all 不予公开; 复议纠错率 and
 * 诉讼败诉率 over what was decided (尚未审结 left out).
 */
export const rateFormulas: readonly RateFormula[] = [
  ofRequests('disclosed', ['requests.granted', 'requests.partiallyGranted']),
  ofRequests('granted', ['requests.granted']),
  ofRequests('partiallyGranted', ['requests.partiallyGranted']),
  ofRequests('denied', ['requests.denied']),
  ...deniedReasons.map(row => ofRequests(`denied.${row.slice('denied.'.length)}`, [`requests.${row}`], ['requests.denied'])),
  ofRequests('unavailable', ['requests.unavailable']),
  ofRequests('notProcessed', ['requests.notProcessed']),
  ofRequests('otherHandling', ['requests.otherHandling']),
  ofRequests('carriedForward', ['requests.carriedForward'], ['requests.newlyReceived', 'requests.carriedOver']),
  { id: 'naturalPersons', over: ['requests.newlyReceived.naturalPerson'], under: ['requests.newlyReceived.total'], column: '' },
  ofRequests('reviewed', ['disputes.administrativeReview']),
  ofRequests('litigated', ['disputes.directLitigation', 'disputes.litigationAfterReview']),
  {
    id: 'reviewCorrected',
    over: ['disputes.administrativeReview.corrected'],
    under: decided('administrativeReview'),
    column: '',
  },
  {
    id: 'litigationLost',
    over: ['disputes.directLitigation.corrected', 'disputes.litigationAfterReview.corrected'],
    under: decided('directLitigation', 'litigationAfterReview'),
    column: '',
  },
]

/** Cell ids above and below the line. */
export interface RateTerms {
  over: readonly string[]
  under: readonly string[]
}

const termsByFormula: ReadonlyMap<RateFormula, Readonly<Record<EditionId, RateTerms>>> = (() => {
  const ids = { '2019': cellsOfForm(forms['2019']), '2021': cellsOfForm(forms['2021']) }
  const expand = (terms: readonly string[], column: string, edition: EditionId): string[] =>
    terms.flatMap(term =>
      ids[edition].flatMap(({ id }) =>
        id === term || (id.startsWith(`${term}.`) && column !== '' && id.endsWith(`.${column}`)) ? id : [],
      ),
    )
  const termsIn = ({ over, under, column }: RateFormula, edition: EditionId): RateTerms => ({
    over: expand(over, column, edition),
    under: expand(under, column, edition),
  })
  return new Map(rateFormulas.map(f => [f, { '2019': termsIn(f, '2019'), '2021': termsIn(f, '2021') }]))
})()

/** A formula's cells in an edition: `requests.otherHandling` is three rows in one and one row in the other. */
export const termsOf = (formula: RateFormula, edition: EditionId): RateTerms =>
  termsByFormula.get(formula)?.[edition] ?? { over: [], under: [] }
