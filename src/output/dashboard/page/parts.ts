/** What views are put together from: cards, bars, notes, legends, data beside charts. */
import type { PairedSum } from '../../../collection/figure-sums.ts'
import type { Total } from '../data.ts'
import { type Child, h, withProperty } from './dom.ts'
import { say } from './state.ts'
import { changeText, coverageText, figure, totalText, unknownMark } from './words.ts'

/** A part of a view with a heading. */
export const card = (title: string, note: string | null, ...content: Child[]): HTMLElement =>
  h('section', { class: 'card' }, h('h2', {}, title), note === null ? null : h('p', { class: 'note' }, note), ...content)

/** The change on last year over the bodies that both years know. */
export function changeNote(paired: PairedSum | null): HTMLElement {
  if (paired === null) return h('p', { class: 'change' }, say('noPaired'))
  const { before, after, known } = paired
  const direction = after > before ? 'up' : after < before ? 'down' : 'same'
  return h(
    'p',
    { class: `change ${direction}` },
    say('paired', { change: changeText(before, after), n: figure(known), before: figure(before), after: figure(after) }),
  )
}

/** A large figure with its coverage and its change. */
export const keyFigure = (name: string, total: Total | null, paired: PairedSum | null, chart: Child = null): HTMLElement =>
  h(
    'section',
    { class: 'card key' },
    h('h2', {}, name),
    h('div', { class: 'row' }, h('p', { class: 'large' }, total === null ? unknownMark : totalText(total)), chart),
    total === null ? null : h('p', { class: 'note' }, coverageText(total)),
    changeNote(paired),
  )

export interface Bar {
  name: Child
  /** null: not known. */
  value: number | null
  text: string
  /** What stands behind the figure, small. */
  note?: string
  /** Colour, by its number in the style. */
  colour?: number
  /** How much of the value is sure; the rest is drawn as doubted. */
  sure?: number | null
  indent?: boolean
  /** Names the rows below it and has no figure. */
  head?: boolean
}

/** A table whose figures have bars: read as a table, seen as a chart. An unknown value is a hatched track. */
export function bars(caption: string, head: readonly [string, string, string?], rows: readonly Bar[]): HTMLElement {
  const most = Math.max(1e-9, ...rows.map(row => row.value ?? 0))
  const noted = rows.some(row => row.note !== undefined)
  // Roles are stated: on narrow screens rows are laid out as blocks, which would take them away.
  return h(
    'table',
    { class: `bars${noted ? ' noted' : ''}`, role: 'table' },
    h('caption', { class: 'quiet' }, caption),
    h(
      'colgroup',
      {},
      ['name', 'figure', ...(noted ? ['note'] : [])].map(name => h('col', { class: `col-${name}` })),
    ),
    h(
      'thead',
      { class: 'quiet', role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        head.slice(0, noted ? 3 : 2).map(name => h('th', { scope: 'col', role: 'columnheader' }, name ?? '')),
      ),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      rows.map(row =>
        row.head
          ? h(
              'tr',
              { class: 'head', role: 'row' },
              h('th', { scope: 'rowgroup', role: 'rowheader', colspan: noted ? 3 : 2 }, row.name),
            )
          : h(
              'tr',
              { class: row.indent ? 'indent' : null, role: 'row' },
              h('th', { scope: 'row', role: 'rowheader' }, row.name),
              h(
                'td',
                { class: 'figure', role: 'cell' },
                h('div', {}, track(row, most), h('span', { class: 'number' }, row.text)),
              ),
              noted ? h('td', { class: 'small', role: 'cell' }, row.note ?? '') : null,
            ),
      ),
    ),
  )
}

function track({ value, sure, colour = 1 }: Bar, most: number): HTMLElement {
  const fill = (look: string, share: number) => withProperty(h('span', { class: `fill ${look}` }), '--share', share)
  if (value === null) return h('span', { class: 'track', 'aria-hidden': 'true' }, fill('hatched', 1))
  const whole = Math.max(0, value) / most
  const solid = sure === undefined ? whole : Math.max(0, Math.min(value, sure ?? 0)) / most
  return h(
    'span',
    { class: 'track', 'aria-hidden': 'true' },
    fill(`c${colour}`, solid),
    whole > solid ? fill(`c${colour} less`, whole - solid) : null,
  )
}

/** The figures of a chart as a table, for those who cannot see it or want to copy it. */
export const dataTable = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): HTMLElement =>
  h(
    'details',
    { class: 'data' },
    h('summary', {}, say('dataTable')),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${caption} · ${say('scroll')}` },
      h(
        'table',
        { class: 'plain' },
        h('caption', { class: 'quiet' }, caption),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            head.map(name => h('th', { scope: 'col' }, name)),
          ),
        ),
        h(
          'tbody',
          {},
          rows.map(([first, ...rest]) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, first ?? ''),
              rest.map(text => h('td', {}, text)),
            ),
          ),
        ),
      ),
    ),
  )

/** Colours with their names. */
export const legend = (entries: readonly { name: string; mark: string }[]): HTMLElement =>
  h(
    'ul',
    { class: 'legend' },
    entries.map(({ name, mark }) => h('li', {}, h('span', { class: `swatch ${mark}`, 'aria-hidden': 'true' }), name)),
  )

/** A drawing that is made for the width it gets, again whenever that changes. */
export function drawn(label: string, draw: (width: number) => SVGElement): HTMLElement {
  const box = h('div', { class: 'drawn', role: 'img', 'aria-label': label })
  let last = 0
  new ResizeObserver(() => {
    const width = Math.floor(box.clientWidth)
    if (width < 50 || width === last) return
    last = width
    box.replaceChildren(draw(width))
  }).observe(box)
  return box
}
