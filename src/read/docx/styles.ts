import { child, integerOf, toggleOf, valOf, type XmlElement } from './xml.ts'

interface Style {
  id: string
  name: string
  basedOn: string | undefined
  outline: number | undefined
  numId: number | undefined
  level: number | undefined
  hidden: boolean | undefined
}

/** What styles.xml says about the few things that carry meaning: outline level, numbering, hiddenness. */
export interface Styles {
  defaultParagraph: string | undefined
  /** Outline level from 1, `undefined` for body text. */
  outlineOf(id: string | undefined): number | undefined
  /** Numbering that the style, or one it is based on, brings; `owner` is the style that says so. */
  numberingOf(id: string | undefined): { numId: number; level: number | undefined; owner: string } | undefined
  isHidden(id: string | undefined): boolean | undefined
  /** A line of a table of contents, which repeats the headings. */
  isContents(id: string | undefined): boolean
}

/** Styles that are based on one another in a circle end here. */
const longestChain = 20

export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, Style>()
  let defaultParagraph: string | undefined
  for (const element of child(root, 'w:styles')?.children ?? []) {
    const id = element.attributes['w:styleId']
    if (element.name !== 'w:style' || id === undefined) continue
    const properties = child(element, 'w:pPr')
    const numbering = child(properties, 'w:numPr')
    styles.set(id, {
      id,
      name: valOf(element, 'w:name') ?? id,
      basedOn: valOf(element, 'w:basedOn'),
      outline: integerOf(properties, 'w:outlineLvl'),
      numId: integerOf(numbering, 'w:numId'),
      level: integerOf(numbering, 'w:ilvl'),
      hidden: toggleOf(child(element, 'w:rPr'), 'w:vanish'),
    })
    const isDefault = /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '')
    if (isDefault && element.attributes['w:type'] === 'paragraph') defaultParagraph = id
  }
  function* chain(id: string | undefined): Generator<Style> {
    let style = id === undefined ? undefined : styles.get(id)
    for (let i = 0; style && i < longestChain; i++) {
      yield style
      style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
    }
  }
  return {
    defaultParagraph,
    outlineOf(id) {
      for (const style of chain(id)) {
        if (style.outline !== undefined) return style.outline < 9 ? style.outline + 1 : undefined
        const named = /^heading ([1-9])$/i.exec(style.name)?.[1]
        if (named !== undefined) return Number(named)
      }
      return undefined
    },
    numberingOf(id) {
      for (const style of chain(id)) {
        if (style.numId !== undefined) return { numId: style.numId, level: style.level, owner: style.id }
      }
      return undefined
    },
    isHidden(id) {
      for (const style of chain(id)) if (style.hidden !== undefined) return style.hidden
      return undefined
    },
    isContents: id => /^toc ?\d$/i.test((id === undefined ? undefined : styles.get(id)?.name) ?? id ?? ''),
  }
}
