import type { Block } from '../document/document.ts'
import type { SectionKey } from '../model/report.ts'
import type { LocatedSubsection } from './outline.ts'

export function locateSubsections(_blocks: readonly Block[], _section: SectionKey): LocatedSubsection[] {
  return []
}
