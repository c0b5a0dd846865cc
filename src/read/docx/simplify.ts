import { readLimits } from '../limits.ts'
import type { Numbering } from './numbering.ts'
import { type Inline, simplifyInline } from './simplify-run.ts'
import { simplifyTable } from './simplify-table.ts'
import type { Styles } from './styles.ts'
import { child, integerOf, toggleOf, valOf, type XmlElement } from './xml.ts'

/** What is carried along while a document is simplified, in document order. */
export interface Simplifying {
  styles: Styles
  numbering: Numbering
  /** Complex fields that are open: `code` until their result begins. */
  fields: ('code' | 'result')[]
  /** Paragraphs met; those beyond `readLimits.paragraphs` are not read. */
  paragraphs: number
  /** Marks of footnotes, endnotes and comments that were removed. */
  notes: number
  /** Kinds of embedded parts that are not read (`chart`, `altChunk`, …), with how many. */
  embedded: Map<string, number>
}

/**
 * document.xml in the few elements that mammoth reads without loss, as XML: what a reader of the page
 * sees, with automatic numbers written out, hidden text, deletions, field codes and note marks gone,
 * insertions, field results, content controls and text boxes (after the paragraph they hang on) kept.
 */
export function simplifyBody(body: XmlElement, state: Simplifying): string {
  return simplifyBlocks(body.children, state)
}

/** Blocks of a body, a cell or a text box. A paragraph whose mark was deleted runs on in the next one. */
export function simplifyBlocks(elements: readonly XmlElement[], state: Simplifying): string {
  let out = ''
  let carried: Inline | null = null
  const walk = (children: readonly XmlElement[]) => {
    for (const element of children) {
      switch (element.name) {
        case 'w:p': {
          if (++state.paragraphs > readLimits.paragraphs) return
          const paragraph = readParagraph(element, carried, state)
          carried = paragraph.carried
          out += paragraph.xml
          break
        }
        case 'w:tbl':
          out += simplifyTable(element, state)
          break
        case 'w:r': {
          const stray = simplifyInline([element], state, undefined)
          if (stray.visible) out += `<w:p>${stray.xml}</w:p>`
          out += stray.boxes
          break
        }
        case 'w:altChunk':
          state.embedded.set('altChunk', (state.embedded.get('altChunk') ?? 0) + 1)
          break
        case 'mc:AlternateContent':
          walk(chosen(element))
          break
        case 'w:del':
        case 'w:moveFrom':
        case 'w:pPr':
        case 'w:tcPr':
          break
        default:
          walk(element.children)
      }
    }
  }
  walk(elements)
  const last = carried as Inline | null
  return last?.visible ? `${out}<w:p>${last.xml}</w:p>${last.boxes}` : out
}

/** The branch of alternate content to read: the one for new programs when it has text boxes or pictures, else the fallback. */
export function chosen(alternate: XmlElement): readonly XmlElement[] {
  const choice = child(alternate, 'mc:Choice')
  const fallback = child(alternate, 'mc:Fallback')
  if (!fallback) return choice?.children ?? []
  return choice && holds(choice, 'w:txbxContent') ? choice.children : fallback.children
}

const holds = (element: XmlElement, name: string): boolean => element.children.some(one => one.name === name || holds(one, name))

function readParagraph(element: XmlElement, before: Inline | null, state: Simplifying): { xml: string; carried: Inline | null } {
  const properties = child(element, 'w:pPr')
  const markProperties = child(properties, 'w:rPr')
  const style = valOf(properties, 'w:pStyle') ?? state.styles.defaultParagraph
  const own = simplifyInline(element.children, state, style)
  // Codes of a field do not run over the end of a paragraph; a field that is never closed must not swallow the rest.
  state.fields = state.fields.filter(phase => phase === 'result')
  if (state.styles.isContents(style)) return { xml: own.boxes, carried: before }

  const inline: Inline = before
    ? { xml: before.xml + own.xml, visible: before.visible || own.visible, boxes: before.boxes + own.boxes }
    : own
  const deleted = child(markProperties, 'w:del') ?? child(markProperties, 'w:moveFrom')
  if (deleted) return { xml: '', carried: inline }
  const number = toggleOf(markProperties, 'w:vanish') && !inline.visible ? '' : numberOf(properties, style, state)
  if (number === '' && !inline.visible) return { xml: inline.boxes, carried: null }

  const direct = integerOf(properties, 'w:outlineLvl')
  const level = direct === undefined ? state.styles.outlineOf(style) : direct < 9 ? direct + 1 : undefined
  const heading = level !== undefined && level <= 6 ? `<w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>` : ''
  const prefix = number === '' ? '' : textRun(number)
  return { xml: `<w:p>${heading}${prefix}${inline.xml}</w:p>${inline.boxes}`, carried: null }
}

/** The paragraph's automatic number: by its own properties, else by its style's. numId 0 takes a style's number off. */
function numberOf(properties: XmlElement | undefined, style: string | undefined, state: Simplifying): string {
  const own = child(properties, 'w:numPr')
  const ownId = integerOf(own, 'w:numId')
  const ownLevel = integerOf(own, 'w:ilvl')
  const styled = state.styles.numberingOf(style)
  const numId = ownId ?? styled?.numId
  if (numId === undefined || numId === 0) return ''
  const styledLevel =
    styled && numId === styled.numId ? (styled.level ?? state.numbering.levelOfStyle(numId, styled.owner)) : undefined
  return state.numbering.next(numId, Math.min(8, Math.max(0, ownLevel ?? styledLevel ?? 0)))
}

export const textRun = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
export const escapeXml = (text: string): string =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>]/g, sign => signs[sign] ?? '')
