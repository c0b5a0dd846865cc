import { aggregateGathered } from '../../collection/aggregate.ts'
import { nameIn } from '../../collection/hierarchy.ts'
import { withMessage } from '../../diagnostic/format.ts'
import { aggregateText } from '../../output/aggregate-text.ts'
import { writeAggregateXlsx } from '../../output/aggregate-workbook.ts'
import { toOfficialDocx } from '../../output/official-docx.ts'
import { writeWhole } from '../write-file.ts'
import { expectIngest, gatherIngest, openRoster, reportingFailures, sayFindings, yearOf } from './collection.ts'
import { defineCommand, UsageError } from './command.ts'
import { paint, safeJson, visible } from './terminal.ts'
import { texts } from './texts.ts'

/** `ogi aggregate DIR`: the sums of an ingest, with what they do not know. */
export const command = defineCommand({
  options: {
    roster: { type: 'string' },
    of: { type: 'string' },
    year: { type: 'string', multiple: true },
    by: { type: 'string', choices: ['level', 'kind', 'parent'] },
    full: { type: 'boolean' },
    json: { type: 'boolean' },
    xlsx: { type: 'string' },
    docx: { type: 'string' },
    issuer: { type: 'string' },
    edition: { type: 'string', choices: ['2019', '2021'] },
  },
  async run({ values, positionals: [folder, extra], terminal }) {
    const { language } = terminal
    const t = texts[language]
    if (folder === undefined) throw new UsageError(t.collection.needsFolder('aggregate'))
    if (extra !== undefined) throw new UsageError(t.usage.tooManyArguments(extra))
    const years = values.year?.map(year => yearOf(year, terminal))
    await expectIngest(folder, terminal)
    return reportingFailures(terminal, async () => {
      const gathered = await gatherIngest(folder, await openRoster(values.roster, folder, terminal))
      if (values.of !== undefined && !gathered.bodies.some(({ name }) => name === nameIn(gathered.bodies, values.of ?? '')))
        throw new UsageError(t.collection.unknownBody(values.of))
      const whole = aggregateGathered(gathered, values.of ?? null)
      const result = { ...whole, years: whole.years.filter(({ year }) => years === undefined || years.includes(year)) }
      if (result.years.length === 0) throw new UsageError(t.collection.noYear(gathered.years))
      // Who did not report stands in the table, or in the JSON.
      sayFindings(
        result.diagnostics.filter(({ code }) => code !== 'collection/not-reported'),
        terminal,
      )
      if (values.json) {
        const diagnostics = result.diagnostics.map(found => withMessage(found, language))
        await terminal.out(`${safeJson({ ...result, diagnostics }, 2)}\n`)
      } else if (!terminal.quiet) {
        const { full = false, by } = values
        await terminal.out(visible(aggregateText(result, { language, full, ...(by === undefined ? {} : { by }) })))
      }
      const written: string[] = []
      if (values.docx !== undefined) {
        const { issuer, edition } = values
        const options = { ...(issuer === undefined ? {} : { issuer }), ...(edition === undefined ? {} : { edition }) }
        await writeWhole(values.docx, toOfficialDocx(result, options))
        written.push(values.docx)
      }
      if (values.xlsx !== undefined) {
        await writeWhole(values.xlsx, await writeAggregateXlsx(result, language))
        written.push(values.xlsx)
      }
      if (!terminal.quiet) for (const path of written) terminal.say(paint('green', t.collection.written(path)))
      return 0
    })
  },
})
