/** `expected.json` as a person reads it: one line a row of the form. */

/** @typedef {import('./cases.mjs').Expected} Expected */
/** @typedef {import('./cases.mjs').Truth} Truth */

/** Cells by id → tables of rows that have the same columns. @param {ReadonlyMap<string, Truth>} cells @returns {Expected['tables']} */
export function tablesOf(cells) {
  /** @type {Map<string, Map<string, Truth>>} */
  const rows = new Map()
  for (const [id, value] of cells) {
    const cut = id.lastIndexOf('.')
    const row = rows.get(id.slice(0, cut)) ?? new Map()
    rows.set(id.slice(0, cut), row)
    row.set(id.slice(cut + 1), value)
  }
  /** @type {Expected['tables']} */
  const tables = []
  for (const [row, values] of rows) {
    const columns = [...values.keys()]
    const open = tables.at(-1)
    if (open && open.columns.join() === columns.join()) open.rows[row] = [...values.values()]
    else tables.push({ columns, rows: { [row]: [...values.values()] } })
  }
  return tables
}

/** @param {Expected} expected @returns {string} */
export function expectedText({ tables, ...rest }) {
  const head = JSON.stringify(rest, null, 2).replace(
    /\[\n\s*([^\]]*?)\n\s*\]/g,
    (_, inner) => `[${inner.replace(/\n\s*/g, ' ')}]`,
  )
  const blocks = tables.map(({ columns, rows }) => {
    const longest = Math.max(...Object.keys(rows).map(row => row.length))
    const lines = Object.entries(rows).map(([row, values]) => {
      const figures = values.map(value => JSON.stringify(value).padStart(4)).join(',')
      return `      ${`${JSON.stringify(row)}:`.padEnd(longest + 4)}[${figures}]`
    })
    return `    { "columns": ${JSON.stringify(columns)}, "rows": {\n${lines.join(',\n')} } }`
  })
  const list = blocks.length === 0 ? '[]' : `[\n${blocks.join(',\n')}\n  ]`
  return `${head.slice(0, -2)},\n  "tables": ${list}\n}\n`
}
