import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../../src/diagnostic/catalogue.ts'
import { commands } from '../../../src/node/cli/commands.ts'
import { texts } from '../../../src/node/cli/texts.ts'
import { invoke } from './invoke.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogi-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const report = file('溪口镇.txt', '溪口镇人民政府2021年政府信息公开工作年度报告\n一、总体情况\n')
const hostile = file('\u001b[31mred\u202e.txt', '\u001b]0;title\u0007\u009b5m一、总体情况\u202e\n')

describe('help and language', () => {
  test('lists every command in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { code, out } = await invoke(['--help', '--lang', language])
      expect(code).toBe(0)
      for (const name of Object.keys(commands)) expect(out).toContain(`ogi ${name}`)
      expect(out).toContain(texts[language].commands.parse.summary)
    }
  })

  test('explains every option of every command', async () => {
    for (const [name, load] of Object.entries(commands)) {
      const { command } = await load()
      for (const language of ['zh', 'en'] as const) {
        const { options } = texts[language].commands[name as keyof typeof commands]
        expect(Object.keys(options).sort(), `${name} ${language}`).toEqual(Object.keys(command.options).sort())
        expect((await invoke([name, '--help', '--lang', language])).out).toContain(`ogi ${name}`)
      }
    }
  })

  test.each([
    [{}, 'zh'],
    [{ LANG: 'C.UTF-8' }, 'zh'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
  ] as const)('takes the language from %o', async (environment, language) => {
    expect((await invoke(['--help'], { environment })).out).toContain(texts[language].about)
  })

  test('called bare it shows the help as wrong usage', async () => {
    const { code, out, err } = await invoke([])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('ogi parse')
  })

  test('prints its version', async () => {
    expect(await invoke(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })
})

describe('wrong usage ends with 2 and suggests the nearest', () => {
  test.each([
    [['prase', 'x'], 'parse'],
    [['parse', '--fromat', 'csv', 'x'], '--format'],
    [['parse', '--format', 'cvs', 'x'], 'csv'],
    [['explain', 'identity/brokn'], 'identity/broken'],
    [['--lag', 'en', 'schema'], 'ogi'],
    [['parse', 'x', '--format'], '--format'],
    [['parse', '--format', '--quiet', 'x'], '--format'],
    [['parse', '--quiet=yes', 'x'], '--quiet'],
    [['parse'], 'ogi parse'],
    [['schema', 'x'], 'x'],
    [['parse', '--__proto__', 'x'], '--__proto__'],
  ])('%o', async (argv, suggestion) => {
    const { code, out, err } = await invoke(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(suggestion)
    expect(err).toContain('--help')
  })
})

describe('parse', () => {
  test('one report is JSON, several are one a line', async () => {
    const one = await invoke(['parse', report])
    expect(one.code).toBe(0)
    expect(JSON.parse(one.out)).toMatchObject({ schemaVersion: '1.0', source: { name: report } })
    const two = await invoke(['parse', report, report, '--quiet'])
    expect(
      two.out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).source.name),
    ).toEqual([report, report])
    expect(two.err).toBe('')
  })

  test('reads standard input', async () => {
    const { code, out } = await invoke(['parse', '-'], { input: '一、总体情况\n' })
    expect(code).toBe(0)
    expect(JSON.parse(out).source.name).toBe('-')
  })

  test('a file that cannot be read costs that file only', async () => {
    const { code, out, err } = await invoke(['parse', join(folder, 'none.txt'), folder, report, '--format', 'facts'])
    expect(code).toBe(1)
    expect(err).toContain(`${join(folder, 'none.txt')}: ${texts.zh.failure.prefix} ${texts.zh.failure.missing}`)
    expect(err).toContain(texts.zh.failure.isFolder)
    for (const line of out.trimEnd().split('\n').filter(Boolean)) expect(JSON.parse(line).file).toBe(report)
    expect(err).not.toContain('    at ')
  })

  test('csv begins with a byte order mark and the fields of a fact', async () => {
    const { out } = await invoke(['parse', report, '--format', 'csv'])
    expect(out.split('\r\n')[0]).toBe('\ufefffile,issuer,year,edition,cell,value,status,raw,place,flags')
  })

  test.each(['json', 'facts', 'csv', 'md', 'html'])('never prints a control character of a document raw (%s)', async format => {
    const { out, err } = await invoke(['parse', hostile, '--format', format])
    const controls = /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
    expect(out).not.toMatch(controls)
    expect(err).not.toMatch(controls)
    if (format === 'json') expect(JSON.parse(out).source.name).toBe(hostile)
  })
})

test('a name with line ends stays on its line, so that it cannot pass for a message', async () => {
  const name = file('a\nb.docx', '')
  for (const command of ['parse', 'check']) {
    const { err } = await invoke([command, name])
    expect(err.split('\n').filter(line => line.startsWith('b.docx'))).toEqual([])
    expect(err).toContain('a\\u000ab.docx: ')
  }
  rmSync(name)
})

test('colours what goes to a screen, not what goes to a file beside it', async () => {
  const check = ['check', report]
  expect((await invoke(check, { screens: ['error'] })).out).not.toContain('\u001b[')
  expect((await invoke(check, { screens: ['output'] })).out).toContain('\u001b[')
  expect((await invoke([...check, '--no-color'], { screens: ['output'] })).out).not.toContain('\u001b[')
  expect((await invoke(check, { screens: ['output'], environment: { NO_COLOR: '1' } })).out).not.toContain('\u001b[')
})

describe('check', () => {
  test('reads a folder and gives one object', async () => {
    const { code, out } = await invoke(['check', folder, '--format', 'json', '--lang', 'en'])
    const { files, counts } = JSON.parse(out)
    expect(files.map((found: { file: string }) => found.file).sort()).toEqual([report, hostile].sort())
    const all = files.flatMap((found: { diagnostics: { severity: string; message: string }[] }) => found.diagnostics)
    expect(counts.error + counts.warning + counts.info).toBe(all.length)
    expect(code).toBe(counts.error > 0 ? 1 : 0)
  })
})

test('a file that cannot be written ends in 2, and says that the folder is missing, not the file', async () => {
  const { code, err } = await invoke(['compare', report, report, '--html', join(folder, 'none', 'a.html')])
  expect(err).toContain(texts.zh.output.folderMissing)
  expect(code).toBe(2)
  const onFolder = await invoke(['compare', report, report, '--html', folder])
  expect(onFolder.err).toContain(texts.zh.output.isFolder)
  expect(onFolder.code).toBe(2)
})

describe('explain and schema', () => {
  test('explains every code in both languages', async () => {
    const list = (await invoke(['explain'])).out
    for (const [code, entry] of Object.entries(catalogue)) {
      expect(list).toContain(code)
      for (const language of ['zh', 'en'] as const) {
        const { out } = await invoke(['explain', code, '--lang', language])
        expect(out).toContain(entry[language].why)
        expect(out).toContain(entry[language].todo)
      }
    }
  })

  test('the schema is of draft 2020-12', async () => {
    expect(JSON.parse((await invoke(['schema'])).out).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })
})
