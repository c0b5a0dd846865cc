import { nameIn } from '../../collection/hierarchy.ts'
import { createDashboard } from '../../output/dashboard/collect.ts'
import { toFeed } from '../../output/dashboard/feed.ts'
import { dashboardHtml } from '../../output/dashboard/html.ts'
import { openIngest } from '../ingested-parts.ts'
import { writeWhole } from '../write-file.ts'
import { openRoster, reportingFailures } from './collection.ts'
import { defineCommand, UsageError } from './command.ts'
import { paint } from './terminal.ts'
import { texts } from './texts.ts'

/** `ogi dashboard DIR --out F.html`: an ingest as one page to look at; `--json F`: its figures for other programs. */
export const command = defineCommand({
  options: {
    out: { type: 'string', short: 'o' },
    json: { type: 'string' },
    roster: { type: 'string' },
    of: { type: 'string' },
  },
  async run({ values, positionals: [folder, extra], terminal }) {
    const t = texts[terminal.language]
    const { out, json, of } = values
    if (folder === undefined) throw new UsageError(t.collection.needsFolder('dashboard'))
    if (extra !== undefined) throw new UsageError(t.usage.tooManyArguments(extra))
    if (out === undefined && json === undefined) throw new UsageError(t.dashboard.needsOut)
    return reportingFailures(terminal, async () => {
      const ingest = openIngest(folder)
      if (ingest === null) throw new UsageError(t.collection.noIngest(folder))
      const roster = await openRoster(values.roster, folder, terminal)
      const collector = createDashboard({ roster, made: ingest.started, ...(of === undefined ? {} : { scope: of }) })
      for (const { entry, report, diagnostics } of ingest.parts()) {
        if (report !== null) {
          collector.add(report, diagnostics)
          continue
        }
        if (entry.outcome !== 'parsed') collector.addUnread(entry.path, entry.outcome, entry.code ?? null)
        for (const found of diagnostics) collector.addFinding(found)
      }
      const data = collector.finish()
      const bodies = data.summary.bodies.name.map(name => ({ name, aliases: [], kind: null, level: null, parent: null }))
      if (of !== undefined && !bodies.some(({ name }) => name === nameIn(bodies, of)))
        throw new UsageError(t.collection.unknownBody(of))
      const written: string[] = []
      if (out !== undefined) {
        await writeWhole(out, [...dashboardHtml(data, terminal.language)].join(''))
        written.push(out)
      }
      if (json !== undefined) {
        await writeWhole(json, `${JSON.stringify(toFeed(data))}\n`)
        written.push(json)
      }
      if (!terminal.quiet) for (const path of written) terminal.say(paint('green', t.collection.written(path)))
      return 0
    })
  },
})
