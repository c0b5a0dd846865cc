import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type * as NodeEntry from '../../../src/node/index.ts'
import { build } from '../build.ts'
import { invoke } from '../cli/invoke.ts'
import { reportText, writeFiles } from './reports.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let library: typeof NodeEntry
beforeAll(async () => {
  library = await import(build('ingest-between')('node/index.js'))
})

let folder = ''
let input = ''
let out = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ogi-between-'))
  input = join(folder, 'in')
  out = join(folder, 'out')
  writeFiles(input, {
    '溪口镇2022.txt': reportText('溪口镇人民政府', 2022, 3),
    // 现行有效件数 is 7, which 5 + 5 − 6 is not.
    '溪口镇2023.txt': reportText('溪口镇人民政府', 2023, 5),
    '尚田镇2022.txt': reportText('尚田镇人民政府', 2022, 3),
    '尚田镇2023.txt': reportText('尚田镇人民政府', 2023, 2),
    '莼湖镇2023.txt': reportText('莼湖镇人民政府', 2023).replace('全年主动', '尚田镇全年主动'),
    'none.pdf': '%PDF-1.4',
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function found(dir = out): Promise<string[]> {
  const codes: string[] = []
  for await (const { file, code } of library.readDiagnostics(dir))
    if (/^history|other-body/.test(code)) codes.push(`${file} ${code}`)
  return codes.sort()
}

async function flagged(): Promise<string[]> {
  const cells = new Set<string>()
  for await (const { file, cell, flags } of library.readFacts(out)) if (flags.includes('history/in-force')) cells.add(`${file} ${cell}`) // biome-ignore format: one step
  return [...cells]
}

const inForce = ['溪口镇2023.txt history/in-force', '溪口镇2023.txt history/in-force']
const otherBody = '莼湖镇2023.txt text/other-body'

test('an ingest finds between its reports what check finds', async () => {
  const { sources, findings } = await library.writeIngest(input, out)
  expect(await found()).toEqual([...inForce, otherBody])
  expect(await flagged()).toEqual(
    ['rules', 'normativeDocuments'].flatMap(row =>
      ['issued', 'repealed', 'inForce'].map(column => `溪口镇2023.txt disclosure.${row}.${column}`),
    ),
  )
  expect(readFileSync(join(out, 'facts.csv'), 'utf8').match(/history\/in-force/g)).toHaveLength(6)
  // What the manifest counts is what stands in the file.
  const lines = readFileSync(join(out, 'diagnostics.ndjson'), 'utf8').trimEnd().split('\n')
  expect(findings.error + findings.warning + findings.info).toBe(lines.length)
  const warnings = lines.map(line => JSON.parse(line)).filter(({ file, severity }) => file === '溪口镇2023.txt' && severity === 'warning') // biome-ignore format: one step
  expect(sources.find(({ path }) => path === '溪口镇2023.txt')?.findings.warning).toBe(warnings.length)
  const { files } = JSON.parse((await invoke(['check', input, '--format', 'json'])).out)
  const checked = files.flatMap(({ file, diagnostics }: { file: string; diagnostics: { code: string }[] }) =>
    diagnostics
      .filter(({ code }) => /^history|other-body/.test(code))
      .map(({ code }) => `${file.slice(input.length + 1)} ${code}`),
  )
  expect(checked.sort()).toEqual(await found())
})

test('a run that takes results over finds what a fresh one finds, as reports come and go', async () => {
  const outputs = (dir: string) =>
    ['reports.ndjson', 'facts.csv', 'diagnostics.ndjson'].map(name => readFileSync(join(dir, name), 'utf8'))
  await library.writeIngest(input, out)
  expect((await library.writeIngest(input, out)).written).toBe(false)

  renameSync(join(input, '溪口镇2022.txt'), join(folder, 'aside.txt'))
  renameSync(join(input, '尚田镇2022.txt'), join(folder, 'other.txt'))
  const without = await library.writeIngest(input, out)
  expect([without.written, without.parsed, await found(), await flagged()]).toEqual([true, 0, [otherBody], []])

  renameSync(join(folder, 'aside.txt'), join(input, '溪口镇2022.txt'))
  expect((await library.writeIngest(input, out)).parsed).toBe(1)
  expect(await found()).toEqual([...inForce, otherBody])
  const fresh = join(folder, 'fresh')
  await library.writeIngest(input, fresh)
  expect(outputs(out)).toEqual(outputs(fresh))
})

test('bodies of the roster are looked for in the texts', async () => {
  rmSync(join(input, '尚田镇2022.txt'))
  rmSync(join(input, '尚田镇2023.txt'))
  await library.writeIngest(input, out)
  expect(await found()).toEqual(inForce)
  const roster = join(folder, 'roster.csv')
  writeFiles(folder, { 'roster.csv': '名称\n尚田镇人民政府\n' })
  expect((await library.writeIngest(input, out, { roster })).parsed).toBe(0)
  expect(await found()).toEqual([...inForce, otherBody])
})
