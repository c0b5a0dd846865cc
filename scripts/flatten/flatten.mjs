/**
 * `npm run corpus:flatten [-- FOLDER…]`: makes the flattened twins of the reports of `test-corpus/`
 * whose case asks for them, all or those named (`2021/xikou-2021`), with whatever of the tools
 * is on this machine, and notes tool and version in `about.md`. The npm tools are installed by
 * `npm install --prefix scripts/flatten`; the project itself needs none of them.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allCases, twinsHeading } from '../corpus/corpus.mjs'
import { tools, versionOf } from './tools.mjs'

const root = fileURLToPath(new URL('../../test-corpus', import.meta.url))
const named = process.argv.slice(2)
const chosen = allCases.filter(one => one.twins && (named.length === 0 || named.includes(one.folder)))

const versions = new Map(tools.map(({ need }) => [need, versionOf(need)]))

for (const { folder, twins } of chosen) {
  const path = join(root, folder)
  const work = mkdtempSync(join(tmpdir(), 'flatten-'))
  /** @type {string[]} */
  const made = []
  for (const { name, need, run, ending = 'txt' } of tools) {
    if (Array.isArray(twins) && !twins.includes(name)) continue
    const version = versions.get(need)
    if (!version) {
      console.error(`${folder} ${name}: skipped, ${need} is not here`)
      continue
    }
    try {
      writeFileSync(join(path, `${name}.${ending}`), await run({ docx: join(path, 'source.docx'), work }))
      made.push(`| \`${name}.${ending}\` | ${version} |`)
    } catch (error) {
      console.error(`${folder} ${name}: failed, ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    }
  }
  rmSync(work, { recursive: true, force: true })
  const about = readFileSync(join(path, 'about.md'), 'utf8').split(`\n${twinsHeading}`)[0] ?? ''
  writeFileSync(
    join(path, 'about.md'),
    `${about}\n${twinsHeading}\n\n由真实工具从 \`source.docx\` 展平：\n\n| 文件 | 工具 |\n|---|---|\n${made.join('\n')}\n`,
  )
  console.log(`${folder}: ${made.length} twins`)
}
