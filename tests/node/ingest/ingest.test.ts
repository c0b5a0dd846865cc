import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type * as NodeEntry from '../../../src/node/index.ts'
import { failureOf } from '../../../src/node/ingest/ingest.ts'
import { OutputError } from '../../../src/node/ingest/output-error.ts'
import { type Manifest, outputFiles } from '../../../src/node/ingest/outputs.ts'
import { JobFailedError } from '../../../src/node/ingest/pool.ts'
import { build } from '../build.ts'
import { reportDocx, reportText, writeFiles } from './reports.ts'
import { gbkName, makeZip } from './zip.ts'

// Each test starts processes, and a machine may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let built: (module: string) => string
let library: typeof NodeEntry
beforeAll(async () => {
  built = build('ingest')
  library = await import(built('node/index.js'))
})

let folder = ''
let input = ''
let out = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ogi-ingest-'))
  input = join(folder, 'in')
  out = join(folder, 'out')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const ogi = (...argv: string[]) => spawnSync(process.execPath, [built('node/cli/ogi.js'), ...argv], { encoding: 'utf8' })
const manifest = (): Manifest => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
const outcomes = () => manifest().sources.map(({ path, outcome, code }) => [path, outcome, code].filter(Boolean).join(' '))
const linesOf = (name: string) => readFileSync(join(out, name), 'utf8').split('\n').filter(Boolean)

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('ogi ingest', () => {
  test('reads subfolders and archives, names what it does not read, and goes on', () => {
    const inner = makeZip([
      { name: '丙镇.txt', content: reportText('丙镇人民政府', 2023) },
      { name: 'deep.zip', content: 'x' },
    ])
    writeFiles(input, {
      '甲镇.txt': reportText('甲镇人民政府', 2023),
      'sub/copy.txt': reportText('甲镇人民政府', 2023),
      'bad.pdf': '%PDF-1.4',
      'empty.docx': '',
      '~$甲镇.docx': 'x',
      'reports.zip': makeZip([
        { name: gbkName, content: reportText('乙镇人民政府', 2023) },
        { name: 'inner.zip', content: inner },
        { name: 'locked.txt', content: 'x', flags: 1 },
        { name: 'old.txt', content: 'x', method: 12 },
        { name: 'huge.zip', content: 'x', claimedSize: 2 ** 31 },
      ]),
      'broken.zip': 'PK\u0003\u0004',
    })
    const { status, stdout, stderr } = ogi('ingest', input, '--out', out)
    expect(stdout).toBe('')
    expect(status).toBe(1)
    expect(outcomes()).toEqual([
      'bad.pdf failed source/pdf',
      'broken.zip failed archive/damaged',
      'empty.docx failed source/empty',
      'reports.zip skipped archive/opened',
      'reports.zip/huge.zip failed archive/too-large',
      'reports.zip/inner.zip skipped archive/opened',
      'reports.zip/inner.zip/deep.zip failed archive/too-deep',
      'reports.zip/inner.zip/丙镇.txt parsed',
      'reports.zip/locked.txt failed archive/encrypted',
      'reports.zip/old.txt failed archive/method',
      'reports.zip/溪口.txt parsed',
      'sub/copy.txt parsed',
      '~$甲镇.docx skipped file/lock',
      '甲镇.txt duplicate duplicate/content',
    ])
    expect(stderr).toContain('bad.pdf: 错误 这是 PDF 文件')
    expect(readdirSync(out).sort()).toEqual([...outputFiles].sort())
    expect(linesOf('reports.ndjson').map(line => JSON.parse(line).source.name)).toEqual([
      'reports.zip/inner.zip/丙镇.txt',
      'reports.zip/溪口.txt',
      'sub/copy.txt',
    ])
    // What could not be read is among the findings.
    expect(linesOf('diagnostics.ndjson').map(line => JSON.parse(line).code)).toContain('source/pdf')
  })

  test.skipIf(process.platform === 'win32')('what is no file, or too large, or leads nowhere, is named', () => {
    writeFiles(input, { 'a.txt': reportText('甲镇人民政府', 2023), 'large.txt': '' })
    truncateSync(join(input, 'large.txt'), 300 * 1024 * 1024)
    spawnSync('sh', ['-c', 'mkfifo "$0"', join(input, 'pipe.txt')])
    symlinkSync('nowhere', join(input, 'broken.txt'))
    symlinkSync('.', join(input, 'loop'))
    expect(ogi('ingest', input, '--out', out).status).toBe(1)
    expect(outcomes()).toEqual([
      'a.txt parsed',
      'broken.txt failed file/missing',
      'large.txt failed file/too-large',
      'loop skipped file/folder-seen',
      'pipe.txt failed file/not-regular',
    ])
  })

  test.skipIf(process.getuid?.() === 0)('a file without permission is named', () => {
    writeFiles(input, { 'a.txt': 'x' })
    chmodSync(join(input, 'a.txt'), 0)
    expect(ogi('ingest', input, '--out', out).status).toBe(1)
    expect(outcomes()).toEqual(['a.txt failed file/no-permission'])
  })

  test('a cell as long as a book costs its file only', () => {
    const huge = reportText('甲镇人民政府', 2023).replace(/规章\t1\t/, `规章\t${'约三件'.repeat(100_000)}\t`)
    writeFiles(input, { 'a.docx': reportDocx(huge), 'b.txt': reportText('乙镇人民政府', 2023) })
    expect(ogi('ingest', input, '--out', out).status).toBe(1)
    expect(outcomes()).toEqual(['a.docx failed source/too-large', 'b.txt parsed'])
  })

  test('a .docx under another name is no archive', () => {
    writeFiles(input, { 'a.zip': reportDocx(reportText('甲镇人民政府', 2023)) })
    ogi('ingest', input, '--out', out)
    expect(manifest().sources.map(({ path, outcome, reader }) => [path, outcome, reader])).toEqual([['a.zip', 'parsed', 'docx']])
  })

  test('a second run parses nothing and leaves the outputs as they are; a change is read alone', () => {
    const files = Object.fromEntries(['甲', '乙', '丙'].map(name => [`${name}镇.txt`, reportText(`${name}镇人民政府`, 2023)]))
    writeFiles(input, files)
    expect(ogi('ingest', input, '--out', out, '--lang', 'en').stderr).toContain('3 parsed in this run')
    const before = outputFiles.map(name => statSync(join(out, name)).mtimeMs)
    const second = ogi('ingest', input, '--out', out, '--lang', 'en')
    expect(second.status).toBe(0)
    expect(second.stderr).toContain('(0 parsed in this run)')
    expect(outputFiles.map(name => statSync(join(out, name)).mtimeMs)).toEqual(before)

    writeFiles(input, { '乙镇.txt': reportText('乙镇人民政府', 2023, 7), '丁镇.txt': reportText('丁镇人民政府', 2023) })
    unlinkSync(join(input, '丙镇.txt'))
    expect(ogi('ingest', input, '--out', out, '--lang', 'en').stderr).toContain('(2 parsed in this run)')
    const incremental = ['reports.ndjson', 'facts.csv', 'diagnostics.ndjson'].map(name => readFileSync(join(out, name), 'utf8'))
    expect(ogi('ingest', input, '--out', out, '--lang', 'en', '--fresh').stderr).toContain('(3 parsed in this run)')
    expect(['reports.ndjson', 'facts.csv', 'diagnostics.ndjson'].map(name => readFileSync(join(out, name), 'utf8'))).toEqual(
      incremental,
    )
  })

  test('the same size and time do not hide a change', () => {
    writeFiles(input, { 'a.txt': reportText('甲镇人民政府', 2023, 1) })
    const time = new Date('2024-01-01')
    utimesSync(join(input, 'a.txt'), time, time)
    ogi('ingest', input, '--out', out)
    writeFiles(input, { 'a.txt': reportText('甲镇人民政府', 2023, 2) })
    utimesSync(join(input, 'a.txt'), time, time)
    expect(ogi('ingest', input, '--out', out, '--lang', 'en').stderr).toContain('(1 parsed in this run)')
  })

  test('of one body and year the newer counts; when it goes, the older is read after all', () => {
    writeFiles(input, { 'old.txt': reportText('甲镇人民政府', 2023, 1), 'new.txt': reportText('甲镇人民政府', 2023, 2) })
    utimesSync(join(input, 'old.txt'), 1e9, 1e9)
    ogi('ingest', input, '--out', out)
    // Whether body and year are known is the parser's part: the rule itself is tested beside.
    const [first] = linesOf('reports.ndjson').map(line => JSON.parse(line))
    if (first.issuer === null || first.year === null) return
    expect(outcomes()).toEqual(['new.txt parsed', 'old.txt duplicate duplicate/body-year'])
    unlinkSync(join(input, 'new.txt'))
    ogi('ingest', input, '--out', out)
    expect(outcomes()).toEqual(['old.txt parsed'])
    expect(linesOf('reports.ndjson')).toHaveLength(1)
  })

  test('--since skips what is older', () => {
    writeFiles(input, { 'old.txt': reportText('甲镇人民政府', 2022), 'new.txt': reportText('甲镇人民政府', 2023) })
    utimesSync(join(input, 'old.txt'), 1e9, 1e9)
    ogi('ingest', input, '--out', out, '--since', '2020-01-01')
    expect(outcomes()).toEqual(['new.txt parsed', 'old.txt skipped file/before-since'])
  })

  test('the outputs may lie in the folder itself', () => {
    writeFiles(input, { 'a.txt': reportText('甲镇人民政府', 2023) })
    out = input
    ogi('ingest', input, '--out', input, '--lang', 'en')
    expect(ogi('ingest', input, '--out', input, '--lang', 'en').stderr).toContain('(0 parsed in this run)')
    expect(outcomes()).toEqual(['a.txt parsed'])
  })
})

describe('what goes wrong is said and harms nothing', () => {
  test.each([
    [['ingest', 'in'], '--out'],
    [['ingest', 'nowhere', '--out', 'x'], 'nowhere'],
    [['ingest', '.', '--out', 'x', '--since', '2025-02-31'], '--since'],
    [['ingest', '.', '--out', 'x', '--jobs', '0'], '--jobs'],
  ])('%o', (argv, named) => {
    const { status, stderr } = ogi(...argv)
    expect(status).toBe(2)
    expect(stderr).toContain(named)
    expect(stderr).not.toContain('    at ')
  })

  test('a place for the outputs that is a file', () => {
    writeFiles(folder, { 'in/a.txt': reportText('甲镇人民政府', 2023), out: 'mine' })
    const { status, stderr } = ogi('ingest', input, '--out', out)
    expect(status).toBe(2)
    expect(stderr).toContain(out)
    expect(readFileSync(out, 'utf8')).toBe('mine')
  })

  test.skipIf(process.platform === 'win32')('a disk that fills up: the outputs stay, the rest is cleared away', () => {
    writeFiles(input, { 'a.txt': reportText('甲镇人民政府', 2023) })
    ogi('ingest', input, '--out', out)
    const before = outputFiles.map(name => readFileSync(join(out, name)))
    for (let i = 0; i < 30; i++) writeFiles(input, { [`${i}.txt`]: reportText(`${i}号镇人民政府`, 2023, i) })
    // A limit on file size fails as a full disk does.
    const command = `ulimit -f 300; exec "${process.execPath}" "${built('node/cli/ogi.js')}" ingest "${input}" --out "${out}" --lang en`
    const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toContain('the disk is full')
    expect(outputFiles.map(name => readFileSync(join(out, name)))).toEqual(before)
    expect(readdirSync(out).sort()).toEqual([...outputFiles].sort())
  })

  test.each([
    ['EROFS', 'notWritable'],
    ['EACCES', 'notWritable'],
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EBUSY', 'busy'],
    ['EIO', 'other'],
  ])('%s is %s', (code, problem) => {
    expect(OutputError.from(Object.assign(new Error(code), { code }), out).problem).toBe(problem)
  })

  test('two runs at once: the second is told', () => {
    writeFiles(folder, { 'in/a.txt': 'x', 'out/.ogi-work/lock': String(process.pid) })
    const { status, stderr } = ogi('ingest', input, '--out', out, '--lang', 'en')
    expect(status).toBe(2)
    expect(stderr).toContain('another ogi ingest')
  })

  test('two calls in one process: the second is told', async () => {
    writeFiles(input, { 'a.txt': reportText('甲镇人民政府', 2023) })
    const [first, second] = await Promise.allSettled([library.writeIngest(input, out), library.writeIngest(input, out)])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('an empty folder gives empty outputs', () => {
    writeFiles(folder, { 'in/sub/.DS_Store': '' })
    expect(ogi('ingest', input, '--out', out).status).toBe(0)
    expect(outcomes()).toEqual(['sub/.DS_Store skipped file/system'])
    expect(linesOf('facts.csv')).toHaveLength(1)
  })

  test('a lock that a killed run left is taken', () => {
    writeFiles(folder, { 'in/a.txt': reportText('甲镇人民政府', 2023), 'out/.ogi-work/lock': '4194304' })
    expect(ogi('ingest', input, '--out', out).status).toBe(0)
  })
})

describe('the library', () => {
  test('ingest() yields every file with what was read', async () => {
    writeFiles(input, { 'a.txt': reportText('甲镇人民政府', 2023), 'b.pdf': '%PDF-1.4' })
    const files = await all(library.ingest(input))
    expect(files.map(file => [file.entry.path, file.entry.outcome, file.report()?.source.name ?? null])).toEqual([
      ['a.txt', 'parsed', 'a.txt'],
      ['b.pdf', 'failed', null],
    ])
    expect(files[0]?.facts().length).toBeGreaterThan(0)
    expect(files[1]?.diagnostics().map(found => found.code)).toEqual(['source/pdf'])
  })

  test('an iteration that is given up ends its threads', async () => {
    for (let i = 0; i < 40; i++) writeFiles(input, { [`${i}.txt`]: reportText('甲镇人民政府', 2023, i) })
    for await (const { entry } of library.ingest(input)) {
      expect(entry.outcome).toBe('parsed')
      break
    }
  })

  test('a document beyond the limit of time or memory costs itself only', async () => {
    writeFiles(input, { 'large.txt': `${reportText('甲镇人民政府', 2023)}${'一、总体情况 12 34\n'.repeat(600_000)}` })
    const codes = async (options: NodeEntry.IngestOptions) =>
      (await all(library.ingest(input, options))).map(file => file.entry.code)
    expect(await codes({ timeLimit: 1 })).toEqual(['ingest/time-limit'])
    expect(await codes({ memoryLimit: 4 })).toEqual(['ingest/memory-limit'])
  })

  test('a document on which the program fails says so', () => {
    expect(failureOf(new JobFailedError('crash', new Error('why')))).toEqual({ code: 'ingest/crashed', args: { detail: 'why' } })
    expect(failureOf(Object.assign(new Error('io'), { code: 'EIO' }))).toEqual({
      code: 'file/unreadable',
      args: { detail: 'io' },
    })
  })

  test('reports and facts of outputs are streams', async () => {
    writeFiles(input, { 'a.txt': reportText('甲镇人民政府', 2023), 'b.txt': reportText('乙镇人民政府', 2023) })
    ogi('ingest', input, '--out', out)
    const reports = await all(library.readReports(out))
    expect(reports.map(report => report.source.name)).toEqual(['a.txt', 'b.txt'])
    const facts = await all(library.readFacts(out))
    expect(new Set(facts.map(fact => fact.file))).toEqual(new Set(['a.txt', 'b.txt']))
  })
})
