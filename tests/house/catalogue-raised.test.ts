import { expect, test } from 'vitest'
import { catalogue } from '../../src/diagnostic/catalogue.ts'
import { sourceFiles } from './sources.ts'

/** Quoted strings of the form `area/finding` in the source, the catalogue itself aside. */
const mentioned = new Set(
  sourceFiles
    .filter(({ path }) => path !== 'diagnostic/catalogue.ts')
    .flatMap(({ text }) => [...text.matchAll(/'([a-z]+\/[a-z-]+)'/g)].map(([, code]) => code)),
)

test.each(Object.keys(catalogue))('%s is raised somewhere', code => {
  expect(mentioned).toContain(code)
})
