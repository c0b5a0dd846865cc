import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
    bin: { ogi: 'dist/node/cli/ogi.js' },
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
      !papers.includes(path) && !/^docs\/[\w-]+\.md$/.test(path) && !/^dist\/[\w/-]+(\.js|\.d\.ts|\.schema\.json)$/.test(path),
  )
  expect(strange).toEqual([])
})
