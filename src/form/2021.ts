/** The form of 2021: 国办公开办函〔2021〕30号, annex. In use for reports on 2021 and later. */
import { defineForm } from './form.ts'
import { count, disputesTable, requestEquations, requestRow, requestsBlock, disclosureRow as row } from './tables.ts'
import {
  articleItems,
  disclosureColumns as c,
  disclosureCorner as corner,
  disclosureRows as r,
  requestNotes,
} from './vocabulary.ts'

const decisions = [count('decisions', c.decisions2021)]

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
  requestRow('otherHandling.notCorrectedInTime', 'outcomes', 'otherHandling'),
  requestRow('otherHandling.feeUnpaid', 'outcomes', 'otherHandling'),
  requestRow('otherHandling.other', 'outcomes', 'otherHandling'),
  requestRow('outcomesTotal', 'outcomes'),
  requestRow('carriedForward'),
]

export const form2021 = defineForm({
  edition: '2021',
  citation: '国办公开办函〔2021〕30号',
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
          columns: [count('issued', c.issued), count('repealed', c.repealed), count('inForce', c.inForce)],
          rows: [row('rules', r.rules), row('normativeDocuments', r.normativeDocuments2021)],
        },
        { key: 'licensing', title: articleItems.licensing, corner, columns: decisions, rows: [row('licensing', r.licensing)] },
        {
          key: 'penalties',
          title: articleItems.penalties,
          corner,
          columns: decisions,
          rows: [row('penalties', r.penalties), row('compulsoryMeasures', r.compulsoryMeasures)],
        },
        {
          key: 'fees',
          title: articleItems.fees,
          corner,
          columns: [{ id: 'amount', label: c.feeAmount, groups: [], kind: 'amount', unit: '万元' }],
          rows: [row('fees', r.fees)],
        },
      ],
    },
    requests: { key: 'requests', notes: requestNotes, blocks: [requestsBlock(rows)], equations: requestEquations(rows) },
    disputes: disputesTable,
  },
})
