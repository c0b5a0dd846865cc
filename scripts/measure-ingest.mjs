/**
 * Measures `ogi ingest` on made-up reports in a temporary folder: `node scripts/measure-ingest.mjs COUNT
 * [--mixed] [--jobs N] [--keep]` (`npm run build` first). `--mixed`: half .docx, half text, and 2 % broken files of
 * ten kinds; without it, text alone. Prints time, rate, peak memory and what became of the files; then
 * runs again, to see that nothing is parsed. Needs some 110 kB of disk a report.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { docxOf } from './corpus/docx.mjs'
import { draftOf } from './corpus/draft.mjs'
import { randomOf } from './corpus/random.mjs'
import { textOf } from './corpus/texts.mjs'
import { formModules } from './library.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mixed: { type: 'boolean' }, jobs: { type: 'string' }, keep: { type: 'boolean' } },
})
const count = Number(positionals[0])
if (!Number.isInteger(count) || count < 1)
  throw new Error('Usage: node scripts/measure-ingest.mjs COUNT [--mixed] [--jobs N] [--keep]')

const modules = await formModules()
const encode = (/** @type {string} */ text) => new TextEncoder().encode(text)
const characters = [...'溪口莼湖尚田岳林江萧王庙堰裘村松岙安兴宁东西南北石桥金银水木山川河流花草竹梅兰菊云龙凤平福禄寿喜清明']

/** A name for every number below 125,000. @param {number} i */
const nameOf = i => [i, i / 50, i / 2500].map(part => characters[Math.floor(part) % 50]).join('')

/** @param {number} i */
function draft(i) {
  const issuer = `${nameOf(i)}镇人民政府`
  return draftOf(
    { folder: `2021/${i}`, body: { issuer, self: '我镇', key: String(i) }, year: 2023, edition: '2021', density: 'few' },
    modules,
  )
}

/** Ten kinds of files that are no reports, by ending. @type {[string, (whole: Uint8Array) => Uint8Array][]} */
const broken = [
  ['empty.docx', () => new Uint8Array(0)],
  ['blank.txt', () => encode(' \n\n')],
  ['scan.pdf', () => encode('%PDF-1.7\n%...')],
  ['cut.docx', whole => whole.slice(0, whole.length / 2)],
  ['headless.docx', whole => whole.slice(100)],
  ['old.doc', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(2000).fill(0)])],
  ['photo.docx', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ['rich.doc', () => encode('{\\rtf1\\ansi 1}')],
  ['all.rar', () => Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00])],
  ['all.zip', () => encode('PK\u0003\u0004 and nothing more')],
]

const folder = mkdtempSync(join(tmpdir(), 'ogi-measure-'))
const input = join(folder, 'in')
const out = join(folder, 'out')

function generate() {
  const dialects = /** @type {const} */ (['tabs', 'bars', 'cells', 'lines'])
  const bad = values.mixed ? Math.round(count * 0.02) : 0
  for (let i = 0; i < count; i++) {
    const below = join(input, String(Math.floor(i / 500)).padStart(4, '0'))
    if (i % 500 === 0) mkdirSync(below, { recursive: true })
    const path = join(below, String(i).padStart(6, '0'))
    const made = draft(i)
    if (i < bad) {
      const [name, make] = broken[i % broken.length] ?? ['', () => new Uint8Array(0)]
      writeFileSync(`${path}-${name}`, make(docxOf(made, randomOf(String(i)))))
    } else if (values.mixed && i % 2 === 0) writeFileSync(`${path}.docx`, docxOf(made, randomOf(String(i))))
    else writeFileSync(`${path}.txt`, textOf(made, dialects[(i >> 1) % dialects.length] ?? 'tabs'))
  }
}

/** @param {string} label */
function measure(label) {
  const peak = join(folder, 'peak')
  // Printed by the process itself as it ends: the peak of all its threads and libraries.
  const probe = `import {writeFileSync} from 'node:fs';import {isMainThread} from 'node:worker_threads';if(isMainThread)process.on('exit',()=>writeFileSync(${JSON.stringify(peak)},JSON.stringify(process.resourceUsage())))`
  const ogi = fileURLToPath(new URL('../dist/programs/ogi.js', import.meta.url))
  const began = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(probe)}`,
      ogi,
      'ingest',
      input,
      '--out',
      out,
      '--lang',
      'en',
      ...(values.jobs ? ['--jobs', values.jobs] : []),
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const seconds = (performance.now() - began) / 1000
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(peak, 'utf8'))
  const { sources } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
  /** @type {Record<string, number>} */
  const outcomes = {}
  for (const { outcome } of sources) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  const codes = new Set(
    sources.filter((/** @type {any} */ source) => source.outcome === 'failed').map((/** @type {any} */ source) => source.code),
  )
  const cpu = (userCPUTime + systemCPUTime) / 1e6
  console.log(
    `${label}: exit ${status}, ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} files/s, ${cpu.toFixed(1)} s of processor, peak ${Math.round(maxRSS / 1024)} MB, ${JSON.stringify(outcomes)}, failed for ${codes.size} reasons`,
  )
  console.log(`  ${stderr.split('\n').find(line => line.includes('parsed in this run')) ?? ''}`)
}

generate()
measure('first run')
measure('second run')
for (const name of ['reports.ndjson', 'facts.csv', 'facts.parquet', 'reports.duckdb', 'workbook.xlsx', 'manifest.json']) {
  console.log(`  ${name}: ${(statSync(join(out, name)).size / 1024).toFixed(0)} kB`)
}
if (values.keep) console.log(folder)
else rmSync(folder, { recursive: true, force: true })
