import type { Flow } from '../flow.ts'
import type { ReadLimits } from '../limits.ts'
import { trimBreaks } from '../plain-space.ts'
import type { Numbering } from './numbering.ts'
import { type Inline, readInline } from './read-run.ts'
import { readTable } from './read-table.ts'
import type { Styles } from './styles.ts'
import { child, integerOf, toggleOf, valOf, type XmlElement } from './xml.ts'

/** What is carried along while a document is read, in document order. */
export interface DocxReading {
  limits: ReadLimits
  styles: Styles
  numbering: Numbering
  /** Complex fields that are open: `code` until their result begins. */
  fields: ('code' | 'result')[]
  /** Paragraphs met; those beyond the limit are not read. */
  paragraphs: number
  /** Marks of footnotes, endnotes and comments that were left out. */
  notes: number
  /** Kinds of embedded parts that are not read (`chart`, `altChunk`, …), with how many. */
  embedded: Map<string, number>
  /** Symbols that no character stands for. */
  remarks: Set<string>
}

/** Blocks of a body, a cell or a text box, one after the other. */
export interface BlockReader {
  add(element: XmlElement): void
  /** Everything that was read. */
  end(): Flow[]
}

/**
 * Reads blocks as a reader of the page sees them: automatic numbers written out; hidden text,
 * deletions, field codes and note marks gone; insertions, field results, content controls and text
 * boxes (after the paragraph they hang on) kept. A paragraph whose mark was deleted runs on in the next one.
 */
export function blockReader(reading: DocxReading): BlockReader {
  const out: Flow[] = []
  let carried: Inline | null = null
  const add = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:p':
        if (++reading.paragraphs <= reading.limits.paragraphs) carried = readParagraph(element, carried, out, reading)
        return
      case 'w:tbl':
        readTable(element, out, reading)
        return
      case 'w:r': {
        const stray = readInline([element], reading, undefined)
        pushParagraph(stray, '', {}, out)
        return
      }
      case 'w:altChunk':
        reading.embedded.set('altChunk', (reading.embedded.get('altChunk') ?? 0) + 1)
        return
      case 'mc:AlternateContent':
        for (const inner of chosen(element)) add(inner)
        return
      case 'w:del':
      case 'w:moveFrom':
      case 'w:pPr':
      case 'w:tcPr':
        return
      default:
        for (const inner of element.children) add(inner)
    }
  }
  return {
    add,
    end() {
      if (carried) pushParagraph(carried, '', {}, out)
      return out
    },
  }
}

export function readBlocks(elements: readonly XmlElement[], reading: DocxReading): Flow[] {
  const reader = blockReader(reading)
  for (const element of elements) reader.add(element)
  return reader.end()
}

/** The branch of alternate content to read: the one for new programs when it has text boxes, else the fallback. */
export function chosen(alternate: XmlElement): readonly XmlElement[] {
  const choice = child(alternate, 'mc:Choice')
  const fallback = child(alternate, 'mc:Fallback')
  if (!fallback) return choice?.children ?? []
  return choice && holds(choice, 'w:txbxContent') ? choice.children : fallback.children
}

const holds = (element: XmlElement, name: string): boolean => element.children.some(one => one.name === name || holds(one, name))

/** Puts out a paragraph with what runs on into it from `before`; returns what runs on into the next one. */
function readParagraph(element: XmlElement, before: Inline | null, out: Flow[], reading: DocxReading): Inline | null {
  const properties = child(element, 'w:pPr')
  const markProperties = child(properties, 'w:rPr')
  const style = valOf(properties, 'w:pStyle') ?? reading.styles.defaultParagraph
  const own = readInline(element.children, reading, style)
  // Codes of a field do not run over the end of a paragraph; a field that is never closed must not swallow the rest.
  if (reading.fields.length > 0) reading.fields = reading.fields.filter(phase => phase === 'result')
  if (reading.styles.isContents(style)) {
    for (const node of own.boxes) out.push(node)
    return before
  }
  const inline = before ? joined(before, own) : own
  const deleted = child(markProperties, 'w:del') ?? child(markProperties, 'w:moveFrom')
  if (deleted) return inline
  const number = toggleOf(markProperties, 'w:vanish') && !inline.visible ? '' : numberOf(properties, style, reading)
  const direct = integerOf(properties, 'w:outlineLvl')
  const level = direct === undefined ? reading.styles.outlineOf(style) : direct < 9 ? direct + 1 : undefined
  pushParagraph(inline, number, level !== undefined && level <= 6 ? { level } : {}, out)
  return null
}

const joined = (first: Inline, second: Inline): Inline => ({
  text: first.text + second.text,
  visible: first.visible || second.visible,
  images:
    first.text === ''
      ? { before: first.images.before + second.images.before, after: second.images.after }
      : { before: first.images.before, after: first.images.after + second.images.before + second.images.after },
  boxes: [...first.boxes, ...second.boxes],
})

function pushParagraph({ text, images, boxes }: Inline, number: string, own: { level?: number }, out: Flow[]): void {
  for (let i = 0; i < images.before; i++) out.push({ kind: 'image' })
  const whole = trimBreaks(number + text)
  if (whole !== '') out.push({ kind: 'paragraph', text: whole, ...own })
  for (let i = 0; i < images.after; i++) out.push({ kind: 'image' })
  for (const node of boxes) out.push(node)
}

/** The paragraph's automatic number: by its own properties, else by its style's. numId 0 takes a style's number off. */
function numberOf(properties: XmlElement | undefined, style: string | undefined, reading: DocxReading): string {
  const own = child(properties, 'w:numPr')
  const ownId = integerOf(own, 'w:numId')
  const ownLevel = integerOf(own, 'w:ilvl')
  const styled = reading.styles.numberingOf(style)
  const numId = ownId ?? styled?.numId
  if (numId === undefined || numId === 0) return ''
  const styledLevel =
    styled && numId === styled.numId ? (styled.level ?? reading.numbering.levelOfStyle(numId, styled.owner)) : undefined
  return reading.numbering.next(numId, Math.min(8, Math.max(0, ownLevel ?? styledLevel ?? 0)))
}
