/** What both editions share: how rows and columns are made, and tables 3 and 4. */
import { type Column, cellId, type Equation, type FormBlock, type Label, type Row, type TableForm } from './form.ts'
import { applicantGroups, applicants, disputeGroups, disputeResults, requestGroups, requestRows } from './vocabulary.ts'

export type DisclosureRowId =
  | 'rules'
  | 'normativeDocuments'
  | 'licensing'
  | 'otherServices'
  | 'penalties'
  | 'compulsoryMeasures'
  | 'fees'
  | 'procurement'

export type DisclosureCountId =
  | 'issued'
  | 'repealed'
  | 'inForce'
  | 'decisions'
  | 'newlyMade'
  | 'newlyDisclosed'
  | 'totalDisclosed'
  | 'itemsLastYear'
  | 'items'

export const disclosureRow = (id: DisclosureRowId, label: Label): Row => ({ id, label, groups: [] })

export const count = (id: DisclosureCountId, label: Label): Column => ({ id, label, groups: [], kind: 'count', unit: null })

type RequestRowId = keyof typeof requestRows
type RequestGroupId = keyof typeof requestGroups

export const requestRow = (id: RequestRowId, ...groups: RequestGroupId[]): Row => ({
  id,
  label: requestRows[id],
  groups: groups.map(group => requestGroups[group]),
})

const organizations = new Set([
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceOrganization',
  'other',
])

const applicantColumns: Column[] = Object.entries(applicants).map(([id, label]) => ({
  id,
  label,
  groups: organizations.has(id) ? [applicantGroups.applicants, applicantGroups.organizations] : [applicantGroups.applicants],
  kind: 'count',
  unit: null,
}))

export const requestsBlock = (rows: readonly Row[]): FormBlock => ({
  key: 'requests',
  title: null,
  corner: null,
  columns: applicantColumns,
  rows,
})

const applicantIds = Object.keys(applicants)

/**
 * The identities that the form states for table 3: in its corner (第一项加第二项之和，等于第三项加
 * 第四项之和), by its row （七）总计, and by its column 总计.
 */
export function requestEquations(rows: readonly Row[]): Equation[] {
  const isOutcome = (id: string) => !['newlyReceived', 'carriedOver', 'outcomesTotal', 'carriedForward'].includes(id)
  const at = (row: string, column: string) => cellId('requests', row, column)
  const outcomes = rows.map(row => row.id).filter(isOutcome)
  return [
    ...rows.map(
      (row): Equation => ({
        identity: 'requests/applicants',
        left: applicantIds.filter(id => id !== 'total').map(id => at(row.id, id)),
        right: [at(row.id, 'total')],
      }),
    ),
    ...applicantIds.map(
      (id): Equation => ({
        identity: 'requests/outcomes',
        left: outcomes.map(row => at(row, id)),
        right: [at('outcomesTotal', id)],
      }),
    ),
    ...applicantIds.map(
      (id): Equation => ({
        identity: 'requests/balance',
        left: [at('newlyReceived', id), at('carriedOver', id)],
        right: [at('outcomesTotal', id), at('carriedForward', id)],
      }),
    ),
  ]
}

const resultIds = Object.keys(disputeResults)

const disputeColumns: Column[] = Object.entries(disputeGroups).flatMap(([group, groups]) =>
  Object.entries<Label>(disputeResults).map(
    ([result, label]): Column => ({ id: `${group}.${result}`, label, groups, kind: 'count', unit: null }),
  ),
)

/** Table 4 is the same in both editions: fifteen figures in one row without a label. */
export const disputesTable: TableForm = {
  key: 'disputes',
  notes: [],
  blocks: [{ key: 'disputes', title: null, corner: null, columns: disputeColumns, rows: [{ id: '', label: null, groups: [] }] }],
  equations: Object.keys(disputeGroups).map(group => ({
    identity: 'disputes/total',
    left: resultIds.filter(id => id !== 'total').map(id => cellId('disputes', group, id)),
    right: [cellId('disputes', group, 'total')],
  })),
}
