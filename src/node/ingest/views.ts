/** Views of the database, each the answer to a question; what is unknown is counted beside every sum. */

export interface View {
  name: string
  /** The question it answers. */
  question: string
  sql: string
}

/** Sure: not null and not flagged. Sums add what is known; the counts beside them say of how many. */
const counts = `sum(f.value) AS total, count(f.value) AS known, count(*) FILTER (WHERE f.value IS NULL) AS unknown,
  count(*) FILTER (WHERE f.value IS NOT NULL AND len(f.flags) > 0) AS doubted`

export const views: readonly View[] = [
  {
    name: 'who_filed',
    question: 'Which body filed a report on which year, and how good is it?',
    sql: `SELECT issuer, year, file, edition, errors, warnings, cells_sure, cells_doubted, cells_unknown FROM reports ORDER BY issuer, year`,
  },
  {
    name: 'not_read',
    question: 'Which files were not read, and why?',
    sql: `SELECT path, outcome, code, message, duplicate_of FROM sources WHERE outcome <> 'parsed' ORDER BY outcome, path`,
  },
  {
    name: 'cell_totals',
    question: 'What is the sum of each cell of the form in each year, and over how many reports?',
    sql: `SELECT f.year, f.cell, c.form_table, c.row_label, c.column_label, ${counts}
      FROM facts f JOIN cells c USING (cell) GROUP BY ALL ORDER BY f.year, min(c.position)`,
  },
  {
    name: 'requests_by_outcome',
    question: 'How were requests handled, row by row of table 3 (all applicants)?',
    sql: `SELECT f.year, f.cell, c.row_label AS outcome, ${counts}
      FROM facts f JOIN cells c USING (cell) WHERE c.form_table = 'requests' AND c.applicant = 'total' GROUP BY ALL ORDER BY f.year, min(c.position)`,
  },
  {
    name: 'requests_by_applicant',
    question: 'Who asked: new requests by kind of applicant?',
    sql: `SELECT f.year, c.column_label AS applicant, ${counts}
      FROM facts f JOIN cells c USING (cell) WHERE starts_with(f.cell, 'requests.newlyReceived.') GROUP BY ALL ORDER BY f.year, min(c.position)`,
  },
  {
    name: 'denials',
    question: 'On which grounds were requests denied?',
    sql: `SELECT f.year, c.row_label AS ground, ${counts}
      FROM facts f JOIN cells c USING (cell) WHERE starts_with(f.cell, 'requests.denied.') AND c.applicant = 'total'
      GROUP BY ALL ORDER BY f.year, min(c.position)`,
  },
  {
    name: 'disputes_by_result',
    question: 'How did reviews and lawsuits end?',
    sql: `SELECT f.year, c.column_label AS result, ${counts}
      FROM facts f JOIN cells c USING (cell) WHERE c.form_table = 'disputes' GROUP BY ALL ORDER BY f.year, min(c.position)`,
  },
  {
    name: 'doubted_figures',
    question: 'Which figures are in doubt, and what doubts them?',
    sql: `SELECT f.issuer, f.year, f.file, f.cell, c.row_label, c.column_label, f.value, f.raw, f.place, f.flags
      FROM facts f JOIN cells c USING (cell) WHERE f.value IS NOT NULL AND len(f.flags) > 0`,
  },
  {
    name: 'unknown_figures',
    question: 'Which figures are not known, and why?',
    sql: `SELECT f.issuer, f.year, f.file, f.cell, c.row_label, c.column_label, f.status, f.raw, f.place, f.flags
      FROM facts f JOIN cells c USING (cell) WHERE f.value IS NULL`,
  },
  {
    name: 'findings_to_send_back',
    question: 'What should each body correct?',
    sql: `SELECT r.issuer, r.year, d.file, d.severity, d.code, d.message, d.place, d.about
      FROM diagnostics d LEFT JOIN reports r USING (file) WHERE d.severity IN ('error', 'warning') ORDER BY r.issuer, d.file, d.severity`,
  },
  {
    name: 'bodies_by_year',
    question: 'How do the main figures of a body go from year to year?',
    sql: `SELECT issuer, year,
      any_value(value) FILTER (WHERE cell = 'requests.newlyReceived.total') AS newly_received,
      any_value(value) FILTER (WHERE cell = 'requests.carriedOver.total') AS carried_over,
      any_value(value) FILTER (WHERE cell = 'requests.outcomesTotal.total') AS handled,
      any_value(value) FILTER (WHERE cell = 'requests.carriedForward.total') AS carried_forward,
      any_value(value) FILTER (WHERE cell = 'disputes.administrativeReview.total') AS reviews,
      any_value(value) FILTER (WHERE cell = 'disclosure.normativeDocuments.inForce') AS documents_in_force
      FROM facts WHERE issuer IS NOT NULL GROUP BY issuer, year ORDER BY issuer, year`,
  },
]
