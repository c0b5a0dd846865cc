import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { schemaVersion } from '../../src/model/report.ts'
import { reportSchema } from '../../src/model/schema.ts'
import { projectFolder } from './sources.ts'

const shipped = JSON.parse(readFileSync(join(projectFolder, 'dist/report.schema.json'), 'utf8'))

test('the JSON Schema in the package is the model’s', () => {
  expect(shipped).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }))))
  expect(shipped.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(shipped.properties.schemaVersion.const).toBe(schemaVersion)
})
