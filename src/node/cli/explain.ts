import { type Code, catalogue } from '../../diagnostic/catalogue.ts'
import { severityWords } from '../../diagnostic/format.ts'
import { defineCommand, UsageError } from './command.ts'
import { nearest } from './nearest.ts'
import { texts } from './texts.ts'

/** `ogi explain CODE`: what a diagnostic says, why it matters and what to do; without a code, every code on one line. */
export const command = defineCommand({
  options: {},
  async run({ positionals: [asked, extra], terminal }) {
    const { language } = terminal
    const t = texts[language]
    if (extra !== undefined) throw new UsageError(t.usage.tooManyArguments(extra))
    const codes = Object.keys(catalogue) as Code[]
    const describe = (code: Code) => {
      const { severity, [language]: wording } = catalogue[code]
      return `${code} (${severityWords[language][severity]})  ${wording.message}`
    }
    if (asked === undefined) {
      await terminal.out(codes.map(code => `${describe(code)}\n`).join(''))
      return 0
    }
    const code = codes.find(known => known === asked)
    if (code === undefined) throw new UsageError(t.usage.unknownCode(asked, nearest(asked, codes)))
    const { why, todo } = catalogue[code][language]
    await terminal.out(`${describe(code)}\n\n${t.explain.why}: ${why}\n${t.explain.todo}: ${todo}\n`)
    return 0
  },
})
