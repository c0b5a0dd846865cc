import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from './sources.ts'

/** Imports only go down; folders of one rank do not know each other. '' is the pipeline at the top of `src/`. */
const ranks: Record<string, number> = {
  text: 0,
  document: 1,
  form: 2,
  diagnostic: 3,
  model: 4,
  read: 5,
  locate: 6,
  tabulate: 7,
  narrate: 7,
  check: 8,
  collection: 9,
  output: 10,
  '': 11,
  node: 12,
}

const importPattern = /(?:from|import)\s*\(?\s*'([^']+)'/g

const imports = sourceFiles.flatMap(({ path, text }) =>
  [...text.matchAll(importPattern)].map(([, target = '']) => ({ path, target })),
)

const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')

test('imports are found at all', () => {
  expect(imports.length).toBeGreaterThan(40)
})

test('every folder has a rank', () => {
  expect([...new Set(sourceFiles.map(({ path }) => folderOf(path)))].filter(folder => !(folder in ranks))).toEqual([])
})

test('imports only go down', () => {
  const up = imports.flatMap(({ path, target }) => {
    if (!target.startsWith('.')) return []
    const from = folderOf(path)
    const to = folderOf(posix.join(posix.dirname(path), target))
    return from === to || (ranks[to] ?? 99) < (ranks[from] ?? 0) ? [] : [`${path} → ${target}`]
  })
  expect(up).toEqual([])
})

test('only src/node imports node:', () => {
  expect(imports.filter(({ path, target }) => target.startsWith('node:') && folderOf(path) !== 'node')).toEqual([])
})

test('file names are kebab-case', () => {
  expect(sourceFiles.map(({ path }) => path).filter(path => !/^[a-z0-9/-]+(\.d)?\.ts$/.test(path))).toEqual([])
})
