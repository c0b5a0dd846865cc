import type { Log } from '../../diagnostic/diagnostic.ts'
import { cellName } from '../../form/cell-name.ts'
import { cellsOfForm } from '../../form/form.ts'
import { forms } from '../../form/index.ts'
import type { Cell } from '../../model/cell.ts'
import type { ReportModel } from '../../model/report.ts'
import type { Examined } from '../rule.ts'

/**
 * Figures that cannot be meant: a count below zero or with a fraction, an amount in yuan under a header
 * that says 万元. The last is told by the unit that the cell itself prints, by the prose stating the same
 * figure in yuan, or by an amount of which no town collects ten thousand times as much.
 *
 * @example
 *   disclosure.penalties.decisions = -3
 *   → figure/negative
 *
 * @example
 *   disclosure.penalties.decisions = 2.5
 *   → figure/fractional
 *
 * @example
 *   disclosure.fees.amount = 47.1
 *   → nothing
 *
 * @example
 *   issuerLevel = town
 *   disclosure.fees.amount = 70487
 *   → figure/yuan-under-wanyuan
 *
 * @example
 *   disclosure.fees.amount = 3800
 *   overview: 行政事业性收费3800元。
 *   → figure/yuan-under-wanyuan
 */
export function plausibility({ report, cells }: Examined, log: Log): void {
  for (const [id, cell] of cells) {
    const kind = kinds.get(id)
    const { value } = cell
    if (value === null || kind === undefined) continue
    const finding = { place: cell.place ?? {}, about: [id], args: { label: cellName(id), value } }
    if (value < 0 && kind !== 'change') log.add('figure/negative', finding)
    else if (kind !== 'amount' && !Number.isInteger(value)) log.add('figure/fractional', finding)
  }
  const fees = cells.get('disclosure.fees.amount')
  const reason = fees && reasonForYuan(fees, report)
  if (!fees || !reason) return
  log.add('figure/yuan-under-wanyuan', {
    place: fees.place ?? {},
    about: ['disclosure.fees.amount'],
    args: { label: cellName('disclosure.fees.amount'), raw: fees.raw ?? String(fees.value), reason },
  })
}

const kinds = new Map(Object.values(forms).flatMap(form => cellsOfForm(form).map(({ id, column }) => [id, column.kind] as const)))

/** In 万元: 100 million yuan of fees for a town or a department, 10 billion for anyone. */
const limits = { town: 10_000, anyone: 1_000_000 }

/** What tells that the amount is in yuan, as printed or in figures; null where nothing does. */
function reasonForYuan({ value, unit, raw }: Cell, { narrative, issuerLevel }: ReportModel): string | null {
  if (value === null || value === 0) return null
  if (unit === '元') return raw ?? '元'
  if (unit !== '万元') return null
  const stated = narrative.find(figure => figure.metric === 'fees.amount' && figure.value === value)
  if (stated) return stated.quote
  return value >= limits.anyone || (issuerLevel === 'town' && value >= limits.town) ? `${value}万元 = ${value * 1e4}元` : null
}
