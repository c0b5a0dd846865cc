import { hex } from 'dingbat-to-unicode'
import type { Flow } from '../flow.ts'
import { chosen, type DocxReading, readBlocks } from './read-body.ts'
import { child, toggleOf, valOf, type XmlElement } from './xml.ts'

/** What stands in a paragraph. */
export interface Inline {
  text: string
  /** Something of it prints, if only an image. */
  visible: boolean
  /** Images before and after its first character. */
  images: { before: number; after: number }
  /** What stands in the text boxes that hang on it. */
  boxes: Flow[]
}

const notes = new Set(['w:footnoteReference', 'w:endnoteReference', 'w:commentReference'])
const left = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom'])

/** Kinds of embedded parts, by the element that stands for one. */
const embedded: Readonly<Record<string, string>> = {
  'c:chart': 'chart',
  'dgm:relIds': 'diagram',
  'o:OLEObject': 'object',
  'w:subDoc': 'subDoc',
}

/**
 * The runs of a paragraph. Wrappers (insertions, links, content controls, simple fields, smart tags)
 * are dissolved; hidden runs, deletions and field codes give nothing.
 */
export function readInline(elements: readonly XmlElement[], reading: DocxReading, style: string | undefined): Inline {
  const out: Inline = { text: '', visible: false, images: { before: 0, after: 0 }, boxes: [] }
  const print = (piece: string, hidden: boolean) => {
    if (piece === '' || hidden || reading.fields.includes('code')) return
    out.text += piece
    out.visible = true
  }
  const walk = (children: readonly XmlElement[], hidden: boolean) => {
    for (const element of children) {
      const { name } = element
      if (left.has(name)) continue
      if (name === 'w:r') walk(element.children, isHidden(element, reading, style))
      else if (name === 'w:t' || name === 'm:t') print(element.text, hidden)
      else if (name === 'w:tab' || name === 'w:ptab') print('\t', hidden)
      else if (name === 'w:noBreakHyphen') print('-', hidden)
      else if (name === 'w:br' || name === 'w:cr') {
        if (!hidden && !reading.fields.includes('code') && out.visible) out.text += '\n'
      } else if (name === 'w:sym') print(symbol(element, reading), hidden)
      else if (name === 'w:fldChar') countField(element.attributes['w:fldCharType'], reading)
      else if (notes.has(name)) reading.notes++
      else if (name === 'mc:AlternateContent') walk(chosen(element), hidden)
      else if (name === 'w:ruby') walk(child(element, 'w:rubyBase')?.children ?? [], hidden)
      else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') {
        if (!hidden) drawing(element)
      } else if (name === 'w:txbxContent') {
        if (!hidden) box(element)
      } else walk(element.children, hidden)
    }
  }
  const drawing = (element: XmlElement) => {
    let pictured = false
    const look = (children: readonly XmlElement[]) => {
      for (const one of children) {
        if (one.name === 'w:txbxContent') box(one)
        else if (one.name === 'mc:AlternateContent') look(chosen(one))
        else {
          if (one.name === 'a:blip' || one.name === 'v:imagedata') pictured = true
          const kind = embedded[one.name]
          if (kind) reading.embedded.set(kind, (reading.embedded.get(kind) ?? 0) + 1)
          look(one.children)
        }
      }
    }
    look(element.children)
    if (!pictured) return
    out.images[out.text === '' ? 'before' : 'after']++
    out.visible = true
  }
  /** A text box is a story of its own: fields and deletions that are open outside it do not reach in. */
  const box = (element: XmlElement) => {
    const { fields } = reading
    reading.fields = []
    for (const node of readBlocks(element.children, reading)) out.boxes.push(node)
    reading.fields = fields
  }
  walk(elements, false)
  return out
}

/** A character of a symbol font, which has its own meaning for a code; what Unicode has no character for is named in a remark. */
function symbol(element: XmlElement, reading: DocxReading): string {
  const { 'w:font': font = '', 'w:char': code = '' } = element.attributes
  const found = hex(font, code) ?? (/^f0..$/i.test(code) ? hex(font, code.slice(2)) : undefined)
  if (!found) reading.remarks.add(`${font} ${code}`)
  return found?.string ?? ''
}

function countField(type: string | undefined, reading: DocxReading): void {
  if (type === 'begin') reading.fields.push('code')
  else if (type === 'separate' && reading.fields.length > 0) reading.fields[reading.fields.length - 1] = 'result'
  else if (type === 'end') reading.fields.pop()
}

/** Hidden by the run's own properties, else by its character style's, else by the paragraph's style's. */
function isHidden(run: XmlElement, reading: DocxReading, style: string | undefined): boolean {
  const properties = child(run, 'w:rPr')
  return (
    toggleOf(properties, 'w:vanish') ??
    reading.styles.isHidden(valOf(properties, 'w:rStyle')) ??
    reading.styles.isHidden(style) ??
    false
  )
}
