/**
 * `npm run nodes`: the built command on each Node of `engines`, from the packages that carry Node's binaries. Every
 * one must give the same reports and the same facts for the corpus as the Node that runs this script.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ogi-nodes-'))

/** What a Node makes of the corpus. @param {string} node @param {string} name */
function outputsOf(node, name) {
  const out = join(folder, name)
  const args = [here('../dist/programs/ogi.js'), 'ingest', here('../test-corpus'), '--out', out, '--quiet']
  try {
    execFileSync(node, args, { stdio: 'ignore' })
  } catch (error) {
    // 1: something was found, which a corpus of mistakes is for.
    if (/** @type {any} */ (error).status !== 1) throw error
  }
  return ['reports.ndjson', 'facts.csv', 'diagnostics.ndjson'].map(file => readFileSync(join(out, file), 'utf8')).join('')
}

let failed = 0
const expected = outputsOf(process.execPath, 'own')
for (const version of ['20', '22', '24']) {
  const carrier = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const prefix = join(folder, version)
  execFileSync('npm', ['install', '--prefix', prefix, '--ignore-scripts', '--no-audit', '--no-fund', `${carrier}@${version}`], {
    stdio: 'ignore',
  })
  const node = join(prefix, 'node_modules', carrier, 'bin/node')
  const exact = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  const same = outputsOf(node, `out-${version}`) === expected
  if (!same) failed++
  console.log(`Node ${exact}: ${same ? `the same ${expected.length} characters` : 'OTHER OUTPUTS'}`)
}
rmSync(folder, { recursive: true })
process.exitCode = failed > 0 ? 1 : 0
