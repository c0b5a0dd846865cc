import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { projectFolder } from './sources.ts'

test('the core bundles for a browser, with nothing of node in it', async () => {
  const { outputFiles, errors, metafile } = await build({
    entryPoints: [join(projectFolder, 'src/index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    metafile: true,
    logLevel: 'silent',
  })
  expect(errors).toEqual([])
  const left = Object.values(metafile.outputs).flatMap(output => output.imports.map(({ path }) => path))
  expect(left).toEqual([])
  const [bundle] = outputFiles
  expect(bundle?.text).toContain('parseReport')
  expect(bundle?.text).not.toMatch(/["']node:\w/)
  expect(Object.keys(metafile.inputs).filter(path => path.includes('src/node/'))).toEqual([])
})
