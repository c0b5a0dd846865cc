/**
 * Whether a table's columns stand in the form's order: some offices print 科研机构 before 商业企业, or 总计 first. No
 * sum tells such columns apart, only their labels do.
 */
import type { Column } from '../form/form.ts'
import { labelCost, spellings } from './match.ts'

/**
 * The columns in the order in which a header prints their labels, `columns` itself where nothing contradicts the
 * form; null where the order is another one and the header does not show it whole and letter by letter. Each
 * level has an order of its own: 自然人 and 总计 stand above the line of the others.
 */
export function orderOf(header: readonly string[], columns: readonly Column[]): readonly Column[] | null {
  const found = header.flatMap(key => nearest(key, columns))
  // A label that stands there twice may be a word above the header: the order is the form's only if it is so by either.
  if (new Set(found).size < found.length) {
    const [first, last] = [[...new Set(found)], [...new Set(found.toReversed())].toReversed()]
    return isInOrder(first, columns) && isInOrder(last, columns) ? columns : null
  }
  if (isInOrder(found, columns)) return columns
  const { inner, outer } = levelsOf(found, columns)
  if (!isRising(outer, columns) || inner.length < levelsOf(columns, columns).inner.length) return null
  if (header.some(key => nearest(key, inner).some(({ label }) => labelCost(key, label) > 0))) return null
  const all = new Set(inner)
  return columns.map(column => (all.has(column) ? (inner.shift() as Column) : column))
}

/** The same for labels of all levels from left to right. */
export function orderAcross(header: readonly string[], columns: readonly Column[]): readonly Column[] | null {
  const found = header.flatMap(key => nearest(key, columns))
  if (isRising(found, columns)) return columns
  const isWhole = header.length === columns.length && new Set(found).size === columns.length
  return isWhole && found.every((column, i) => labelCost(header[i] as string, column.label) === 0) ? found : null
}

/** Whether the beginnings of labels that are left of a damaged header (商�法律�社会�科�其他�) stand in the columns' order. */
export function isBegunInOrder(header: string, columns: readonly Column[]): boolean {
  const placeOf = ({ label }: Column) => header.lastIndexOf(label.text.slice(0, 2))
  const begun = levelsOf(columns, columns).inner.filter(column => placeOf(column) >= 0)
  return isRising(
    begun.toSorted((a, b) => placeOf(a) - placeOf(b)),
    columns,
  )
}

/** The columns of which a text is the label, or the damaged label. */
function nearest(key: string, columns: readonly Column[]): Column[] {
  const least = Math.min(...columns.map(({ label }) => labelCost(key, label)))
  return Number.isFinite(least) ? columns.filter(({ label }) => labelCost(key, label) === least) : []
}

/** The columns below the deepest group, and the others. */
function levelsOf(found: readonly Column[], columns: readonly Column[]): { inner: Column[]; outer: Column[] } {
  const deepest = Math.max(...columns.map(({ groups }) => groups.length))
  const isInner = ({ groups }: Column) => groups.length === deepest
  return { inner: found.filter(isInner), outer: found.filter(column => !isInner(column)) }
}

function isInOrder(found: readonly Column[], columns: readonly Column[]): boolean {
  const { inner, outer } = levelsOf(found, columns)
  return isRising(inner, columns) && isRising(outer, columns)
}

const isRising = (found: readonly Column[], columns: readonly Column[]): boolean =>
  found.every((column, i) => i === 0 || columns.indexOf(column) > columns.indexOf(found[i - 1] as Column))

/**
 * Whether the header of table 4 may be the form's: its groups (行政复议, 行政诉讼; 未经复议直接起诉, 复议后起诉) in its order, and
 * under them the results (维持, 纠正, … 总计) in theirs, however its lines follow each other; where no label is damaged,
 * each result once for each of the three. Labels that are not there letter by letter prove nothing.
 */
export function isDisputesHeader(header: readonly string[], columns: readonly Column[]): boolean {
  const results = columns.slice(0, 5).map(({ label }) => spellings(label))
  const groups = columns.flatMap(column => column.groups).flatMap(spellings)
  const resultOf = (key: string) => results.findIndex(own => own.includes(key))
  const own = header.slice(Math.max(0, disputesBegin(header, columns))).filter(key => key !== '')
  const isIntact = own.every(key => resultOf(key) >= 0 || groups.includes(key))
  const counts = results.map((_, at) => own.filter(key => resultOf(key) === at).length)
  // Beginnings of labels (结果纠, its 正 on the next line) tell less, but none of the first three stands before one of its own group.
  const begun = own.map(key => results.findIndex(spelled => spelled.some(text => key.length >= 3 && text.startsWith(key))))
  if (begun.some((at, i) => at >= 0 && at < 3 && (begun[i + 1] ?? -1) >= 0 && (begun[i + 1] as number) <= at)) return false
  // More often where a tool repeats what merged cells hold, but one result as often as another.
  if (isIntact && counts.some(count => count < 3 || count !== counts[0])) return false
  const isOuter = (key: string) => columns.some(({ groups: [outer] }) => outer && spellings(outer).includes(key))
  // 未经复议直接起诉 first, and neither 行政复议 nor 行政诉讼 to tell which of them the results behind it are of.
  if (!own.some(isOuter) && own.findIndex(key => groups.includes(key)) === 0) return false
  const above = header.findLastIndex(key => columns[0]?.groups.some(group => spellings(group).includes(key)))
  return areGroupsInOrder(header, columns) && areResultsInOrder(header.slice(above + 1).map(resultOf))
}

/** Where the header of table 4 begins: 总计 alone may be the end of another table's. -1 where it does not. */
export function disputesBegin(header: readonly string[], columns: readonly Column[]): number {
  let words = beginnings.get(columns)
  if (!words) {
    const labels = [...columns.slice(0, 4).map(({ label }) => label), ...columns.flatMap(({ groups }) => groups)]
    words = new Set(labels.flatMap(spellings))
    beginnings.set(columns, words)
  }
  return header.findIndex(key => words.has(key))
}

const beginnings = new WeakMap<readonly Column[], ReadonlySet<string>>()

/** Each level of groups by itself: they stand on lines of their own, or beside each other. */
const areGroupsInOrder = (header: readonly string[], columns: readonly Column[]): boolean =>
  [0, 1].every(level => {
    // Both groups of 行政诉讼 have its label.
    const groups = new Map(columns.flatMap(({ groups }) => groups[level] ?? []).map(group => [group.text, group]))
    const places = [...groups.values()].flatMap(group => {
      const isIt = (key: string) => spellings(group).includes(key)
      const first = header.findIndex(isIt)
      return first < 0 ? [] : [{ first, last: header.findLastIndex(isIt) }]
    })
    return places.every(({ first, last }, i) => {
      const before = places[i - 1]
      return before === undefined || (first > before.first && last > before.last)
    })
  })

/** Numbers of results as they follow each other, -1 for what is none. */
function areResultsInOrder(header: readonly number[]): boolean {
  const found = header.filter(at => at >= 0)
  // From one group to the next it falls from the last to the first; where labels are lost, up to twice otherwise.
  const falls = found.filter((at, i) => i > 0 && at <= (found[i - 1] as number) && !(at === 0 && found[i - 1] === 4))
  const isWhole = [0, 1, 2, 3, 4].every(at => found.filter(other => other === at).length >= 2)
  // 总计 before its parts in every group rises as the form does, but ends in another result.
  return isWhole ? falls.length === 0 && found.at(-1) === 4 : falls.length <= 2
}

/** For each column the one item that is its label letter by letter; null unless every column has its own. */
export function ownItems(items: number, columns: number, isExact: (item: number, column: number) => boolean): number[] | null {
  const own: number[] = []
  for (let c = 0; c < columns; c++) {
    let exact = -1
    for (let item = 0; item < items; item++) {
      if (!isExact(item, c)) continue
      if (exact >= 0) return null
      exact = item
    }
    if (exact < 0) return null
    own.push(exact)
  }
  return new Set(own).size === columns ? own : null
}
