/** What must hold for every source, however odd. */

/** Statuses of a cell whose value is known. */
const known = new Set(['read', 'inferred'])

/**
 * Reads a source and says what is wrong with the reading; null when nothing is. `thorough`: the model is held
 * against its schema, too.
 * @param {{ parseReport: any, UnreadableSourceError: any, cellsById: any, reportSchema: any }} modules
 * @param {number} seconds of processor time that a source may take
 */
export function judgeBy({ parseReport, UnreadableSourceError, cellsById, reportSchema }, seconds) {
  return async (/** @type {Uint8Array | string} */ source, /** @type {boolean} */ thorough) => {
    const before = process.cpuUsage()
    let report
    try {
      report = (await parseReport(source, { name: 'a' })).report
    } catch (error) {
      if (error instanceof UnreadableSourceError) return null
      return error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
    const { user, system } = process.cpuUsage(before)
    if (user + system > seconds * 1e6) return `took ${((user + system) / 1e6).toFixed(1)} s`
    for (const [id, cell] of cellsById(report)) {
      if ((cell.value !== null) !== known.has(cell.status)) return `${id} is ${cell.value}, and ${cell.status}`
    }
    if (!thorough) return null
    const checked = reportSchema.safeParse(JSON.parse(JSON.stringify(report)))
    return checked.success ? null : checked.error.message
  }
}
