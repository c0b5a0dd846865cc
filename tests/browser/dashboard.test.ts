/** The page in a real Chromium: every view in both languages, its figures against the data, and nothing out of the page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundlePage } from '../../scripts/bundle-page.mjs'
import { toFacts } from '../../src/collection/facts.ts'
import { createDashboard } from '../../src/output/dashboard/collect.ts'
import type { DashboardData } from '../../src/output/dashboard/data.ts'
import { dashboardHtml } from '../../src/output/dashboard/html.ts'
import { pageTexts } from '../../src/output/dashboard/texts.ts'
import { ingestedCounty } from '../output/dashboard-county.ts'
import { installedChromium } from './chromium.ts'

const hostileName = '</script><img src=x onerror="document.title=1">镇人民政府'

describe.skipIf(installedChromium === undefined)('the dashboard in a browser', () => {
  let browser: Browser
  let page: Page
  let data: DashboardData
  let file = ''
  const folder = mkdtempSync(join(tmpdir(), 'ogi-dashboard-'))
  const problems: string[] = []
  const requests: string[] = []
  const county = ingestedCounty(11, { size: 40 })
  const reports = [...county.reports()]

  beforeAll(async () => {
    const collector = createDashboard({
      roster: {
        bodies: [
          ...county.roster.bodies,
          { name: hostileName, aliases: [], kind: '镇', level: 'town', parent: '临江县人民政府' },
        ],
      },
    })
    for (const { report, diagnostics } of reports) collector.add(report, diagnostics)
    collector.addUnread('<b>坏</b>.pdf', 'failed', 'source/pdf')
    data = collector.finish()
    file = join(folder, '看板.html')
    writeFileSync(file, [...dashboardHtml(data, 'zh', await bundlePage())].join(''))
    browser = await chromium.launch({ executablePath: installedChromium ?? '', args: ['--no-sandbox'] })
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    page.on('console', message => problems.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', error => problems.push(error.message))
    page.on('request', request => requests.push(request.url()))
    await page.goto(pathToFileURL(file).href)
    await page.waitForSelector('main .card')
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const open = async (hash: string) => {
    await page.evaluate(to => {
      location.hash = to
    }, hash)
    await page.waitForFunction(to => location.hash === to, hash)
    await page.waitForTimeout(80)
  }
  const text = () => page.locator('main').textContent()
  const shown = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 })
  const latest = () => {
    const year = data.summary.years.at(-1)
    if (!year) throw new Error('no year')
    return year
  }

  for (const language of ['zh', 'en'] as const) {
    describe(language, () => {
      const t = pageTexts[language]
      beforeAll(async () => {
        if ((await page.evaluate(() => document.documentElement.lang)) !== (language === 'zh' ? 'zh-CN' : 'en'))
          await page.click('#language')
        // The second language is looked at in the dark: contrast is checked in both.
        if (language === 'en') for (let click = 0; click < 2; click++) await page.click('#theme')
        await open('#/overview')
      })

      test('overview: bodies that filed, and sums of the facts', async () => {
        const year = latest()
        const facts = reports.flatMap(({ report }) => toFacts(report)).filter(fact => fact.year === year.year)
        const received = facts.filter(fact => fact.cell === 'requests.newlyReceived.total' && fact.value !== null)
        const sure = received.filter(fact => fact.flags.length === 0).reduce((sum, fact) => sum + (fact.value ?? 0), 0)
        const large = await page.locator('.key .large').allInnerTexts()
        expect(large[0]?.replace(/\s/g, '')).toBe(`${year.reported}/${year.of}`)
        // A body of the roster never reported: the sum is what is certain at least.
        expect(large[1]).toMatch(new RegExp(`^≥${shown(sure)}\\??$`))
        expect(await page.locator('.coverage').textContent()).toContain(String(year.of))
        expect(await text()).toContain(t.figures.received)
      })

      test('outcomes: every row of table 3 with its sum and its coverage', async () => {
        await open('#/outcomes')
        const { cells } = latest()
        const shownText = await text()
        for (const id of ['requests.granted.total', 'requests.denied.stateSecret.total', 'requests.carriedForward.total']) {
          const total = cells[id]
          if (!total) throw new Error(id)
          const printed = total.text.replace(/\d+/, digits => shown(Number(digits)))
          expect(shownText).toContain(printed)
        }
        expect(await page.locator('main svg.chart path.ribbon').count()).toBeGreaterThan(4)
      })

      test('applicants: a cell of the matrix', async () => {
        await open('#/applicants')
        const row = page.locator('table.matrix tbody tr').first()
        const total = latest().cells['requests.granted.naturalPerson']
        expect(await row.locator('td').first().textContent()).toBe(total?.text.replace(/\d+/, digits => shown(Number(digits))))
      })

      test('bodies: sorted by a column, unknown last and not zero, found by name', async () => {
        await open('#/bodies')
        const { columns } = latest()
        const most = Math.max(...columns.handled.map(value => value ?? 0))
        await page.click('[data-sort="body"]')
        await page.click('[data-sort="handled"]')
        const first = page.locator('table.virtual tbody tr:not(.spacer)').first()
        expect(await first.locator('td').nth(2).textContent()).toBe(shown(most))
        await page.fill('#search', 'onerror')
        const row = page.locator('table.virtual tbody tr:not(.spacer)')
        expect(await row.count()).toBe(1)
        expect(await row.locator('th').textContent()).toContain(hostileName)
        expect(await row.locator('td').first().textContent()).toBe('—')
        await page.fill('#search', '')
        await page.click('#look-multiples')
        expect(await page.locator('.multiples li').count()).toBe(data.summary.bodies.name.length)
        await page.click('#look-table')
      })

      test('distribution: as many bodies as are known, the unknown apart', async () => {
        await open('#/spread')
        const known = latest().columns.received.filter(value => value !== null).length
        expect(await page.locator('.facts dd').first().textContent()).toBe(String(known))
      })

      test('findings: one leads to its table with the doubted cells marked and what is printed beside', async () => {
        await open('#/findings?code=identity%2Fbroken')
        await page.locator('table.virtual tbody a').first().click()
        await page.waitForSelector('.official .marked')
        expect(await page.locator('.official .doubted-cell.marked').count()).toBeGreaterThan(0)
        const chosen = page.locator('.official button[aria-current]')
        const printed = await chosen.textContent()
        const detail = await page.locator('.detail').textContent()
        expect(detail).toContain(t.w.raw)
        expect(await page.locator('.detail .printed').textContent()).toBe((printed ?? '').replaceAll(',', ''))
        expect(detail).toMatch(language === 'zh' ? /第\d个表第\d+行/ : /table \d row \d+/)
      })

      test('a body: three tables whose figures are the report’s facts, history, quotations', async () => {
        const at = data.reports.quotes.findIndex(quotes => quotes.length > 0)
        await open(`#/report/${at}`)
        const report = reports.find(({ report }) => report.source.name === data.reports.file[at])?.report
        if (!report) throw new Error('no report')
        expect(await page.locator('table.official').count()).toBe(3)
        const onPage = await page
          .locator('.official [data-cell]')
          .evaluateAll(buttons => buttons.map(button => [button.getAttribute('data-cell') ?? '', button.textContent ?? '']))
        const facts = toFacts(report).map(({ cell, value, status }) => [
          cell,
          value === null ? (status === 'blank' ? '' : '—') : shown(value),
        ])
        expect(new Map(onPage as [string, string][])).toEqual(new Map(facts as [string, string][]))
        expect(await page.locator('.quotes blockquote').first().textContent()).toBe(report.narrative[0]?.quote)
      })

      for (const [view, hash] of Object.entries({
        overview: '#/overview',
        outcomes: '#/outcomes',
        applicants: '#/applicants',
        bodies: '#/bodies',
        spread: '#/spread',
        findings: '#/findings',
        report: '#/report/0?cell=40',
      })) {
        test(`${view}: accessible, and within 360 pixels`, async () => {
          await open(hash)
          await page.evaluate(axeSource)
          const serious = await page.evaluate(async () => {
            const { violations } = await (
              window as unknown as {
                axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
              }
            ).axe.run()
            return violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
          })
          expect(serious).toEqual([])
          await page.setViewportSize({ width: 360, height: 700 })
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
          await page.setViewportSize({ width: 1280, height: 900 })
        })
      }
    })
  }

  test('the keyboard alone reaches a body and its cell', async () => {
    await open('#/bodies')
    await page.locator('#search').focus()
    await page.keyboard.type('溪口')
    await page.locator('table.virtual tbody a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.official')
    const cell = page.locator('.official [data-cell]').first()
    await cell.focus()
    await page.keyboard.press('Enter')
    expect(await cell.getAttribute('aria-current')).toBe('true')
  })

  test('a page of paper holds it', async () => {
    await open('#/overview')
    expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000)
  })

  test('nothing was asked of a network, nothing was complained of, nothing out of a report ran', async () => {
    expect(requests).toEqual([pathToFileURL(file).href])
    expect(problems).toEqual([])
    expect(await page.title()).not.toBe('1')
    expect(await page.locator('img').count()).toBe(0)
  })
})

const axeSource: string = createRequire(import.meta.url)('axe-core').source
