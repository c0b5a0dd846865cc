import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileError, problemOf } from '../../src/node/files.ts'
import { type Exclusion, walk } from '../../src/node/walk.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ogi-walk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function found(exclude?: Exclusion): Promise<string[]> {
  const lines: string[] = []
  for await (const { path, skip, error } of walk(folder, exclude)) {
    const problem = error === undefined ? undefined : error instanceof FileError ? error.problem : problemOf(error)
    lines.push([path, skip ?? problem].filter(part => part !== undefined).join(' '))
  }
  return lines
}

test('goes through subfolders in the order of names', async () => {
  mkdirSync(join(folder, '镇'))
  writeFileSync(join(folder, '镇/b.txt'), '')
  writeFileSync(join(folder, 'a.txt'), '')
  expect(await found()).toEqual(['a.txt', '镇/b.txt'])
})

test('skips lock files and files of the system, and says so', async () => {
  for (const name of ['~$报告.docx', '.~lock.报告.docx#', '.DS_Store', '._报告.docx', 'Thumbs.db'])
    writeFileSync(join(folder, name), '')
  mkdirSync(join(folder, '__MACOSX'))
  writeFileSync(join(folder, '__MACOSX/x.docx'), '')
  expect(await found()).toEqual([
    '.DS_Store systemFile',
    '._报告.docx systemFile',
    '.~lock.报告.docx# lockFile',
    'Thumbs.db systemFile',
    '__MACOSX systemFile',
    '~$报告.docx lockFile',
  ])
})

test('a link back up ends, a link to nothing is a problem, a link to a file is a file', async () => {
  mkdirSync(join(folder, 'sub'))
  writeFileSync(join(folder, 'sub/a.txt'), '')
  symlinkSync('..', join(folder, 'sub/loop'))
  symlinkSync('nowhere', join(folder, 'broken'))
  symlinkSync('sub/a.txt', join(folder, 'linked.txt'))
  expect(await found()).toEqual(['broken missing', 'linked.txt', 'sub/a.txt', 'sub/loop seenBefore'])
})

test('reads names in GBK, and their files can be opened', async () => {
  const name = Buffer.from([0xcf, 0xaa, 0xbf, 0xda, 0x2e, 0x74, 0x78, 0x74])
  try {
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), 'x')
  } catch {
    return // A file system that has only Unicode names.
  }
  for await (const { path, location, status } of walk(folder)) {
    expect(path).toBe('溪口.txt')
    expect(Buffer.isBuffer(location)).toBe(true)
    expect(status?.size).toBe(1)
  }
})

test('leaves out where the outputs go, or their names where that is the folder itself', async () => {
  mkdirSync(join(folder, 'out'))
  for (const name of ['a.txt', 'facts.csv', 'out/facts.csv']) writeFileSync(join(folder, name), '')
  expect(await found({ folder: join(folder, 'out'), names: ['facts.csv'] })).toEqual(['a.txt', 'facts.csv'])
  expect(await found({ folder, names: ['facts.csv'] })).toEqual(['a.txt', 'out/facts.csv'])
})

test.skipIf(process.getuid?.() === 0)('a folder without permission is a problem of that folder only', async () => {
  mkdirSync(join(folder, 'closed'))
  writeFileSync(join(folder, 'z.txt'), '')
  chmodSync(join(folder, 'closed'), 0)
  expect(await found()).toEqual(['closed noPermission', 'z.txt'])
  chmodSync(join(folder, 'closed'), 0o700)
})
