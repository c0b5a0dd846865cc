import type { Log } from '../../diagnostic/diagnostic.ts'
import { cellName } from '../../form/cell-name.ts'
import { handled } from '../../form/section-words.ts'
import { cellsOfMetric, type Metric } from '../../form/sentences.ts'
import type { Cell } from '../../model/cell.ts'
import type { NarrativeFigure } from '../../model/narrative.ts'
import { statedFigures } from '../figures.ts'
import type { Examined } from '../rule.ts'

/**
 * The prose of section 一 repeats figures of the tables: requests received, answered and carried on,
 * reviews, lawsuits, licences, penalties, fees. Where none of the statements of a figure agrees with
 * its table the reader cannot know which is meant; the prose may speak of another scope (the office
 * alone, or the whole county), so that this is a question with both places quoted, not an error.
 * Requests 受理 may include those carried over, and either sum is then taken as meant. Cumulative,
 * intended and approximate figures are not compared.
 *
 * @example
 *   requests.newlyReceived.naturalPerson = 3
 *   requests.newlyReceived.total = 3
 *   requests.granted.naturalPerson = 3
 *   requests.granted.total = 3
 *   requests.outcomesTotal.naturalPerson = 3
 *   requests.outcomesTotal.total = 3
 *   overview/requests: 全年收到政府信息公开申请3件，均已答复。
 *   → nothing
 *
 * @example
 *   overview/requests: 全年收到政府信息公开申请3件。
 *   → narrative/differs-from-table
 *
 * @example
 *   disclosure.penalties.decisions = 237
 *   overview: 作出行政处罚273件。
 *   → narrative/differs-from-table
 *
 * @example
 *   overview/requests: 历年累计收到政府信息公开申请381件。
 *   → nothing
 *
 * @example
 *   disclosure.fees.amount = 47.1
 *   overview: 行政事业性收费47.10万元。
 *   → nothing
 */
export function narrativeTable({ report, cells }: Examined, log: Log): void {
  for (const [metric, ids] of Object.entries(cellsOfMetric) as [Metric, readonly string[]][]) {
    const stated = statedFigures(report, metric).filter(({ section }) => section !== 'preamble' && section !== 'problems')
    const [first] = stated
    const there = ids.filter(id => (cells.get(id)?.status ?? 'absent') !== 'absent')
    const table = addUp(there, cells)
    if (!first || table === null) continue
    const alternatives = [table, ...otherReadings(first, table, cells)]
    if (stated.some(figure => alternatives.some(value => value !== null && agrees(figure, value)))) continue
    const place = cells.get(there[0] ?? '')?.place
    log.add('narrative/differs-from-table', {
      place: first.place,
      about: there,
      args: {
        metric,
        quote: first.quote,
        stated: first.value,
        cell: cellName(there[0] ?? '') + (there.length > 1 ? '…' : ''),
        table,
        ...(place ? { tablePlace: JSON.stringify(place) } : {}),
      },
    })
  }
}

/** The sum in the prose's units; null where a figure is not known. An amount without a unit is not compared. */
function addUp(ids: readonly string[], cells: ReadonlyMap<string, Cell>): number | null {
  let sum = 0
  for (const id of ids) {
    const cell = cells.get(id)
    if (!cell || cell.value === null) return null
    if (!id.endsWith('.amount')) sum += cell.value
    else if (cell.unit === '万元') sum += cell.value * 1e4
    else if (cell.unit === '元') sum += cell.value
    else return null
  }
  return ids.length === 0 ? null : Math.round(sum * 100) / 100
}

/** 受理 with those carried over; an amount that is yuan under the header's 万元, which `plausibility.ts` tells. */
function otherReadings({ metric, quote }: NarrativeFigure, table: number, cells: ReadonlyMap<string, Cell>): (number | null)[] {
  if (metric === 'fees.amount') return [cells.get('disclosure.fees.amount')?.value ?? null]
  const carried = cells.get('requests.carriedOver.total')?.value ?? null
  return metric === 'requests.received' && handled.test(quote) && carried !== null ? [table + carried] : []
}

/** Money printed with other decimals is the same to half a per cent. */
const agrees = ({ value, metric }: NarrativeFigure, table: number): boolean =>
  metric.endsWith('.amount') ? Math.abs(value - table) <= Math.abs(table) * 0.005 : value === table
