/**
 * `npm run bench`: how long reading takes, everyone side by side in one run, as ratios to the least that reading
 * can cost. Absolute times are this machine's, ratios travel.
 *
 *     npm run bench                     all of it, some five minutes
 *     npm run bench -- --short          a minute, without other programs and without batches
 *     npm run bench -- --write          puts the tables into docs/performance.md
 *
 * Other readers take part where they are installed: `npm ci --prefix scripts/bench`, and pandoc, docx2txt,
 * python3-docx and LibreOffice from Debian.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { asWordWrites, withPhotos } from './bench/documents.mjs'
import { measure } from './bench/measure.mjs'
import { otherReaders, ownReaders } from './bench/readers.mjs'
import { readingModules } from './library.mjs'

const { values } = parseArgs({ options: { short: { type: 'boolean' }, write: { type: 'boolean' } } })
const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const pace = values.short ? { rounds: 5, least: 30 } : { rounds: 15, least: 60 }
const corpus = here('../test-corpus/2021/xikou-2021')

/** @type {string[]} */
const page = []
const say = (/** @type {string} */ line = '') => {
  console.log(line)
  page.push(line)
}

/** @param {string} heading @param {import('./bench/measure.mjs').Result[]} results */
function table(heading, results) {
  const first = results[0]?.median ?? Number.NaN
  say(`| ${heading} | ms a document (quartiles) | ratio | documents/s |`)
  say('|---|---|---|---|')
  for (const { name, median, low, high } of results)
    say(
      `| ${name} | ${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}) | ${(median / first).toFixed(2)} | ${(1000 / median).toFixed(0)} |`,
    )
  say()
}

const { others, absent } = values.short
  ? { others: [], absent: [] }
  : (({ readers, absent }) => ({ others: readers, absent }))(otherReaders())
const readers = [...(await ownReaders()), ...others]
const light = new Uint8Array(readFileSync(join(corpus, 'source.docx')))
const folder = mkdtempSync(join(tmpdir(), 'ogi-bench-'))

say(
  `${cpus()[0]?.model.trim()} × ${cpus().length}, Node ${process.versions.node}, ${process.platform}; ${pace.rounds} rounds, everyone once in each.`,
)
if (absent.length > 0) say(`Not installed: ${absent.join(', ')}.`)
say()
for (const [name, bytes] of /** @type {const} */ ([
  ['light', light],
  ['as Word writes it', asWordWrites(light)],
  ['with 20 photos', withPhotos(light)],
])) {
  const file = join(folder, 'a.docx')
  writeFileSync(file, bytes)
  /** @type {string[]} */
  const unable = []
  for (const { name, run } of readers) {
    try {
      await run(file, bytes)
    } catch {
      unable.push(name)
    }
  }
  if (unable.length > 0) say(`Not read by ${unable.join(', ')}:\n`)
  const able = readers.filter(({ name }) => !unable.includes(name))
  const contestants = able.map(({ name, run, documents = 1, note }) => ({
    name: note ? `${name} (${note})` : name,
    documents,
    run: () => run(file, bytes),
  }))
  table(`.docx ${name}, ${Math.ceil(bytes.length / 1024)} kB`, await measure(contestants, pace))
}
rmSync(folder, { recursive: true })

const { parseReport, phases } = await readingModules()
const texts = ['mammoth-raw.txt', 'flat-hast-to-text.txt', 'odt2txt.txt', 'pdftotext-layout.txt', 'flat-textcontent.txt']
const sources = texts.map(name => ({ name, bytes: new Uint8Array(readFileSync(join(corpus, name))) }))
table(
  'text, to a checked report',
  await measure(
    sources.map(({ name, bytes }) => ({ name, run: () => parseReport(bytes, { name }) })),
    pace,
  ),
)
say(`Phases of these five together: ${await phases(sources)}.`)
say()

const ogi = here('../dist/programs/ogi.js')
const nothing = join(mkdtempSync(join(tmpdir(), 'ogi-bench-')), 'nothing.mjs')
writeFileSync(nothing, '')
const starts = await measure(
  Object.entries({
    'node alone': [nothing],
    'ogi --help': [ogi, '--help'],
    'ogi parse of the light .docx': [ogi, 'parse', join(corpus, 'source.docx')],
    'ogi parse of mammoth-raw.txt': [ogi, 'parse', join(corpus, 'mammoth-raw.txt')],
  }).map(([name, args]) => ({ name, run: () => spawnSync(process.execPath, args, { stdio: 'ignore' }) })),
  { rounds: values.short ? 5 : 25, least: 0 },
)
rmSync(dirname(nothing), { recursive: true })
say('| one process | ms (quartiles) | above node alone |')
say('|---|---|---|')
for (const { name, median, low, high } of starts) {
  const above = median - (starts[0]?.median ?? Number.NaN)
  say(`| ${name} | ${median.toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)}) | ${above.toFixed(0)} |`)
}
say()

if (!values.short) {
  const rate = (/** @type {string} */ jobs) => {
    const { stdout } = spawnSync(process.execPath, [here('measure-ingest.mjs'), '1000', '--mixed', '--jobs', jobs], {
      encoding: 'utf8',
    })
    return Number(/([\d.]+) files\/s/.exec(stdout)?.[1])
  }
  const [one, two] = [rate('1'), rate('2')]
  say(`\`ogi ingest\` of 1,000 mixed files: ${one} files/s with one worker, ${two} with two: ${(two / one).toFixed(2)} times.`)
}

if (values.write) {
  const path = here('../docs/performance.md')
  const text = readFileSync(path, 'utf8')
  const [start, end] = ['<!-- bench -->\n', '<!-- /bench -->']
  const at = text.indexOf(start)
  if (at < 0) throw new Error(`${path} has no ${start.trim()}`)
  writeFileSync(path, `${text.slice(0, at + start.length)}\n${page.join('\n').trim()}\n\n${text.slice(text.indexOf(end))}`)
}
