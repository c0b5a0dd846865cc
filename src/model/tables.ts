/** The three tables of the model: which cells there are, and how they nest. */
import type { Cell } from './cell.ts'

const applicants = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceOrganization',
  'other',
  'total',
] as const
const documents = ['issued', 'repealed', 'inForce', 'newlyMade', 'newlyDisclosed', 'totalDisclosed'] as const
const actions = ['decisions', 'itemsLastYear', 'change'] as const
const results = ['upheld', 'corrected', 'otherResult', 'pending', 'total'] as const

/** Cells of both editions; a row is the list of its cells. Names joined by dots are the cell ids. */
export const tableShape = {
  disclosure: {
    rules: documents,
    normativeDocuments: documents,
    licensing: actions,
    otherServices: actions,
    penalties: actions,
    compulsoryMeasures: actions,
    fees: ['amount', 'itemsLastYear', 'change'],
    procurement: ['items', 'amount'],
  },
  requests: {
    newlyReceived: applicants,
    carriedOver: applicants,
    granted: applicants,
    partiallyGranted: applicants,
    denied: {
      stateSecret: applicants,
      prohibitedByLaw: applicants,
      securityAndStability: applicants,
      thirdPartyRights: applicants,
      internalAffairs: applicants,
      deliberativeProcess: applicants,
      enforcementFiles: applicants,
      administrativeInquiries: applicants,
    },
    unavailable: {
      notHeld: applicants,
      requiresCreation: applicants,
      unclearRequest: applicants,
    },
    notProcessed: {
      petitionOrComplaint: applicants,
      repeatRequest: applicants,
      publishedMaterial: applicants,
      excessiveRequests: applicants,
      confirmationOrReissue: applicants,
    },
    otherHandling: {
      notCorrectedInTime: applicants,
      feeUnpaid: applicants,
      other: applicants,
      undivided: applicants,
    },
    outcomesTotal: applicants,
    carriedForward: applicants,
  },
  disputes: { administrativeReview: results, directLitigation: results, litigationAfterReview: results },
} as const

export type Shape = readonly string[] | { readonly [key: string]: Shape }
export type Group<S> = S extends readonly (infer Key extends string)[]
  ? Record<Key, Cell>
  : { -readonly [Key in keyof S]: Group<S[Key]> }
export type Tables = Group<typeof tableShape>

export const isRow = (shape: Shape): shape is readonly string[] => Array.isArray(shape)

/** A group of cells in the model: each part is a cell, known by its id, or a group again. */
interface Nest {
  parts: readonly (readonly [key: string, id: string, nest: Nest | null])[]
}

const nestOf = (shape: Shape, path: string): Nest => ({
  parts: isRow(shape)
    ? shape.map(key => [key, `${path}.${key}`, null] as const)
    : Object.entries(shape).map(([key, part]) => [key, `${path}.${key}`, nestOf(part, `${path}.${key}`)] as const),
})

const tableKeys = ['disclosure', 'requests', 'disputes'] as const
const nests = {
  disclosure: nestOf(tableShape.disclosure, 'disclosure'),
  requests: nestOf(tableShape.requests, 'requests'),
  disputes: nestOf(tableShape.disputes, 'disputes'),
}

/** Every cell of the three tables by id, in the model's order. */
export function cellsById(tables: Tables): Map<string, Cell> {
  const found = new Map<string, Cell>()
  const walk = (group: Readonly<Record<string, unknown>>, { parts }: Nest) => {
    for (const [key, id, nest] of parts) {
      if (nest === null) found.set(id, group[key] as Cell)
      else walk(group[key] as Record<string, unknown>, nest)
    }
  }
  for (const key of tableKeys) walk(tables[key], nests[key])
  return found
}

/** Nests cells given by id as the model nests them; ids that are not given become `absent()`. */
export function nestCells(cells: ReadonlyMap<string, Cell>, absent: () => Cell): Tables {
  const fill = ({ parts }: Nest): object => {
    const group: Record<string, unknown> = {}
    for (const [key, id, nest] of parts) group[key] = nest === null ? (cells.get(id) ?? absent()) : fill(nest)
    return group
  }
  return Object.fromEntries(tableKeys.map(key => [key, fill(nests[key])])) as Tables
}
