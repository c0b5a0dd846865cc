import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/diagnostic/diagnostic.ts'
import { type Block, type Grid, isGrid } from '../../src/document/document.ts'
import { read } from '../../src/read/read.ts'

const readText = async (text: string) => {
  const log = createLog('')
  return { ...(await read(text, log)), log }
}
const textOf = (block: Block) => (block.kind === 'paragraph' ? block.text : block.kind)
const cells = (grid: Grid | undefined) => grid?.rows.map(row => row.map(cell => cell.text))
const gridOf = async (text: string) => (await readText(text)).blocks.find(isGrid)

describe('plain text', () => {
  it('keeps one paragraph a line: blank ones, tabs, U+3000, U+00A0 and form feeds are evidence', async () => {
    const { kind, blocks } = await readText('甲\r\n\r\t三\u3000\n\u00a0\n\f四、乙')
    expect(kind).toBe('text')
    expect(blocks.map(textOf)).toEqual(['甲', '', '\t三\u3000', '\u00a0', '\f四、乙'])
    expect(blocks.map(block => block.place)).toEqual([1, 2, 3, 4, 5].map(line => ({ line })))
  })

  it('leaves backslashes and stars alone where nothing shows that it is Markdown', async () => {
    const { blocks } = await readText('见 C:\\年报\n**\n3 * 2 * 1')
    expect(blocks.map(textOf)).toEqual(['见 C:\\年报', '**', '3 * 2 * 1'])
  })

  it('leaves bar rows of unequal length as lines', async () => {
    const { blocks } = await readText('| 三、结果 | （一）公开 | 3 | 4 |\n| （二）部分 | 1 | 2 |\n')
    expect(blocks.map(textOf)).toEqual(['| 三、结果 | （一）公开 | 3 | 4 |', '| （二）部分 | 1 | 2 |', ''])
  })
})

describe('Markdown', () => {
  it('takes its marks off and keeps the level of a heading', async () => {
    const { kind, blocks } = await readText(
      '## 二、主动公开\n3\\.重复申请\n**总计** \\[注\\] a\\_b\n<a id="x"></a>七\u3000&nbsp;',
    )
    expect(kind).toBe('markdown')
    expect(blocks[0]).toEqual({ kind: 'paragraph', text: '二、主动公开', level: 2, place: { line: 1 } })
    expect(blocks.slice(1).map(textOf)).toEqual(['3.重复申请', '总计 [注] a_b', '七\u3000\u00a0'])
  })

  it('reads bar rows of equal length as a grid, padding and rule gone, blanks kept', async () => {
    const grid = await gridOf('| | 自然人 | 总计 |\n|---|:-:|---|\n| 新收\\|件 | \u3000 | **12**  |\n| 结转 |  | 0 |')
    expect(cells(grid)).toEqual([
      ['', '自然人', '总计'],
      ['新收|件', '\u3000', '12'],
      ['结转', '', '0'],
    ])
    expect(grid?.ragged).toBeUndefined()
    expect(grid?.rows[1]?.[2]?.place).toEqual({ line: 3, cell: 3 })
  })

  it('reads raw tables, their tags broken over lines, with the lines they stand at', async () => {
    const { blocks } = await readText(
      '前\n<table>\n<tr>\n<td\ncolspan="2">办理结果</td>\n<td>&nbsp;3</td></tr>\n<tr><td>甲<td>乙<td>4</tr>\n</table>\n后',
    )
    expect(blocks.map(textOf)).toEqual(['前', 'grid', '后'])
    expect(cells(blocks.find(isGrid))).toEqual([
      ['办理结果', '办理结果', '\u00a03'],
      ['甲', '乙', '4'],
    ])
    expect(blocks[1]?.place).toEqual({ line: 2 })
    expect(blocks.find(isGrid)?.rows[1]?.[2]?.place).toEqual({ line: 7, row: 2, cell: 3 })
    expect(blocks[2]?.place).toEqual({ line: 9 })
  })

  it('keeps a table that is never closed as lines', async () => {
    const { blocks } = await readText('前\n<table>\n| 甲 | 3 |\n一、总体情况')
    expect(blocks.map(textOf)).toEqual(['前', '<table>', '| 甲 | 3 |', '一、总体情况'])
  })
})

describe('rows filled up at the right are no grid: they become the lines they were', () => {
  const shifted = `
| 情况 | 自然人 | 总计 |   |
| 三、结果 | （一）公开 | 3 | 3 |
| （二）部分 | 1 | 1 |   |
| （三）不予 |  |  |   |`
  const spanned = `
|  |  | 自然人 | 总计 |
| 三、结果 | （一）公开 | 3 | 3 |
|  | （二）部分 | 1 |  |
| 四、结转 |  | 0 | 0 |`
  const headOnly = `
| 复议 | 诉讼 |  |  |
| 维持 | 维持 | 纠正 |  |
| 1 | 2 | 3 | 4 |`
  const unfilled = `
| 复议 | 诉讼 |  |
| 维持 | 纠正 |  |
| 0 |  |  |`
  it.each([
    [
      'labels and figures in one column: as many cells behind the last label as in other rows',
      shifted,
      ['|情况|自然人|总计||', '|三、结果|（一）公开|3|3|', '|（二）部分|1|1|', '|（三）不予|||'],
    ],
    ['merged places left empty are a grid', spanned, ['grid']],
    ['figures beyond the head', headOnly, ['|复议|诉讼|||', '|维持|维持|纠正||', '|1|2|3|4|']],
    ['a last column with nothing in it', unfilled, ['|复议|诉讼||', '|维持|纠正||', '|0|||']],
  ])('%s', async (_, text, expected) => {
    const { blocks } = await readText(text)
    expect(blocks.slice(1).map(textOf)).toEqual(expected)
    expect(blocks[1]?.place.line).toBe(2)
  })
})

describe('tables drawn with dashes', () => {
  it('takes columns from the rule, rejoins wrapped rows and keeps blank cells', async () => {
    const { blocks } = await readText(
      `前
  --------------------------------------
  第二十条
  -------------- ---------- ------------
  信息           本年       现行
  内容           制发件数   有效

  规章                      \u3000\u300013\u00a0

  收费           8.35
  --------------------------------------
后`,
    )
    expect(blocks.map(textOf)).toEqual(['前', 'grid', '后'])
    expect(cells(blocks.find(isGrid))).toEqual([
      ['第二十条', '', ''],
      ['信息内容', '本年制发件数', '现行有效'],
      ['规章', '', '\u3000\u300013\u00a0'],
      ['收费', '8.35', ''],
    ])
    expect(blocks.find(isGrid)?.rows[2]?.[2]?.place).toEqual({ line: 8, cell: 3 })
  })

  it('takes each line for a row where no blank line parts them', async () => {
    const grid = await gridOf('前\n  ------ ----\n  规章   0\n  处罚   37\n  ------ ----\n')
    expect(cells(grid)).toEqual([['规章', '0'], ['处罚', '37']]) // biome-ignore format: rows
  })

  it.each([
    ['text that crosses a gap', '  ------ ----\n  行政许可情况 0\n  处罚   37\n  ------ ----'],
    ['no rule at the end', '  ------ ----\n  规章   0\n  处罚   37\n'],
    ['a line between paragraphs', '一\n----------------\n二\n三'],
  ])('leaves %s as lines', async (_, text) => {
    const { blocks } = await readText(text)
    expect(blocks.map(textOf)).toEqual(text.split('\n'))
  })
})

describe('drawn tables', () => {
  it('joins what was wrapped inside a band, by bars and by width', async () => {
    const grid = await gridOf(`
+--------------+--------+------+
| 三           |        | 申请 |
| 、办理结果   |        |      |
+==============+========+======+
|              | “三安  | 12   |
|              | 全”    |      |
|              |        |      |
|              | 益     |      |
+--------------+--------+------+
| two          | \u3000      |      |
| words        |        | 7\u00a0   |
+--------------+--------+------+
`)
    expect(cells(grid)).toEqual([
      ['三、办理结果', '', '申请'],
      ['', '“三安全”\n益', '12'],
      ['two words', '\u3000', '7\u00a0'],
    ])
    expect(grid?.rows[2]?.[0]?.place).toEqual({ line: 11, cell: 1 })
  })

  it('reads merged cells where walls and rules are left out', async () => {
    const grid = await gridOf(`
+------+------+------+
| 结果 | 自然 | 总计 |
+------+------+------+
| 三、        | 5    |
+------+------+------+
| 不予 | 甲   | 3    |
|      +------+------+
| 公开 | 乙   | 4    |
+------+------+------+`)
    expect(cells(grid)).toEqual([
      ['结果', '自然', '总计'],
      ['三、', '三、', '5'],
      ['不予公开', '甲', '3'],
      ['不予公开', '乙', '4'],
    ])
  })

  it('takes what follows the last rule for text', async () => {
    const { blocks } = await readText('+---+---+\n| a | b |\n+---+---+\n| c |\n')
    expect(blocks.map(textOf)).toEqual(['grid', '| c |', ''])
  })
})
