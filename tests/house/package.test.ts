import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseReport } from '../../src/parse-report.ts'
import { projectFolder } from './sources.ts'

const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: projectFolder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
)
const files: string[] = packed.files.map(({ path }: { path: string }) => path)

test('the package says what it is', () => {
  expect(manifest).toMatchObject({
    name: 'ogi-report',
    type: 'module',
    license: 'MIT',
    engines: { node: '>=20.19' },
    bin: { ogi: 'dist/programs/ogi.js' },
    sideEffects: false,
  })
  expect(manifest.private).toBeUndefined()
})

test('nothing has to run when it is installed', () => {
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) expect(manifest.scripts).not.toHaveProperty(script)
})

test('every entry is a file that is packed', () => {
  const entries = Object.values<string | Record<string, string>>(manifest.exports).flatMap(entry =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  )
  expect(entries.length).toBeGreaterThanOrEqual(6)
  for (const entry of [...entries, ...Object.values<string>(manifest.bin)]) {
    expect(existsSync(join(projectFolder, entry)), entry).toBe(true)
    expect(files).toContain(entry.replace('./', ''))
  }
})

test('the command is a script for node', () => {
  expect(readFileSync(join(projectFolder, manifest.bin.ogi), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
})

test('the package holds the built code and its papers, and nothing else', () => {
  const papers = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']
  expect(files).toEqual(expect.arrayContaining([...papers, 'dist/report.schema.json', 'docs/diagnostics.md']))
  const strange = files.filter(
    path =>
      !papers.includes(path) &&
      !/^docs\/[\w-]+\.md$/.test(path) &&
      !/^dist\/(?:[\w/-]+(\.js|\.d\.ts|\.schema\.json)|programs\/LICENSES\.txt)$/.test(path),
  )
  expect(strange).toEqual([])
})

test('the command is bundled with what every run needs, its licences beside it', () => {
  const folder = join(projectFolder, 'dist/programs')
  const loaded = new Set<string>()
  const load = (file: string) => {
    if (loaded.has(file)) return
    loaded.add(file)
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [, from = ''] of text.matchAll(/(?:\bfrom|\bimport)"([^"]+)"/g))
      if (from.startsWith('./')) load(from.slice(2))
      else expect(from).toMatch(/^(?:node:)?[a-z_/]+$/)
  }
  load('ogi.js')
  load('worker.js')
  expect(loaded.size).toBeGreaterThan(5)
  const licences = readFileSync(join(folder, 'LICENSES.txt'), 'utf8')
  for (const name of ['dingbat-to-unicode', 'fflate', 'picocolors']) expect(licences).toContain(`${name} `)
})

test('the bundled command reads what the library reads, also in its workers', async () => {
  const name = 'source.docx'
  const folder = join(projectFolder, 'test-corpus/2021/baiyun-2021-no-work-no-year')
  const ogi = (...argv: string[]) =>
    execFileSync(process.execPath, [join(projectFolder, manifest.bin.ogi), ...argv], { cwd: folder })
  const { report } = await parseReport(readFileSync(join(folder, name)), { name })
  expect(JSON.parse(String(ogi('parse', '--quiet', name)))).toEqual(JSON.parse(JSON.stringify(report)))
  const out = mkdtempSync(join(tmpdir(), 'ogi-programs-'))
  ogi('ingest', folder, '--out', out, '--quiet', '--jobs', '2')
  expect(readdirSync(out)).toContain('reports.ndjson')
  expect(readFileSync(join(out, 'reports.ndjson'), 'utf8')).toContain(report.title ?? 'no title')
  rmSync(out, { recursive: true })
})
