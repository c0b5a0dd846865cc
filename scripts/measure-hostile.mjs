/**
 * What texts made to hurt cost: `node scripts/measure-hostile.mjs [NAME]` (`npm run build` first). Each is read in
 * a process of its own; prints time, processor time and peak memory of the whole process.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { library } from './library.mjs'

const label = '一、本年新收政府信息公开申请数量'
const rows = [
  label,
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '（七）总计',
  '四、结转下年度继续办理',
]
/** @param {string} text */
const inSection = text =>
  `某某镇2021年政府信息公开工作年度报告\n一、总体情况\n好。\n三、收到和处理政府信息公开申请情况\n${text}\n`
/** @param {string} figures */
const filled = figures => inSection(rows.map(row => `${row}${figures}`).join('\n'))
const figures = Array.from({ length: 100_000 }, (_, i) => i % 97)

/** @type {Readonly<Record<string, () => string>>} */
const texts = {
  '100,000 figures on lines': () => inSection(`${label}\n${figures.join('\n')}`),
  '100,000 figures on one line': () => inSection(`${label} ${figures.join(' ')}`),
  '1 MB of digits': () => inSection(`${label}${'1234567'.repeat(150_000)}`),
  '1 MB in one line': () => filled('3000003').replaceAll('\n', '').repeat(6500),
  'a label 20,000 times': () => inSection(`${label}\n`.repeat(20_000)),
  'a label 20,000 times, glued': () => inSection(label.repeat(20_000)),
  'every heading 33,000 times': () =>
    '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n'.repeat(33_000),
  '2 MB of bars': () => inSection('|'.repeat(2_000_000)),
  '2 MB of bars in rows': () => inSection(`${'|'.repeat(200)}\n`.repeat(10_000)),
  '2 MB of spaces': () => inSection(`${label}${' '.repeat(2_000_000)}3`),
  '1 MB of damaged words': () => inSection('其\ufffd他处\ufffd'.repeat(200_000)),
  '1 MB of sentences': () => inSection('本年度共收到申请3件，主动公开信息12条。'.repeat(50_000)),
  '1 MB in one sentence': () => inSection('收到申请3件，公开12条'.repeat(90_000)),
  '1 MB of numbers of headings': () => inSection('一、'.repeat(500_000)),
  'a drawn table of 60,000 rows': () => inSection('+--+--+\n|1|2|\n'.repeat(60_000)),
  '1 MB of tags': () => inSection('<td>1</td>'.repeat(100_000)),
  'glued rows of ones': () => filled('1111111111111'),
  'glued rows of ones and zeros': () => filled('0110011011011'),
}

/** @param {string} name */
async function measureHere(name) {
  const { parseReport } = await library()
  const bytes = new TextEncoder().encode(texts[name]?.() ?? '')
  const began = performance.now()
  const before = process.cpuUsage()
  await parseReport(bytes, { name: 'hostile.txt' })
  const { user, system } = process.cpuUsage(before)
  const seconds = ((performance.now() - began) / 1000).toFixed(2)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`${name}: ${seconds} s, ${((user + system) / 1e6).toFixed(2)} s of processor, peak ${peak} MB`)
}

const [wanted, here] = process.argv.slice(2)
if (here && wanted) await measureHere(wanted)
else
  for (const name of Object.keys(texts)) {
    if (wanted && name !== wanted) continue
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, 'here'], { stdio: 'inherit' })
    if (status !== 0) console.log(`${name}: ended with ${status}`)
  }
