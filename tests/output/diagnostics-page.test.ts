import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagnosticsPage } from '../../src/output/diagnostics-page.ts'
import { projectFolder } from '../house/sources.ts'

test('docs/diagnostics.md is what the catalogue says (npm run docs:diagnostics)', () => {
  expect(readFileSync(join(projectFolder, 'docs/diagnostics.md'), 'utf8')).toBe(diagnosticsPage())
})
