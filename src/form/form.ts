/**
 * What an edition of the official form is made of. Editions are data (`2021.ts`, `2019.ts`); this
 * file only says their shape and expands them into cell ids and equations.
 */

/** A label as the form prints it, with the variants that reports were seen to print instead. */
export interface Label {
  readonly text: string
  readonly aliases: readonly string[]
}

export const label = (text: string, ...aliases: string[]): Label => Object.freeze({ text, aliases })

export type EditionId = '2019' | '2021'
export type TableKey = 'disclosure' | 'requests' | 'disputes'

/** What may stand in a column: `count` ≥ 0 and whole, `change` signed and whole, `amount` money. */
export type FigureKind = 'count' | 'change' | 'amount'

export interface Column {
  readonly id: string
  readonly label: Label
  /** Header cells above the label, outermost first (法人或其他组织 › 商业企业). */
  readonly groups: readonly Label[]
  readonly kind: FigureKind
  /** Unit that the header itself states (万元); null: as printed in the cell, never assumed. */
  readonly unit: string | null
}

export interface Row {
  readonly id: string
  /** null in table 4, whose one row has no label. */
  readonly label: Label | null
  /** Row labels to the left, outermost first (三、本年度办理结果 › （三）不予公开). */
  readonly groups: readonly Label[]
}

/** A run of rows under one header. Table 2 has one per item of article 20; tables 3 and 4 have one. */
export type BlockKey = 'rules' | 'licensing' | 'penalties' | 'fees' | 'procurement' | 'requests' | 'disputes'

export interface FormBlock {
  readonly key: BlockKey
  /** The band above the header (第二十条第（一）项), or null. */
  readonly title: Label | null
  /** What stands in the header's corner, above the row labels (信息内容). */
  readonly corner: Label | null
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** Σ left = Σ right, over cell ids. */
export interface Equation {
  readonly identity: IdentityId
  readonly left: readonly string[]
  readonly right: readonly string[]
}

export type IdentityId = 'requests/balance' | 'requests/outcomes' | 'requests/applicants' | 'disputes/total'

export interface TableForm {
  readonly key: TableKey
  /** Sentences that the form prints inside the table and that hold no figure. */
  readonly notes: readonly Label[]
  readonly blocks: readonly FormBlock[]
  readonly equations: readonly Equation[]
}

export interface Form {
  readonly edition: EditionId
  /** The document that issued this edition. */
  readonly citation: string
  readonly tables: Readonly<Record<TableKey, TableForm>>
}

/** `requests` + `denied.stateSecret` + `total` → `requests.denied.stateSecret.total`. Each is put together once. */
export function cellId(table: TableKey, row: string, column: string): string {
  let ofRow = ids[table].get(row)
  if (!ofRow) {
    ofRow = new Map()
    ids[table].set(row, ofRow)
  }
  let id = ofRow.get(column)
  if (id === undefined) {
    id = [table, row, column].filter(part => part !== '').join('.')
    ofRow.set(column, id)
  }
  return id
}

const ids: Readonly<Record<TableKey, Map<string, Map<string, string>>>> = {
  disclosure: new Map(),
  requests: new Map(),
  disputes: new Map(),
}

export interface FormCell {
  readonly id: string
  readonly table: TableKey
  readonly block: BlockKey
  readonly row: Row
  readonly column: Column
}

/** Every cell of a table, in the form's order (row by row). Each table is expanded once. */
export function cellsOf(table: TableForm): readonly FormCell[] {
  let cells = expanded.get(table)
  if (!cells) {
    cells = expand(table)
    expanded.set(table, cells)
  }
  return cells
}

const expanded = new WeakMap<TableForm, readonly FormCell[]>()

const expand = (table: TableForm): FormCell[] =>
  table.blocks.flatMap(block =>
    block.rows.flatMap(row =>
      block.columns.map(column => ({
        id: cellId(table.key, row.id, column.id),
        table: table.key,
        block: block.key,
        row,
        column,
      })),
    ),
  )

/** Every cell of an edition: tables 2, 3, 4, in the form's order. */
export const cellsOfForm = (form: Form): FormCell[] => Object.values(form.tables).flatMap(cellsOf)

/**
 * Freezes what an edition is made of, so that no stage can change what the form says. Its lists are only read-only by
 * type: engines run through frozen ones several times slower, and every stage runs through them.
 */
export function defineForm<const F extends Form>(form: F): F {
  return deepFreeze(form)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    if (!Array.isArray(value)) Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}
