import type { Log } from '../diagnostic/diagnostic.ts'
import type { SourceDocument } from '../document/document.ts'
import type { ReportModel } from '../model/report.ts'
import type { Outline } from './outline.ts'

export type Cover = Pick<ReportModel, 'title' | 'issuer' | 'issuerKind' | 'issuerLevel' | 'region' | 'year' | 'period'>

/** Title, issuer, year and statistics period. `name` is the file's name: a witness of its own for issuer and year. */
export function readCover(_document: SourceDocument, _outline: Outline, _name: string, _log: Log): Cover {
  return { title: null, issuer: null, issuerKind: null, issuerLevel: null, region: null, year: null, period: null }
}
