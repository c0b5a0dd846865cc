import type { Log } from '../../diagnostic/diagnostic.ts'
import { carryOvers } from '../../form/carry-overs.ts'
import { cellName } from '../../form/cell-name.ts'
import { cellsOfMetric, type Metric } from '../../form/sentences.ts'
import { judgeCarryOver } from '../carry-overs.ts'
import { fitsChange } from '../change.ts'
import type { Examined } from '../rule.ts'

/**
 * A report against the same body's report on the year before: what is carried over is what was carried
 * forward, for each applicant; what is in force is what was in force, with what was issued and without
 * what was repealed; and a change that the prose states is the change between the two reports' figures.
 * Where a figure is not known nothing is said.
 *
 * @example
 *   last requests.carriedForward.total = 2
 *   last requests.carriedForward.naturalPerson = 2
 *   requests.carriedOver.total = 2
 *   requests.carriedOver.naturalPerson = 2
 *   requests.granted.total = 2
 *   requests.granted.naturalPerson = 2
 *   requests.outcomesTotal.total = 2
 *   requests.outcomesTotal.naturalPerson = 2
 *   → nothing
 *
 * @example
 *   last requests.carriedForward.total = missing
 *   last requests.carriedForward.naturalPerson = 2
 *   → history/carried-over
 *
 * @example
 *   last disclosure.normativeDocuments.inForce = 12
 *   disclosure.normativeDocuments.issued = 3
 *   disclosure.normativeDocuments.repealed = 1
 *   disclosure.normativeDocuments.inForce = 15
 *   → history/in-force
 *
 * @example
 *   year = 2021
 *   last requests.newlyReceived.total = 8
 *   requests.newlyReceived.total = missing
 *   overview/requests: 收到申请3件，比2020年减少66.7%。
 *   → history/change-differs
 *
 * @example
 *   year = 2021
 *   last requests.newlyReceived.total = 9
 *   requests.newlyReceived.total = missing
 *   overview/requests: 收到申请3件，比2020年减少66.7%。
 *   → nothing
 */
export function lastYear(now: Examined, earlier: Examined, log: Log): void {
  for (const carry of carryOvers) {
    const { cell, expected, printed, verdict } = judgeCarryOver(carry, earlier.cells, now.cells)
    if (verdict !== 'broken') continue
    const place = now.cells.get(cell)?.place ?? {}
    const args = { label: cellName(cell), value: printed, earlier: earlier.cells.get(carry.before[0])?.value ?? null }
    const [, ...added] = carry.after
    if (added.length + carry.less.length === 0) log.add('history/carried-over', { place, about: [cell], args })
    else {
      const about = [...carry.less, ...added, cell]
      log.add('history/in-force', { place, about, args: { ...args, computed: expected } })
    }
  }
  changes(now, earlier, log)
}

function changes({ report }: Examined, earlier: Examined, log: Log): void {
  const base = report.year === null ? null : String(report.year - 1)
  for (const figure of report.narrative) {
    const { change, metric, value } = figure
    const before = earlierFigure(metric, earlier)
    if (!change?.direction || before === null || figure.approximate !== null || figure.period !== 'annual') continue
    // A base in the prose itself is looked at there (`narrative-itself.ts`).
    if (change.baseValue !== null || (change.base !== null && change.base !== base) || fitsChange(value, change, before)) continue
    log.add('history/change-differs', {
      place: figure.place,
      args: {
        quote: figure.quote,
        value,
        said: change.percent === null ? String(change.absolute) : `${change.percent}%`,
        earlier: before,
      },
    })
  }
}

function earlierFigure(metric: Metric, { cells, report }: Examined): number | null {
  const ids = (cellsOfMetric[metric] ?? []).filter(id => !id.endsWith('.amount'))
  const values = ids.map(id => cells.get(id)?.value ?? null)
  if (values.length > 0) return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const stated = report.narrative.filter(
    figure => figure.metric === metric && figure.period === 'annual' && figure.approximate === null,
  )
  return stated.length === 1 ? (stated[0]?.value ?? null) : null
}
