import { z } from 'zod'
import { reportSchema } from '../../model/schema.ts'
import { defineCommand, UsageError } from './command.ts'
import { texts } from './texts.ts'

/** `ogi schema`: the model's JSON Schema, the same as the package's `report.schema.json`. */
export const command = defineCommand({
  options: {},
  async run({ positionals: [extra], terminal }) {
    if (extra !== undefined) throw new UsageError(texts[terminal.language].usage.tooManyArguments(extra))
    await terminal.out(`${JSON.stringify(z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }), null, 2)}\n`)
    return 0
  },
})
