/**
 * `npm run fuzz -- COUNT [--from N] [--jobs J]`: reads COUNT odd sources and holds each reading to what must
 * always hold: no error but a typed one, no more than 2 s and 512 MB, a value wherever the status says so, and
 * the schema. The same number is the same source; what is found is written to tests/fuzz/cases, where a
 * test reads it ever after.
 */
import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { caseOf, inputOf, seedsIn } from './fuzz/inputs.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string', default: '0' }, jobs: { type: 'string', default: String(availableParallelism()) } },
})
const count = Number(positionals[0] ?? 1_000_000)
const first = Number(values.from)
const jobs = Number(values.jobs)
const cases = fileURLToPath(new URL('../tests/fuzz/cases', import.meta.url))
/** A source that is still not read after this is taken for hung; wide, because the machine may be busy. */
const hungAfter = 30_000
const megabytes = 512

mkdirSync(cases, { recursive: true })
let tried = 0
let found = 0
const started = Date.now()
const report = () => {
  const seconds = (Date.now() - started) / 1000
  console.log(`${tried} sources, ${found} found, ${seconds.toFixed(0)} s, ${(tried / seconds).toFixed(0)}/s`)
}

/** Runs a process from a number on; goes on behind a source that ends or hangs it. @param {number} from @param {() => void} done */
function start(from, done) {
  const child = fork(new URL('./fuzz/worker.mjs', import.meta.url), [from, first + count, jobs].map(String), {
    execArgv: [`--max-old-space-size=${megabytes}`],
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  })
  let at = from
  let finished = false
  let alarm = setTimeout(() => child.kill('SIGKILL'), hungAfter)
  child.on('message', (/** @type {any} */ message) => {
    clearTimeout(alarm)
    alarm = setTimeout(() => child.kill('SIGKILL'), hungAfter)
    if (message.done) finished = true
    else if (message.fault) {
      found++
      writeFileSync(`${cases}/${message.name}`, Buffer.from(message.bytes, 'base64'))
      console.log(`${message.number}: ${message.name}: ${message.fault.slice(0, 600)}`)
    } else {
      at = message.number
      tried++
    }
  })
  child.on('exit', (code, signal) => {
    clearTimeout(alarm)
    if (finished) return done()
    found++
    const { name, bytes } = caseOf(inputOf(seedsIn(fileURLToPath(new URL('../test-corpus', import.meta.url))), at))
    writeFileSync(`${cases}/${name}`, bytes)
    console.log(`${at}: ${name}: ended the process (${signal ?? code})`)
    if (at + jobs < first + count) start(at + jobs, done)
    else done()
  })
}

const timer = setInterval(report, 30_000)
let running = jobs
for (let job = 0; job < jobs; job++)
  start(first + job, () => {
    if (--running > 0) return
    clearInterval(timer)
    report()
    process.exitCode = found > 0 ? 1 : 0
  })
