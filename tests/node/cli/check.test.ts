import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../../src/node/cli/texts.ts'
import { type Draft, draftOf, nameOf, pageOf } from '../../check/synthetic-report.ts'
import { makeZip } from '../ingest/zip.ts'
import { invoke } from './invoke.ts'

interface Listed {
  file: string
  diagnostics: { code: string; severity: string }[]
}

let folder = ''
const name = (draft: Draft) => join(folder, nameOf(draft))
const clean = draftOf(3)
const faulty = draftOf(5)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ogi-check-'))
  writeFileSync(name(clean), pageOf(clean))
  const granted = faulty.figures.get('requests.granted.naturalPerson') ?? 0
  faulty.figures.set('requests.granted.naturalPerson', granted + 7)
  faulty.said.channels[0] += 2
  writeFileSync(name(faulty), pageOf(faulty))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('ogi check', () => {
  test('groups by body, quotes the cells with a marker, suggests the mend', async () => {
    const { code, out } = await invoke(['check', folder, '--lang', 'zh'])
    expect(code).toBe(1)
    expect(out).toContain(faulty.issuer)
    const lines = out.split('\n')
    const at = lines.findIndex(line => line.includes('[identity/broken]'))
    expect(lines[at]).toMatch(/错误 {2}第3个表|错误 {2}第2个表/)
    expect(lines[at + 1]).toContain('自然人')
    expect(lines[at + 2]?.trim()).toMatch(/^\^+$/)
    const right = (faulty.figures.get('requests.granted.naturalPerson') ?? 0) - 7
    expect(out).toContain(`“（一）予以公开 › 自然人”填 ${right}`)
    expect(lines.at(-2)).toBe('2 份报告：2 个错误，1 个警告，0 个提示')
  })

  test('quotes the line of a text, its number before it and a marker beneath', async () => {
    const corpus = new URL('../../../test-corpus/2021/baiyun-2021-no-work-no-year/source.txt', import.meta.url)
    const path = join(folder, 'tabs.txt')
    writeFileSync(path, readFileSync(corpus, 'utf8').replace(/(（二）部分公开.*\t)2$/m, '$13'))
    const lines = (await invoke(['check', path])).out.split('\n')
    const at = lines.findIndex(line => line.includes('37 │ （二）部分公开'))
    expect(lines[at - 1]).toContain('[identity/broken]')
    expect(lines[at]).toMatch(/不计其他情形） 0 0 0 0 2 0 3$/)
    // As wide as it is shown, a Chinese character two columns.
    const width = [...(lines[at] ?? '')].reduce((sum, character) => sum + (character >= '\u3000' ? 2 : 1), 0)
    expect(lines[at + 1]).toBe(`${' '.repeat(width - 1)}^`)
    rmSync(path)
  })

  test('a report without faults is silent, exit code 0', async () => {
    const { code, out } = await invoke(['check', name(clean), '--lang', 'en'])
    expect([code, out]).toEqual([0, '1 reports: 0 errors, 0 warnings, 0 remarks\n'])
  })

  test('--format json has the shape that is promised', async () => {
    const { out } = await invoke(['check', folder, '--format', 'json', '--lang', 'en'])
    const { files, counts } = JSON.parse(out)
    expect(counts).toEqual({ error: 2, warning: 1, info: 0 })
    expect(files).toHaveLength(2)
    const found = files.find(({ file }: { file: string }) => file === name(faulty))
    expect(Object.keys(found).sort()).toEqual(['diagnostics', 'file', 'issuer', 'year'])
    expect(found.diagnostics[0]).toMatchObject({ code: 'identity/broken', severity: 'error', args: { mend: 'change' } })
    expect(found.diagnostics[0].message).toContain('adds up to')
  })

  test('--format sarif is one log', async () => {
    const { out } = await invoke(['check', folder, '--format', 'sarif'])
    const log = JSON.parse(out)
    expect(log.version).toBe('2.1.0')
    expect(log.runs[0].results).toHaveLength(3)
  })

  test('--max-warnings', async () => {
    const warned = draftOf(6)
    warned.said.channels[0] += 2
    const path = join(folder, 'warned.html')
    writeFileSync(path, pageOf(warned))
    expect((await invoke(['check', path, '--max-warnings', '1'])).code).toBe(0)
    expect((await invoke(['check', path, '--max-warnings', '0'])).code).toBe(1)
    expect((await invoke(['check', path, '--max-warnings', 'many'])).code).toBe(2)
    rmSync(path)
  })

  test('--feedback writes a list for each report', async () => {
    const lists = join(folder, 'lists')
    await invoke(['check', name(clean), name(faulty), '--feedback', lists, '--lang', 'zh'])
    const files = readdirSync(lists)
    expect(files.filter(file => file.endsWith('.md'))).toHaveLength(2)
    expect(files.filter(file => file.endsWith('.docx'))).toHaveLength(2)
    const list = readFileSync(join(lists, `${faulty.issuer}-${faulty.year}.md`), 'utf8')
    expect(list).toContain('反馈清单')
    expect(list).toContain('| 1 | 错误 |')
    // The lists in the folder are no reports when it is checked again.
    const again = await invoke(['check', folder, '--feedback', lists, '--lang', 'en'])
    expect(again.out).toContain('2 reports: ')
    rmSync(lists, { recursive: true })
  })

  test('files that cannot be read are listed with the reason, in every format', async () => {
    const broken = join(folder, 'broken.docx')
    writeFileSync(broken, 'PK\u0003\u0004 and no more')
    const missing = join(folder, 'none.docx')
    const argv = ['check', name(clean), broken, missing, '--lang', 'en']
    const { code, out, err } = await invoke([...argv, '--format', 'json'])
    expect(code).toBe(1)
    const { files, counts } = JSON.parse(out)
    expect(counts).toEqual({ error: 2, warning: 0, info: 0 })
    expect(files.map(({ file, diagnostics: [found] }: Listed) => [file, found?.code, found?.severity])).toEqual([
      [name(clean), undefined, undefined],
      [broken, 'source/damaged-zip', 'error'],
      [missing, 'file/missing', 'error'],
    ])
    expect(err).toContain('[file/missing]')
    const sarif = JSON.parse((await invoke([...argv, '--format', 'sarif'])).out)
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['source/damaged-zip', 'file/missing'])
    expect((await invoke(argv)).out).toBe('1 reports: 0 errors, 0 warnings, 0 remarks; 2 more files could not be read\n')
    rmSync(broken)
  })

  test('archives are opened, in a folder and where they are named', async () => {
    const archive = join(folder, 'z.zip')
    writeFileSync(
      archive,
      makeZip([
        { name: `towns/${nameOf(faulty)}`, content: pageOf(faulty) },
        { name: '~$lock.docx', content: 'x' },
        { name: 'bad.docx', content: 'PK\u0003\u0004' },
      ]),
    )
    for (const path of [folder, archive]) {
      const { code, out } = await invoke(['check', path, '--format', 'json'])
      const inside = JSON.parse(out).files.filter(({ file }: Listed) => file.startsWith(archive))
      expect(inside.map(({ file, diagnostics: [found] }: Listed) => [file, found?.code])).toEqual([
        [join(archive, 'bad.docx'), 'source/damaged-zip'],
        [join(archive, 'towns', nameOf(faulty)), 'identity/broken'],
      ])
      expect(code).toBe(1)
    }
    rmSync(archive)
  })

  test('lists that cannot be written end in 2', async () => {
    const { code, err } = await invoke(['check', name(clean), '--feedback', name(faulty)])
    expect([code, err]).toEqual([2, `${name(faulty)}: 错误 ${texts.zh.output.notAFolder}\n`])
  })

  test('--roster: another town’s name in the text', async () => {
    const copied = draftOf(9)
    copied.opening += '白鹭镇高度重视政务公开工作。'
    const path = join(folder, 'copied.html')
    const roster = join(folder, 'roster.csv')
    writeFileSync(path, pageOf(copied))
    writeFileSync(roster, '名称\n白鹭镇人民政府\n')
    expect((await invoke(['check', path])).out).not.toContain('text/other-body')
    expect((await invoke(['check', path, '--roster', roster])).out).toContain('[text/other-body]')
    expect((await invoke(['check', path, '--roster', join(folder, 'none.csv')])).code).toBe(1)
    rmSync(path)
    rmSync(roster)
  })
})
