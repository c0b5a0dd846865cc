/** Findings on a text shown in the text itself: the line as it stands there, with the place marked. */
import { createLog, type Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Place } from '../document/document.ts'
import type { Cell } from '../model/cell.ts'
import type { ReportModel } from '../model/report.ts'
import { cellsById } from '../model/tables.ts'
import { decode } from '../read/decode.ts'
import { readLimits } from '../read/limits.ts'
import { toHalfWidth } from '../text/normalize.ts'
import type { Excerpt } from './excerpt.ts'

/** Lines of a source by their numbers, from 1, as they stand there. */
export type SourceLines = ReadonlyMap<number, string>

/** Longer lines are not kept; a finding shows this many of a source's lines, with so much around the mark. */
const limits = { line: 10_000, lines: 3, around: 48 }

/** A sentence goes on for so many lines behind the one in which it begins. */
const wrapped = 3

/**
 * The lines of a text that a finding on its report may point at, also one that is made later: those of the
 * findings, the cells, the prose's figures and the headings. None for a .docx or a page, whose lines no one
 * sees. O(size of the source); the lines are copies, so that the text itself is not held.
 */
export function linesOf(source: Uint8Array, report: ReportModel, diagnostics: readonly Diagnostic[]): SourceLines {
  const kept = new Map<number, string>()
  if (report.source.kind !== 'text' && report.source.kind !== 'markdown') return kept
  const wanted = new Set<number>()
  const want = (place: Place | null | undefined) => {
    if (place?.line !== undefined) for (let i = 0; i <= wrapped; i++) wanted.add(place.line + i)
  }
  for (const { place } of [...diagnostics, ...report.narrative, ...cellsById(report).values()]) want(place)
  for (const section of Object.values(report.sections)) for (const { place } of [section, ...section.subsections]) want(place)
  const lines = decode(source, createLog(''), readLimits).text.split(/\r\n?|\n/)
  for (const number of wanted) {
    const line = lines[number - 1]
    // A part of a string keeps the whole alive in V8; what JSON yields is a string of its own.
    if (line !== undefined && line.length <= limits.line) kept.set(number, JSON.parse(JSON.stringify(line)) as string)
  }
  return kept
}

interface Spot {
  line: number
  from: number
  length: number
}

/** The source's lines to show beneath a finding, marked where its cells (`about`, as far as they are meant), its figure, its quotation or its place stand. */
export function excerptsOfLines(
  { place, args }: Pick<Diagnostic, 'args'> & { place?: Place },
  meant: readonly Cell[],
  lines: SourceLines,
): Excerpt[] {
  const ofCells = meant.flatMap(cell => spotOfCell(cell, lines) ?? [])
  // Prose against a table: both places.
  const spots = ofCells.length > 0 && args.quote === undefined ? ofCells : [spotOfText(place ?? {}, args, lines), ...ofCells]
  const byLine = new Map<number, Spot[]>()
  for (const spot of spots) if (spot) byLine.set(spot.line, [...(byLine.get(spot.line) ?? []), spot])
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .slice(0, limits.lines)
    .map(([line, marked]) => clipped(lines.get(line) ?? '', line, marked))
}

function spotOfCell({ place, raw }: Cell, lines: SourceLines): Spot | null {
  const line = place?.line
  const text = line === undefined ? undefined : lines.get(line)
  if (line === undefined || text === undefined) return null
  const printed = raw?.trim() ?? ''
  if (place?.column === undefined) {
    // Without a column only what stands there once can be pointed at.
    const at = printed === '' ? -1 : text.indexOf(printed)
    return at >= 0 && text.indexOf(printed, at + 1) < 0 ? { line, from: at, length: printed.length } : whole(line, text)
  }
  const from = place.column - 1
  return { line, from, length: text.startsWith(printed, from) ? Math.max(1, printed.length) : 1 }
}

function spotOfText({ line, column = 1 }: Place, { quote, stated, value }: Diagnostic['args'], lines: SourceLines): Spot | null {
  const text = line === undefined ? undefined : lines.get(line)
  if (line === undefined || text === undefined) return null
  const figure = stated ?? value
  for (let i = 0; i <= wrapped && typeof quote === 'string' && typeof figure === 'number'; i++) {
    const from = i === 0 ? column - 1 : 0
    const at = toHalfWidth(lines.get(line + i) ?? '').slice(from).search(new RegExp(`(?<![\\d.])${figure}(?![\\d.]*\\d)`)) // biome-ignore format: one search
    if (at >= 0) return { line: line + i, from: from + at, length: String(figure).length }
  }
  const at = typeof quote === 'string' ? text.indexOf(quote.slice(0, 8), column - 1) : -1
  if (typeof quote === 'string' && at >= 0) return { line, from: at, length: Math.min(quote.length, text.length - at) }
  return column > 1 ? { line, from: column - 1, length: 1 } : whole(line, text)
}

const whole = (line: number, text: string): Spot => ({
  line,
  from: text.length - text.trimStart().length,
  length: text.trim().length,
})

/** The line around its marks, with an ellipsis where something is cut. */
function clipped(text: string, line: number, spots: readonly Spot[]): Excerpt {
  const sorted = [...spots].sort((a, b) => a.from - b.from)
  const first = sorted[0]?.from ?? 0
  const begin = first <= limits.around * 1.5 ? 0 : first - limits.around
  const end = Math.min(text.length, Math.max(begin, first) + limits.around * 2)
  const head = begin > 0 ? '…' : ''
  const marks: Excerpt['marks'] = []
  for (const { from, length } of sorted) {
    const [start, stop] = [Math.max(from, begin), Math.min(from + length, end)]
    const [, last = 0] = marks.at(-1) ?? []
    if (start < stop && start - begin + head.length >= last) marks.push([start - begin + head.length, stop - begin + head.length])
  }
  return { line, text: `${head}${text.slice(begin, end)}${end < text.length ? '…' : ''}`, marks }
}
