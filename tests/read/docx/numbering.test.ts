import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../src/read/docx/number-format.ts'
import { abstractNum, list, lvl, num, p, readBack, tbl, tc, tr } from './build-docx.ts'

const texts = async (body: string, numbering: string, styles?: string) =>
  (await readBack({ body, numbering, ...(styles === undefined ? {} : { styles }) })).texts

const headings = abstractNum(
  1,
  lvl(0, 'chineseCounting', '%1、'),
  lvl(1, 'chineseCountingThousand', '（%2）'),
  lvl(2, 'decimal', '%3.', '<w:suff w:val="nothing"/>'),
)

describe('automatic numbers are printed as a reader sees them', () => {
  it('counts through levels, starts deeper ones again and is not stopped by tables', async () => {
    const body =
      p('总体情况', list(1)) +
      p('主动公开', list(1, 1)) +
      p('公开', list(1, 2)) +
      p('依申请公开', list(1, 1)) +
      p('受理', list(1, 2)) +
      p('不编号') +
      tbl(tr('甲', '乙')) +
      p('主动公开政府信息情况', list(1)) +
      p('管理', list(1, 1))
    expect(await texts(body, headings + num(1, 1))).toEqual([
      '一、总体情况', '（一）主动公开', '1.公开', '（二）依申请公开', '1.受理', '不编号', '二、主动公开政府信息情况', '（一）管理',
    ]) // biome-ignore format: one heading after another
  })

  it('numbers labels inside cells, in the order of the document', async () => {
    const cells = abstractNum(2, lvl(0, 'decimal', '%1.', '<w:suff w:val="nothing"/>'))
    const cell = (text: string) => tc(p(text, list(2)))
    const { grids } = await readBack({
      body: p('总体情况', list(1)) + tbl(tr(cell('属于国家秘密'), '3'), tr(cell('重复申请'), '4')) + p('其他', list(1)),
      numbering: headings + cells + num(1, 1) + num(2, 2),
    })
    expect(grids).toEqual([[['1.属于国家秘密', '3'], ['2.重复申请', '4']]]) // biome-ignore format: rows
  })

  it('shares counters between instances of a list, unless one starts again', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const body = p('甲', list(1)) + p('乙', list(2)) + p('丙', list(3)) + p('丁', list(3))
    expect(await texts(body, headings + num(1, 1) + num(2, 1) + num(3, 1, restart))).toEqual([
      '一、甲',
      '二、乙',
      '一、丙',
      '二、丁',
    ])
  })

  it('takes a level that an instance defines anew, legal numbers, and a level that restarts never', async () => {
    const anew = `<w:lvlOverride w:ilvl="0">${lvl(0, 'upperRoman', '第%1部分')}</w:lvlOverride>`
    const legal = abstractNum(
      2,
      lvl(0, 'chineseCounting', '%1、'),
      lvl(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/><w:isLgl/>'),
    )
    const body = p('甲', list(1)) + p('乙', list(2)) + p('丙', list(2, 1)) + p('丁', list(2)) + p('戊', list(2, 1))
    expect(await texts(body, headings + legal + num(1, 1, anew) + num(2, 2))).toEqual([
      '第I部分 甲',
      '一、乙',
      '1.1 丙',
      '二、丁',
      '2.2 戊',
    ])
  })

  it('takes numbers that a style brings, by inheritance and by the level that names the style', async () => {
    const styles =
      `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
      `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="1b"><w:name w:val="一级"/><w:basedOn w:val="1"/></w:style>` +
      `<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const linked = abstractNum(
      1,
      lvl(0, 'chineseCounting', '%1、', '<w:pStyle w:val="1"/>'),
      lvl(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="2"/>'),
    )
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`
    const off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    const { blocks } = await readBack({
      body: p('甲', style('1')) + p('乙', style('2')) + p('丙', style('1b')) + p('丁', style('1') + off),
      numbering: linked + num(1, 1),
      styles,
    })
    expect(blocks.map(block => block.kind === 'paragraph' && [block.level, block.text])).toEqual([
      [1, '一、甲'], [2, '（一）乙'], [1, '二、丙'], [1, '丁'],
    ]) // biome-ignore format: pairs
  })

  it('follows a list to the numbering style that defines it, and ends where styles name each other', async () => {
    const styles = `<w:style w:type="numbering" w:styleId="n"><w:name w:val="n"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`
    const link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="n"/></w:abstractNum>'
    expect(await texts(p('甲', list(1)), link + headings + num(1, 5) + num(2, 1), styles)).toEqual(['一、甲'])
    expect(await texts(p('甲', list(1)), link + num(1, 5) + num(2, 5), styles)).toEqual(['甲'])
  })

  it('leaves bullets, hidden numbers and lists that are not defined without a number', async () => {
    const bullets = abstractNum(2, lvl(0, 'bullet', ''), lvl(1, 'decimal', '%2.', '<w:rPr><w:vanish/></w:rPr>'))
    expect(await texts(p('甲', list(2)) + p('乙', list(2, 1)) + p('丙', list(9)), bullets + num(2, 2))).toEqual([
      '甲',
      '乙',
      '丙',
    ])
  })

  it('keeps a gap between a bare number and a figure', async () => {
    const bare = abstractNum(2, lvl(0, 'decimal', '%1.'), lvl(1, 'decimal', '%2'))
    expect(await texts(p('5万元', list(2)) + p('2021年', list(2, 1)), bare + num(2, 2))).toEqual(['1. 5万元', '1 2021年'])
  })
})

describe('formatNumber', () => {
  it.each([
    ['chineseCounting', [1, 10, 11, 20, 35, 120], ['一', '十', '十一', '二十', '三十五', '一二〇']],
    ['chineseCountingThousand', [10, 105, 110, 1203], ['十', '一百零五', '一百一十', '一千二百零三']],
    ['japaneseCounting', [3, 12], ['三', '十二']],
    ['chineseLegalSimplified', [2, 10, 12], ['贰', '壹拾', '壹拾贰']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['ideographZodiac', [1, 12], ['子', '亥']],
    ['ideographDigital', [10, 21], ['一〇', '二一']],
    ['decimalEnclosedCircle', [1, 20, 21, 36, 51], ['①', '⑳', '㉑', '㊱', '51']],
    ['decimalEnclosedParen', [1, 20], ['⑴', '⒇']],
    ['decimalEnclosedFullstop', [3], ['⒊']],
    ['ideographEnclosedCircle', [1, 11], ['㊀', '11']],
    ['decimalFullWidth', [12], ['１２']],
    ['decimalZero', [5, 12], ['05', '12']],
    ['upperRoman', [4, 9, 14], ['IV', 'IX', 'XIV']],
    ['lowerRoman', [3], ['iii']],
    ['upperLetter', [1, 27], ['A', 'AA']],
    ['lowerLetter', [2], ['b']],
    ['none', [1], ['']],
    ['vietnameseCounting', [7], ['7']],
  ])('%s', (format, values, expected) => {
    expect(values.map(value => formatNumber(value, format))).toEqual(expected)
  })
})
