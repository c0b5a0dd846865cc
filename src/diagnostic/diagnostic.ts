/** A finding is a code, its arguments and its place; words come when it is shown (`format.ts`). */
import type { Place } from '../document/document.ts'
import { type Code, catalogue, type Severity } from './catalogue.ts'

export interface Diagnostic {
  code: Code
  severity: Severity
  file: string
  place: Place
  /** Cell ids concerned, in the form's order; empty where the finding is not about cells. */
  about: string[]
  args: Record<string, string | number | null>
}

export interface Finding {
  place?: Place | undefined
  about?: string[]
  args?: Record<string, string | number | null>
}

/** What every stage is handed to say what it saw. Nothing is thrown for what a report says. */
export interface Log {
  readonly file: string
  readonly diagnostics: Diagnostic[]
  add(code: Code, finding?: Finding): void
}

/** More findings than a person reads are counted, not kept: bounds the output of a hostile document. */
const limitPerCode = 200

export function createLog(file: string): Log {
  const diagnostics: Diagnostic[] = []
  const counts = new Map<Code, number>()
  return {
    file,
    diagnostics,
    add(code, { place = {}, about = [], args = {} } = {}) {
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      if (count > limitPerCode) return
      diagnostics.push({ code, severity: catalogue[code].severity, file, place, about, args })
    },
  }
}
