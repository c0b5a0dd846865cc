import { describe, expect, it } from 'vitest'
import { isGrid } from '../../../src/document/document.ts'
import { p, r, readBack, tbl, tc, tr } from './build-docx.ts'

const grids = async (...rows: string[]) => (await readBack({ body: tbl(...rows) })).grids
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const start = '<w:vMerge w:val="restart"/>'
const on = '<w:vMerge/>'

describe('merged cells of a .docx', () => {
  it('stand at every place they cover', async () => {
    expect(await grids(tr(tc('头', span(2) + start), '甲'), tr(tc('', span(2) + on), '乙'), tr('子', '丑', '1'))).toEqual([
      [['头', '^', '甲'], ['^', '^', '乙'], ['子', '丑', '1']],
    ]) // biome-ignore format: rows
  })

  it('keep the evidence of blank cells, and paragraphs apart', async () => {
    expect(await grids(tr('甲', '\u3000', '\u00a0'), tr(tc(p('4.保护第三方合法权') + p('益')), tc(p('') + p('7') + p('')), ''))).toEqual([
      [['甲', '\u3000', '\u00a0'], ['4.保护第三方合法权\n益', '7', '']],
    ]) // biome-ignore format: rows
  })

  it('count columns that a row leaves out before and after its cells', async () => {
    const before = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('乙')}${tc('2')}</w:tr>`
    const after = `<w:tr><w:trPr><w:gridAfter w:val="2"/></w:trPr>${tc('丙')}</w:tr>`
    const { grids: found, diagnostics } = await readBack({ body: tbl(tr('总', '甲', '1'), before, after) })
    expect(found).toEqual([[['总', '甲', '1'], ['', '乙', '2'], ['丙', '', '']]]) // biome-ignore format: rows
    expect(diagnostics).toEqual([])
  })

  it('read merges sideways that are written cell by cell', async () => {
    expect(await grids(tr(tc('头', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge w:val="continue"/>'), '甲'), tr('子', '丑', '1'))).toEqual([
      [['头', '^', '甲'], ['子', '丑', '1']],
    ]) // biome-ignore format: rows
  })

  it('are not trusted where a merge goes on under a cell of another width', async () => {
    const { blocks, diagnostics } = await readBack({ body: tbl(tr(tc('头', start), '甲', '乙'), tr(tc('', span(2) + on), '1')) })
    expect(blocks.find(isGrid)?.ragged).toBe(true)
    expect(diagnostics.map(one => [one.code, one.place])).toEqual([['source/spans-untrusted', { table: 1 }]])
  })

  it('are not trusted where rows are not equally wide, or text stands between cells', async () => {
    const uneven = await readBack({ body: tbl(tr('甲', '乙', '丙'), tr('1', '2')) })
    expect(uneven.blocks.find(isGrid)?.ragged).toBe(true)
    const stray = await readBack({ body: tbl(tr('甲', '1'), p('夹在中间'), tr('乙', '2')) })
    expect(stray.blocks.find(isGrid)?.ragged).toBe(true)
    expect(stray.texts).toEqual(['夹在中间'])
  })

  it('do not make a table larger than its file: a claimed width is bounded', async () => {
    const found = await grids(tr(tc('甲', span(999_999_999)), '1'), tr('乙', '2'))
    expect(found[0]?.[0]?.length).toBe(200)
  })
})

describe('tables that only lay out a page', () => {
  it('dissolve: inner tables become grids in order, their surroundings paragraphs', async () => {
    const inner = (a: string) => tbl(tr(a, '1'), tr('丑', '2'))
    const { blocks } = await readBack({
      body: tbl(tr(tc(p('一、总体情况') + inner('子') + p('二、主动公开') + inner('寅') + p('末')))),
    })
    expect(blocks.map(block => (block.kind === 'paragraph' ? block.text : block.place))).toEqual([
      '一、总体情况',
      { table: 1 },
      '二、主动公开',
      { table: 2 },
      '末',
    ])
  })

  it('keep a data table that holds another one, the inner one after it', async () => {
    const { grids: found } = await readBack({
      body: tbl(tr('甲', '1'), tr('乙', '2'), tr('丙', tc(tbl(tr('子', '3'), tr('丑', '4')) + p('')))),
    })
    expect(found).toEqual([
      [['甲', '1'], ['乙', '2'], ['丙', '']],
      [['子', '3'], ['丑', '4']],
    ]) // biome-ignore format: rows
  })

  it('give rows of prose and numbered headings across the table as paragraphs, keep group labels in the grid', async () => {
    const prose = '本年度主动公开政府信息工作有序开展。'.repeat(20)
    const { blocks, grids: found } = await readBack({
      body: tbl(
        tr(tc('二、主动公开政府信息情况', span(2))),
        tr(tc(p(r(prose)), span(2))),
        tr(tc('第二十条第（一）项', span(2))),
        tr('规章', '0'),
        tr('规范性文件', '3'),
      ),
    })
    expect(blocks.map(block => (block.kind === 'paragraph' ? block.text.slice(0, 4) : block.place))).toEqual([
      '二、主动',
      '本年度主',
      { table: 1, row: 3 },
    ])
    expect(found).toEqual([[['第二十条第（一）项', '^'], ['规章', '0'], ['规范性文件', '3']]]) // biome-ignore format: rows
  })
})
