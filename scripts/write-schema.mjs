/** Writes `dist/report.schema.json`: the model's JSON Schema (draft 2020-12), shipped in the package. */
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { library } from './library.mjs'

const { reportSchema } = await library()
const schema = z.toJSONSchema(reportSchema, { target: 'draft-2020-12' })
writeFileSync(new URL('../dist/report.schema.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
