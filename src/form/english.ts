/** The form's labels in English, for readers who have no Chinese. The official form is Chinese: a translation explains it, it never replaces it. */
import type { Label } from './form.ts'
import { cellsOfForm } from './form.ts'
import { forms } from './index.ts'
import {
  applicantGroups,
  applicants,
  articleItems,
  disclosureColumns,
  disclosureCorner,
  disclosureRows,
  disputeGroups,
  disputeResults,
  requestGroups,
  requestRows,
} from './vocabulary.ts'

type Translation<T> = Readonly<Record<keyof T, string>>

const applicantWords: Translation<typeof applicants> = {
  naturalPerson: 'Natural persons',
  commercialEnterprise: 'Commercial enterprises',
  researchInstitution: 'Research institutions',
  publicWelfareOrganization: 'Public-welfare organisations',
  legalServiceOrganization: 'Legal-service organisations',
  other: 'Other',
  total: 'Total',
}

const applicantGroupWords: Translation<typeof applicantGroups> = {
  applicants: 'Applicants',
  organizations: 'Legal persons or other organisations',
}

const requestRowWords: Translation<typeof requestRows> = {
  newlyReceived: 'I. Requests newly received this year',
  carriedOver: 'II. Requests carried over from last year',
  granted: '(1) Disclosed',
  partiallyGranted: '(2) Partially disclosed',
  'denied.stateSecret': '1. State secrets',
  'denied.prohibitedByLaw': '2. Prohibited by other laws or regulations',
  'denied.securityAndStability': '3. National, public, economic security or social stability',
  'denied.thirdPartyRights': '4. Rights of third parties',
  'denied.internalAffairs': '5. Internal affairs',
  'denied.deliberativeProcess': '6. Deliberative process',
  'denied.enforcementFiles': '7. Enforcement files',
  'denied.administrativeInquiries': '8. Administrative inquiries',
  'unavailable.notHeld': '1. Not held',
  'unavailable.requiresCreation': '2. Would have to be created',
  'unavailable.unclearRequest': '3. Unclear even after correction',
  'notProcessed.petitionOrComplaint': '1. Petitions and complaints',
  'notProcessed.repeatRequest': '2. Repeated requests',
  'notProcessed.publishedMaterial': '3. Published material',
  'notProcessed.excessiveRequests': '4. Excessive requests without good reason',
  'notProcessed.confirmationOrReissue': '5. Confirming or reissuing what was already obtained',
  'otherHandling.notCorrectedInTime': '1. Not corrected in time',
  'otherHandling.feeUnpaid': '2. Fee not paid in time',
  'otherHandling.other': '3. Other',
  'otherHandling.undivided': '(6) Other handling',
  outcomesTotal: '(7) Total',
  carriedForward: 'IV. Carried forward to next year',
}

const requestGroupWords: Translation<typeof requestGroups> = {
  outcomes: 'III. Outcomes this year',
  denied: '(3) Denied',
  unavailable: '(4) Unavailable',
  notProcessed: '(5) Not processed',
  otherHandling: '(6) Other handling',
}

const resultWords: Translation<typeof disputeResults> = {
  upheld: 'Upheld',
  corrected: 'Corrected',
  otherResult: 'Other result',
  pending: 'Pending',
  total: 'Total',
}

const disputeWords: Readonly<Record<keyof typeof disputeGroups, readonly string[]>> = {
  administrativeReview: ['Administrative reviews'],
  directLitigation: ['Lawsuits', 'without a review before'],
  litigationAfterReview: ['Lawsuits', 'after a review'],
}

const articleWords: Translation<typeof articleItems> = {
  rules: 'Article 20 (1)',
  licensing: 'Article 20 (5)',
  penalties: 'Article 20 (6)',
  fees: 'Article 20 (8)',
  procurement: 'Article 20 (9)',
}

const disclosureRowWords: Translation<typeof disclosureRows> = {
  rules: 'Rules',
  normativeDocuments2021: 'Normative documents',
  normativeDocuments2019: 'Normative documents',
  licensing: 'Licensing',
  otherServices: 'Other services to the public',
  penalties: 'Penalties',
  compulsoryMeasures: 'Compulsory measures',
  fees: 'Administrative fees',
  procurement: 'Government procurement',
}

const disclosureColumnWords: Translation<typeof disclosureColumns> = {
  issued: 'Issued this year',
  repealed: 'Repealed this year',
  inForce: 'In force',
  decisions2021: 'Decisions this year',
  feeAmount: 'Fees collected (10,000 yuan)',
  newlyMade: 'Newly made',
  newlyDisclosed: 'Newly disclosed',
  totalDisclosed: 'Disclosed in all',
  itemsLastYear: 'Items last year',
  change: 'Change this year',
  decisions2019: 'Decisions',
  procurementItems: 'Items procured',
  procurementAmount: 'Total amount',
}

const pairs = <K extends string>(labels: Readonly<Record<K, Label>>, words: Readonly<Record<K, string>>) =>
  (Object.keys(labels) as K[]).map(key => [labels[key].text, words[key]] as const)

const english: ReadonlyMap<string, string> = new Map([
  ...pairs(applicants, applicantWords),
  ...pairs(applicantGroups, applicantGroupWords),
  ...pairs(requestRows, requestRowWords),
  ...pairs(requestGroups, requestGroupWords),
  ...pairs(disputeResults, resultWords),
  ...(Object.keys(disputeGroups) as (keyof typeof disputeGroups)[]).flatMap(key =>
    disputeGroups[key].map((label, at) => [label.text, disputeWords[key][at] ?? ''] as const),
  ),
  ...pairs(articleItems, articleWords),
  ...pairs(disclosureRows, disclosureRowWords),
  ...pairs(disclosureColumns, disclosureColumnWords),
  [disclosureCorner.text, 'Content'] as const,
])

/** A label of the form in English; the label itself where it is none. */
export const translateLabel = (text: string): string => english.get(text) ?? text

/** A label without its number and without long remarks in brackets: `（二）部分公开（区分处理的…）` is 部分公开. */
export const plainLabel = (text: string): string =>
  text
    .replace(/^(?:（[一二三四五六七八九十]）|[一二三四五六七八九十]、|\d\.|\(\d\) |[IV]{1,3}\. |\d\. )/, '')
    .replace(/（[^）]{6,}）$/, '')
    .trim()

const englishNames: ReadonlyMap<string, string> = new Map(
  [forms['2019'], forms['2021']].flatMap(form =>
    cellsOfForm(form).map(({ id, row, column }) => {
      const rowPath = [...row.groups.slice(1), row.label]
      const path = row.label === null ? [...column.groups, column.label] : [...rowPath, column.label]
      return [id, path.flatMap(label => (label ? [translateLabel(label.text)] : [])).join(' › ')] as const
    }),
  ),
)

/** A cell in English words: `(3) Denied › 1. State secrets › Natural persons`; the id for no cell of any edition. */
export const englishCellName = (id: string): string => englishNames.get(id) ?? id
