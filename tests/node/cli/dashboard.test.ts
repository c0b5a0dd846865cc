import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { outputFiles } from '../../../src/node/ingest/outputs.ts'
import { factsHead, partFiles } from '../../../src/node/ingest/pack.ts'
import { openIngest } from '../../../src/node/ingested-parts.ts'
import { ingestedCounty } from '../../output/dashboard-county.ts'
import { invoke } from './invoke.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogi-dashboard-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What an ingest leaves, as far as the dashboard reads it. */
function writeIngestOf(name: string): string {
  const out = join(folder, name)
  mkdirSync(out)
  const lines = { report: '', facts: new TextDecoder('utf-8', { ignoreBOM: true }).decode(factsHead), diagnostics: '' }
  const entry = {
    size: 1,
    sha256: '0',
    reader: 'docx',
    ms: 1,
    modified: 0,
    changed: 0,
    issuer: null,
    year: null,
    findings: { error: 0, warning: 0, info: 0 },
  }
  const length = (text: string) => Buffer.byteLength(text)
  const sources = [...ingestedCounty(2, { size: 6 }).reports()].map(({ report, diagnostics }) => {
    const [own, found] = [`${JSON.stringify(report)}\n`, diagnostics.map(finding => `${JSON.stringify(finding)}\n`).join('')]
    lines.report += own
    lines.diagnostics += found
    return {
      ...entry,
      path: report.source.name,
      outcome: 'parsed',
      bytes: { report: length(own), facts: 0, diagnostics: length(found) },
    }
  })
  const unread = {
    ...entry,
    path: 'a.pdf',
    outcome: 'failed',
    code: 'source/pdf',
    bytes: { report: 0, facts: 0, diagnostics: 0 },
  }
  for (const part of ['report', 'facts', 'diagnostics'] as const) writeFileSync(join(out, partFiles[part]), lines[part])
  const files = Object.fromEntries(outputFiles.map(file => [file, 0]))
  writeFileSync(
    join(out, 'manifest.json'),
    JSON.stringify({ version: '1.0', fingerprint: '', roster: null, started: 5, files, sources: [...sources, unread] }),
  )
  return out
}

describe('ogi dashboard', () => {
  test('reads an ingest entry by entry', () => {
    const ingest = openIngest(writeIngestOf('parts'))
    const parts = [...(ingest?.parts() ?? [])]
    const expected = [...ingestedCounty(2, { size: 6 }).reports()]
    expect(parts.slice(0, -1).map(({ report, diagnostics }) => ({ report, diagnostics }))).toEqual(
      JSON.parse(JSON.stringify(expected)),
    )
    expect(parts.at(-1)).toMatchObject({ entry: { outcome: 'failed' }, report: null, diagnostics: [] })
  })

  test('writes the feed', async () => {
    const out = writeIngestOf('feed')
    const json = join(folder, 'feed.json')
    expect(await invoke(['dashboard', out, '--json', json, '--lang', 'en'])).toMatchObject({ code: 0 })
    const { default: feed } = await import(json, { with: { type: 'json' } })
    expect(feed).toMatchObject({
      schemaVersion: '1.0',
      made: '1970-01-01T00:00:00.005Z',
      unread: [{ path: 'a.pdf', code: 'source/pdf' }],
    })
  })

  test('says what is missing: the page’s name, the folder, an ingest in it', async () => {
    for (const argv of [['dashboard'], ['dashboard', folder], ['dashboard', folder, '--out', join(folder, 'x.html')]]) {
      const { code, err } = await invoke([...argv, '--lang', 'en'])
      expect(code).toBe(2)
      expect(err).toMatch(/ogi (dashboard|ingest)/)
    }
  })
})
