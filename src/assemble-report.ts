import type { SourceDocument } from './document/document.ts'
import type { Cover } from './locate/cover.ts'
import type { LocatedSection, Outline } from './locate/outline.ts'
import { proseOf } from './locate/prose.ts'
import type { Verdict } from './locate/recognise.ts'
import { absentCell } from './model/cell.ts'
import { type ReportModel, type Section, type SectionKey, schemaVersion, sectionKeys } from './model/report.ts'
import { nestCells } from './model/tables.ts'
import type { Narrative } from './narrate/narrate.ts'
import type { Tabulated } from './tabulate/tabulate.ts'

export interface Parts {
  name: string
  verdict: Verdict
  document: SourceDocument
  outline: Outline
  cover: Cover
  /** null where the document is no report of a known form: no cell of it is known, none is listed. */
  tables: Tabulated | null
  narrative: Narrative
}

/** Puts what the stages found into one model. No stage's finding is changed here. */
export function assembleReport({ name, verdict, document, outline, cover, tables, narrative }: Parts): ReportModel {
  const editions = tables?.editions ?? noEditions
  return {
    schemaVersion,
    source: { name, kind: document.kind, encoding: document.encoding ?? null },
    edition: verdict === 'unsupported' ? 'unsupported' : editionOf(editions),
    editions,
    ...cover,
    sections: Object.fromEntries(sectionKeys.map(key => [key, sectionOf(outline.sections[key])])) as Record<SectionKey, Section>,
    ...nestCells(tables?.cells ?? new Map(), absentCell),
    ...narrative,
  }
}

const noEditions: ReportModel['editions'] = {
  rules: null,
  licensing: null,
  penalties: null,
  fees: null,
  procurement: null,
  requests: null,
  disputes: null,
}

function editionOf(editions: ReportModel['editions']): ReportModel['edition'] {
  // Table 4 is the same in both editions and tells nothing.
  const { disputes, ...telling } = editions
  const found = new Set(Object.values(telling).filter(edition => edition !== null))
  if (found.size === 0) return disputes
  return found.size === 1 ? ([...found][0] as '2019' | '2021') : 'mixed'
}

function sectionOf(section: LocatedSection | undefined): Section {
  if (!section) return { present: false, heading: null, place: null, text: '', subsections: [] }
  return {
    present: true,
    heading: section.heading,
    place: section.place,
    text: proseOf(section),
    subsections: section.subsections.map(({ key, heading, place, blocks }) => ({
      key,
      heading,
      place,
      text: proseOf({ key: section.key, blocks }),
    })),
  }
}
