/**
 * Bundles the command and ingest's worker into `dist/programs/`, with the small packages that every run needs: to find
 * and load a hundred modules takes longer than to read a report. What few runs need stays a package, loaded when called.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const { dependencies, optionalDependencies } = JSON.parse(readFileSync(here('../package.json'), 'utf8'))
const bundled = ['fflate', 'picocolors', 'dingbat-to-unicode']
const out = here('../dist/programs')

rmSync(out, { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: here('..'),
  // Side by side: a worker is looked for beside what starts it.
  entryPoints: ['dist/node/cli/ogi.js', 'dist/node/ingest/worker.js'],
  entryNames: '[name]',
  chunkNames: 'part-[hash]',
  outdir: out,
  bundle: true,
  splitting: true,
  minifySyntax: true,
  minifyWhitespace: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  external: Object.keys({ ...dependencies, ...optionalDependencies }).filter(name => !bundled.includes(name)),
  // The other build of fflate loads node:worker_threads for calls that are not used.
  alias: { fflate: 'fflate/browser' },
  metafile: true,
  logLevel: 'warning',
})

const packages = [
  ...new Set(Object.keys(metafile.inputs).flatMap(path => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])),
]

/** What a package says of its licence: its own file, or else its package.json. @param {string} name */
function licenceOf(name) {
  const folder = `../node_modules/${name}`
  const { version, license, author } = JSON.parse(readFileSync(here(`${folder}/package.json`), 'utf8'))
  const file = here(`${folder}/LICENSE`)
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : `${license}, ${author?.name ?? author}`
  return `${name} ${version}\n\n${text}\n`
}
writeFileSync(
  `${out}/LICENSES.txt`,
  packages
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(60)}\n\n`),
)
