/** One of the fuzzer's processes: tries the numbers it is given, says how far it is, and names what it found. */
import { fileURLToPath } from 'node:url'
import { readingModules } from '../library.mjs'
import { caseOf, inputOf, seedsIn } from './inputs.mjs'
import { judgeBy } from './judge.mjs'

const [from = 0, to = 0, step = 1] = process.argv.slice(2).map(Number)
const seeds = seedsIn(fileURLToPath(new URL('../../test-corpus', import.meta.url)))
const faultOf = judgeBy(await readingModules(), 2)
const say = (/** @type {object} */ message) => process.send?.(message)

for (let number = from; number < to; number += step) {
  say({ number })
  const source = inputOf(seeds, number)
  const fault = await faultOf(source, number % 50 === 0)
  if (fault !== null) {
    const { name, bytes } = caseOf(source)
    say({ number, fault, name, bytes: bytes.toString('base64') })
  }
}
say({ done: true })
process.disconnect()
