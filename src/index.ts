export { checkReports } from './check/check-reports.ts'
export {
  type Aggregate,
  type AggregateOptions,
  aggregate,
  aggregateGathered,
  type GroupSums,
  type Rate,
  type Sum,
  type SumStatus,
  type Sums,
  type YearSums,
} from './collection/aggregate.ts'
export { type Comparison, compareReports } from './collection/compare.ts'
export { type CollectionComparison, compareCollections } from './collection/compare-collections.ts'
export { type Fact, toFacts } from './collection/facts.ts'
export { createGatherer, type Gathered, type Gatherer } from './collection/gather.ts'
export { type Reconciliation, reconcile } from './collection/reconcile.ts'
export { type Body, parseRoster, type Roster } from './collection/roster.ts'
export type { Code } from './diagnostic/catalogue.ts'
export type { Diagnostic } from './diagnostic/diagnostic.ts'
export { formatDiagnostic, formatMessage, withMessage } from './diagnostic/format.ts'
export type { Cell, CellStatus } from './model/cell.ts'
export { type ReportModel, schemaVersion } from './model/report.ts'
export { reportSchema } from './model/schema.ts'
export { type ParseOptions, type ParseResult, parseReport } from './parse-report.ts'
export { type ReadLimits, readLimits } from './read/limits.ts'
export { UnreadableSourceError } from './read/unreadable.ts'
export { type Explanation, formatExplanation } from './tabulate/explain.ts'
