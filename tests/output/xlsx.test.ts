import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { columnName, type Sheet, writeXlsx } from '../../src/output/xlsx.ts'

async function write(...sheets: Sheet[]): Promise<Record<string, string>> {
  const chunks: Uint8Array[] = []
  await writeXlsx(sheets, chunk => {
    chunks.push(chunk)
  })
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
}

const sheet = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({ name: '表', widths: [], rows, ...more })
const first = 'xl/worksheets/sheet1.xml'

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name)
})

describe('writeXlsx', () => {
  test('null and empty are no cell, zero is a figure', async () => {
    const { [first]: xml } = await write(sheet([[null, 0, '', 'x']]))
    expect(xml).toContain('<row r="1"><c r="B1"><v>0</v></c><c r="D1" t="inlineStr">')
  })

  test('a text is never a formula, a formula keeps its result', async () => {
    const { [first]: xml } = await write(sheet([['=1+1', { formula: 'SUM(A1:A2)', value: 3 }]]))
    expect(xml).toContain('<t xml:space="preserve">=1+1</t>')
    expect(xml).toContain('<c r="B1"><f>SUM(A1:A2)</f><v>3</v></c>')
  })

  test('escapes markup, controls and lone surrogates', async () => {
    const { [first]: xml } = await write(sheet([['<a> & "b"', '\u001b', '_x0041_', '\ud800']]))
    expect(xml).toContain('&#60;a&#62; &#38; &#34;b&#34;')
    expect(xml).toContain('>_x001B_<')
    expect(xml).toContain('>_x005F_x0041_<')
    expect(xml).toContain('>\ufffd<')
  })

  test('merged cells leave their style on every cell they cover, in column order', async () => {
    const style = { border: true }
    const { [first]: xml } = await write(
      sheet([[{ value: 'a', rowSpan: 2, columnSpan: 2, style }, 'b'], [{ value: 'c', left: 2 }]]),
    )
    expect(xml).toContain('<mergeCell ref="A1:B2"/>')
    expect(xml).toMatch(/<row r="2"><c r="A2" s="1"\/><c r="B2" s="1"\/><c r="C2"/)
  })

  test('comments bring their parts, and only where there are any', async () => {
    const parts = await write(sheet([[{ value: 1, comment: '存疑' }]]), sheet([['x']], { name: '二' }))
    expect(parts['xl/comments1.xml']).toContain('<comment ref="A1"')
    expect(parts[first]).toContain('<legacyDrawing r:id="rId1"/>')
    expect(parts['[Content_Types].xml']).toContain('/xl/comments1.xml')
    expect(parts['xl/comments2.xml']).toBeUndefined()
    expect(parts['xl/worksheets/sheet2.xml']).not.toContain('legacyDrawing')
  })

  test('every part that is named exists', async () => {
    const parts = await write(sheet([[{ value: 1, comment: 'x' }]], { frozen: { rows: 1, columns: 2 }, repeatRows: 1 }))
    for (const [, path = ''] of (parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g))
      expect(parts).toHaveProperty([path])
    for (const [, path = ''] of (parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g))
      expect(parts).toHaveProperty([`xl/${path}`])
  })

  test('rows are drawn from a stream, one sheet after the other', async () => {
    async function* rows() {
      for (let i = 0; i < 20_000; i++) yield [i, `第${i}行`]
    }
    const { [first]: xml = '' } = await write(sheet(rows()))
    expect(xml.match(/<row /g)).toHaveLength(20_000)
  })

  test('the same sheets give the same bytes', async () => {
    const bytes = async () => {
      const chunks: number[] = []
      await writeXlsx([sheet([['a', 1]])], chunk => {
        chunks.push(...chunk)
      })
      return chunks
    }
    expect(await bytes()).toEqual(await bytes())
  })
})
