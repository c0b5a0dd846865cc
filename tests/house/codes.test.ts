import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Code, catalogue } from '../../src/diagnostic/catalogue.ts'
import { projectFolder, sourceFiles } from './sources.ts'

const codes = Object.keys(catalogue) as Code[]
const outsideCatalogue = sourceFiles.filter(({ path }) => !path.startsWith('diagnostic/catalogue'))
const namesIn = (text: string): string[] =>
  [...text.matchAll(/["'`]([a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*)["'`]/g)].map(match => match[1] ?? '')

const textsBelow = (folder: string, ending: RegExp): string =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => ending.test(path) && !path.startsWith('house'))
    .map(path => readFileSync(join(projectFolder, folder, path), 'utf8'))
    .join('\n')

const raised = new Set(outsideCatalogue.flatMap(({ text }) => namesIn(text)))
const shown = `${textsBelow('tests', /\.ts$/)}\n${textsBelow('test-corpus', /expected\.json$|about\.md$/)}\n${outsideCatalogue
  .flatMap(({ text }) => text.split('\n').filter(line => line.includes('* ') && line.includes('→')))
  .join('\n')}`

test('every code that is raised is in the catalogue', () => {
  const logged = outsideCatalogue.flatMap(({ text }) =>
    [...text.matchAll(/\b(?:log|findings|found)\.add\(\s*'([^']+)'/g)].map(match => match[1] ?? ''),
  )
  expect(logged.length).toBeGreaterThan(20)
  for (const code of logged) expect(codes).toContain(code)
})

test('every code of the catalogue is raised somewhere', () => {
  expect(codes.filter(code => !raised.has(code))).toEqual([])
})

test('every code of the catalogue is shown by a case', () => {
  expect(codes.filter(code => !new RegExp(`${code}(?![a-z-])`).test(shown))).toEqual([])
})
