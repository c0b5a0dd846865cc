import { expect, test } from 'vitest'
import * as core from '../../src/index.ts'
import * as node from '../../src/node/index.ts'

// A name that goes, or changes its meaning, asks for a new version and a line in CHANGELOG.md.
test('the names of the library', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "UnreadableSourceError",
      "aggregate",
      "aggregateGathered",
      "checkReports",
      "compareCollections",
      "compareReports",
      "createGatherer",
      "formatDiagnostic",
      "formatExplanation",
      "formatMessage",
      "parseReport",
      "parseRoster",
      "readLimits",
      "reconcile",
      "reportSchema",
      "schemaVersion",
      "toFacts",
      "withMessage",
    ]
  `)
})

test('the names of its part for Node', () => {
  expect(Object.keys(node).sort()).toMatchInlineSnapshot(`
    [
      "DamagedLineError",
      "FileError",
      "IngestedFile",
      "OutputError",
      "ingest",
      "readDiagnostics",
      "readFacts",
      "readReportFile",
      "readReports",
      "writeIngest",
    ]
  `)
})
