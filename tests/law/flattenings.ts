/** How some tool may flatten the tables, and how pages, clerks and encodings damage what it prints. */
import fc from 'fast-check'
import { cellId, type Form, type FormBlock, type TableKey } from '../../src/form/form.ts'
import type { Truth } from './tables.ts'

export interface Flattening {
  /** Between the cells of a row. */
  between: string
  /** Before the first cell and behind the last one. */
  before: string
  after: string
  rowEnd: string
  /** Empty cells leave nothing at all, not even their boundary. */
  dropEmpty: boolean
  /** Cells that a merged label covers in the rows below are printed as empty cells. */
  continuation: boolean
  /** Padding put around figures, as clerks do. */
  padding: readonly string[]
  damage: Damage[]
  noise: { at: number; line: string }[]
  /** Tables that are not in the text, with or without their heading. */
  leftOut: { table: TableKey; heading: boolean }[]
  /** Lines of the tables that are not there: a page was lost. */
  lost: number[]
  /** Share of the text behind which it is cut off, at a blank or the end of a line; 1: it is whole. */
  length: number
}

interface Damage {
  row: number
  kind: 'wrap' | 'lost' | 'missing' | 'spaced' | 'renumbered' | 'halfwidth'
  at: number
}

const shapes = fc.constantFrom(
  { between: '\t', before: '', after: '', rowEnd: '\n', keeps: true },
  { between: '\t', before: '', after: '\t', rowEnd: '\n', keeps: true },
  { between: '\t', before: '', after: '\t', rowEnd: '\t', keeps: true },
  { between: ' | ', before: '| ', after: ' |', rowEnd: '\n', keeps: true },
  { between: '|', before: '', after: '', rowEnd: '\n', keeps: true },
  { between: '\n\t', before: '\t', after: '', rowEnd: '\n\n', keeps: true },
  { between: '\n\n\t\n\n', before: '', after: '', rowEnd: '\n\n\n\n\n', keeps: true },
  { between: '\n', before: '', after: '', rowEnd: '\n', keeps: true },
  { between: '\n\n', before: '', after: '', rowEnd: '\n\n', keeps: true },
  { between: '\n', before: '', after: '', rowEnd: '\n', keeps: false },
  { between: '\n\n', before: '', after: '', rowEnd: '\n\n', keeps: false },
  { between: ' ', before: '', after: '', rowEnd: '\n', keeps: false },
  { between: ' ', before: '', after: '', rowEnd: ' ', keeps: false },
  { between: '    ', before: '', after: '', rowEnd: '\n', keeps: false },
  { between: '', before: '', after: '', rowEnd: '', keeps: false },
  { between: '', before: '', after: '', rowEnd: '\n', keeps: false },
)

const noiseLine = fc.constantFrom(
  '- 3 -',
  '第 12 页 共 20 页',
  '\f',
  '续表',
  '柳溪镇2023年政府信息公开工作年度报告',
  '',
  '\u3000',
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  '注：数据截至12月31日',
)

const tables = ['disclosure', 'requests', 'disputes'] as const

/** In one text of six. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>, usual: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary })

export const flattening: fc.Arbitrary<Flattening> = fc
  .record({
    shape: shapes,
    continuation: fc.boolean(),
    padding: fc.constantFrom([''], ['', ' ', '\u3000', '\u00a0'], ['\u3000\u3000', ' ']),
    damage: fc.array(
      fc.record({
        row: fc.nat(40),
        kind: fc.constantFrom('wrap', 'lost', 'missing', 'spaced', 'renumbered', 'halfwidth') as fc.Arbitrary<Damage['kind']>,
        at: fc.nat(12),
      }),
      { maxLength: 6 },
    ),
    noise: fc.array(fc.record({ at: fc.nat(60), line: noiseLine }), { maxLength: 4 }),
    careful: fc.boolean(),
    leftOut: rarely(
      fc.uniqueArray(fc.record({ table: fc.constantFrom(...tables), heading: fc.boolean() }), {
        selector: ({ table }) => table,
        minLength: 1,
        maxLength: 2,
      }),
      [],
    ),
    lost: rarely(fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }), []),
    length: rarely(fc.double({ min: 0.1, max: 1, noNaN: true }), 1),
  })
  .map(({ shape, continuation, padding, damage, noise, careful, leftOut, lost, length }) => ({
    between: shape.between,
    before: shape.before,
    after: shape.after,
    rowEnd: shape.rowEnd,
    dropEmpty: !shape.keeps,
    continuation,
    padding,
    damage: careful ? [] : damage,
    noise: careful ? [] : noise,
    leftOut,
    lost,
    length,
  }))

const headings: Record<TableKey, string> = {
  disclosure: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  disputes: '四、政府信息公开行政复议、行政诉讼情况',
}

/** The whole report as text: title, headings, three flattened tables; or what is left of it. */
export function flatten(form: Form, truth: Truth, how: Flattening): string {
  const parts = ['柳溪镇2023年政府信息公开工作年度报告', '一、总体情况', '全年工作平稳。']
  for (const key of tables) {
    const out = how.leftOut.find(({ table }) => table === key)
    if (out?.heading !== true) parts.push(headings[key])
    if (!out) parts.push(flattenTable(form, key, truth, how))
  }
  parts.push('五、存在的主要问题及改进情况', '主动性还不够。', '六、其他需要报告的事项', '无。')
  const text = parts.join('\n')
  if (how.length === 1) return text
  const at = Math.floor(text.length * how.length)
  return text.slice(0, text.slice(0, at + 1).search(/\s(?=\S*$)/))
}

/** What the text can tell: nothing of tables that are not in it. */
export const told = (truth: Truth, { leftOut }: Flattening): Truth =>
  new Map([...truth].filter(([cell]) => !leftOut.some(({ table }) => cell.startsWith(table))))

function flattenTable(form: Form, key: TableKey, truth: Truth, how: Flattening): string {
  const rows = form.tables[key].blocks.flatMap(block => rowsOf(key, block, truth, how))
  const text = rows.map(cells => how.before + print(cells, how) + how.after)
  // Where rows are run together by tabs, what a page adds still stands on a line of its own.
  const alone = (line: string) => (how.rowEnd === '\t' ? `\n${line}\n` : line)
  for (const { at, line } of key === 'requests' ? how.noise : []) text.splice(at % text.length, 0, alone(line))
  return text.filter((_, at) => !how.lost.includes(at)).join(how.rowEnd)
}

/** A cell that is dropped when it is empty, boundary and all; null: covered by a merged cell above. */
type Printed = string | null

function print(cells: Printed[], how: Flattening): string {
  const kept = how.dropEmpty
    ? cells.filter(cell => cell !== null && cell !== '')
    : how.continuation
      ? cells
      : cells.filter(cell => cell !== null)
  return kept.map(cell => cell ?? '').join(how.between)
}

function rowsOf(key: TableKey, block: FormBlock, truth: Truth, how: Flattening): Printed[][] {
  const out: Printed[][] = []
  if (block.title) out.push([block.title.text])
  if (key === 'disputes') {
    const results = block.columns.slice(0, 5).map(column => column.label.text)
    out.push(['行政复议', '行政诉讼'])
    out.push([...results, '未经复议直接起诉', '复议后起诉'])
    out.push([...results.map(() => null), ...results, ...results])
  } else if (key === 'requests') {
    const [own, , , , , , total] = block.columns.map(column => column.label.text)
    out.push(['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'])
    out.push([null, own ?? '', '法人或其他组织', total ?? ''])
    out.push([null, null, ...block.columns.slice(1, 6).map(column => column.label.text), null])
  } else out.push([block.corner?.text ?? '', ...block.columns.map(column => column.label.text)])
  let last: string[] = []
  for (const [r, row] of block.rows.entries()) {
    const groups = row.groups.map(group => group.text)
    const labels = groups.map((text, i): Printed => (last[i] === text ? null : text))
    last = groups
    const figures = block.columns.map((column, c): Printed => {
      const value = truth.get(cellId(key, row.id, column.id)) ?? null
      if (value === null) return ''
      const pad = how.padding[(r * 7 + c) % how.padding.length] ?? ''
      return how.between === '' ? String(value) : pad + String(value)
    })
    out.push([...labels, ...(row.label ? [damaged(row.label.text, r, how)] : []), ...figures])
  }
  return out
}

function damaged(label: string, row: number, how: Flattening): string {
  let text = label
  for (const { kind, at } of how.damage.filter(damage => damage.row === row)) {
    const i = Math.min(text.length - 1, 3 + (at % Math.max(1, text.length - 4)))
    if (text.length < 8 && kind !== 'spaced' && kind !== 'halfwidth') continue
    if (kind === 'wrap') text = `${text.slice(0, i)}\n${text.slice(i)}`
    else if (kind === 'lost') text = `${text.slice(0, i)}\ufffd\ufffd${text.slice(i + 1)}`
    else if (kind === 'missing') text = text.slice(0, i) + text.slice(i + 1)
    else if (kind === 'spaced') text = `${text.slice(0, i)} ${text.slice(i)}`
    else if (kind === 'renumbered') text = text.replace(/^\d\./, '9、')
    else text = text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('“', '"').replaceAll('”', '"')
  }
  return text
}
