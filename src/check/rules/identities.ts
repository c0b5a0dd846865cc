import type { Log } from '../../diagnostic/diagnostic.ts'
import { cellsOf, type FormCell, type TableForm } from '../../form/form.ts'
import { forms } from '../../form/index.ts'
import { type AppliedEquation, equationsOf, idsOf, judge, lookupIn } from '../equations.ts'
import { findMend, type Mend } from '../mend.ts'
import type { Examined } from '../rule.ts'

/**
 * The form states its own identities (勾稽关系): in table 3 for each applicant 本年新收 + 上年结转 =
 * 总计 + 结转下年度 and （七）总计 = the sum of the outcomes, for each row 总计 = the six applicants;
 * in table 4 for each group 总计 = its four results. Where all figures are known and the sums differ,
 * one of them is wrong, and each figure of that identity is doubted. A blank cell is not zero, but it
 * may well mean none: blanks are remarked only where the figures beside them fall short.
 *
 * @example
 *   requests.newlyReceived.naturalPerson = 3
 *   requests.newlyReceived.total = 3
 *   requests.granted.naturalPerson = 3
 *   requests.granted.total = 3
 *   requests.outcomesTotal.naturalPerson = 3
 *   requests.outcomesTotal.total = 3
 *   → nothing
 *
 * @example
 *   disputes.administrativeReview.upheld = 11
 *   → identity/broken
 *
 * @example
 *   requests.granted.other = blank
 *   → nothing
 *
 * @example
 *   disputes.directLitigation.upheld = 1
 *   disputes.directLitigation.pending = blank
 *   disputes.directLitigation.total = 2
 *   → identity/incomplete
 *
 * @example
 *   disputes.directLitigation.upheld = ambiguous
 *   disputes.directLitigation.total = 2
 *   → nothing
 */
export function identities({ report, cells }: Examined, log: Log): void {
  for (const key of ['requests', 'disputes'] as const) {
    if (report.editions[key] === null) continue
    const form = forms[report.editions[key]].tables[key]
    const equations = equationsOf(key, cells)
    const mend = findMend(form, equations, cells)
    for (const equation of equations) {
      const { kind, left, right, blanks } = judge(equation, lookupIn(cells))
      if (kind !== 'broken' && kind !== 'incomplete') continue
      const about = idsOf(equation)
      const args = { identity: equation.identity, ...describe(equation), printed: right, computed: left }
      const place = equation.right.map(id => cells.get(id)?.place).find(known => known) ?? undefined
      const suggestion = mend && about.some(id => mend.figures.has(id)) ? describeMend(mend) : {}
      if (kind === 'broken') log.add('identity/broken', { place, about, args: { ...args, ...suggestion } })
      else log.add('identity/incomplete', { place, about, args: { ...args, blanks, ...suggestion } })
    }
  }
}

const formCells: ReadonlyMap<string, FormCell> = new Map(
  Object.values(forms)
    .flatMap(form => Object.values<TableForm>(form.tables))
    .flatMap(table => cellsOf(table).map(cell => [cell.id, cell] as const)),
)

/** Names of the equation's parts in the form's own words, which are Chinese in every language. */
function describe({ identity, left, right }: AppliedEquation): { where: string; leftText: string; rightText: string } {
  const alongRow = identity === 'requests/applicants' || identity === 'disputes/total'
  const nameOf = (id: string): string => {
    const cell = formCells.get(id)
    const label = alongRow ? cell?.column.label : cell?.row.label
    return label?.text.replace(/（[^）]{6,}）$/, '') ?? id
  }
  const names = (ids: readonly string[]) =>
    ids.length <= 2 ? ids.map(nameOf).join('＋') : `${nameOf(ids[0] ?? '')}＋…＋${nameOf(ids.at(-1) ?? '')}`
  return { where: whereOf(identity, formCells.get(right[0] ?? '')), leftText: names(left), rightText: names(right) }
}

function whereOf(identity: AppliedEquation['identity'], cell: FormCell | undefined): string {
  if (!cell) return ''
  const { row, column } = cell
  const path =
    identity === 'disputes/total'
      ? column.groups
      : identity === 'requests/applicants'
        ? [...row.groups.slice(1), row.label]
        : [...column.groups, column.label]
  return path.map(label => label?.text.replace(/（[^）]{6,}）$/, '')).join(' › ')
}

const describeMend = (mend: Mend | null): Record<string, string> =>
  mend === null ? {} : { mend: mend.kind, mendFigures: [...mend.figures].map(([id, value]) => `${id}=${value ?? ''}`).join(' ') }
