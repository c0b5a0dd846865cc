import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finishSwitch, type Manifest, type OutputFile, outputFiles } from '../../../src/node/ingest/outputs.ts'
import { build } from '../build.ts'
import { reportText, writeFiles } from './reports.ts'

const kills = 50
let built: (module: string) => string
let folder = ''
let input = ''
let out = ''
beforeAll(() => {
  built = build('kill')
  folder = mkdtempSync(join(tmpdir(), 'ogi-kill-'))
  input = join(folder, 'in')
  out = join(folder, 'out')
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = (to: string) =>
  spawn(process.execPath, [built('node/cli/ogi.js'), 'ingest', input, '--out', to, '--quiet'], { stdio: 'ignore' })
const ended = (process: ReturnType<typeof start>) =>
  new Promise<string>(resolve => process.once('exit', (code, signal) => resolve(signal ?? String(code))))

/** Every file carries the round in which it was written: a set of two rounds would show. */
const writeRound = (round: number) =>
  writeFiles(
    input,
    Object.fromEntries(['甲', '乙', '丙'].map(name => [`${name}镇.txt`, reportText(`${name}镇人民政府`, 2023, round)])),
  )

/** The round that the outputs are of. Fails where they are of two, or a file is not as the manifest says. */
function roundOf(): number {
  const manifest: Manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
  for (const [name, size] of Object.entries(manifest.files)) expect([name, statSync(join(out, name)).size]).toEqual([name, size])
  const rounds = readFileSync(join(out, 'reports.ndjson'), 'utf8').matchAll(/全年主动公开信息(\d+)条/g)
  const found = new Set([...rounds].map(([, round]) => Number(round)))
  expect(found.size).toBe(1)
  return [...found][0] ?? -1
}

test(`killed at ${kills} random moments, the outputs are the old ones or the new ones, and the next run goes on`, async () => {
  writeRound(1000)
  const began = performance.now()
  expect(await ended(start(out))).toBe('0')
  const whole = performance.now() - began
  let current = 1000
  const moments = new Set<string>()
  for (let i = 1; i <= kills; i++) {
    const round = 1000 + i
    writeRound(round)
    const process = start(out)
    const end = ended(process)
    // The later part of a run, where it writes, is tried more often than its start.
    await Promise.race([setTimeout(whole * (0.25 + 0.85 * Math.random())), end])
    process.kill('SIGKILL')
    moments.add(await end)
    // A run killed between two renames is finished by whoever looks next.
    if (existsSync(join(out, '.ogi-work/switch.json'))) finishSwitch(out)
    const found = roundOf()
    expect([current, round]).toContain(found)
    current = found
  }
  expect(moments).toContain('SIGKILL')

  expect(await ended(start(out))).toBe('0')
  expect(roundOf()).toBe(1000 + kills)
  // What comes of fifty interrupted runs is what comes of one.
  const fresh = join(folder, 'fresh')
  expect(await ended(start(fresh))).toBe('0')
  const same: OutputFile[] = ['reports.ndjson', 'facts.csv', 'diagnostics.ndjson', 'workbook.xlsx']
  for (const name of same) expect(readFileSync(join(out, name)).equals(readFileSync(join(fresh, name))), name).toBe(true)
  expect(existsSync(join(out, '.ogi-work'))).toBe(false)
}, 600_000)

test('a set that is half in place is finished, file by file', () => {
  for (let done = 0; done <= outputFiles.length; done++) {
    const half = join(folder, `half-${done}`)
    outputFiles.forEach((name, i) => {
      writeFiles(half, { [name]: i < done ? 'new' : 'old' })
      if (i >= done) writeFiles(half, { [`.ogi-work/new/${name}`]: 'new' })
    })
    writeFiles(half, { '.ogi-work/switch.json': '[]' })
    finishSwitch(half)
    for (const name of outputFiles) expect(readFileSync(join(half, name), 'utf8')).toBe('new')
  }
})

test('without its marker nothing is put in place', () => {
  const unfinished = join(folder, 'unfinished')
  writeFiles(unfinished, { 'facts.csv': 'old', '.ogi-work/new/facts.csv': 'new' })
  finishSwitch(unfinished)
  expect(readFileSync(join(unfinished, 'facts.csv'), 'utf8')).toBe('old')
})

test.skipIf(process.platform === 'win32')(
  'Ctrl-C ends with 130 and leaves the outputs',
  async () => {
    const stopped = join(folder, 'stopped')
    for (let i = 0; i < 80; i++) writeFiles(input, { [`${i}.txt`]: reportText(`${i}号镇人民政府`, 2023, i) })
    const process = start(stopped)
    while (!existsSync(join(stopped, '.ogi-work/spool/journal.ndjson'))) await setTimeout(5)
    process.kill('SIGINT')
    expect(await ended(process)).toBe('130')
    expect(existsSync(join(stopped, 'manifest.json'))).toBe(false)
    expect(await ended(start(stopped))).toBe('0')
  },
  120_000,
)
