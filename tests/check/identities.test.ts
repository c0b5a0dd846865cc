import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkReport } from '../../src/check/check.ts'
import { createLog, type Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { formatMessage, formatSuggestion } from '../../src/diagnostic/format.ts'
import { absentCell, type Cell } from '../../src/model/cell.ts'
import type { ReportModel } from '../../src/model/report.ts'
import { cellsById, tableShape } from '../../src/model/tables.ts'
import { otherCell, readCell, reportWith } from './clean-report.ts'
import { randomFigures } from './random-figures.ts'

type Given = Record<string, number | 'blank' | 'missing' | 'ambiguous' | 'unreadable'>

function check(given: Given, edition: '2019' | '2021' = '2021'): { report: ReportModel; diagnostics: Diagnostic[] } {
  const cells = new Map(
    Object.entries(given).map(([id, value]): [string, Cell] => [
      id,
      typeof value === 'number' ? readCell(value) : otherCell(value),
    ]),
  )
  const report = reportWith(cells, edition)
  const log = createLog('a.txt')
  checkReport(report, log)
  return { report, diagnostics: log.diagnostics.filter(({ code }) => code.startsWith('identity/')) }
}

const flagged = (report: ReportModel): string[] =>
  [...cellsById(report)].flatMap(([id, cell]) => (cell.flags.length > 0 ? [id] : []))
const rowOf = (row: string): string[] => tableShape.requests.newlyReceived.map(applicant => `${row}.${applicant}`)

describe('identities', () => {
  test('a broken row flags that row and says both sums', () => {
    const { report, diagnostics } = check({ 'disputes.administrativeReview.upheld': 11 })
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]?.args).toMatchObject({
      printed: 0,
      computed: 11,
      where: '行政复议',
      leftText: '结果维持＋…＋尚未审结',
      rightText: '总计',
    })
    expect(flagged(report)).toEqual(
      ['upheld', 'corrected', 'otherResult', 'pending', 'total'].map(id => `disputes.administrativeReview.${id}`),
    )
    expect(formatMessage(diagnostics[0] as Diagnostic, 'zh')).toBe('行政复议：结果维持＋…＋尚未审结 合计 11，而 总计 为 0')
  })

  test.each(['ambiguous', 'missing', 'unreadable'] as const)(
    '%s cells say nothing, unless the rest is too much already',
    status => {
      const row = 'disputes.directLitigation'
      expect(check({ [`${row}.upheld`]: status, [`${row}.total`]: 3 }).diagnostics).toEqual([])
      expect(check({ [`${row}.total`]: status, [`${row}.upheld`]: 3 }).diagnostics).toEqual([])
      const exceeded = check({ [`${row}.upheld`]: status, [`${row}.pending`]: 4, [`${row}.total`]: 3 })
      expect(exceeded.diagnostics.map(({ code }) => code)).toEqual(['identity/broken'])
    },
  )

  test('blanks are remarked only where figures fall short', () => {
    const row = 'disputes.directLitigation'
    const codes = (given: Given) => check(given).diagnostics.map(({ code }) => code)
    expect(codes({ [`${row}.upheld`]: 'blank' })).toEqual([])
    expect(codes({ [`${row}.total`]: 'blank', [`${row}.upheld`]: 2 })).toEqual([])
    expect(codes({ [`${row}.upheld`]: 'blank', [`${row}.total`]: 2 })).toEqual(['identity/incomplete'])
    expect(codes({ [`${row}.upheld`]: 'blank', [`${row}.pending`]: 3, [`${row}.total`]: 2 })).toEqual(['identity/broken'])
    expect(codes({ [`${row}.upheld`]: 'blank', [`${row}.corrected`]: 'missing', [`${row}.total`]: 2 })).toEqual([])
  })

  test.each(['2019', '2021'] as const)('consistent tables of %s raise nothing and flag no cell', edition => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const { report, diagnostics } = check(Object.fromEntries(randomFigures(seed, edition)), edition)
        expect(diagnostics).toEqual([])
        expect(flagged(report)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('one changed figure is found, in its row and its column, and the mend names it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 9 }), (seed, by) => {
        const figures = randomFigures(seed, '2021')
        const id = 'requests.partiallyGranted.commercialEnterprise'
        const right = figures.get(id) ?? 0
        const { report, diagnostics } = check({ ...Object.fromEntries(figures), [id]: right + by })
        expect(flagged(report)).toEqual(
          expect.arrayContaining([...rowOf('requests.partiallyGranted'), 'requests.outcomesTotal.commercialEnterprise']),
        )
        expect(flagged(report)).not.toContain('requests.granted.naturalPerson')
        expect(diagnostics.map(({ args }) => args.mendFigures)).toEqual([`${id}=${right}`, `${id}=${right}`])
      }),
      { numRuns: 50 },
    )
  })

  test('（六）其他处理 in one row stands beside or instead of its three', () => {
    const rows = ['requests.newlyReceived', 'requests.outcomesTotal', 'requests.otherHandling.undivided']
    const figures = (undivided: number, part: number) => {
      const given = new Map<string, Cell>(rows.flatMap(row => rowOf(row).map(id => [id, readCell(0)] as const)))
      for (const row of rows.slice(0, 2))
        for (const column of ['naturalPerson', 'total']) given.set(`${row}.${column}`, readCell(4))
      for (const column of ['naturalPerson', 'total']) {
        given.set(`requests.otherHandling.undivided.${column}`, readCell(undivided))
        given.set(`requests.otherHandling.other.${column}`, readCell(part))
      }
      return given
    }
    const codesOf = (given: Map<string, Cell>) => {
      const log = createLog('a.txt')
      checkReport(reportWith(given), log)
      return log.diagnostics.map(({ code }) => code)
    }
    expect(codesOf(figures(4, 4))).toEqual([])
    expect(codesOf(figures(3, 1))).toEqual([])
    expect(codesOf(figures(2, 1))).toContain('identity/broken')
    const instead = figures(4, 0)
    for (const part of ['notCorrectedInTime', 'feeUnpaid', 'other'])
      for (const id of rowOf(`requests.otherHandling.${part}`)) instead.set(id, absentCell())
    expect(codesOf(instead)).toEqual([])
    const none = figures(0, 4)
    for (const id of rowOf('requests.otherHandling.undivided')) none.set(id, otherCell('missing'))
    expect(codesOf(none)).toEqual([])
  })

  test.each(['2019', '2021'] as const)(
    'a row’s total in %s is the sum of six cells, in the one row of （六）其他处理 too',
    edition => {
      for (const applicant of ['naturalPerson', 'other', 'total']) {
        const row = 'requests.otherHandling.undivided'
        const zeros = Object.fromEntries(rowOf(row).map(id => [id, 0]))
        const { diagnostics } = check({ ...zeros, [`${row}.${applicant}`]: 5 }, edition)
        expect(diagnostics.map(({ args }) => args.identity)).toContain('requests/applicants')
      }
    },
  )

  test('balance: finished and carried forward against received and carried over', () => {
    const { diagnostics } = check({
      'requests.newlyReceived.naturalPerson': 2,
      'requests.newlyReceived.total': 2,
    })
    expect(diagnostics.map(({ args }) => [args.identity, args.where])).toEqual([
      ['requests/balance', '申请人情况 › 自然人'],
      ['requests/balance', '申请人情况 › 总计'],
    ])
  })
})

describe('mends', () => {
  const base = Object.fromEntries(randomFigures(7, '2021')) as Record<string, number>
  const mendOf = (given: Given) => {
    const { diagnostics } = check({ ...base, ...given })
    expect(diagnostics.length).toBeGreaterThan(0)
    return {
      kind: diagnostics[0]?.args.mend,
      figures: diagnostics[0]?.args.mendFigures,
      diagnostic: diagnostics[0] as Diagnostic,
    }
  }
  const figure = (id: string) => base[id] ?? 0

  test('a swap', () => {
    const [a, b] = [
      'requests.partiallyGranted.researchInstitution',
      'requests.partiallyGranted.legalServiceOrganization',
    ] as const
    const { kind, figures } = mendOf({ [a]: figure(b), [b]: figure(a) })
    expect(figure(a)).not.toBe(figure(b))
    expect([kind, figures]).toEqual(['swap', `${a}=${figure(a)} ${b}=${figure(b)}`])
  })

  test('a row shifted by a column', () => {
    const ids = rowOf('requests.denied.thirdPartyRights')
    const shifted = Object.fromEntries(
      ids.map((id, i): [string, number | 'blank'] => [id, i === 0 ? 'blank' : figure(ids[i - 1] ?? '')]),
    )
    const { kind, figures } = mendOf(shifted)
    expect(kind).toBe('shift')
    for (const part of String(figures).split(' ')) {
      const [id = '', value] = part.split('=')
      expect(Number(value)).toBe(figure(id))
    }
  })

  const expectRight = (figures: unknown, cells: readonly string[]) => {
    const suggested = String(figures)
      .split(' ')
      .map(part => part.split('='))
    expect(suggested.map(([id]) => cells.includes(id ?? ''))).not.toContain(false)
    for (const [id = '', value] of suggested) expect(Number(value)).toBe(figure(id))
  }

  test('a figure in its neighbour’s cell, the own one blank', () => {
    const rows = ['requests.granted', 'requests.outcomesTotal', 'requests.newlyReceived']
    const whole: Given = Object.fromEntries(rows.flatMap(rowOf).map((id, i) => [id, i % 7 === 0 || i % 7 === 6 ? 7 : 0]))
    const [own, neighbour] = ['requests.granted.naturalPerson', 'requests.granted.commercialEnterprise'] as const
    const [first] = check({ ...whole, [own]: 'blank', [neighbour]: 7 }).diagnostics
    expect(check(whole).diagnostics).toEqual([])
    expect([first?.args.mend, first?.args.mendFigures]).toEqual(['swap', `${neighbour}= ${own}=7`])
  })

  test('a row from its third cell on shifted by a column', () => {
    const ids = rowOf('requests.denied.thirdPartyRights')
    const shifted = ids.map((id, i): [string, number | 'blank'] => [id, i < 2 ? figure(id) : i === 2 ? 'blank' : figure(ids[i - 1] ?? '')]) // biome-ignore format: one row
    const { kind, figures } = mendOf(Object.fromEntries(shifted))
    expect(kind).toBe('shift')
    expectRight(figures, ids)
  })

  test('a figure torn in two, the row’s total fallen off its end', () => {
    const ids = rowOf('requests.partiallyGranted')
    const row = [12, 0, 0, 0, 0, 0, 12]
    const others = ['requests.outcomesTotal', 'requests.newlyReceived'].flatMap(rowOf)
    const whole: Given = Object.fromEntries([...ids, ...others].map((id, i) => [id, row[i % 7] ?? 0]))
    const torn: Given = { ...whole, ...Object.fromEntries(ids.map((id, i) => [id, [1, 2, 0, 0, 0, 0, 0][i] ?? 0])) }
    expect(check(whole).diagnostics).toEqual([])
    const [first] = check(torn).diagnostics
    expect([first?.args.mend, first?.args.mendFigures]).toEqual(['split', `${ids[0]}=12 ${ids[1]}=0 ${ids[6]}=12`])
  })

  test('two figures fused', () => {
    const ids = rowOf('requests.granted')
    const fused: Given = Object.fromEntries(
      ids.map((id, i): [string, number | 'blank'] => [
        id,
        i === 0 ? Number(`${figure(ids[0] ?? '')}${figure(ids[1] ?? '')}`) : i === 6 ? 'blank' : figure(ids[i + 1] ?? ''),
      ]),
    )
    const { kind, figures, diagnostic } = mendOf(fused)
    expect(kind).toBe('split')
    for (const part of String(figures).split(' ')) {
      const [id = '', value] = part.split('=')
      expect(Number(value)).toBe(figure(id))
    }
    expect(formatSuggestion(diagnostic, 'zh')).toContain('“（一）予以公开 › 自然人”填')
    expect(formatSuggestion(diagnostic, 'en')).toContain('fused')
  })

  test('none is suggested where several would do', () => {
    const { diagnostics } = check({ 'disputes.administrativeReview.upheld': 11 })
    expect(diagnostics[0]?.args.mend).toBeUndefined()
    expect(formatSuggestion(diagnostics[0] as Diagnostic, 'zh')).toBeNull()
  })
})
