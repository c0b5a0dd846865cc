import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseRoster } from '../../src/collection/roster.ts'
import { withMessage } from '../../src/diagnostic/format.ts'
import { createWorkbook, workbookLimits } from '../../src/output/workbook.ts'
import { parseReport } from '../../src/parse-report.ts'
import { reportText } from '../node/ingest/reports.ts'

const sheetNames = (workbook: string) => [...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)

async function write(texts: readonly string[], rosterCsv?: string) {
  const workbook = createWorkbook(rosterCsv === undefined ? null : parseRoster(rosterCsv, 'roster.csv').roster)
  for (const [i, text] of texts.entries()) {
    const { report, diagnostics } = await parseReport(text, { name: `${i}.txt` })
    workbook.add(
      report,
      diagnostics.map(found => withMessage(found, 'zh')),
    )
  }
  const chunks: Buffer[] = []
  await workbook.write(chunk => {
    chunks.push(Buffer.from(chunk))
  })
  const parts = unzipSync(Buffer.concat(chunks))
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array(0))
  const names = sheetNames(text('xl/workbook.xml'))
  return {
    names,
    sheet: (name: string) => text(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`),
    comments: (name: string) => text(`xl/comments${names.indexOf(name) + 1}.xml`),
  }
}

const formulas = (xml: string) =>
  [...xml.matchAll(/<f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map(([, formula = '', value]) => [formula.replaceAll('&#34;', '"'), value])

describe('workbook', () => {
  test('sums are live, over the rows of their year', async () => {
    const { names, sheet } = await write([
      reportText('奉化区溪口镇人民政府', 2023, 3),
      reportText('奉化区莼湖街道办事处', 2023, 4),
      reportText('奉化区溪口镇人民政府', 2022, 9),
    ])
    expect(names).toEqual(['汇总 2023', '汇总 2022', '各单位', '问题清单', '名单'])
    // Rows 4 and 5 are of 2023, row 6 of 2022; G is the first figure.
    expect(formulas(sheet('汇总 2023'))[0]).toEqual(['IF(COUNT(各单位!$G$4:$G$5)=0,"",SUM(各单位!$G$4:$G$5))', '7'])
    expect(formulas(sheet('汇总 2022'))[0]).toEqual(['IF(COUNT(各单位!$G$6:$G$6)=0,"",SUM(各单位!$G$6:$G$6))', '9'])
  })

  test('a cell that nobody filled in is empty and not 0, and says how many there are', async () => {
    const blank = reportText('奉化区溪口镇人民政府', 2023, 3).replace(/规章\t3\t/, '规章\t\t')
    const { sheet, comments } = await write([blank, reportText('奉化区莼湖街道办事处', 2023, 4)])
    expect(formulas(sheet('汇总'))[0]?.[1]).toBe('4')
    expect(comments('汇总')).toContain('2 份报告有此格，其中 1 份有数字')
    const alone = await write([blank])
    expect(alone.sheet('汇总')).toMatch(/t="str"><f>[^<]*\$G\$4[^<]*<\/f><v><\/v>/)
    expect(alone.sheet('各单位')).toMatch(/<c r="G4" s="\d+"\/>/)
  })

  test('a doubted figure is marked and says why', async () => {
    const broken = reportText('奉化区溪口镇人民政府', 2023, 3).replace(/（一）予以公开\t3/, '（一）予以公开\t2')
    const { comments, sheet } = await write([broken])
    expect(comments('各单位')).toContain('存疑：')
    expect(sheet('问题清单')).toContain('identity/broken')
  })

  test('who stands above others is not added to them, and who is missing is named', async () => {
    const roster =
      '名称,级别,上级\n奉化区人民政府,区,\n奉化区溪口镇人民政府,镇,奉化区人民政府\n奉化区大堰镇人民政府,镇,奉化区人民政府\n'
    const { sheet } = await write([reportText('奉化区溪口镇人民政府', 2023, 3), reportText('奉化区人民政府', 2023, 50)], roster)
    expect(formulas(sheet('汇总'))[0]?.[1]).toBe('3')
    expect(sheet('各单位')).toContain('否：上级单位的报告')
    expect(sheet('名单')).toMatch(/奉化区大堰镇人民政府.*未报送/)
  })

  test('more reports than a spreadsheet bears: no sums, and the sheet says where they are', async () => {
    const workbook = createWorkbook(null)
    const { report } = await parseReport(reportText('奉化区溪口镇人民政府', 2023, 3), { name: 'a.txt' })
    for (let i = 0; i <= workbookLimits.reports; i++) workbook.add(report, [])
    const chunks: Buffer[] = []
    await workbook.write(chunk => {
      chunks.push(Buffer.from(chunk))
    })
    const parts = unzipSync(Buffer.concat(chunks))
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array(0))).toContain(
      `超过工作簿所能容纳的 ${workbookLimits.reports} 份`,
    )
  })
})
