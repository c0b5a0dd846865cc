/** The waist of the hourglass: every reader yields these blocks, everything after works on them alone. */

/** Where something stands. Text sources count lines, .docx and HTML count paragraphs, tables, rows and cells; all from 1. */
export interface Place {
  line?: number | undefined
  /** Character in the line, from 1, where something shorter than the line is meant. */
  column?: number | undefined
  paragraph?: number | undefined
  table?: number | undefined
  row?: number | undefined
  cell?: number | undefined
}

export interface Paragraph {
  kind: 'paragraph'
  /** As read, outer spaces kept: in flattened text they are evidence. In text sources one line, blank ones too. */
  text: string
  place: Place
  /** The document marks it as a heading (outline level from 1), whatever it says. */
  level?: number
  /** An item of an automatically numbered list whose number the reader could not know. */
  listItem?: boolean
}

export interface GridCell {
  text: string
  place: Place
  /** false for the places that a merged cell covers beside its first. */
  anchor: boolean
  /** Only in grids that were put together from flattened text, where the figure's place was not printed. */
  placed?: Placement
}

/** How a figure came to its cell: the only place that satisfies the identities, or one of several. */
export interface Placement {
  status: 'inferred' | 'ambiguous'
}

/** A table as a rectangle: merged cells repeated at every place they cover, each row equally long. */
export interface Grid {
  kind: 'grid'
  rows: GridCell[][]
  place: Place
  /** Spans could not be trusted (the reader says why in a diagnostic): columns are then counted from the label. */
  ragged?: boolean
}

/** An image stands here: its content is not read, its place may explain a table that is missing. */
export interface ImageMark {
  kind: 'image'
  place: Place
}

export type Block = Paragraph | Grid | ImageMark

export type SourceKind = 'docx' | 'html' | 'markdown' | 'text'

export interface SourceDocument {
  kind: SourceKind
  /** Character encoding of a text source, as decided by fatal decoding. */
  encoding?: string
  blocks: Block[]
}

export const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph'
export const isGrid = (block: Block): block is Grid => block.kind === 'grid'

/** `line 12`, `table 2 row 5 cell 3`: a place as one string, the same in every language. */
export function formatPlace(place: Place): string {
  const parts: string[] = []
  for (const key of ['paragraph', 'table', 'row', 'cell', 'line', 'column'] as const) {
    const value = place[key]
    if (value !== undefined) parts.push(`${key} ${value}`)
  }
  return parts.join(' ')
}
