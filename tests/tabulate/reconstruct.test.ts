/** Tables back from flattened text: one case for each kind of evidence, and for each way it can be missing. */

import { describe, expect, it, test } from 'vitest'
import { toFacts } from '../../src/collection/facts.ts'
import { forms } from '../../src/form/index.ts'
import { tableShape } from '../../src/model/tables.ts'
import { parseReport } from '../../src/parse-report.ts'
import { findRows } from '../../src/tabulate/find-rows.ts'
import { toFragments } from '../../src/tabulate/fragments.ts'
import { lexiconOf } from '../../src/tabulate/lexicon.ts'

const columns = tableShape.requests.newlyReceived
const rows = forms['2021'].tables.requests.blocks[0]?.rows ?? []

type Row = (number | null)[]
const zero: Row = [0, 0, 0, 0, 0, 0, 0]

/** Figures that add up: what is received is granted, withheld or carried forward. */
const figures: Record<string, Row> = {
  newlyReceived: [14, 25, 0, 3, 0, 1, 43],
  granted: [9, 20, 0, 3, 0, 0, 32],
  'denied.stateSecret': [2, 4, 0, 0, 0, 1, 7],
  outcomesTotal: [11, 24, 0, 3, 0, 1, 39],
  carriedForward: [3, 1, 0, 0, 0, 0, 4],
}

/** A report whose table 3 is printed row by row as `print` says. */
function report(print: (label: string, row: Row) => string, changed: Record<string, Row> = {}): string {
  const lines = rows.map(row => print(row.label?.text ?? '', changed[row.id] ?? figures[row.id] ?? zero))
  return [
    '柳溪镇2023年政府信息公开工作年度报告',
    '一、总体情况',
    '平稳。',
    '三、收到和处理政府信息公开申请情况',
    ...lines,
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '无。',
  ].join('\n')
}

async function read(text: string) {
  const { report: model, diagnostics } = await parseReport(text, { name: '柳溪镇.txt' })
  const facts = new Map(toFacts(model).map(fact => [fact.cell, fact]))
  const row = (id: string) => columns.map(column => facts.get(`requests.${id}.${column}`))
  return {
    values: (id: string) => row(id).map(fact => fact?.value ?? null),
    /** Those without a flag. */
    sure: (id: string) => row(id).map(fact => (fact?.flags.length === 0 ? fact.value : null)),
    statuses: (id: string) => [...new Set(row(id).map(fact => fact?.status))],
    flags: (id: string) => [...new Set(row(id).flatMap(fact => fact?.flags ?? []))],
    codes: diagnostics.map(diagnostic => diagnostic.code),
  }
}

const dropped = (separator: string) => (label: string, row: Row) =>
  [label, ...row.filter(value => value !== null)].join(separator)

describe('where boundaries keep empty cells', () => {
  it('a row begins on its label’s line or below it: each as its own cells come out', async () => {
    // 1.属于国家秘密      2       the longer labels share a line with their first cell
    const print = (label: string, row: Row) =>
      [`${label}${/^[1-9]/.test(label) ? '      ' : '\n'}${row[0] ?? '  '}`, ...row.slice(1).map(cell => cell ?? '  ')].join('\n')
    const sparse: Record<string, Row> = {
      granted: [9, 20, null, 3, null, null, 32],
      'denied.stateSecret': [null, 4, null, 2, null, 1, 7],
      'denied.internalAffairs': [2, null, null, null, null, null, 2],
      outcomesTotal: [11, 24, null, 5, null, 1, 41],
      newlyReceived: [11, 24, null, 5, null, 1, 41],
      carriedForward: [null, null, null, null, null, null, null],
    }
    const { values, codes } = await read(report(print, sparse))
    expect(values('granted')).toEqual([9, 20, null, 3, null, null, 32])
    expect(values('denied.stateSecret')).toEqual([null, 4, null, 2, null, 1, 7])
    expect(values('denied.internalAffairs')).toEqual([2, null, null, null, null, null, 2])
    expect(values('carriedForward')).toEqual([null, null, null, null, null, null, null])
    expect(codes).not.toContain('cell/ambiguous')
  })

  it.each([
    ['tabs', (label: string, row: Row) => [label, ...row].map(cell => cell ?? '').join('\t')],
    ['bars', (label: string, row: Row) => `| ${[label, ...row].map(cell => cell ?? '').join(' | ')} |`],
    ['lines', (label: string, row: Row) => [label, ...row].map(cell => cell ?? '').join('\n')],
  ])('%s: figures are read by position, blanks are blanks', async (_, print) => {
    const sparse = { granted: [9, 20, null, 3, null, null, 32], 'denied.stateSecret': [2, 4, null, null, null, 1, 7] } as Record<
      string,
      Row
    >
    const { values, statuses, codes } = await read(report(print, sparse))
    expect(values('granted')).toEqual([9, 20, null, 3, null, null, 32])
    expect(values('denied.stateSecret')).toEqual([2, 4, null, null, null, 1, 7])
    expect(statuses('granted')).toEqual(['read', 'blank'])
    expect(codes).not.toContain('cell/ambiguous')
  })
})

describe('where rows follow each other on one line', () => {
  /** A tab behind every cell, another behind every row; cells that a merged label covers are printed before the labels. */
  const run = (changed: Record<string, Row> = {}) => {
    const lines = report((label, row) => `${label}\t${row.map(value => value ?? '').join('\t')}\t\t\t`, changed).split('\n')
    const from = lines.findIndex(line => line.startsWith('三、收到')) + 1
    const to = lines.findIndex(line => line.startsWith('四、政府'))
    return [...lines.slice(0, from), lines.slice(from, to).join(''), ...lines.slice(to)].join('\n')
  }
  const only: Row = [null, null, null, null, 0, null, null]

  it('a lone 0 stands where the rows like it have their cells', async () => {
    const { values, statuses } = await read(run({ 'notProcessed.repeatRequest': only }))
    expect(values('notProcessed.repeatRequest')).toEqual(only)
    expect(statuses('notProcessed.repeatRequest')).toEqual(['blank', 'read'])
  })

  it('where no row tells, it stands nowhere', async () => {
    const sparse = Object.fromEntries(rows.map(row => [row.id, only]))
    const { values, statuses } = await read(run(sparse))
    expect(values('notProcessed.repeatRequest')).toEqual([null, null, null, null, null, null, null])
    expect(statuses('notProcessed.repeatRequest')).toContain('ambiguous')
  })

  it('the first character of the next label, cut off by a line, is no cell of the row before it', async () => {
    const sparse = Object.fromEntries(rows.map(row => [row.id, row.id === 'partiallyGranted' ? only : only.map(() => null)]))
    const { values } = await read(run(sparse).replace('1.属于', '1.属\n于'))
    expect(values('partiallyGranted')).toEqual([null, null, null, null, null, null, null])
  })

  it('nor is it where the label was damaged beyond that', async () => {
    const sparse = Object.fromEntries(rows.map(row => [row.id, row.id === 'unavailable.notHeld' ? only : only.map(() => null)]))
    const { values } = await read(run(sparse).replace('2.没有', '2.没\n\ufffd\ufffd'))
    expect(values('unavailable.notHeld')).toEqual([null, null, null, null, null, null, null])
  })
})

describe('where empty cells were dropped', () => {
  it('the one placement that rows and columns allow is inferred', async () => {
    const { values, statuses } = await read(report(dropped('\n'), { 'denied.stateSecret': [2, 4, null, null, null, 1, 7] }))
    expect(values('newlyReceived')).toEqual(figures.newlyReceived)
    expect(values('denied.stateSecret').filter(value => value !== null)).toEqual([2, 4, 1, 7])
    expect(values('denied.stateSecret')).toEqual([2, 4, null, null, null, 1, 7])
    expect(statuses('denied.stateSecret')).toEqual(['inferred', 'blank'])
  })

  it('a 0 whose place no sum tells is ambiguous, and says so', async () => {
    const { values, statuses, codes } = await read(report(dropped('\n'), { carriedOver: [0, null, 0, null, 0, 0, 0] }))
    expect(values('carriedOver')).toEqual([null, null, null, null, null, null, null])
    expect(statuses('carriedOver')).toEqual(['ambiguous'])
    expect(codes).toContain('cell/ambiguous')
  })

  it('figures that fit nowhere are left out, with the rows named', async () => {
    const wrong = {
      'denied.stateSecret': [2, 4, null, null, null, 1, 8] as Row,
      granted: [9, 21, null, 3, null, null, 33] as Row,
    }
    const { values, codes } = await read(report(dropped('\n'), wrong))
    expect(values('denied.stateSecret')).toEqual([null, null, null, null, null, null, null])
    expect(codes.some(code => code === 'table/contradiction' || code === 'cell/ambiguous')).toBe(true)
  })
})

describe('where nothing separates figures', () => {
  it('the split that satisfies every sum is inferred', async () => {
    const { values, statuses } = await read(report((label, row) => label + row.join('')))
    expect(values('newlyReceived')).toEqual(figures.newlyReceived)
    expect(values('granted')).toEqual(figures.granted)
    expect(statuses('newlyReceived')).toEqual(['inferred'])
  })
})

describe('where nothing separates figures from the numbers of rows', () => {
  it('a row that adds up with the next row’s number is not read so', async () => {
    // 214 + 119 + 16 + 56 + 51 + 179 = 635, and 21 + 411 + 91 + 6 + 5651 + 179 = 6359 with the 9 before the next label
    const row: Row = [214, 119, 16, 56, 51, 179, 635]
    let n = 0
    const text = report((label, own) => `${++n}${label}${own.join('')}`, { 'denied.thirdPartyRights': row })
    const { sure } = await read(text.split('\n').join(''))
    expect(sure('denied.thirdPartyRights').filter((value, c) => value !== null && value !== row[c])).toEqual([])
  })
})

describe('labels', () => {
  it('a label that lost characters, or was wrapped, is still the label', async () => {
    const damaged = (label: string) =>
      label.replace('属于国家秘密', '属于国\ufffd\ufffd秘密').replace('结转下年度继续办理', '结转下年度\n继续办理')
    const { values } = await read(report((label, row) => [damaged(label), ...row].join('\t')))
    expect(values('denied.stateSecret')).toEqual(figures['denied.stateSecret'])
    expect(values('carriedForward')).toEqual(figures.carriedForward)
  })

  it('behind a label beyond recognition, figures are nobody’s rather than the row’s above', async () => {
    const print = (label: string, row: Row) =>
      label.includes('属于国家秘密')
        ? ['某某事项另行说明', ...row].join('\n')
        : [label, ...row.filter(value => value !== 0)].join('\n')
    const { values } = await read(report(print))
    expect(values('partiallyGranted').every(value => value === null || value === 0)).toBe(true)
    expect(values('denied.stateSecret')).toEqual([null, null, null, null, null, null, null])
  })
})

describe('a text that ends in the middle of table 3', () => {
  /** The report up to the label of a row, with nothing behind it. */
  const cut = (print: (label: string, row: Row) => string, id: string) => {
    const label = rows.find(row => row.id === id)?.label?.text ?? ''
    const text = report(print)
    return text.slice(0, text.indexOf(label) + label.length)
  }

  it.each(['\t', '\n', '|'])('the cells behind its last label are missing, not blank: %j', async separator => {
    const print = (label: string, row: Row) => [label, ...row].join(separator)
    const { values, statuses } = await read(cut(print, 'denied.thirdPartyRights'))
    expect(values('denied.stateSecret')).toEqual(figures['denied.stateSecret'])
    expect(statuses('denied.thirdPartyRights')).toEqual(['missing'])
  })

  it('where no row shows the edition, none is claimed; a row of one edition shows it', async () => {
    const print = (label: string, row: Row) => [label, ...row].join('\t')
    const editionOf = async (id: string) => (await parseReport(cut(print, id), { name: '柳溪镇.txt' })).report.editions.requests
    expect(await editionOf('denied.thirdPartyRights')).toBe(null)
    expect(await editionOf('outcomesTotal')).toBe('2021')
  })
})

describe('a page', () => {
  it('digits that a narrow cell broke over two lines are one figure again', async () => {
    const wide = {
      newlyReceived: [1014, 25, 0, 3, 0, 1, 1043],
      granted: [1009, 20, 0, 3, 0, 0, 1032],
      outcomesTotal: [1011, 24, 0, 3, 0, 1, 1039],
    } as Record<string, Row>
    const print = (label: string, row: Row) => {
      const head = label.padEnd(60, ' ').slice(0, 60 - [...label].length)
      const cells = row.map(value => String(value))
      const upper = cells.map(cell => (cell.length === 4 ? cell.slice(0, 3) : cell).padEnd(8)).join('')
      const lower = cells.map(cell => (cell.length === 4 ? cell.slice(3) : '').padEnd(8)).join('')
      return lower.trim() === '' ? head + upper : `${head}${upper}\n${' '.repeat(60)}${lower}`
    }
    const { values } = await read(report(print, wide))
    expect(values('newlyReceived')).toEqual(wide.newlyReceived)
    expect(values('outcomesTotal')).toEqual(wide.outcomesTotal)
  })

  it('a figure broken into more lines than are tried is not read by its last ones', async () => {
    //                                        1         1
    //                                        7         7
    //   二、上年结转…     0    0    0    0    0    1         1       one digit a line, the label in the middle
    //                                        6         6         …
    const wide: Row = [0, 0, 0, 0, 0, 17164442, 17164442]
    const print = (label: string, row: Row) => {
      if (label.startsWith('一、')) return `${label}   12   5`
      const head = label.padEnd(60, ' ').slice(0, 60 - [...label].length)
      if (!label.startsWith('二、')) return head + row.map(value => String(value).padEnd(8)).join('')
      return Array.from('17164442', (digit, i) => {
        const cells = row.map(value => (value === 0 ? (i === 5 ? '0' : '') : digit).padEnd(8)).join('')
        return (i === 5 ? head : ' '.repeat(60)) + cells
      }).join('\n')
    }
    const { values } = await read(report(print, { carriedOver: wide }))
    expect(values('carriedOver').filter((value, c) => value !== null && value !== wide[c])).toEqual([])
  })

  it('figures on several lines are not read in their order where no column tells that it is the row’s', async () => {
    // 7.属于行政执法案卷 0 0
    // 0 1 0 0 1                   of which the first line may be any of the row's: 0 [0 0] 1 0 0 1, or 0 1 [0 0] 0 0 1
    const torn: Row = [0, 1, 0, 0, 0, 0, 1]
    const print = (label: string, row: Row) =>
      row === torn ? `${label} ${row.slice(2, 4).join(' ')}\n0 1 0 0 1` : `${label} ${row.join(' ')}`
    const { sure } = await read(report(print, { 'denied.enforcementFiles': torn }))
    expect(sure('denied.enforcementFiles').filter((value, c) => value !== null && value !== torn[c])).toEqual([])
  })

  it('figures of one row on two pages stand in no columns together', async () => {
    const lineOf = (...words: [number, string][]) =>
      words.reduce((line, [at, word]) => line + ' '.repeat(at - Array.from(line).length) + word, '')
    const broken: Row = [15, 137, 61, 196, 51, 228, 688]
    const cells = (row: Row, places: readonly number[]) => places.map((at, c) => [at, `${row[c]}`] as [number, string])
    const print = (label: string, row: Row) =>
      row === broken
        ? `${lineOf([0, label], [72, '61'], [87, '51'], [97, '228'], [103, '688'])}\n\f${lineOf([58, '15'], [66, '137'], [92, '196'])}`
        : lineOf([0, label], ...cells(row, [55, 64, 71, 78, 86, 97, 103]))
    const { values } = await read(report(print, { 'unavailable.notHeld': broken }))
    expect(values('unavailable.notHeld')).toEqual([null, null, null, null, null, null, null])
  })

  it('a header that wraps some labels is read across its lines', async () => {
    //          自然人                     社会公益组 法律服务机          总计
    //                   商业企业  科研机构                      其他
    //                                       织       构
    const pad = (text: string, to: number) => text + ' '.repeat(to - [...text].length)
    const lineOf = (...words: [number, string][]) => words.reduce((line, [at, word]) => pad(line, at) + word, '')
    const wrapped = [
      lineOf([60, '自然人'], [85, '社会公益组'], [92, '法律服务机'], [110, '总计']),
      lineOf([68, '商业企业'], [77, '科研机构'], [102, '其他']),
      lineOf([87, '织'], [94, '构']),
    ]
    const at = [61, 69, 78, 87, 94, 102, 110]
    const print = (label: string, row: Row) =>
      lineOf([0, label], ...row.map((value, c) => [at[c], `${value}`] as [number, string]))
    const text = report(print).replace('\n一、本年新收', `\n${wrapped.join('\n')}\n一、本年新收`)
    const { values } = await read(text)
    for (const id of Object.keys(figures)) expect(values(id)).toEqual(figures[id])
    const moved = text.replace('商业企业', '其他##').replace('其他\n', '商业企业\n').replace('##', '')
    expect((await read(moved)).values('granted').slice(1, 6)).not.toEqual(figures.granted?.slice(1, 6))
  })

  it('figures above the first label that is left are not an empty row’s, though they add up', async () => {
    const spaced = (label: string, row: Row) => [label, ...row.map(value => value ?? '')].join('   ')
    const changed = { carriedOver: [null, null, null, null, null, null, null], granted: [null, 2, null, null, null, null, 2] }
    const text = report(spaced, changed)
    expect((await read(text)).values('newlyReceived')).toEqual(figures.newlyReceived)
    const { values } = await read(text.replace('一、本年新收政府信息公开申请数量', ''))
    expect(values('carriedOver')).toEqual(changed.carriedOver)
    expect(values('outcomesTotal')).toEqual(figures.outcomesTotal)
  })

  it('zeros that only nearly stand under each other are in no columns', async () => {
    const printed = [
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '三、本年度办理结果    （一）予以公开',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      '（三）不予公开    1.属于国家秘密',
      '2.其他法律行政法规禁止公开',
      '3.危及“三安全一稳定”    　0     0    0     0    　0     0    0',
      '4.保护第三方合法权益     0    　0     0    0     0    　0     0',
      '5.属于三类内部事务信息    0     0    　0     0    0     0    　0',
      '6.属于四类过程性信息',
      '7.属于行政执法案卷',
      '8.属于行政查询事项',
      '（四）无法提供    1.本机关不掌握相关政府信息',
      '2.没有现成信息需要另行制作     0    0     0    　0     0    0     0',
      '3.补正后申请内容仍不明确    　0     0    0     0    　0     0    0',
      '（五）不予处理    1.信访举报投诉类申请',
      '2.重复申请    　0',
      '3.要求提供公开出版物     0    　0     0',
      '4.无正当理由大量反复申请    0',
      '5.要求行政机关确认或重新出具已获取信息     0',
      '（六）其他处理     0',
      '（七）总计     0',
    ]
    const text = report(() => '').replace(/(?<=申请情况\n)\n+/, `${printed.join('\n')}\n`)
    const { values } = await read(text)
    expect(values('denied.securityAndStability')).toEqual(zero)
    for (const id of ['publishedMaterial', 'excessiveRequests', 'confirmationOrReissue'])
      expect(values(`notProcessed.${id}`), id).toEqual(columns.map(() => null))
  })

  it('a figure of a row out of order is not its neighbour’s, however short its label', async () => {
    // 一、本年新收…                        1    2    2    1    6
    // 三、本年度办理结果    （一）予以公开    0     ← the form has 二、上年结转 first
    // 二、上年结转…
    const nothing: Row = [null, null, null, null, null, null, null]
    const one = (column: number): Row => nothing.map((_, c) => (c === column || c === 6 ? 1 : null))
    const sparse: Record<string, Row> = {
      ...Object.fromEntries(rows.map(({ id }) => [id, nothing])),
      newlyReceived: [1, null, 2, null, 2, 1, 6],
      granted: [null, null, null, null, null, null, 0],
      partiallyGranted: one(4),
      'denied.prohibitedByLaw': one(0),
      'denied.securityAndStability': one(4),
      'notProcessed.publishedMaterial': one(2),
      'notProcessed.excessiveRequests': [null, null, null, null, null, null, 0],
      'notProcessed.confirmationOrReissue': [null, null, null, null, null, null, 0],
      'otherHandling.other': one(2),
      outcomesTotal: [1, null, 2, 0, 2, null, 5],
      carriedForward: one(5),
    }
    const inOrder = report(dropped('    '), sparse)
      .replace('（一）予以公开', '三、本年度办理结果    （一）予以公开')
      .replace('1.属于国家秘密', '（三）不予公开    1.属于国家秘密')
      .replace('1.本机关', '（四）无法提供    1.本机关')
      .replace('1.信访', '（五）不予处理    1.信访')
      .replace(/1\.申请人无正当理由.*\n.*\n3\.其他/, '（六）其他处理')
    const text = inOrder.replace(/(二、上年结转.*\n)(三、本年度办理结果.*\n)/, '$2$1')
    expect(text).not.toBe(inOrder)
    const { values, statuses } = await read(text)
    expect(values('newlyReceived')).not.toContain(0)
    expect(statuses('granted')).not.toContain('read')
  })
})

it('a page’s number among joined lines is no figure, though with it the row would add up', async () => {
  const print = (label: string, row: Row) => `${label} ${row.filter(value => value !== null).join(' ')}`
  const text = report(print, { 'denied.administrativeInquiries': [null, 6, 0, 0, 0, 0, 6] }).replace(
    '8.属于行政查询事项 6 0 0 0 0 6\n',
    '8.属于行政查询事项 6 0 0 0 0 6 第 12 页 共 20 页\n',
  )
  expect(text).toContain('第 12 页')
  const { values, statuses } = await read(text.replace(/\n(?=[（1-9一二三四]、?)/g, ' '))
  expect(values('denied.administrativeInquiries')).not.toContain(12)
  expect(statuses('denied.administrativeInquiries')).not.toContain('read')
})

describe('what an office adds to table 3', () => {
  const tabs = (label: string, row: Row) => [label, ...row].map(cell => cell ?? '').join('\t')
  const header = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const withHeader = (text: string, own: string[]) => text.replace('\n一、本年新收', `\n${own.join('\t')}\n一、本年新收`)
  const empty: Row = [null, null, null, null, null, null, null]

  it('a row of its own is not the figures of an empty row above it', async () => {
    const text = report(tabs, { 'denied.internalAffairs': empty })
    const { values } = await read(text.replace('\n6.属于', '\n其中：网络申请\t3\t1\t0\t0\t0\t0\t4\n6.属于'))
    expect(values('denied.internalAffairs')).toEqual(empty)
    expect(values('granted')).toEqual(figures.granted)
  })

  it.each(['小计', '总计', '（三）不予公开'])(
    '%s with figures of its own between two rows: they are not the row’s above',
    async label => {
      // 2.重复申请      0   0   0   0   0        ← with two figures of the line below it would add up
      // 总计            1                   1
      const own: Row = [1, null, null, null, null, null, 1]
      const fewZeros: Row = [0, null, 0, 0, 0, 0, null]
      for (const [between, isKept] of [
        ['\t', true],
        ['\t', false],
        ['\n', true],
        ['    ', true],
        [' ', false],
      ] as const) {
        for (const above of [fewZeros, empty]) {
          const line = (text: string, row: Row) =>
            [text, ...row.filter(value => isKept || value !== null)].map(cell => cell ?? '').join(between)
          const text = report(line, { 'notProcessed.repeatRequest': above }).replace('\n3.要求', `\n${line(label, own)}\n3.要求`)
          const sure = (await read(text)).sure('notProcessed.repeatRequest')
          const wrong = sure.filter((value, c) => value !== null && value !== above[c])
          expect(wrong, JSON.stringify([between, isKept, above])).toEqual([])
        }
      }
    },
  )

  it('numbers before rows are none of the figures', async () => {
    let n = 0
    const { values } = await read(report((label, row) => `${++n}\t${tabs(label, row)}`))
    for (const id of Object.keys(figures)) expect(values(id)).toEqual(figures[id])
  })

  it('beside a column of its own a row is read where its cells are counted, and not where empty ones were dropped', async () => {
    const own = [...header, '上年总计']
    const sparse: Row = [2, 4, null, null, null, 1, 7]
    const remarks = report((label, row) => `${tabs(label, row)}\t`, { 'denied.stateSecret': sparse })
    const counted = await read(withHeader(remarks, ['', ...header, '备注']))
    expect(counted.values('denied.stateSecret')).toEqual(sparse)
    const lost: Row = [null, 4, 0, 0, 0, 8, 12]
    const printed = report((label, row) => `${dropped('\t')(label, row)}\t24`, { 'denied.stateSecret': lost })
    // 0 + 4 + 0 + 0 + 8 + 12 = 24, by chance.
    const { values, flags } = await read(withHeader(printed.replace(/(国家秘密)\t4/, '$1\t0\t4'), own))
    expect(values('denied.stateSecret').every(value => value === null) || flags('denied.stateSecret').length > 0).toBe(true)
  })

  it('a column of its own is seen with each word on a line, and where nothing separates them', () => {
    const sees = (table: 'requests' | 'disclosure', lines: string[]) => {
      const paragraphs = lines.map((text, i) => ({ kind: 'paragraph' as const, text, place: { line: i + 1 } }))
      return findRows(toFragments(paragraphs, lexiconOf(table)), table).hasOwnColumns
    }
    const next = ['一、本年新收政府信息公开申请数量', '0', '二、上年结转政府信息公开申请数量', '0']
    expect(sees('requests', ['申请人情况', '备注', ...header, ...next])).toBe(true)
    expect(sees('requests', ['申请人情况', ...header, ...next])).toBe(false)
    expect(sees('requests', ['申请人情况', ...header, '上年数', '备注', ...next])).toBe(true)
    expect(sees('requests', [['申请人情况', '自然人', '其他费用', ...header.slice(1)].join('\t'), ...next])).toBe(true)
    // Table 4's header behind table 3: its results stand between 总计 and 总计.
    expect(sees('requests', ['申请人情况', ...header, ...next, ...header.slice(-1), '结果维持', '结果纠正', '总计'])).toBe(false)
    expect(sees('disclosure', ['第二十条第（六）项信息内容本年处理决定数量上年数行政处罚35478行政强制11715'])).toBe(true)
    expect(sees('disclosure', ['第二十条第（六）项信息内容本年处理决定数量行政处罚354行政强制117'])).toBe(false)
  })

  it('what is written in a column of its own is not the total of a row that begins with a blank', async () => {
    // 二、上年结转…⇥⇥0⇥0⇥0⇥0⇥0⇥0⇥无, each on a line; in one row of bars: |3||0|0|3|无|无|
    const blankFirst: Row = [null, 0, 0, 0, 0, 0, 0]
    const cells = (label: string, row: Row) =>
      [label, ...row, row === blankFirst ? '无' : ''].map(cell => `\t${cell ?? ''}`).join('\n')
    const table = report((label, row) => `${cells(label, row)}\n`, { carriedOver: blankFirst })
    const text = table.replace(
      '\t一、本年新收',
      `${['', ...header, '备注'].map(cell => `\t${cell}`).join('\n')}\n\n\t一、本年新收`,
    )
    const { sure } = await read(text)
    expect(sure('carriedOver').filter((value, c) => value !== null && value !== blankFirst[c])).toEqual([])
  })

  it('words behind the figures of a row that lost an empty cell are not its total', async () => {
    const lost: Row = [0, null, 0, 0, 0, 0, 0]
    const print = (label: string, row: Row) =>
      label.includes('国家秘密') ? `${label}\n\n${dropped('\t')('0', row.slice(1))}\t见附件` : dropped('\t')(label, row)
    expect((await read(report(print, { 'denied.stateSecret': lost }))).values('denied.stateSecret')).toEqual(empty)
  })

  it('last year’s cells beside this one’s are not its own, though nothing but a few zeros is printed', async () => {
    const twice = (label: string, row: Row) => [label, ...row.flatMap(cell => [cell, cell])].map(cell => cell ?? '').join('\t')
    const nothing: Row = [null, null, null, null, null, null, null]
    const zeroAt = (...at: number[]): Row => nothing.map((_, c) => (at.includes(c) ? 0 : null))
    const zeros: Record<string, Row> = {
      ...Object.fromEntries(rows.map(({ id }) => [id, nothing])),
      partiallyGranted: zeroAt(5),
      'denied.stateSecret': zeroAt(2),
      'denied.prohibitedByLaw': zeroAt(5),
      'denied.enforcementFiles': zeroAt(1),
      'notProcessed.publishedMaterial': zeroAt(4),
      'otherHandling.feeUnpaid': zeroAt(1, 2, 3),
    }
    const { values } = await read(report(twice, zeros))
    for (const id of Object.keys(zeros)) expect(values(id), id).toEqual(nothing)
  })

  it('nor where each stands on a line of its own: two empty cells are not one that takes two lines', async () => {
    for (const between of ['\n', '\n\n']) {
      const twice = (label: string, row: Row) =>
        [label, ...row.flatMap(cell => [cell, cell])].map(cell => cell ?? '').join(between)
      const few: Record<string, Row> = {
        ...Object.fromEntries(rows.map(({ id }) => [id, empty])),
        'otherHandling.notCorrectedInTime': [null, 0, null, null, 0, null, null],
        carriedForward: [null, null, null, null, null, 0, null],
      }
      const { sure } = await read(report(twice, few))
      for (const id of Object.keys(few)) expect(sure(id), id).toEqual(empty)
    }
  })

  it('a note beside the header is no column', async () => {
    const print = dropped('\n')
    const text = report(print).replace('\n一、本年新收', `\n${header.join('\n')}\n单位：件\n一、本年新收`)
    expect((await read(text)).values('granted')).toEqual(figures.granted)
    expect((await read(text.replace('单位：件', '备注'))).values('granted').every(value => value === null)).toBe(true)
  })

  it('a row printed twice with other figures is in doubt, and so is one that may have another’s whose label is lost', async () => {
    const twice = report(tabs).replace('\n4.保护第三方', '\n1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1\n4.保护第三方')
    expect((await read(twice)).values('denied.stateSecret').every(value => value === null)).toBe(true)
    const lost = report(dropped('\t'), { 'notProcessed.repeatRequest': [0, null, null, null, null, 0, null] })
    const unlabelled = lost.replace(/3\.要求提供公开出版物\t.*/, '0\t0\t0\t0\t0')
    expect((await read(unlabelled)).values('notProcessed.repeatRequest').every(value => value === null)).toBe(true)
  })
})

describe('what an office does to table 2, which has no sums', () => {
  const section = (...lines: string[]) =>
    [
      '柳溪镇2023年政府信息公开工作年度报告',
      '二、主动公开政府信息情况',
      ...lines,
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ].join('\n')
  const rules = ['第二十条第（一）项', '信息内容 本年制发件数 本年废止件数 现行有效件数']
  const penalties = ['第二十条第（六）项', '信息内容 本年处理决定数量']
  const valuesOf = async (text: string) => {
    const { report: model } = await parseReport(text)
    return Object.fromEntries(
      toFacts(model)
        .filter(({ cell, value, flags }) => cell.startsWith('disclosure.') && value !== null && flags.length === 0)
        .map(({ cell, value }) => [cell.replace('disclosure.', ''), value]),
    )
  }

  it('figures on the line below a label are the next row’s where its label is lost, and not the empty row’s', async () => {
    const tabs = (...cells: string[]) => `${cells.join('\t')}\t`
    const text = section(
      rules[0] ?? '',
      tabs('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
      tabs('规章'),
      tabs('4', '5', '6'),
      penalties[0] ?? '',
      tabs('信息内容', '本年处理决定数量'),
      tabs('行政处罚', '7'),
      tabs('行政强制', '8'),
    )
    const values = await valuesOf(text)
    expect(Object.keys(values).filter(cell => cell.startsWith('rules.'))).toEqual([])
    expect(values).toMatchObject({ 'penalties.decisions': 7 })
  })

  it('a row printed twice is neither of both, though its digits could be one figure’s', async () => {
    const text = section(...rules, '规章 5 6 7', '行政规范性文件 40  9', '行政规范性文件 833  2552')
    expect(await valuesOf(text)).toEqual({ 'rules.issued': 5, 'rules.repealed': 6, 'rules.inForce': 7 })
  })

  it('a figure of a row that lost its label is not the empty row’s above it, nor digits of its figure', async () => {
    const fees = ['第二十条第（八）项', '信息内容 本年收费金额（单位：万元）', '行政事业性收费 3']
    const own = async (...rows: string[]) => {
      const { 'fees.amount': last, ...others } = await valuesOf(section(...penalties, ...rows, ...fees))
      expect(last).toBe(3)
      return others
    }
    expect(await own('行政处罚 1', '8')).toEqual({})
    expect(await own('行政处罚', '8')).toEqual({})
    expect(await own('行政处罚 1', '行政强制 8')).toEqual({ 'penalties.decisions': 1, 'compulsoryMeasures.decisions': 8 })
  })

  it('figures that stand under each other by chance, as table 3’s do not, are in no columns', async () => {
    const block = (title: string) => [title, '信息内容    上一年项目数量    本年增/减    处理决定数量']
    const text = section(
      '第二十条第（一）项',
      '信息内容    本年新制作数量    本年新公开数量    对外公开总数量',
      '规章    1000     1000    \u30000',
      '规范性文件     0    100     0',
      ...block('第二十条第（五）项'),
      '行政许可    0     0    \u30000',
      '其他对外管理服务事项     0     100',
      ...block('第二十条第（六）项'),
      '行政处罚    100     100    \u300010',
      '行政强制     0    0     0',
    ).replace('申请情况\n', `申请情况\n${rows.map(row => `${row.label?.text}    0    0    0    0    0    0    0`).join('\n')}\n`)
    expect(await valuesOf(text)).not.toHaveProperty(['otherServices.change'])
    expect(await valuesOf(text)).toMatchObject({ 'normativeDocuments.newlyDisclosed': 100 })
  })

  it('behind the title of the next block no figure is a row’s of the block above', async () => {
    const licensing = ['第二十条第（五）项', '信息内容', '本年处理决定数量', '行政许可']
    const text = section(...licensing, '', ...penalties.join(' ').split(' '), '7', '行政强制', '0')
    expect(await valuesOf(text)).not.toHaveProperty(['licensing.decisions'])
  })

  it('figures on two lines are two rows’ where table 3 has a row on each line', async () => {
    // 规章⇥0
    // 0⇥0             the row of 行政规范性文件, without its label
    const rules = ['第二十条第（一）项', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章\t0', '0\t0']
    const others = ['第二十条第（五）项', '行政许可\t0', '第二十条第（六）项', '行政处罚\t0', '0', '行政事业性收费\t0']
    const table = ['二、主动公开政府信息情况', ...[...rules, ...others].map(line => `${line}\t`)].join('\n')
    const text = report((label, row) => `${[label, ...row].join('\t')}\t`).replace('三、收到', `${table}\n三、收到`)
    expect(await valuesOf(text)).not.toHaveProperty(['rules.issued'])
  })

  it('a figure behind the label of a row that the form has not is not the blank row’s above it', async () => {
    const lines = ['第二十条第（五）项', '信息内容', '\t', '本年处理决定数量', '行政许可', '\t', '', '公共服务', '\t', '50', '']
    expect(await valuesOf(section(...lines, ...penalties, '\t', '行政处罚', '\t', '7'))).not.toHaveProperty([
      'licensing.decisions',
    ])
    const glued = '第二十条第（六）项信息内容本年处理决定数量行政处罚248行政强制352行政征收9第二十条第（八）项'
    expect(await valuesOf(section(glued))).not.toHaveProperty(['compulsoryMeasures.decisions'])
  })

  it('a row with three figures is of the form of 2019, and so is its neighbour with one', async () => {
    const header = '信息内� 上一� 本年� 处理决定数量'
    const text = section('第二十条第（六）项', header, '行政处罚       1', '行政强制 258     -2      318')
    expect(await valuesOf(text)).not.toHaveProperty(['penalties.decisions'])
  })

  it('last year’s figures beside this one’s are not those of a row that has a blank', async () => {
    const text = section(
      ...['第二十条第（一）项', (rules[1] as string).split(' ').join('  '), '规章  5  6  2  4', '行政规范性文件  4  9  8'],
      ...['第二十条第（五）项', '信息内容  本年处理决定数量', '行政许可  4  10', ''],
    )
    expect(await valuesOf(text)).toEqual({})
  })

  it('numbers of rows on lines of their own are none of the figures', async () => {
    const cells = ['第二十条第（一）项', '序号', ...(rules[1] as string).split(' ')]
    const text = section(...cells, '1', '规章', '5', '6', '2', '行政规范性文件', '4', '9', '8')
    expect(await valuesOf(text)).not.toHaveProperty(['rules.inForce'])
    expect(await valuesOf(text)).toMatchObject({ 'normativeDocuments.inForce': 8 })
  })
})

describe('table 4 with one figure', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const positions = Array.from({ length: 15 }, (_, at) => at)
  // Its header ends in a delimiter, too: that is no cell of the row.
  const next = '\n五、存在的主要问题及改进情况\n无。'
  it.each([
    ['bars', next, (cells: string[]) => `| ${cells.join(' | ')} |`],
    ['bars, not closed', next, (cells: string[]) => cells.join(' | ')],
    ['tabs', next, (cells: string[]) => cells.join('\t')],
    ['bars, at the end of the text', '', (cells: string[]) => `| ${cells.join(' | ')} |`],
    ['tabs, at the end of the text', '\n', (cells: string[]) => cells.join('\t')],
  ])('%s: it stands in its own column', async (_, end, line) => {
    for (const at of positions) {
      const rows = [
        ['行政复议', '行政诉讼'],
        [...results, '未经复议直接起诉', '复议后起诉'],
        [...results, ...results],
        positions.map(own => (own === at ? '0' : '')),
      ]
      const text = `柳溪镇2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n${rows.map(line).join('\n')}${end}`
      const { report: model } = await parseReport(text)
      const cells = toFacts(model).filter(({ cell }) => cell.startsWith('disputes.'))
      // There is no table 3: a 总计 of this one's header is none of its rows.
      expect(toFacts(model).filter(({ cell, value }) => cell.startsWith('requests.') && value !== null)).toEqual([])
      const wrong = cells.filter(({ value, flags }, own) => value !== null && flags.length === 0 && own !== at)
      expect(wrong, `${at}`).toEqual([])
      expect(cells[at], `${at}`).toMatchObject({ value: 0, status: 'read', flags: [] })
    }
  })
})

describe('table 4 with a second row of figures that has no label', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const header = [
    ['行政复议', '行政诉讼'],
    [...results, '未经复议直接起诉', '复议后起诉'],
    [...results, ...results],
  ]
  const at = (places: readonly number[], figure: string) =>
    Array.from({ length: 15 }, (_, i) => (places.includes(i) ? figure : ''))
  it.each([
    ['one cell a line, empty ones kept', '\n'],
    ['spaces', ' '],
  ])('%s: neither row is the report’s', async (_, between) => {
    const rows = [...header, at([4, 10, 11, 12], '0'), at([4, 10, 11, 12], '1')].map(cells => cells.join(between)).join('\n')
    const { report: model } = await parseReport(
      `柳溪镇2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n${rows}\n五、存在的主要问题及改进情况\n无。`,
    )
    const known = toFacts(model).filter(
      ({ cell, value, flags }) => cell.startsWith('disputes.') && value !== null && flags.length === 0,
    )
    expect(known).toEqual([])
  })

  it('nor where table 3 shows how many lines an empty cell takes', async () => {
    const zeroAt = (...places: number[]): Row => columns.map((_, c) => (places.includes(c) ? 0 : null))
    const few = { newlyReceived: zeroAt(6), 'notProcessed.confirmationOrReissue': zeroAt(6), carriedForward: zeroAt(5, 6) }
    const blank = Object.fromEntries(rows.map(({ id }) => [id, zeroAt()]))
    const lines = (label: string, row: Row) => [label, ...row].map(cell => cell ?? '').join('\n\n')
    const requests = report((label, row) => `${lines(label, row)}\n`, { ...blank, ...few })
    for (const places of [
      [2, 9, 12, 14],
      [2, 8, 11, 13],
      [3, 7, 9, 12],
    ]) {
      const table = [...header, at(places, '0'), at(places, '1')].flat().join('\n\n')
      const { report: model } = await parseReport(requests.replace('诉讼情况\n', `诉讼情况\n${table}\n`))
      const facts = toFacts(model).filter(({ cell, value }) => cell.startsWith('disputes.') && value !== null)
      expect(facts, `${places}`).toEqual([])
    }
  })
})

describe('columns that no header shows', () => {
  it('are read in the form’s order, and said to be: in text and in a grid', async () => {
    const text = report((label, row) => [label, ...row].join('\t'))
    const { values, sure, codes } = await read(text)
    expect(values('granted')).toEqual(figures.granted)
    expect(sure('granted').every(value => value === null)).toBe(true)
    expect(codes).toContain('table/header-lost')
    const cells = (row: readonly (string | number | null)[]) => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`
    const grid = rows.map(row => cells([row.label?.text ?? '', ...(figures[row.id] ?? zero)])).join('')
    const page = (table: string) =>
      `<p>柳溪镇2023年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p><table>${table}</table><p>四、政府信息公开行政复议、行政诉讼情况</p>`
    const bare = await read(page(grid))
    expect([bare.values('granted'), bare.codes.includes('table/header-lost')]).toEqual([figures.granted, true])
    const header = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
    expect((await read(page(cells(header) + grid))).codes).not.toContain('table/header-lost')
  })

  it('what is left of a damaged header shows that they are moved', async () => {
    const print = (label: string, row: Row) => `${label}    ${row.join('    ')}`
    const withHeader = (header: string) => report(print).replace('\n一、本年新收', `\n${header}\n一、本年新收`)
    expect((await read(withHeader('自� 商�科�社会�法律�其他� 总计'))).values('granted')).toEqual(figures.granted)
    expect((await read(withHeader('自� 商�法律�社会�科�其他� 总计'))).values('granted')).not.toEqual(figures.granted)
  })

  it('of table 4 are none where its groups are lost and 未经复议直接起诉 stands first', async () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const table = [
      ['未经复议直接起诉', '复议后起诉', ...results],
      [...results, ...results],
      Array.from({ length: 15 }, () => '0'),
    ]
    const text = `柳溪镇2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n${table.map(row => row.join(' | ')).join('\n')}\n五、存在的主要问题及改进情况\n无。`
    const { report: model } = await parseReport(text)
    expect(toFacts(model).filter(({ cell, value }) => cell.startsWith('disputes.') && value !== null)).toEqual([])
  })
})

test('a text that ends within a row of table 4 does not tell it, though its figures add up in one way', async () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const header = [
    [...results, '未经复议直接起诉', '复议后起诉'],
    [...results, ...results],
  ].map(row => row.join('\t'))
  const lines = [
    '柳溪镇2023年政府信息公开工作年度报告',
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议\t行政诉讼',
    ...header,
  ]
  // 0 0 0 0 0, 0 0 1 0 1, 0 2, and three figures lost: 1 0 1 0 2 would be the last group's
  const { report: model } = await parseReport([...lines, '0\t0\t0\t0\t0\t0\t0\t1\t0\t1\t0\t2'].join('\n'))
  expect(toFacts(model).filter(({ cell, value }) => cell.startsWith('disputes.') && value !== null)).toEqual([])
})

describe('table 4 as a drawn grid with a seam that its header spans', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const drawn = (figures: readonly string[]) => {
    const rows = [
      ['行政复议', '', '', '', '', '', '行政诉讼', '', '', '', '', '', '', '', '', ''],
      [...results, '', '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
      ['', '', '', '', '', '', ...results, ...results],
      figures,
    ]
    const rule = `+${'-'.repeat(18)}`.repeat(16)
    const width = (text: string) => [...text].reduce((n, c) => n + (c > '\u2000' ? 2 : 1), 0)
    const lines = rows.map(row => `|${row.map(text => ` ${text}${' '.repeat(17 - width(text))}`).join('|')}|`)
    return [
      '柳溪镇2023年政府信息公开工作年度报告',
      '四、政府信息公开行政复议、行政诉讼情况',
      '',
      ...lines.flatMap(line => [`${rule}+`, line]),
      `${rule}+`,
    ].join('\n')
  }

  it('blanks are blanks, and the seam is no cell', async () => {
    const { report: model } = await parseReport(
      drawn(['2', '', '5', '7', '14', '', '', '13', '', '23', '36', '', '', '', '', '']),
    )
    const { administrativeReview, directLitigation } = model.disputes
    expect(
      [administrativeReview.upheld, administrativeReview.corrected, administrativeReview.total].map(cell => cell.value),
    ).toEqual([2, null, 14])
    expect([directLitigation.upheld, directLitigation.corrected, directLitigation.total].map(cell => cell.value)).toEqual([
      null,
      13,
      36,
    ])
  })

  it('a figure in the seam: the row does not stand as its header does', async () => {
    const { report: model } = await parseReport(
      drawn(['2', '', '5', '7', '', '14', '', '13', '', '23', '36', '', '', '', '', '']),
    )
    const { total } = model.disputes.administrativeReview
    expect(total).toMatchObject({ value: null, status: 'ambiguous' })
  })
})
