/** Figures of the prose as the rules compare them. */
import type { Metric } from '../form/sentences.ts'
import type { NarrativeFigure } from '../model/narrative.ts'
import type { ReportModel } from '../model/report.ts'

/** Exact figures of the report's own year, in the order of the text; the prose before section 一 and intentions are no statements. */
export const statedFigures = (report: ReportModel, metric: Metric): NarrativeFigure[] =>
  report.narrative.filter(figure => figure.metric === metric && figure.period === 'annual' && figure.approximate === null)
