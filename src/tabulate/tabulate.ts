import type { Log } from '../diagnostic/diagnostic.ts'
import type { SourceDocument } from '../document/document.ts'
import type { Outline } from '../locate/outline.ts'
import type { Cell } from '../model/cell.ts'
import type { ReportModel } from '../model/report.ts'

export interface Tabulated {
  /** Every cell of the editions found, by id. */
  cells: Map<string, Cell>
  editions: ReportModel['editions']
}

/** Tables 2, 3 and 4, from grids or from flattened text. */
export function tabulate(_document: SourceDocument, _outline: Outline, _log: Log): Tabulated {
  return {
    cells: new Map(),
    editions: { rules: null, licensing: null, penalties: null, fees: null, procurement: null, requests: null, disputes: null },
  }
}
