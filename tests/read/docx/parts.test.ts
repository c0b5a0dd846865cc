import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readLimits } from '../../../src/read/limits.ts'
import { buildDocx, p, r, readBack, tbl, tc, tr } from './build-docx.ts'

const texts = async (body: string, styles?: string) => (await readBack({ body, ...(styles ? { styles } : {}) })).texts
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`
const shape = (content: string) => `<w:pict><v:shape><v:textbox>${box(content)}</v:textbox></v:shape></w:pict>`
const drawn = (content: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(content)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
const photo =
  '<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const code = (text: string) => `<w:r><w:instrText> ${text} </w:instrText></w:r>`

describe('hidden text is not read', () => {
  it('by the run, by its character style, by the paragraph style; a run may show what its style hides', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="i"><w:name w:val="i"/><w:basedOn w:val="h"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="q"/><w:rPr><w:vanish/></w:rPr></w:style>'
    const body =
      p(r('77') + r('7', '<w:vanish/>') + r('8', '<w:vanish w:val="0"/>')) +
      p(r('甲') + r('乙', '<w:rStyle w:val="i"/>')) +
      p(r('丙') + r('丁', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="q"/>')
    expect(await texts(body, styles)).toEqual(['778', '甲', '丁'])
  })

  it('a hidden row of a table', async () => {
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${tc('x')}${tc('9')}</w:tr>`
    expect((await readBack({ body: tbl(tr('甲', '1'), hidden, tr('乙', '2')) })).grids).toEqual([[['甲', '1'], ['乙', '2']]]) // biome-ignore format: rows
  })
})

describe('fields give their results', () => {
  it('simple ones, complex ones, nested ones; never their codes', async () => {
    const simple = `<w:fldSimple w:instr=" =SUM(LEFT) ">${r('12')}</w:fldSimple>`
    const complex = field('begin') + code('=SUM(ABOVE)') + field('separate') + r('34') + field('end')
    const nested =
      field('begin') +
      code('IF') +
      field('begin') +
      code('PAGE') +
      field('separate') +
      r('99') +
      field('end') +
      field('separate') +
      r('56') +
      field('end')
    expect(await texts(p(simple) + p(complex) + p(nested))).toEqual(['12', '34', '56'])
  })

  it('a field that is never closed does not swallow the document', async () => {
    expect(await texts(p(field('begin') + code('TOC') + r('x')) + p('二、') + p('三、'))).toEqual(['二、', '三、'])
  })

  it('leaves a table of contents out: it repeats the headings', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>'
    const body =
      p(field('begin') + code('TOC \\o') + field('separate') + r('一、总体情况 1'), '<w:pStyle w:val="10"/>') +
      p(r('二、主动公开 2') + field('end'), '<w:pStyle w:val="10"/>') +
      p('一、总体情况')
    expect(await texts(body, styles)).toEqual(['一、总体情况'])
  })
})

describe('tracked changes are read as accepted', () => {
  const mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
  it('insertions stay, deletions and what was moved away go', async () => {
    const body =
      p(`${r('新收')}<w:del w:id="1"><w:r><w:delText>2</w:delText></w:r></w:del><w:ins w:id="2">${r('3')}</w:ins>${r('件')}`) +
      p(`<w:moveFrom w:id="3">${r('旧处')}</w:moveFrom>`) +
      p(`<w:moveTo w:id="4">${r('新处')}</w:moveTo>`)
    expect(await texts(body)).toEqual(['新收3件', '新处'])
  })

  it('a deleted paragraph mark joins two paragraphs, a deleted paragraph leaves nothing and takes no number', async () => {
    const gone = `<w:del w:id="1"><w:r><w:delText>全删</w:delText></w:r></w:del>`
    expect(await texts(p('一、', mark) + p('总体情况') + p(gone, mark) + p('二'))).toEqual(['一、总体情况', '二'])
    expect(await texts(p('末', mark))).toEqual(['末'])
  })

  it('deleted rows and cells go, the formatting before a change counts for nothing', async () => {
    const row = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('x')}${tc('9')}</w:tr>`
    const cells = tr('乙', tc('5', '<w:cellDel w:id="2"/>'), '2')
    const before = '<w:pPrChange w:id="3"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    const { grids, blocks } = await readBack({ body: tbl(tr('甲', '1'), row, cells) + p('丙', before) })
    expect(grids).toEqual([[['甲', '1'], ['乙', '2']]]) // biome-ignore format: rows
    expect(blocks.at(-1)).toEqual({ kind: 'paragraph', text: '丙', place: { paragraph: 1 } })
  })
})

describe('what stands outside the line of the text', () => {
  it('text boxes are read once, after the paragraph they hang on, tables in them too', async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawn(p('标题') + tbl(tr('甲', '1'), tr('乙', '2')))}</mc:Choice><mc:Fallback>${shape(p('标题'))}</mc:Fallback></mc:AlternateContent>`
    const { blocks } = await readBack({
      body:
        p(`${r('前')}<w:r>${both}</w:r>${r('半')}`) +
        p('后') +
        p(`<w:r>${shape(p('旧框'))}</w:r>`) +
        p(`<w:r>${drawn(p('新框'))}</w:r>`),
    })
    expect(blocks.map(block => (block.kind === 'paragraph' ? block.text : block.kind))).toEqual([
      '前半',
      '标题',
      'grid',
      '后',
      '旧框',
      '新框',
    ])
  })

  it('content controls of every level are dissolved', async () => {
    const control = (content: string) =>
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const { texts: found, grids } = await readBack({
      body:
        control(p(`${r('一')}${control(r('二'))}`)) +
        tbl(control(tr('甲', '1')), `<w:tr>${control(tc('乙'))}${tc(control(p('2')))}</w:tr>`),
    })
    expect(found).toEqual(['一二'])
    expect(grids).toEqual([[['甲', '1'], ['乙', '2']]]) // biome-ignore format: rows
  })

  it('marks of notes and comments do not stick to a heading; the notes are counted, headers are not read', async () => {
    const notes =
      '<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    const { texts: found, diagnostics } = await readBack({ body: p(`${r('二、主动公开')}${notes}${r('情况')}`) })
    expect(found).toEqual(['二、主动公开情况'])
    expect(diagnostics.map(one => [one.code, one.args])).toEqual([['source/notes-left-out', { count: 3 }]])
  })

  it('a picture leaves a mark at its place, in a line, in a cell and alone', async () => {
    const { blocks } = await readBack({
      body:
        p('前') +
        p(`<w:r>${photo}</w:r>`) +
        p(`${r('图')}<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>`) +
        tbl(tr('甲', '1'), tr('乙', tc(p(`<w:r>${photo}</w:r>`)))),
    })
    expect(blocks.map(block => (block.kind === 'paragraph' ? block.text : block.kind))).toEqual([
      '前',
      'image',
      '图',
      'image',
      'grid',
      'image',
    ])
    expect(blocks.at(-1)?.place).toEqual({ table: 1, row: 2, cell: 2 })
  })

  it('says that embedded parts were not read', async () => {
    const object =
      '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    const { blocks, diagnostics } = await readBack({ body: `${p('前')}${p(object)}<w:altChunk r:id="y"/>` })
    expect(blocks.map(block => block.kind)).toEqual(['paragraph', 'image'])
    expect(diagnostics.map(one => [one.code, one.args])).toEqual([
      ['source/part-not-read', { count: 2, detail: 'object, altChunk' }],
    ])
  })
})

describe('characters', () => {
  it('tabs, breaks, hyphens, ruby, formulas, links, smart tags and direction marks keep their text', async () => {
    const body =
      p('<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:noBreakHyphen/><w:t>四</w:t><w:softHyphen/></w:r>') +
      p('<w:r><w:ruby><w:rt><w:r><w:t>xi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>溪</w:t></w:r></w:rubyBase></w:ruby></w:r>') +
      p(
        `<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath><w:hyperlink r:id="no">${r('甲')}</w:hyperlink><w:smartTag>${r('乙')}</w:smartTag><w:bdo>${r('丙')}</w:bdo>`,
      ) +
      p('<w:r><w:br w:type="page"/><w:t>四、</w:t></w:r>') +
      p(r('a &lt; b &amp;\u3000'))
    expect(await texts(body)).toEqual(['一\t二\n三-四', '溪', '5甲乙丙', '四、', 'a < b &\u3000'])
  })

  it('heading levels come from styles, their ancestors and the paragraph', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="Heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="节"/><w:basedOn w:val="1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="款"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`
    const { blocks } = await readBack({
      body:
        p('甲', style('x')) +
        p('乙', style('y')) +
        p('丙', '<w:outlineLvl w:val="2"/>') +
        p('丁', `${style('x')}<w:outlineLvl w:val="9"/>`) +
        p('戊'),
      styles,
    })
    expect(blocks.map(block => block.kind === 'paragraph' && block.level)).toEqual([1, 2, 3, undefined, undefined])
  })
})

describe('the package', () => {
  it('is read by its relationships, whatever the body is called, and in the strict namespace', async () => {
    expect((await readBack({ body: p('甲'), main: 'word/document22.xml' })).texts).toEqual(['甲'])
    const strict =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>乙</x:t></x:r></x:p></x:body></x:document>'
    expect((await readBack(zipSync({ 'word/document.xml': strToU8(strict) }))).texts).toEqual(['乙'])
  })

  it.each([
    ['XML that is cut off', zipSync({ 'word/document.xml': strToU8('<w:document xmlns:w="x"><w:body>') })],
    ['a body that is none', zipSync({ 'word/document.xml': strToU8('<html/>') })],
  ])('refuses %s', async (_, bytes) => {
    await expect(readBack(bytes)).rejects.toMatchObject({ code: 'source/damaged-docx' })
  })

  it('does not expand entities, and reads over a prefix without a namespace', async () => {
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>甲&b;</w:t></w:r><w16:x/></w:p></w:body></w:document>'
    const { texts: found, diagnostics } = await readBack(zipSync({ 'word/document.xml': strToU8(bomb) }))
    expect(found[0]).not.toContain('x')
    expect(diagnostics.map(one => one.code)).toContain('source/reader-warning')
  })

  it('bounds nesting, and says so', async () => {
    const deep = 2000
    const body = p('前') + '<w:sdt><w:sdtContent>'.repeat(deep) + p('里') + '</w:sdtContent></w:sdt>'.repeat(deep) + p('后')
    const { texts: found, diagnostics } = await readBack({ body })
    expect(found).toEqual(['前', '后'])
    expect(diagnostics.map(one => one.code)).toEqual(['source/truncated'])
  })

  it('bounds the number of paragraphs, and says so', async () => {
    const { texts: found, diagnostics } = await readBack({ body: p('一').repeat(readLimits.paragraphs + 5) })
    expect(found).toHaveLength(readLimits.paragraphs)
    expect(diagnostics.map(one => one.code)).toEqual(['source/truncated'])
  })

  it('refuses a zip that claims to inflate beyond measure, before inflating it', async () => {
    const bytes = buildDocx({ body: p('甲') })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    // The central directory's entries begin with PK\x01\x02; the inflated size stands at 24.
    for (let at = 0; at + 28 < bytes.length; at++)
      if (view.getUint32(at) === 0x504b0102) view.setUint32(at + 24, 0x7fffffff, true)
    await expect(readBack(bytes)).rejects.toMatchObject({ code: 'source/too-large' })
  })
})

describe('elements that are not known', () => {
  const cells = (unknown: string) => tbl(tr('甲', '1'), tr('乙', tc(p(`${r('2')}${unknown}`))))

  it('make a second reading, and what it does not confirm is no figure', async () => {
    const { grids, diagnostics } = await readBack({ body: cells(`<w:later>${r('0')}</w:later>`) })
    expect(grids).toEqual([[['甲', '1'], ['乙', '20\ufffd']]]) // biome-ignore format: rows
    expect(diagnostics.map(one => [one.code, one.args])).toEqual([['source/unknown-element', { count: 1, detail: 'w:later' }]])
  })

  it('leave in peace what both readings agree on', async () => {
    const { grids, diagnostics } = await readBack({ body: cells('<w:later/>') })
    expect(grids).toEqual([[['甲', '1'], ['乙', '2']]]) // biome-ignore format: rows
    expect(diagnostics.map(one => [one.code, one.args])).toEqual([['source/unknown-element', { count: 0, detail: 'w:later' }]])
  })

  it('put every figure in doubt where no second reading can be had', async () => {
    const long = `<w:later/>${p('一'.repeat(readLimits.secondReadingBytes / 3))}`
    const { grids, diagnostics } = await readBack({ body: long + tbl(tr('甲', '1'), tr('乙', '2')) })
    expect(grids).toEqual([[['甲', '1\ufffd'], ['乙', '2\ufffd']]]) // biome-ignore format: rows
    expect(diagnostics.map(one => one.args)).toEqual([{ count: 2, detail: 'w:later' }])
  })

  it('are passed over where the document says that they may be, but not when they are of a known kind', async () => {
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const text = `<w:document xmlns:w="${w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w99="urn:later" mc:Ignorable="w99 w"><w:body><w:p><w:r><w:t>甲</w:t><w99:t>乙</w99:t></w:r></w:p></w:body></w:document>`
    const { texts: found, diagnostics } = await readBack(zipSync({ 'word/document.xml': strToU8(text) }))
    expect(found).toEqual(['甲'])
    expect(diagnostics).toEqual([])
  })
})

it('symbols of symbol fonts are read as what they show; what no character shows is remarked', async () => {
  const symbol = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
  const { texts: found, diagnostics } = await readBack({
    body: p(r('甲') + symbol('Wingdings', 'F0FE') + symbol('Wingdings', 'FC') + symbol('无此字体', 'F001')),
  })
  expect(found).toEqual(['甲🗹✓'])
  expect(diagnostics.map(one => [one.code, one.args])).toEqual([['source/reader-warning', { detail: '无此字体 F001' }]])
})

it('a namespace declared late and by another prefix is followed to the end of its element', async () => {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const text = `<a:document xmlns:a="${w}"><a:body><a:p><b:r xmlns:b="${w}"><b:t>甲</b:t></b:r><a:r xmlns:c="urn:x"><a:t>乙</a:t></a:r></a:p></a:body></a:document>`
  expect((await readBack(zipSync({ 'word/document.xml': strToU8(text) }))).texts).toEqual(['甲乙'])
})

it('a row whose cells all go on from above keeps its place, so that places below it stay true', async () => {
  const on = '<w:vMerge/>'
  const start = '<w:vMerge w:val="restart"/>'
  const { blocks } = await readBack({ body: tbl(tr(tc('甲', start), tc('1', start)), tr(tc('', on), tc('', on)), tr('乙', '2')) })
  expect(blocks).toMatchObject([{ kind: 'grid', rows: [[{ text: '甲' }, { text: '1' }], [{ anchor: false }, { anchor: false }], [{ text: '乙', place: { row: 3 } }, { text: '2' }]] }]) // biome-ignore format: rows
})
