/** The library's core in a real Chromium: the same reports as in Node, to the last place. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { parseReport } from '../../src/parse-report.ts'
import { buildDocx, p, tbl, tc, tr } from '../read/docx/build-docx.ts'
import { installedChromium } from './chromium.ts'

const root = join(import.meta.dirname, '../..')
const corpus = (path: string) => new Uint8Array(readFileSync(join(root, 'test-corpus/2021', path)))

test.skipIf(installedChromium === undefined)('reads .docx, pages and text as Node does', { timeout: 120_000 }, async () => {
  const sources: [name: string, bytes: Uint8Array][] = [
    ['a.docx', corpus('xikou-2021/source.docx')],
    ['b.html', corpus('zhaolu-2024-html/source.html')],
    ['c.txt', corpus('xikou-2021/pdftotext-layout.txt')],
    ['d.txt', corpus('xikou-2021/flat-textcontent.txt')],
    // An element that is not known: mammoth is asked, too.
    ['e.docx', buildDocx({ body: p('2021年政府信息公开工作年度报告') + tbl(tr('甲', '1'), tr('乙', tc(p('<w:later/>')))) })],
  ]
  const { outputFiles } = await build({
    stdin: { contents: "export { parseReport } from './src/index.ts'", resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'ogi',
    platform: 'browser',
  })
  const browser = await chromium.launch({ executablePath: installedChromium ?? '', args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const requests: string[] = []
    page.on('request', request => requests.push(request.url()))
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
    for (const [name, bytes] of sources) {
      const found = await page.evaluate(
        async ([name, bytes]) => {
          const { ogi } = globalThis as unknown as { ogi: { parseReport: typeof parseReport } }
          return JSON.stringify(await ogi.parseReport(Uint8Array.from(bytes as number[]), { name: name as string }))
        },
        [name, [...bytes]] as const,
      )
      expect(JSON.parse(found), name).toEqual(JSON.parse(JSON.stringify(await parseReport(bytes, { name }))))
    }
    expect(requests).toEqual([])
  } finally {
    await browser.close()
  }
})
