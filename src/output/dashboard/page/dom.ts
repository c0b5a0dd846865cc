/** Elements from data. Text becomes a text node, never markup: nothing out of a report is parsed as HTML. */
export type Child = Node | string | number | null | false | readonly Child[]
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>
interface Events {
  on?: Readonly<Record<string, (event: Event) => void>>
}

function fill<E extends Element>(
  element: E,
  { on = {}, ...attributes }: Record<string, unknown> & Events,
  children: readonly Child[],
): E {
  for (const [name, value] of Object.entries(attributes as Attributes)) {
    if (value === null || value === undefined || value === false) continue
    element.setAttribute(name, value === true ? '' : String(value))
  }
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener)
  append(element, children)
  return element
}

function append(element: Element, children: readonly Child[]) {
  for (const child of children) {
    if (child === null || child === false) continue
    if (Array.isArray(child)) append(element, child as readonly Child[])
    else element.append(child instanceof Node ? child : String(child))
  }
}

/** An HTML element. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, unknown> & Events = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => fill(document.createElement(tag), attributes, children)

/** An SVG element. */
export const s = <K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, unknown> & Events = {},
  ...children: Child[]
): SVGElementTagNameMap[K] => fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children)

/** Sets a custom property: the page's policy allows no style attribute. */
export function withProperty<E extends HTMLElement | SVGElement>(element: E, name: string, value: string | number): E {
  element.style.setProperty(name, String(value))
  return element
}

/** The hatching of what is unknown, once in the page; charts point to it. */
export const hatching = (): SVGElement =>
  s(
    'svg',
    { width: 0, height: 0, class: 'defs', 'aria-hidden': 'true' },
    s(
      'defs',
      {},
      s(
        'pattern',
        { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        s('rect', { width: 6, height: 6, class: 'hatch-ground' }),
        s('line', { x1: 0, y1: 0, x2: 0, y2: 6, class: 'hatch-line' }),
      ),
    ),
  )
