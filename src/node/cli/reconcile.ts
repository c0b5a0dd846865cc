import { reconcile } from '../../collection/reconcile.ts'
import { countAgreements, reconcileText } from '../../output/reconcile-text.ts'
import { expectIngest, gatherIngest, openRoster, reportingFailures, sayFindings } from './collection.ts'
import { defineCommand, UsageError } from './command.ts'
import { readSource } from './sources.ts'
import { safeJson, visible } from './terminal.ts'
import { texts } from './texts.ts'

/** `ogi reconcile COUNTY DIR`: a published roll-up against the sums of its bodies. */
export const command = defineCommand({
  options: { roster: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, positionals: [county, folder, extra], terminal }) {
    const t = texts[terminal.language]
    if (county === undefined || folder === undefined) throw new UsageError(t.collection.needsCountyAndFolder)
    if (extra !== undefined) throw new UsageError(t.usage.tooManyArguments(extra))
    await expectIngest(folder, terminal)
    const read = await readSource(county, {}, terminal)
    if (read === null) return 1
    return reportingFailures(terminal, async () => {
      const gathered = await gatherIngest(folder, await openRoster(values.roster, folder, terminal))
      const { year } = read.report
      if (year === null || !gathered.years.includes(year)) throw new UsageError(t.collection.noSuchYear(year, gathered.years))
      sayFindings(
        gathered.diagnostics.filter(({ args }) => args.year === undefined || args.year === year),
        terminal,
      )
      const result = reconcile(read.report, gathered)
      await terminal.out(values.json ? `${safeJson(result, 2)}\n` : visible(reconcileText(result, terminal.language)))
      const { differs, below } = countAgreements(result)
      return differs + below > 0 ? 1 : 0
    })
  },
})
