import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import type { Label } from '../../src/form/form.ts'
import { forms } from '../../src/form/index.ts'
import { sourceFiles } from './sources.ts'

/** Every label of both editions, its aliases too. */
const labels = new Set(
  Object.values(forms).flatMap(({ tables }) =>
    Object.values(tables).flatMap(({ notes, blocks }) =>
      [
        ...notes,
        ...blocks.flatMap(({ title, corner, columns, rows }) => [
          title,
          corner,
          ...columns.flatMap(({ label, groups }) => [label, ...groups]),
          ...rows.flatMap(({ label, groups }) => [label, ...groups]),
        ]),
      ]
        .filter((label): label is Label => label !== null)
        .flatMap(({ text, aliases }) => [text, ...aliases]),
    ),
  ),
)

/** String literals of a source file; comments are gone. */
function stringsOf(text: string): string[] {
  const { code } = transformSync(text, { loader: 'ts', charset: 'utf8', legalComments: 'none' })
  return [...code.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`/g)].map(([, a, b, c]) => a ?? b ?? c ?? '')
}

test('labels are collected', () => {
  expect(labels.size).toBeGreaterThan(80)
})

test('no label of the form is spelled outside src/form', () => {
  const spelled = sourceFiles
    // Words for people: they may name a label in a sentence.
    .filter(({ path }) => !path.startsWith('form/') && path !== 'diagnostic/catalogue.ts' && path !== 'node/cli/texts.ts')
    .flatMap(({ path, text }) =>
      stringsOf(text)
        .filter(string => labels.has(string) || [...labels].some(label => label.length >= 6 && string.includes(label)))
        .map(string => `${path}: ${string}`),
    )
  expect(spelled).toEqual([])
})
