import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { decode } from '../../src/read/decode.ts'

const text = '溪口镇2021年度政府信息公开工作年度报告\r\n一、总体情况\r\n全年公开信息325条。\r\n'
const utf8 = new TextEncoder().encode(text)
/** 一、总体情况 ¶ 新收 3 件 in GB18030. */
const gb = Uint8Array.from([
  0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6, 0x0a, 0xd0, 0xc2, 0xca, 0xd5, 0x33, 0xbc, 0xfe,
])
const utf16 = (order: 'le' | 'be', mark: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * (text.length + 1)))
  const all = `\ufeff${text}`
  for (let i = 0; i < all.length; i++) view.setUint16(2 * i, all.charCodeAt(i), order === 'le')
  return new Uint8Array(view.buffer, mark ? 0 : 2)
}
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap(part => [...part]))

describe('decode', () => {
  it.each([
    ['UTF-8', utf8, 'utf-8', text],
    ['UTF-8 with a mark', join(Uint8Array.from([0xef, 0xbb, 0xbf]), utf8), 'utf-8', text],
    ['UTF-16 LE with a mark', utf16('le', true), 'utf-16le', text],
    ['UTF-16 BE with a mark', utf16('be', true), 'utf-16be', text],
    ['UTF-16 LE without', utf16('le', false), 'utf-16le', text],
    ['UTF-16 BE without', utf16('be', false), 'utf-16be', text],
    ['GB18030', gb, 'gb18030', '一、总体情况\n新收3件'],
  ])('%s', (_, bytes, encoding, expected) => {
    const log = createLog('')
    expect(decode(bytes, log)).toEqual({ text: expected, encoding })
    expect(log.diagnostics).toEqual([])
  })

  it('reads UTF-8 with a byte lost as UTF-8, though it would pass as GB18030, and says so', () => {
    const log = createLog('')
    const damaged = join(utf8.subarray(0, 31), utf8.subarray(32))
    const decoded = decode(damaged, log)
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.text).toContain('全年公开信息325条')
    expect(log.diagnostics.map(one => [one.code, one.args])).toEqual([['source/damaged-text', { places: 1, encoding: 'utf-8' }]])
  })

  it('says where characters were lost before the file was written', () => {
    const log = createLog('')
    decode(new TextEncoder().encode('甲\n行政法\ufffd\ufffd规\n乙\ufffd'), log)
    expect(log.diagnostics.map(one => [one.code, one.place, one.args.places])).toEqual([['source/damaged-text', { line: 2 }, 2]])
  })

  it('reads GB18030 with a byte lost', () => {
    const log = createLog('')
    const long = join(...new Array(10).fill(gb), Uint8Array.from([0x0a, 0xff, 0x0a]), gb)
    expect(decode(long, log).encoding).toBe('gb18030')
    expect(log.diagnostics).toHaveLength(1)
  })
})
