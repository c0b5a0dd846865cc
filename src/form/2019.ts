/** The form of 2019: 国办公开办函〔2019〕60号, annex. Still found, whole or in part, in reports up to 2023. */
import { type Column, defineForm } from './form.ts'
import { count, disputesTable, requestEquations, requestRow, requestsBlock, disclosureRow as row } from './tables.ts'
import {
  articleItems,
  disclosureColumns as c,
  disclosureCorner as corner,
  disclosureRows as r,
  requestNotes,
} from './vocabulary.ts'

const itemsLastYear = count('itemsLastYear', c.itemsLastYear)
const change: Column = { id: 'change', label: c.change, groups: [], kind: 'change', unit: null }
const decisions = [itemsLastYear, change, count('decisions', c.decisions2019)]

const rows = [
  requestRow('newlyReceived'),
  requestRow('carriedOver'),
  requestRow('granted', 'outcomes'),
  requestRow('partiallyGranted', 'outcomes'),
  requestRow('denied.stateSecret', 'outcomes', 'denied'),
  requestRow('denied.prohibitedByLaw', 'outcomes', 'denied'),
  requestRow('denied.securityAndStability', 'outcomes', 'denied'),
  requestRow('denied.thirdPartyRights', 'outcomes', 'denied'),
  requestRow('denied.internalAffairs', 'outcomes', 'denied'),
  requestRow('denied.deliberativeProcess', 'outcomes', 'denied'),
  requestRow('denied.enforcementFiles', 'outcomes', 'denied'),
  requestRow('denied.administrativeInquiries', 'outcomes', 'denied'),
  requestRow('unavailable.notHeld', 'outcomes', 'unavailable'),
  requestRow('unavailable.requiresCreation', 'outcomes', 'unavailable'),
  requestRow('unavailable.unclearRequest', 'outcomes', 'unavailable'),
  requestRow('notProcessed.petitionOrComplaint', 'outcomes', 'notProcessed'),
  requestRow('notProcessed.repeatRequest', 'outcomes', 'notProcessed'),
  requestRow('notProcessed.publishedMaterial', 'outcomes', 'notProcessed'),
  requestRow('notProcessed.excessiveRequests', 'outcomes', 'notProcessed'),
  requestRow('notProcessed.confirmationOrReissue', 'outcomes', 'notProcessed'),
  requestRow('otherHandling.undivided', 'outcomes'),
  requestRow('outcomesTotal', 'outcomes'),
  requestRow('carriedForward'),
]

export const form2019 = defineForm({
  edition: '2019',
  citation: '国办公开办函〔2019〕60号',
  tables: {
    disclosure: {
      key: 'disclosure',
      notes: [],
      equations: [],
      blocks: [
        {
          key: 'rules',
          title: articleItems.rules,
          corner,
          columns: [
            count('newlyMade', c.newlyMade),
            count('newlyDisclosed', c.newlyDisclosed),
            count('totalDisclosed', c.totalDisclosed),
          ],
          rows: [row('rules', r.rules), row('normativeDocuments', r.normativeDocuments2019)],
        },
        {
          key: 'licensing',
          title: articleItems.licensing,
          corner,
          columns: decisions,
          rows: [row('licensing', r.licensing), row('otherServices', r.otherServices)],
        },
        {
          key: 'penalties',
          title: articleItems.penalties,
          corner,
          columns: decisions,
          rows: [row('penalties', r.penalties), row('compulsoryMeasures', r.compulsoryMeasures)],
        },
        // A count of fee items, not money: the 2021 form turned this block into an amount.
        { key: 'fees', title: articleItems.fees, corner, columns: [itemsLastYear, change], rows: [row('fees', r.fees)] },
        {
          key: 'procurement',
          title: articleItems.procurement,
          corner,
          columns: [
            count('items', c.procurementItems),
            { id: 'amount', label: c.procurementAmount, groups: [], kind: 'amount', unit: null },
          ],
          rows: [row('procurement', r.procurement)],
        },
      ],
    },
    requests: { key: 'requests', notes: requestNotes, blocks: [requestsBlock(rows)], equations: requestEquations(rows) },
    disputes: disputesTable,
  },
})
