/** A table of any length: only the rows in sight are in the page. */
import { type Child, h, withProperty } from './dom.ts'

export interface TableColumn<Row> {
  id: string
  name: string
  cell(row: Row): Child
  /** What rows are sorted by; unknown (null) always comes last. Absent: not sorted by this column. */
  by?(row: Row): number | string | null
  numeric?: boolean
  look?(row: Row): string | null
}

interface Options<Row> {
  caption: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  sort?: { id: string; descending: boolean } | undefined
  onSort?(sort: { id: string; descending: boolean }): void
  /** Height of a row in pixels: all are the same. */
  rowHeight?: number
}

const collator = new Intl.Collator('zh-CN')

/** Rows in order of a column; those of which it is unknown at the end, whichever way it goes. */
export function sorted<Row>(rows: readonly Row[], by: (row: Row) => number | string | null, descending: boolean): Row[] {
  const keyed = rows.map(row => ({ row, key: by(row) }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1
    const order =
      typeof a.key === 'string' || typeof b.key === 'string' ? collator.compare(String(a.key), String(b.key)) : a.key - b.key
    return descending ? -order : order
  })
  return keyed.map(({ row }) => row)
}

/** Rows that are printed: a browser cannot print what is not in the page, and nobody reads ten thousand on paper. */
const printedRows = 300

/** The tables of the view: the page listens once, and keeps none that is gone. */
const shown: { box: HTMLElement; forPaper(): void; forScreen(): void }[] = []
matchMedia('print').addEventListener('change', ({ matches }) => {
  for (const { box, forPaper, forScreen } of shown) if (box.isConnected) (matches ? forPaper : forScreen)()
})

export function virtualTable<Row>({ caption, columns, rows, sort, onSort, rowHeight = 38 }: Options<Row>): HTMLElement {
  const column = columns.find(({ id }) => id === sort?.id)
  const ordered = sort && column?.by ? sorted(rows, column.by, sort.descending) : rows
  const body = h('tbody', {})
  const head = h(
    'tr',
    { 'aria-rowindex': 1 },
    columns.map(({ id, name, by, numeric }) => {
      const active = sort?.id === id
      return h(
        'th',
        {
          scope: 'col',
          class: numeric ? 'numeric' : null,
          'aria-sort': active ? (sort?.descending ? 'descending' : 'ascending') : null,
        },
        by && onSort
          ? h(
              'button',
              {
                type: 'button',
                class: 'sort',
                'data-sort': id,
                on: { click: () => onSort({ id, descending: active ? !sort?.descending : numeric === true }) },
              },
              name,
              h('span', { class: 'arrow', 'aria-hidden': 'true' }, active ? (sort?.descending ? ' ↓' : ' ↑') : ' ↕'),
            )
          : name,
      )
    }),
  )
  const table = withProperty(
    h(
      'table',
      { class: 'virtual', 'aria-rowcount': ordered.length + 1 },
      h('caption', { class: 'quiet' }, caption),
      h('thead', {}, head),
      body,
    ),
    '--row',
    `${rowHeight}px`,
  )
  const box = h('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': caption }, table)
  const spacer = (count: number) =>
    count <= 0
      ? null
      : h('tr', { class: 'spacer', 'aria-hidden': 'true' }, withHeight(h('td', { colspan: columns.length }), count * rowHeight))
  const line = (row: Row, at: number) =>
    h(
      'tr',
      { 'aria-rowindex': at + 2 },
      columns.map(({ cell, numeric, look }, index) => {
        const attributes = { class: [numeric ? 'numeric' : '', look?.(row) ?? ''].join(' ').trim() || null }
        return index === 0 ? h('th', { ...attributes, scope: 'row' }, cell(row)) : h('td', attributes, cell(row))
      }),
    )
  let from = -1
  const draw = (force = false) => {
    const first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - 8)
    if (!force && first === from) return
    from = first
    const until = Math.min(ordered.length, first + Math.ceil(Math.max(box.clientHeight, 400) / rowHeight) + 16)
    const holder = document.activeElement instanceof HTMLElement && body.contains(document.activeElement)
    body.replaceChildren(
      ...[
        spacer(first),
        ...ordered.slice(first, until).map((row, at) => line(row, first + at)),
        spacer(ordered.length - until),
      ].filter(part => part !== null),
    )
    // The row with the focus went out of sight: the keyboard stays in the table.
    if (holder && document.activeElement === document.body) box.focus({ preventScroll: true })
  }
  let pending = false
  box.addEventListener(
    'scroll',
    () => {
      if (pending) return
      pending = true
      requestAnimationFrame(() => {
        pending = false
        draw()
      })
    },
    { passive: true },
  )
  const forPaper = () => body.replaceChildren(...ordered.slice(0, printedRows).map(line))
  shown.push({ box, forPaper, forScreen: () => draw(true) })
  if (shown.length > 4) shown.shift()
  draw(true)
  return box
}

function withHeight<E extends HTMLElement>(element: E, pixels: number): E {
  element.style.height = `${pixels}px`
  return element
}
