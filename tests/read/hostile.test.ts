/** Sources made to do harm: each is read within bounds, or refused with a typed error. The runner's own time limit stands guard. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { type Block, isGrid } from '../../src/document/document.ts'
import { type ReadLimits, readLimits } from '../../src/read/limits.ts'
import { read } from '../../src/read/read.ts'
import { UnreadableSourceError } from '../../src/read/unreadable.ts'
import { buildDocx, p, r, tbl, tc, tr } from './docx/build-docx.ts'

interface Outcome {
  blocks: Block[]
  codes: string[]
  refused: unknown[] | null
}

async function outcome(source: Uint8Array | string, limits: Partial<ReadLimits> = {}): Promise<Outcome> {
  const log = createLog('')
  try {
    const { blocks } = await read(source, log, limits)
    return { blocks, codes: log.diagnostics.map(one => one.code), refused: null }
  } catch (error) {
    if (!(error instanceof UnreadableSourceError)) throw error
    return { blocks: [], codes: [], refused: [error.code, error.args.what ?? error.args.detail ?? null] }
  }
}
const document = (body: string) => buildDocx({ body })
const entity = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

describe('a zip', () => {
  it('that inflates a thousandfold is refused before it is inflated', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(readLimits.ratioFrom * 2) }, { level: 9 })
    expect((await outcome(bomb)).refused).toEqual(['source/too-large', 'ratio'])
  })

  it('with parts larger than asked for is refused', async () => {
    expect((await outcome(document(p('一'.repeat(5000))), { partBytes: 10_000 })).refused).toEqual([
      'source/too-large',
      'unzipped bytes',
    ])
    expect((await outcome(document(p('一')), { zipBytes: 100 })).refused).toEqual(['source/too-large', 'bytes'])
  })

  it('of too many entries is refused', async () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: readLimits.zipEntries + 1 }, (_, i) => [`word/${i}`, new Uint8Array()])),
    )
    expect((await outcome(many)).refused).toEqual(['source/too-large', 'entries'])
  })

  it('with names that climb out of it is read by the parts it needs, and its relations stay within it', async () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>`
    const bytes = zipSync({
      '../../etc/passwd': strToU8('root'),
      '_rels/.rels': strToU8(relations),
      'word/document.xml': strToU8(`<w:document xmlns:w="${entity}"><w:body>${p('一')}</w:body></w:document>`),
    })
    expect((await outcome(bytes)).blocks).toMatchObject([{ text: '一' }])
  })

  it('whose entries share their data, or lie beyond its end, is no reason to crash', async () => {
    const whole = document(p('一'))
    const view = new DataView(whole.buffer, whole.byteOffset)
    for (let at = 0; at + 46 < whole.length; at++) {
      if (view.getUint32(at) !== 0x504b0102) continue
      // The place of an entry's data stands at 42 of its line in the directory.
      const overlapping = whole.slice()
      new DataView(overlapping.buffer).setUint32(at + 42, 0, true)
      const beyond = whole.slice()
      new DataView(beyond.buffer).setUint32(at + 42, 0x7fffffff, true)
      for (const bytes of [overlapping, beyond]) {
        const { blocks, refused } = await outcome(bytes)
        expect(refused?.[0] ?? blocks.length).toSatisfy(found => found === 1 || /^source\/(?:damaged|not)-/.test(String(found)))
      }
    }
  })

  it('cut off anywhere is refused, never half read', async () => {
    const whole = document(p('一') + tbl(tr('甲', '1'), tr('乙', '2')))
    for (let length = 4; length < whole.length; length += 7) {
      const { refused } = await outcome(whole.slice(0, length))
      expect(refused?.[0]).toMatch(/^source\/(?:damaged-zip|archive)$/)
    }
  })
})

describe('the XML of a .docx', () => {
  it('expands no entities, of a billion laughs or of another file', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const body = `<w:body>${p(r('&l9;&x;'))}</w:body>`
    const xml = `<!DOCTYPE d [<!ENTITY l0 "ha">${laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="${entity}">${body}</w:document>`
    const { blocks } = await outcome(zipSync({ 'word/document.xml': strToU8(xml) }))
    expect(JSON.stringify(blocks)).not.toMatch(/ha|root/)
    expect(JSON.stringify(blocks).length).toBeLessThan(200)
  })

  it.each([
    ['content controls', '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
    ['runs', '<w:r>', '</w:r>'],
    ['drawings', '<w:p><w:r><w:pict><w:txbxContent>', '</w:txbxContent></w:pict></w:r></w:p>'],
    ['tables', '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    ['alternate content', '<mc:AlternateContent><mc:Choice>', '</mc:Choice></mc:AlternateContent>'],
  ])('10,000 %s deep is cut, and says so', async (_, open, close) => {
    const { blocks, codes } = await outcome(document(p('前') + open.repeat(10_000) + p('里') + close.repeat(10_000) + p('后')))
    expect(codes).toContain('source/truncated')
    expect(blocks.map(block => block.kind === 'paragraph' && block.text)).toEqual(['前', '后'])
  })

  it.each([
    ['elements that never close', '<a>'.repeat(200_000), /too many open elements/],
    [
      'attributes without end',
      `<w:p ${Array.from({ length: 150_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`,
      /too many attributes/,
    ],
    ['an attribute twice', '<w:p w:a="1" w:a="2"/>', /twice/],
    ['a reference without end', `<w:p><w:r><w:t>5&#48${'4'.repeat(100)}</w:t></w:r></w:p>`, /malformed entity/],
    ['comments that never close', '<!-- -- '.repeat(100_000), /no -->/],
  ])('refuses %s, and says so', async (_, body, detail) => {
    const { refused } = await outcome(document(body))
    expect(refused?.[0]).toBe('source/damaged-docx')
    expect(JSON.stringify(refused)).toMatch(detail)
  })

  it('half a million references are so many characters', async () => {
    const { blocks } = await outcome(document(p(r('&amp;&#20013;'.repeat(250_000)))))
    expect(blocks).toMatchObject([{ text: '&中'.repeat(250_000) }])
  })

  it('namespaces declared on every element cost what the elements cost', async () => {
    const many = Array.from({ length: 200 }, (_, i) => ` xmlns:n${i}="u:${i}"`).join('')
    const runs = `<w:r xmlns:x="y"><w:t>一</w:t></w:r>`.repeat(20_000)
    const xml = `<w:document xmlns:w="${entity}"${many}><w:body><w:p>${runs}</w:p></w:body></w:document>`
    expect((await outcome(zipSync({ 'word/document.xml': strToU8(xml) }))).blocks).toMatchObject([{ text: '一'.repeat(20_000) }])
  })

  it('a table of 100,000 cells in a row, of 100,000 rows, or of spans without end is cut', async () => {
    const wide = await outcome(document(tbl(`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(100_000)}</w:tr>`, tr('甲', '1'))))
    const long = await outcome(document(tbl(tr('甲', '1').repeat(100_000))), { paragraphs: 1_000_000 })
    const spans = await outcome(document(tbl(tr(tc('甲', '<w:gridSpan w:val="2147483648"/>'), '1'), tr('乙', '2'))))
    for (const { blocks, codes } of [wide, long, spans]) {
      expect(codes).toContain('source/truncated')
      for (const grid of blocks.filter(isGrid))
        expect(grid.rows.length * (grid.rows[0]?.length ?? 0)).toBeLessThanOrEqual(400_000)
    }
  })

  it('tables in tables keep their order as deep as they are read', async () => {
    const nested = (depth: number): string =>
      tbl(tr('甲', String(depth)), tr('丙', '0'), tr('乙', tc(`${depth === 0 ? '' : nested(depth - 1)}<w:p/>`)))
    const { blocks } = await outcome(document(nested(30)))
    expect(blocks.filter(isGrid).map(grid => grid.rows[0]?.[1]?.text)).toEqual(
      Array.from({ length: 31 }, (_, i) => String(30 - i)),
    )
  })
})

describe('text and pages', () => {
  it('of 300 MB are cut at the limit', async () => {
    const { blocks, codes } = await outcome(new Uint8Array(300_000_000).fill(0x61))
    expect(codes).toContain('source/truncated')
    expect(blocks).toHaveLength(1)
  })

  it('500 tables deep are cut, and read on', async () => {
    const { codes, blocks } = await outcome(
      `<html><body><p>前</p>${'<table><tr><td>'.repeat(500)}里${'</td></tr></table>'.repeat(500)}<p>后</p></body></html>`,
    )
    expect(codes).toContain('source/truncated')
    expect(blocks.at(0)).toMatchObject({ text: '前' })
    expect(blocks.at(-1)).toMatchObject({ text: '后' })
  })

  it('lone surrogates, NULs, bidi controls and escapes are text like any other', async () => {
    for (const text of [
      '一、\ud800总体情况',
      '一、\udc00',
      '一、总\u0000体情况',
      '一、\u202e况情体总\u202c',
      '一、\u001b]0;x\u0007总体情况',
    ]) {
      const { blocks, refused } = await outcome(text)
      expect(refused).toBeNull()
      expect(blocks).toMatchObject([{ text }])
    }
  })

  it.each([
    ['open tags', '<div>'.repeat(200_000)],
    ['open quotes', '<a href="'.repeat(100_000)],
    ['open comments', '<!--'.repeat(100_000)],
    ['open scripts', '<script>'.repeat(100_000)],
    ['ends of nothing', '</td></table>'.repeat(100_000)],
    ['angle brackets', '<'.repeat(500_000)],
  ])('%s without end', async (_, text) => {
    for (const source of [`<html><body>${text}`, `一、总体情况\n${text}`])
      expect((await outcome(source)).refused?.[0] ?? 'read').toMatch(/^(?:read|source\/)/)
  })

  it.each([
    '|'.repeat(500_000),
    '+-'.repeat(250_000),
    '-'.repeat(500_000),
    '| --- '.repeat(80_000),
    '一、'.repeat(200_000),
    '（一）\t'.repeat(100_000),
  ])('one line of half a million characters: %.4s', async line => {
    expect((await outcome(`${line}\n${line}`)).refused).toBeNull()
  })
})
