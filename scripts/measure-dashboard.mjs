/**
 * `node scripts/measure-dashboard.mjs BODIES YEARS OUT.html`: makes a county, writes its dashboard, and
 * says how long that took and how large it is; with CHROMIUM set to a browser, also how long its first view takes.
 */
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { bundlePage } from './bundle-page.mjs'

const [, , bodies = '60', years = '3', out = 'dashboard.html'] = process.argv
const bundled = fileURLToPath(new URL('../tmp/measure-dashboard.mjs', import.meta.url))
await build({
  stdin: {
    contents: `export { ingestedCounty } from './tests/output/dashboard-county.ts'
      export { createDashboard } from './src/output/dashboard/collect.ts'
      export { dashboardHtml } from './src/output/dashboard/html.ts'`,
    resolveDir: fileURLToPath(new URL('..', import.meta.url)),
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundled,
  logLevel: 'silent',
})
/** @type {typeof import('../tests/output/dashboard-county.ts') & typeof import('../src/output/dashboard/collect.ts') & typeof import('../src/output/dashboard/html.ts')} */
const { ingestedCounty, createDashboard, dashboardHtml } = await import(pathToFileURL(bundled).href)
rmSync(bundled)

const county = ingestedCounty(7, {
  size: Number(bodies),
  years: Array.from({ length: Number(years) }, (_, at) => 2024 - Number(years) + at),
})
const collector = createDashboard({ roster: county.roster, made: Date.UTC(2024, 2, 1) })
let taken = 0
for (const { report, diagnostics } of county.reports()) {
  const began = performance.now()
  collector.add(report, diagnostics)
  taken += performance.now() - began
}
const began = performance.now()
const data = collector.finish()
const file = openSync(out, 'w')
for (const piece of dashboardHtml(data, 'zh', await bundlePage())) writeSync(file, piece)
closeSync(file)
const { rss } = process.memoryUsage()
console.log(
  `${data.summary.reportsInAll} reports of ${bodies} bodies: ${(statSync(out).size / 1e6).toFixed(2)} MB, made in ${((taken + performance.now() - began) / 1000).toFixed(1)} s, ${Math.round(rss / 1e6)} MB of memory`,
)

if (process.env.CHROMIUM) {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] })
  const times = []
  for (let run = 0; run < 5; run++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(pathToFileURL(out).href, { waitUntil: 'load' })
    await page.waitForSelector('main .card')
    times.push(
      await page.evaluate(() => ({
        paint: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1),
        load: Math.round(performance.timing.loadEventEnd - performance.timing.navigationStart),
      })),
    )
    await page.close()
  }
  await browser.close()
  console.log(
    `first contentful paint, ms: ${times.map(({ paint }) => paint).join(' ')}; whole file loaded: ${times.map(({ load }) => load).join(' ')}`,
  )
}
