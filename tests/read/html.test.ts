import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { type Block, isGrid } from '../../src/document/document.ts'
import { readLimits } from '../../src/read/limits.ts'
import { read } from '../../src/read/read.ts'

const readHtml = async (html: string | Uint8Array) => {
  const log = createLog('')
  const document = await read(html, log)
  return { ...document, log }
}
const shape = (blocks: Block[]) => blocks.map(block => (block.kind === 'paragraph' ? block.text : block.kind))
const shapeOf = async (html: string) => shape((await readHtml(html)).blocks)
const gridsOf = async (html: string) =>
  (await readHtml(html)).blocks.filter(isGrid).map(grid => grid.rows.map(row => row.map(cell => (cell.anchor ? cell.text : '^'))))

const page = `<!DOCTYPE html>
<HTML><HEAD><TITLE>年报_某市</TITLE><style>p { color: red }</style><script>var a = "<p>假</p>"</script></HEAD>
<BODY>
<div class="nav">首页 | 公开</div><nav>导航</nav>
<div class="breadcrumb top">当前位置</div>
<h1>溪口镇2021年政府信息公开工作年度报告</h1>
<p style="display:none">隐藏</p><p hidden>隐藏</p><span style='visibility: hidden'>隐藏</span>
<!-- <p>注释</p> -->
<P>一、总体情况<BR>全年公开<b>325</b>条，
收到申请&nbsp;<font color=red>3</font>件。
<p>\u3000\u3000二、主动公开
<TABLE border=1><TR><TD colspan=2>第二十条第（一）项<TR><TD>规章<TD>&ensp;0</TABLE>
<ol><li>落实&amp;改进</li><li>加强</li></ol>
访问次数：<span>12</span>
<img src="t.png"><footer>主办单位</footer>
</BODY></HTML>`

describe('a page', () => {
  it('gives its blocks in order, without its frame and what it hides', async () => {
    const { kind, blocks } = await readHtml(page)
    expect(kind).toBe('html')
    expect(shape(blocks)).toEqual([
      '溪口镇2021年政府信息公开工作年度报告',
      '一、总体情况\n全年公开325条，收到申请\u00a03件。',
      '\u3000\u3000二、主动公开',
      'grid',
      '落实&改进',
      '加强',
      '访问次数：12',
      'image',
    ])
    expect(blocks[0]).toMatchObject({ level: 1, place: { paragraph: 1 } })
    expect(blocks[4]).toMatchObject({ listItem: true, place: { paragraph: 4 } })
    expect(await gridsOf(page)).toEqual([[['第二十条第（一）项', '^'], ['规章', '\u20020']]]) // biome-ignore format: rows
  })

  it('is read in the encoding it is written in, whatever it declares', async () => {
    const head = '<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>'
    const gb = Uint8Array.from([...new TextEncoder().encode(head), 0xd2, 0xbb, 0xa1, 0xa2, 0x3c, 0x2f, 0x70, 0x3e])
    const fromGb = await readHtml(gb)
    expect([fromGb.encoding, ...shape(fromGb.blocks)]).toEqual(['gb18030', '一、'])
    const fromUtf8 = await readHtml(new TextEncoder().encode(`${head}一、</p>`))
    expect([fromUtf8.encoding, ...shape(fromUtf8.blocks)]).toEqual(['utf-8', '一、'])
    const big5 = Uint8Array.from([...new TextEncoder().encode('<html><meta charset="big5"><p>'), 0xa4, 0x40, 0xa1, 0x42])
    const fromBig5 = await readHtml(big5)
    expect([fromBig5.encoding, ...shape(fromBig5.blocks)]).toEqual(['big5', '一、'])
  })

  it('is told from Markdown that begins with a tag', async () => {
    expect((await readHtml('<p>一、</p>\n<p>二、</p>')).kind).toBe('html')
    expect((await readHtml('<div align="center">标题</div>\n\n一、总体情况\n## 二、主动公开\n全年公开信息325条。')).kind).toBe(
      'markdown',
    )
    expect((await readHtml('a < b\n一、总体情况')).kind).toBe('text')
  })

  it('keeps lines of preformatted text apart', async () => {
    expect(await shapeOf('<html><pre>\n一、\n\n规章\t0\n</pre>')).toEqual(['一、', '规章\t0'])
  })
})

describe('tables of a page', () => {
  it('spans, missing closing tags, head and foot, wrapped Chinese, blank evidence', async () => {
    const table = `<html><table><tfoot><tr><td>总计<td>5</tfoot><thead><tr><th>项目
    名称<th>数量</thead><tr><td rowspan=2>甲<td>\u3000<tr><td>&nbsp;</table>`
    expect(await gridsOf(table)).toEqual([[['项目名称', '数量'], ['甲', '\u3000'], ['^', '\u00a0'], ['总计', '5']]]) // biome-ignore format: rows
  })

  it('that lay out the page dissolve; the data table in them stays', async () => {
    const data = '<table><tr><td>规章</td><td>0</td></tr><tr><td>许可</td><td>3</td></tr></table>'
    const prose = '全年主动公开政府信息。'.repeat(40)
    const layout = `<html><table><tr><td>首页 公开</td><td><table><tr><td><p>一、总体情况</p><p>${prose}</p>${data}<p>二、</p></td></tr></table></td></tr></table>`
    expect(await shapeOf(layout)).toEqual(['首页 公开', '一、总体情况', prose, 'grid', '二、'])
    expect(await shapeOf(`<html><table><tr><td>一、</td></tr><tr><td>全年</td></tr></table>`)).toEqual(['一、', '全年'])
    expect(await shapeOf(`<html><table><tr><td>栏目</td><td>${prose}</td></tr></table>`)).toEqual(['栏目', prose])
  })

  it('whose rows do not fit together are marked', async () => {
    const { blocks, log } = await readHtml('<html><table><tr><td>甲<td>乙<td>丙<tr><td>1<td>2</table>')
    expect(blocks.find(isGrid)?.ragged).toBe(true)
    expect(log.diagnostics.map(one => [one.code, one.args])).toEqual([['source/spans-untrusted', { table: 1 }]])
  })
})

describe('hostile pages are bounded', () => {
  const codes = async (html: string) => (await readHtml(html)).log.diagnostics.map(one => one.code)
  it('ten thousand open elements', async () => {
    const { blocks, log } = await readHtml(`<html>${'<div>'.repeat(10_000)}一、${'</div>'.repeat(10_000)}<p>二、`)
    expect(shape(blocks)).toEqual(['一、', '二、'])
    expect(log.diagnostics.map(one => one.code)).toEqual(['source/truncated'])
  })

  it('elements that never close, formatting that piles up, closing tags that match nothing', async () => {
    expect(shape((await readHtml(`<html>${'<div><p></div>'.repeat(20_000)}一、`)).blocks)).toEqual(['一、'])
    expect(
      shape((await readHtml(`<html>${Array.from({ length: 20_000 }, (_, i) => `<font size=${i}><p>`).join('')}一、`)).blocks),
    ).toEqual(['一、'])
    expect(shape((await readHtml(`<html>${'<div><table></div></table>'.repeat(20_000)}一、`)).blocks)).toEqual(['一、'])
    expect(shape((await readHtml(`<html>${'<table><tr><td>'.repeat(20_000)}一、`)).blocks)).toEqual(['一、'])
  })

  it('scripts, comments and quotes that never end', async () => {
    expect(await shapeOf(`<html><p>一、${'<script>'.repeat(50_000)}`)).toEqual(['一、'])
    expect((await shapeOf(`<html><p>一、${'<!-- '.repeat(50_000)}`))[0]).toContain('一、')
    expect((await shapeOf(`<html><p>一、${'<a href="'.repeat(20_000)}`))[0]).toContain('一、')
  })

  it('a million cells by two numbers', async () => {
    const { blocks, log } = await readHtml('<html><table><tr><td colspan=99999 rowspan=99999>甲<td>乙<tr><td>1<td>2</table>')
    expect(blocks.find(isGrid)?.rows[0]?.length).toBeLessThanOrEqual(200)
    expect(log.diagnostics.map(one => one.code)).toContain('source/truncated')
  })

  it('more elements than a report has', async () => {
    expect(await codes(`<html>${'<br>'.repeat(readLimits.elements + 1)}<p>一、`)).toContain('source/truncated')
  })
})
