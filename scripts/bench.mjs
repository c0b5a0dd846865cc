/**
 * `npm run bench`: how long reading takes, side by side in one run. Each line is one report read over and
 * over; the ratios are to the first line. Absolute times are this machine's, ratios travel.
 *
 *     npm run bench -- --files a.docx b.txt     measures other files
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bench, do_not_optimize, run, summary } from 'mitata'
import { library } from './library.mjs'

const { values } = parseArgs({ options: { files: { type: 'boolean' } }, allowPositionals: true })
const { positionals } = parseArgs({ options: { files: { type: 'boolean' } }, allowPositionals: true })
const corpus = fileURLToPath(new URL('../test-corpus/2021/xikou-2021', import.meta.url))
const files = values.files
  ? positionals
  : ['source.docx', 'mammoth-raw.txt', 'flat-hast-to-text.txt', 'odt2txt.txt', 'pdftotext-layout.txt', 'flat-textcontent.txt']
      .map(name => join(corpus, name))
      .filter(existsSync)

const { parseReport } = await library()

summary(() => {
  for (const path of files) {
    const bytes = new Uint8Array(readFileSync(path))
    const name = path.slice(path.lastIndexOf('/') + 1)
    bench(`${name} (${Math.ceil(bytes.length / 1024)} kB)`, async () => do_not_optimize(await parseReport(bytes, { name }))).gc(
      'inner',
    )
  }
})

const { benchmarks } = await run({ colors: process.stdout.isTTY && !process.env.NO_COLOR })
console.log()
for (const { alias, runs } of benchmarks) {
  const p50 = runs[0]?.stats?.p50
  if (p50) console.log(`${alias}: ${(p50 / 1e6).toFixed(2)} ms a report, ${Math.round(1e9 / p50)} reports/s`)
}
