import { cellsOfForm } from './form.ts'
import { forms } from './index.ts'

const build = (): ReadonlyMap<string, string> =>
  new Map(
    Object.values(forms)
      .toReversed()
      .flatMap(form =>
        cellsOfForm(form).map(({ id, row, column }) => {
          const rowPath = [...row.groups.slice(1), row.label]
          const columnPath = row.label === null ? [...column.groups, column.label] : [column.label]
          const path = [...rowPath, ...columnPath].flatMap(label => (label ? [label.text.replace(/（[^）]{6,}）$/, '')] : []))
          return [id, path.join(' › ')] as const
        }),
      ),
  )

/** Built when a cell is first named: a report without mistakes needs none. */
let names: ReadonlyMap<string, string> | undefined

/**
 * A cell in the form's own words: `（三）不予公开 › 1.属于国家秘密 › 自然人`. Chinese in every
 * language, as the form is; long remarks in brackets are left out. The id itself for no cell of any edition.
 */
export function cellName(id: string): string {
  names ??= build()
  return names.get(id) ?? id
}
