import type { Log } from 'sarif'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { catalogue } from '../../src/diagnostic/catalogue.ts'
import { toSarif } from '../../src/output/sarif.ts'
import { runExample } from '../check/example.ts'

const diagnostics = [
  ...runExample(['disputes.administrativeReview.upheld = 11', 'overview/requests: 全年收到政府信息公开申请3件。']),
  ...runExample(['problems: 无。']),
]
const files = [{ file: '二〇二一/溪口 镇#1.txt', issuer: '溪口镇人民政府', year: 2021, diagnostics }]
const log = toSarif(files, { language: 'zh', version: '1.2.3' })

/** What SARIF 2.1.0 requires of the parts that are written (OASIS standard, sections 3.13 to 3.30), nothing else allowed. */
const message = z.strictObject({ text: z.string().min(1) })
const level = z.enum(['none', 'note', 'warning', 'error'])
const uri = z.string().regex(/^(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/)
const schema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              fullDescription: message,
              help: message,
              defaultConfiguration: z.strictObject({ level }),
            }),
          ),
        }),
      }),
      language: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.number().int().nonnegative(),
          level,
          message,
          locations: z
            .array(
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({ uri }),
                  region: z
                    .strictObject({ startLine: z.number().int().positive(), startColumn: z.number().int().positive().optional() })
                    .optional(),
                }),
                logicalLocations: z
                  .array(z.strictObject({ name: z.string(), fullyQualifiedName: z.string().optional(), kind: z.string() }))
                  .optional(),
              }),
            )
            .min(1),
          properties: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ),
})

test('is SARIF 2.1.0', () => {
  // The published shape, as it is compiled.
  const published: Log = log
  expect(published.version).toBe('2.1.0')
  schema.parse(JSON.parse(JSON.stringify(log)))
})

test('has a rule for each result, a result for each finding, and places', () => {
  const [run] = log.runs
  expect(run?.results).toHaveLength(diagnostics.length)
  for (const result of run?.results ?? []) {
    expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId)
    expect(result.ruleId in catalogue).toBe(true)
    expect(decodeURIComponent(result.locations[0]?.physicalLocation.artifactLocation.uri ?? '')).toBe('二〇二一/溪口 镇#1.txt')
  }
  const broken = run?.results.find(({ ruleId }) => ruleId === 'identity/broken')
  expect(broken?.level).toBe('error')
  expect(broken?.locations[0]?.logicalLocations?.map(({ fullyQualifiedName }) => fullyQualifiedName)).toContain(
    'disputes.administrativeReview.total',
  )
  const prose = run?.results.find(({ ruleId }) => ruleId === 'narrative/differs-from-table')
  expect(prose?.locations[0]?.physicalLocation.region?.startLine).toBe(2)
})
