import { toFacts } from '../../collection/facts.ts'
import { formatDiagnostic } from '../../diagnostic/format.ts'
import { byteOrderMark, factHeader, factLine } from '../../output/csv.ts'
import { toHtml, toMarkdown } from '../../output/document.ts'
import type { ParseResult } from '../../parse-report.ts'
import { type Explanation, formatExplanation } from '../../tabulate/explain.ts'
import { defineCommand, UsageError } from './command.ts'
import { readSource } from './sources.ts'
import { safeJson, visible } from './terminal.ts'
import { texts } from './texts.ts'

const formats = ['json', 'facts', 'csv', 'md', 'html'] as const
type Format = (typeof formats)[number]

/** `ogi parse FILE…`: one report after the other to standard output, what was found to standard error. */
export const command = defineCommand({
  options: {
    format: { type: 'string', short: 'f', choices: formats },
    edition: { type: 'string', choices: ['2019', '2021'] },
    explain: { type: 'boolean' },
  },
  async run({ values, positionals, terminal }) {
    if (positionals.length === 0) throw new UsageError(texts[terminal.language].usage.noFiles('parse'))
    const { format = 'json', edition } = values
    const explain = (explanation: Explanation) => terminal.say(visible(formatExplanation(explanation)))
    const several = positionals.length > 1
    let unread = 0
    if (format === 'csv') await terminal.out(byteOrderMark + factHeader)
    for (const path of positionals) {
      const result = await readSource(path, { ...(edition && { edition }), ...(values.explain && { explain }) }, terminal)
      if (result === null) {
        unread++
        continue
      }
      await terminal.out(render(result, format, several))
      if (!terminal.quiet) for (const found of result.diagnostics) terminal.say(formatDiagnostic(found, terminal.language))
    }
    return unread > 0 ? 1 : 0
  },
})

function render({ report }: ParseResult, format: Format, several: boolean): string {
  switch (format) {
    case 'json':
      return `${safeJson(report, several ? undefined : 2)}\n`
    case 'facts':
      return toFacts(report)
        .map(fact => `${safeJson(fact)}\n`)
        .join('')
    case 'csv':
      return visible(toFacts(report).map(factLine).join(''))
    case 'md':
      return visible(toMarkdown(report)) + (several ? '\n' : '')
    case 'html':
      return visible(toHtml(report))
  }
}
