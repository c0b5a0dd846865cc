import type { YearData } from '../../data.ts'
import { type BodyRateId, bodyRates, type FigureId, figureIds } from '../../figures.ts'
import { smallColumns } from '../charts/lines.ts'
import { searchField, selectField } from '../controls.ts'
import { type Child, h } from '../dom.ts'
import { card } from '../parts.ts'
import { address, currentYear, say, state, summary, texts } from '../state.ts'
import { sorted, type TableColumn, virtualTable } from '../virtual-table.ts'
import { bodyFigure, bodyName, figure, isRate, nameOfFigure, showFigure } from '../words.ts'

type Shown = FigureId | BodyRateId

/** What was chosen stays while the page is open. */
const chosen = {
  search: '',
  kind: '',
  look: 'table' as 'table' | 'multiples',
  sort: { id: 'received', descending: true },
  figure: 'received' as Shown,
  multiples: 60,
}

const tableFigures: readonly Shown[] = [
  'received',
  'carriedOver',
  'handled',
  'granted',
  'partiallyGranted',
  'denied',
  'disclosedRate',
  'carriedForward',
  'reviews',
  'lawsuits',
  'licensing',
  'penalties',
  'documentsInForce',
  'fees',
]

export const allFigures: readonly Shown[] = [...figureIds, ...(Object.keys(bodyRates) as BodyRateId[])]

/** A choice of figures; the names are the page's own. */
export function figureSelect(id: string, value: Shown, change: (figure: Shown) => void): HTMLElement {
  return selectField(
    { id, name: say('figure'), value, change: key => change(key as Shown) },
    allFigures.map(key => ({ value: key, name: nameOfFigure(key) })),
  )
}

/** Every body: as a table to sort, or as small charts over the years. */
export function bodiesView(): Child {
  const year = currentYear()
  if (!year) return card(texts().views.bodies, null, h('p', {}, say('noYears')))
  const { bodies } = summary()
  const kinds = [...new Set(bodies.kind)].filter(kind => kind !== null).toSorted()
  const holder = h('div', {})
  const count = h('p', { class: 'note', role: 'status' })
  const draw = () => {
    const wanted = chosen.search.trim().toLowerCase()
    const found = bodies.name.flatMap((name, at) =>
      (wanted === '' || name.toLowerCase().includes(wanted)) && (chosen.kind === '' || bodies.kind[at] === chosen.kind) ? at : [],
    )
    count.textContent = say('rowsShown', { n: figure(found.length) })
    holder.replaceChildren(...(chosen.look === 'table' ? [table(year, found, draw)] : multiples(found, draw)))
  }
  const choose = (choice: Partial<typeof chosen>) => {
    Object.assign(chosen, choice)
    draw()
  }
  const tab = (look: typeof chosen.look) =>
    h(
      'button',
      {
        type: 'button',
        id: `look-${look}`,
        'aria-pressed': String(chosen.look === look),
        on: {
          click: () => {
            chosen.look = look
            for (const other of ['table', 'multiples'])
              document.getElementById(`look-${other}`)?.setAttribute('aria-pressed', String(other === look))
            draw()
          },
        },
      },
      say(look),
    )
  const view = card(
    texts().views.bodies,
    null,
    h(
      'div',
      { class: 'controls' },
      searchField({ id: 'search', name: say('search'), value: chosen.search, change: search => choose({ search }) }),
      kinds.length < 2
        ? null
        : selectField({ id: 'kind', name: say('kind'), value: chosen.kind, change: kind => choose({ kind }) }, [
            { value: '', name: texts().all },
            ...kinds.map(kind => ({ value: kind, name: kind })),
          ]),
      h('div', { class: 'choice', role: 'group', 'aria-label': say('table') }, tab('table'), tab('multiples')),
    ),
    count,
    holder,
  )
  draw()
  return view
}

function table(year: YearData, found: readonly number[], draw: () => void): HTMLElement {
  const { bodies } = summary()
  const rollUps = new Set(bodies.rollUps)
  const absent = new Set(year.notReported)
  const doubted = new Map(figureIds.map(id => [id, new Set(year.doubted[id])]))
  const isDoubted = (id: Shown, body: number): boolean =>
    isRate(id)
      ? [...bodyRates[id].over, bodyRates[id].under].some(part => doubted.get(part)?.has(body))
      : (doubted.get(id)?.has(body) ?? false)
  const columns: TableColumn<number>[] = [
    {
      id: 'body',
      name: say('body'),
      by: bodyName,
      cell: body => [
        h('a', { class: 'outside', href: address('body', [body]) }, bodyName(body)),
        rollUps.has(body)
          ? h('span', { class: 'tag' }, say('rollUp'))
          : absent.has(body)
            ? h('span', { class: 'tag' }, texts().notReported)
            : null,
      ],
    },
    ...tableFigures.map(
      (id): TableColumn<number> => ({
        id,
        name: nameOfFigure(id),
        numeric: true,
        by: body => bodyFigure(id, year.columns, body),
        cell: body => showFigure(id, bodyFigure(id, year.columns, body)),
        look: body => (bodyFigure(id, year.columns, body) === null ? 'unknown' : isDoubted(id, body) ? 'doubted' : null),
      }),
    ),
    {
      id: 'findings',
      name: say('findingsShort'),
      numeric: true,
      by: body => year.findings[body] ?? 0,
      cell: body => figure(year.findings[body] ?? 0),
    },
  ]
  return virtualTable({
    caption: texts().views.bodies,
    columns,
    rows: found,
    sort: chosen.sort,
    onSort: sort => {
      chosen.sort = sort
      draw()
      document.querySelector<HTMLElement>(`[data-sort="${sort.id}"]`)?.focus()
    },
  })
}

function multiples(found: readonly number[], draw: () => void): HTMLElement[] {
  const { years } = summary()
  const year = years[state.year]
  const id = chosen.figure
  const ordered = year ? sorted(found, body => bodyFigure(id, year.columns, body), true) : found
  const shown = ordered.slice(0, chosen.multiples)
  const doubted = years.map(({ doubted }) => (isRate(id) ? null : new Set(doubted[id])))
  const points = (body: number) =>
    years.map(({ year, columns }, at) => {
      const value = bodyFigure(id, columns, body)
      return {
        name: String(year),
        value,
        text: value === null ? texts().unknown : showFigure(id, value),
        doubted: doubted[at]?.has(body) ?? false,
      }
    })
  const all = shown.map(points)
  const most = isRate(id) ? 1 : Math.max(0, ...all.flat().map(({ value }) => value ?? 0))
  return [
    h(
      'div',
      { class: 'controls' },
      figureSelect('multiples-figure', id, figure => {
        chosen.figure = figure
        draw()
        document.getElementById('multiples-figure')?.focus()
      }),
    ),
    h('p', { class: 'note' }, say('multiplesNote', { name: nameOfFigure(id) })),
    h(
      'ul',
      { class: 'multiples' },
      shown.map((body, at) => {
        const own = all[at] ?? []
        return h(
          'li',
          {},
          h('a', { class: 'outside', href: address('body', [body]) }, bodyName(body)),
          h('span', { class: 'latest' }, own[state.year]?.text ?? ''),
          smallColumns(own, most, { width: 132, height: 56 }),
        )
      }),
    ),
    ...(ordered.length > shown.length
      ? [
          h(
            'button',
            {
              type: 'button',
              on: {
                click: () => {
                  chosen.multiples += 120
                  draw()
                },
              },
            },
            say('showMore', { n: figure(Math.min(120, ordered.length - shown.length)) }),
          ),
        ]
      : []),
  ]
}
