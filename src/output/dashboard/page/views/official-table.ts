import { translateLabel } from '../../../../form/english.ts'
import type { EditionId, TableKey } from '../../../../form/form.ts'
import { layoutTable } from '../../../official-layout.ts'
import type { PackedCell } from '../../pack.ts'
import { type Child, h } from '../dom.ts'
import { say, state, texts } from '../state.ts'
import { figure, nameOfCell, unknownMark } from '../words.ts'

export type IndexedCell = PackedCell & { index: number }

/** A table in the official form; every cell can be chosen, doubted ones are framed, unknown ones hatched. */
export function officialTable(
  key: TableKey,
  cells: ReadonlyMap<string, IndexedCell>,
  edition: EditionId,
  marked: ReadonlySet<number>,
  buttons: Map<number, HTMLElement>,
  choose: (cell: number) => void,
): HTMLElement {
  const layout = layoutTable(key, id => (cells.get(id)?.status ?? 'absent') !== 'absent', edition)
  if (layout.rows.length === 0) return h('p', {}, say('noTable'))
  const figureCell = (id: string): Child => {
    const cell = cells.get(id)
    if (!cell) return null
    const { status, value, doubted, index } = cell
    const text = value === null ? (status === 'blank' ? '' : unknownMark) : figure(value)
    const words = [nameOfCell(id), value === null ? texts().statuses[status] : text, ...(doubted ? [say('legendDoubted')] : [])]
    const button = h(
      'button',
      {
        type: 'button',
        'aria-label': words.join(', '),
        title: words.join('\n'),
        'data-cell': id,
        on: { click: () => choose(index) },
      },
      text,
    )
    buttons.set(index, button)
    return button
  }
  const look = (id: string): string => {
    const cell = cells.get(id)
    if (!cell) return 'value'
    return [
      'value',
      cell.value === null ? 'hatched-cell' : '',
      cell.doubted ? 'doubted-cell' : '',
      cell.status === 'inferred' ? 'inferred' : '',
      marked.has(cell.index) ? 'marked' : '',
    ]
      .filter(part => part !== '')
      .join(' ')
  }
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('scroll') },
    h(
      'table',
      { class: `official ${key}` },
      h(
        'tbody',
        {},
        layout.rows.map(row =>
          h(
            'tr',
            {},
            row.map(({ label, id, rowSpan, columnSpan }) => {
              const spans = { rowspan: rowSpan > 1 ? rowSpan : null, colspan: columnSpan > 1 ? columnSpan : null }
              if (id !== null) return h('td', { ...spans, class: look(id) }, figureCell(id))
              if (label === null || label === '') return h('td', { ...spans, class: 'label' })
              return h(
                'td',
                { ...spans, class: 'label' },
                state.language === 'zh'
                  ? label
                  : [
                      translateLabel(label),
                      translateLabel(label) === label ? null : h('span', { class: 'original', lang: 'zh-CN' }, label),
                    ],
              )
            }),
          ),
        ),
      ),
    ),
  )
}
