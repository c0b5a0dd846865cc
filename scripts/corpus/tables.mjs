/** The three official tables, laid out with merged cells as the form prints them. */

/** @typedef {import('../../src/form/form.ts').Form} Form */
/** @typedef {import('../../src/form/form.ts').FormBlock} FormBlock */

/**
 * @typedef {object} TableCell
 * @property {string} text paragraphs are parted by `\n`
 * @property {number} [colspan]
 * @property {number} [rowspan]
 * @property {string} [id] of the form's cell whose figure stands here
 * @property {string} [label] which label stands here: row id, column id or group
 * @property {string} [xml] runs to write instead of the text, in .docx
 *
 * @typedef {object} Table
 * @property {TableCell[][]} rows a cell stands in the row in which it begins
 * @property {number[]} widths of the columns, in twentieths of a point
 * @property {string} [key]
 */

/** @typedef {(id: string) => string} Print what is printed for a cell */

/** @param {Form} form @param {Print} print @returns {Table} */
export function disclosureTable(form, print) {
  const width = Math.max(...form.tables.disclosure.blocks.map(block => block.columns.length))
  /** @type {TableCell[][]} */
  const rows = []
  for (const { title, corner, columns, rows: lines } of form.tables.disclosure.blocks) {
    // The last column of a narrow block takes the room that is left.
    const spans = columns.map((_, i) => (i === columns.length - 1 ? width - columns.length + 1 : 1))
    rows.push([{ text: title?.text ?? '', colspan: width + 1, label: 'band' }])
    rows.push([
      { text: corner?.text ?? '', label: 'corner' },
      ...columns.map((column, i) => ({ text: column.label.text, colspan: spans[i] ?? 1, label: `column:${column.id}` })),
    ])
    for (const row of lines) {
      rows.push([
        { text: row.label?.text ?? '', label: `row:${row.id}` },
        ...columns.map((column, i) => {
          const id = `disclosure.${row.id}.${column.id}`
          return { text: print(id), colspan: spans[i] ?? 1, id }
        }),
      ])
    }
  }
  return { rows, widths: [3000, ...Array.from({ length: width }, () => 2200)], key: 'disclosure' }
}

/** @param {Form} form @param {Print} print @returns {Table} */
export function requestsTable(form, print) {
  const block = /** @type {FormBlock} */ (form.tables.requests.blocks[0])
  const groupOf = (/** @type {number} */ column, /** @type {number} */ depth) => block.columns[column]?.groups[depth]
  const organizations = block.columns.filter(column => column.groups.length === 2)
  /** @type {TableCell[][]} */
  const rows = [
    [
      { text: form.tables.requests.notes[0]?.text ?? '', colspan: 3, rowspan: 3, label: 'note' },
      { text: groupOf(0, 0)?.text ?? '', colspan: block.columns.length, label: 'group:applicants' },
    ],
    [],
    [],
  ]
  for (const column of block.columns) {
    const cell = { text: column.label.text, label: `column:${column.id}` }
    if (column.groups.length === 1) rows[1]?.push({ ...cell, rowspan: 2 })
    else {
      if (column === organizations[0]) {
        rows[1]?.push({ text: column.groups[1]?.text ?? '', colspan: organizations.length, label: 'group:organizations' })
      }
      rows[2]?.push(cell)
    }
  }
  /** @type {(string | undefined)[]} */
  let open = []
  for (const row of block.rows) {
    /** @type {TableCell[]} */
    const line = []
    const groups = row.groups.map(group => group.text)
    groups.forEach((text, depth) => {
      if (open[depth] === text) return
      open = open.slice(0, depth)
      const rowspan = block.rows.filter(other => other.groups[depth]?.text === text).length
      line.push({ text, rowspan, label: 'group' })
    })
    open = groups
    line.push({ text: row.label?.text ?? '', colspan: 3 - groups.length, label: `row:${row.id}` })
    for (const column of block.columns) {
      const id = `requests.${row.id}.${column.id}`
      line.push({ text: print(id), id })
    }
    rows.push(line)
  }
  return { rows, widths: [1300, 1300, 2600, ...block.columns.map(() => 760)], key: 'requests' }
}

/** @param {Form} form @param {Print} print @returns {Table} */
export function disputesTable(form, print) {
  const { columns } = /** @type {FormBlock} */ (form.tables.disputes.blocks[0])
  /** @type {TableCell[][]} */
  const rows = [[], [], [], []]
  columns.forEach((column, i) => {
    const before = columns[i - 1]
    const [outer, inner] = column.groups
    const like = (/** @type {number} */ depth) =>
      columns.filter(other => other.groups[depth]?.text === column.groups[depth]?.text).length
    if (outer && before?.groups[0]?.text !== outer.text) rows[0]?.push({ text: outer.text, colspan: like(0), label: 'group' })
    if (inner && before?.groups[1]?.text !== inner.text) rows[1]?.push({ text: inner.text, colspan: like(1), label: 'group' })
    const cell = { text: column.label.text, label: `column:${column.id}` }
    if (inner) rows[2]?.push(cell)
    else rows[1]?.push({ ...cell, rowspan: 2 })
    const id = `disputes.${column.id}`
    rows[3]?.push({ text: print(id), id })
  })
  return { rows, widths: columns.map(() => 640), key: 'disputes' }
}

/**
 * The table as a rectangle: for every place the cell that covers it, and whether it begins there.
 * @param {Table} table
 * @returns {{ cell: TableCell, first: boolean, top: boolean, left: boolean }[][]}
 */
export function rectangle({ rows }) {
  /** @type {{ cell: TableCell, first: boolean, top: boolean, left: boolean }[][]} */
  const out = rows.map(() => [])
  rows.forEach((cells, r) => {
    let column = 0
    for (const cell of cells) {
      while (out[r]?.[column]) column++
      const { colspan = 1, rowspan = 1 } = cell
      for (let i = 0; i < Math.min(rowspan, rows.length - r); i++) {
        for (let j = 0; j < colspan; j++) {
          const line = out[r + i]
          if (line) line[column + j] = { cell, first: i === 0 && j === 0, top: i === 0, left: j === 0 }
        }
      }
      column += colspan
    }
  })
  return out
}
