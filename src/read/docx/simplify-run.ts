import { chosen, escapeXml, type Simplifying, simplifyBlocks, textRun } from './simplify.ts'
import { child, toggleOf, valOf, type XmlElement } from './xml.ts'

/** What stands in a paragraph: its runs as XML, whether anything of it prints, and the text boxes that hang on it. */
export interface Inline {
  xml: string
  visible: boolean
  boxes: string
}

const notes = new Set(['w:footnoteReference', 'w:endnoteReference', 'w:commentReference'])
const left = new Set([
  'w:pPr',
  'w:rPr',
  'w:del',
  'w:moveFrom',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:annotationRef',
  'w:separator',
  'w:ffData',
  'w:fldData',
])

/** One picture as mammoth expects it; which picture does not matter. */
const picture =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'

/**
 * The runs of a paragraph. Wrappers (insertions, links, content controls, simple fields, smart tags)
 * are dissolved; hidden runs, deletions and field codes give nothing.
 */
export function simplifyInline(elements: readonly XmlElement[], state: Simplifying, style: string | undefined): Inline {
  const out: Inline = { xml: '', visible: false, boxes: '' }
  let text = ''
  const flush = () => {
    if (text !== '') out.xml += textRun(text)
    text = ''
  }
  const print = (piece: string, hidden: boolean) => {
    if (piece === '' || hidden || state.fields.includes('code')) return
    text += piece
    out.visible = true
  }
  const put = (xml: string) => {
    flush()
    out.xml += xml
    out.visible = true
  }
  const walk = (children: readonly XmlElement[], hidden: boolean) => {
    for (const element of children) {
      const { name } = element
      if (left.has(name)) continue
      if (name === 'w:r') walk(element.children, isHidden(element, state, style))
      else if (name === 'w:t' || name === 'm:t') print(element.text, hidden)
      else if (name === 'w:tab' || name === 'w:ptab') print('\t', hidden)
      else if (name === 'w:noBreakHyphen') print('-', hidden)
      else if (name === 'w:br' || name === 'w:cr') {
        if (!hidden && !state.fields.includes('code') && (out.xml !== '' || text !== '')) {
          flush()
          out.xml += '<w:r><w:br/></w:r>'
        }
      } else if (name === 'w:sym') {
        const { 'w:font': font = '', 'w:char': code = '' } = element.attributes
        if (!hidden) put(`<w:r><w:sym w:font="${attribute(font)}" w:char="${attribute(code)}"/></w:r>`)
      } else if (name === 'w:fldChar') countField(element.attributes['w:fldCharType'], state)
      else if (notes.has(name)) state.notes++
      else if (name === 'mc:AlternateContent') walk(chosen(element), hidden)
      else if (name === 'w:ruby') walk(child(element, 'w:rubyBase')?.children ?? [], hidden)
      else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') {
        if (!hidden) drawing(element)
      } else if (name === 'w:txbxContent') {
        if (!hidden) out.boxes += boxed(element, state)
      } else walk(element.children, hidden)
    }
  }
  const drawing = (element: XmlElement) => {
    let pictured = false
    const look = (children: readonly XmlElement[]) => {
      for (const one of children) {
        if (one.name === 'w:txbxContent') out.boxes += boxed(one, state)
        else if (one.name === 'mc:AlternateContent') look(chosen(one))
        else {
          if (one.name === 'a:blip' || one.name === 'v:imagedata') pictured = true
          const kind =
            one.name === 'c:chart'
              ? 'chart'
              : one.name === 'dgm:relIds'
                ? 'diagram'
                : one.name === 'o:OLEObject'
                  ? 'object'
                  : null
          if (kind) state.embedded.set(kind, (state.embedded.get(kind) ?? 0) + 1)
          look(one.children)
        }
      }
    }
    look(element.children)
    if (pictured) put(picture)
  }
  walk(elements, false)
  flush()
  return out
}

/** A text box is a story of its own: fields and deletions that are open outside it do not reach in. */
function boxed(box: XmlElement, state: Simplifying): string {
  const { fields } = state
  state.fields = []
  const xml = simplifyBlocks(box.children, state)
  state.fields = fields
  return xml
}

function countField(type: string | undefined, state: Simplifying): void {
  if (type === 'begin') state.fields.push('code')
  else if (type === 'separate' && state.fields.length > 0) state.fields[state.fields.length - 1] = 'result'
  else if (type === 'end') state.fields.pop()
}

/** Hidden by the run's own properties, else by its character style's, else by the paragraph's style's. */
function isHidden(run: XmlElement, state: Simplifying, style: string | undefined): boolean {
  const properties = child(run, 'w:rPr')
  return (
    toggleOf(properties, 'w:vanish') ??
    state.styles.isHidden(valOf(properties, 'w:rStyle')) ??
    state.styles.isHidden(style) ??
    false
  )
}

const attribute = (text: string): string => escapeXml(text).replaceAll('"', '&quot;')
