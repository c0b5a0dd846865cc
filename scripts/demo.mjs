/**
 * `npm run demo`: reads the whole of `test-corpus/` and shows a person what came out: one report in
 * full (its sections, its three tables, put together again from flattened text), what was doubtful
 * in another, and the count over all. Colours only on a terminal.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import colors from 'picocolors'
import { casesBelow } from './corpus/cases.mjs'
import { dashboardModules, formModules, library, textModule } from './library.mjs'

/** @typedef {import('../src/collection/facts.ts').Fact} Fact */

const { parseReport, toFacts, formatDiagnostic } = await library()
const { forms, cellsOfForm } = await formModules()
const { displayWidth } = await textModule()
const c = colors.createColors(Boolean(process.stdout.isTTY) && !process.env.NO_COLOR)
const language = /^en/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'en' : 'zh'
/** @param {string} zh @param {string} en */
const say = (zh, en) => (language === 'zh' ? zh : en)

const root = fileURLToPath(new URL('../test-corpus', import.meta.url))
const cases = casesBelow(root)

/** @param {string} path @param {string} [name] */
async function read(path, name = path.slice(path.lastIndexOf('/') + 1)) {
  const { report, diagnostics } = await parseReport(new Uint8Array(readFileSync(path)), { name })
  return { report, diagnostics, facts: toFacts(report) }
}

/** @param {string} text @param {number} width */
const pad = (text, width) => `${text}${' '.repeat(Math.max(1, width - displayWidth(text)))}`
/** @param {string} text @param {number} width */
const cut = (text, width) => {
  let out = ''
  for (const char of text) {
    if (displayWidth(out + char) > width - 1) return `${out}…`
    out += char
  }
  return out
}
/** @param {Fact | undefined} fact */
const figure = fact => {
  if (!fact) return '-'
  if (fact.value !== null) return fact.flags.length > 0 ? `${fact.value}?` : String(fact.value)
  return { blank: '·', ambiguous: '~', missing: '×', unreadable: '!' }[/** @type {string} */ (fact.status)] ?? '-'
}
/** @param {string} text */
const title = text => console.log(`\n${c.bold(c.cyan(text))}`)

// 1. One report, from text whose tables a tool had taken apart.
const shown = cases.find(({ name }) => name === '2021/yunxiu-2021') ?? cases[0]
const twin = shown?.twins.find(({ tool }) => tool === 'flat-hast-to-text') ?? shown?.twins[0]
if (!shown || !twin) throw new Error('test-corpus/ is empty')
const { report, facts } = await read(twin.path)
const byId = new Map(facts.map(fact => [fact.cell, fact]))

title(`${shown.name}/${twin.path.slice(twin.path.lastIndexOf('/') + 1)}`)
console.log(`${c.bold(report.title ?? '?')}   ${report.issuer} · ${report.year} · ${say('格式', 'form')} ${report.edition}`)
for (const [key, { heading, subsections, text }] of Object.entries(report.sections)) {
  const own = facts.filter(({ cell }) => cell.startsWith(`${key}.`))
  const known = own.filter(({ status }) => status === 'read' || status === 'inferred' || status === 'blank').length
  const table =
    own.length > 0 ? say(`表格 ${own.length} 格，确知 ${known} 格`, `a table of ${own.length} cells, ${known} known`) : ''
  const below = table || subsections.map(sub => sub.heading).join(' ') || text.replaceAll('\n', ' ')
  console.log(`  ${heading ? c.green('✓') : c.red('×')} ${pad(heading ?? '?', 46)}${c.dim(cut(below, 60))}`)
}

const form = forms[report.edition === '2019' ? '2019' : '2021']
const cells = cellsOfForm(form)
title(form.tables.disclosure.blocks.map(({ title }) => title?.text.slice(4)).join(' '))
for (const { rows, columns } of form.tables.disclosure.blocks) {
  for (const row of rows) {
    const figures = columns.map(({ id, label }) => `${c.dim(label.text)} ${figure(byId.get(`disclosure.${row.id}.${id}`))}`)
    console.log(`  ${pad(row.label?.text ?? '', 18)}${figures.join('   ')}`)
  }
}
const [requests] = form.tables.requests.blocks
title(requests?.columns.map(({ label }) => label.text).join('  ') ?? '')
for (const row of requests?.rows ?? []) {
  const figures = requests?.columns.map(({ id }) => figure(byId.get(`requests.${row.id}.${id}`)).padStart(6)).join('') ?? ''
  console.log(`  ${pad(cut(row.label?.text ?? '', 40), 42)}${figures}`)
}
const [disputes] = form.tables.disputes.blocks
title(
  disputes?.columns
    .slice(0, 5)
    .map(({ label }) => label.text)
    .join('  ') ?? '',
)
for (const group of new Set(disputes?.columns.map(({ id }) => id.split('.')[0] ?? ''))) {
  const columns = disputes?.columns.filter(({ id }) => id.startsWith(`${group}.`)) ?? []
  const label = columns[0]?.groups.map(({ text }) => text).join(' › ') ?? ''
  console.log(`  ${pad(label, 42)}${columns.map(({ id }) => figure(byId.get(`disputes.${id}`)).padStart(6)).join('')}`)
}
console.log(
  c.dim(
    say(
      '  · 空白，不是零   ~ 位置不能确定   × 没有找到   ! 不是数字   ? 有疑问',
      '  · blank, not zero   ~ place unknown   × not found   ! no figure   ? doubted',
    ),
  ),
)

// 2. What was doubtful in a report whose sums do not hold.
const doubtful = cases.find(({ name }) => name === '2021/gongan-2023-broken-sum')
const document = doubtful?.twins.find(({ tool }) => tool === 'docx')
if (document) {
  const { diagnostics } = await read(document.path, `${doubtful?.name}/source.docx`)
  title(say('一份有差错的报告，程序指出的疑问', 'Doubts about a report with a slip in it'))
  for (const diagnostic of diagnostics.filter(({ severity }) => severity !== 'info').slice(0, 4)) {
    console.log(`  ${c.yellow(formatDiagnostic(diagnostic, language))}`)
  }
}

// 3. All of them.
/** @type {Record<string, number>} */
const counts = { read: 0, inferred: 0, blank: 0, ambiguous: 0, missing: 0, unreadable: 0, doubted: 0 }
let reports = 0
let sources = 0
const { createDashboard, dashboardHtml } = await dashboardModules()
const dashboard = createDashboard()
const began = performance.now()
for (const { name, twins, expected } of cases) {
  reports++
  const files = twins.filter(({ path }) => path.includes('/source.'))
  for (const { path } of files) {
    sources++
    const all = await read(path, expected.name)
    // Of the files of one report, the first.
    if (path === files[0]?.path) dashboard.add({ ...all.report, source: { ...all.report.source, name } }, all.diagnostics)
    for (const fact of all.facts) {
      counts[fact.status] = (counts[fact.status] ?? 0) + 1
      if (fact.flags.length > 0) counts.doubted = (counts.doubted ?? 0) + 1
    }
  }
}
const seconds = (performance.now() - began) / 1000
title(
  say(
    `test-corpus/：${reports} 份报告，${sources} 个文件，${seconds.toFixed(1)} 秒`,
    `test-corpus/: ${reports} reports, ${sources} files, ${seconds.toFixed(1)} s`,
  ),
)
const words = {
  read: say('读到的数字', 'figures read'),
  inferred: say('由勾稽关系定位', 'placed by the identities'),
  blank: say('空白（不是零）', 'blank (not zero)'),
  ambiguous: say('位置不能确定', 'place not certain'),
  missing: say('没有找到', 'not found'),
  unreadable: say('不是数字', 'no figure'),
  doubted: say('其中有疑问的', 'doubted among them'),
}
for (const [key, word] of Object.entries(words)) console.log(`  ${pad(word, 26)}${String(counts[key]).padStart(8)}`)
console.log(
  c.dim(
    say(
      `\n  每个版本的表格有 ${cells.length} 格。下一步：npx ogi parse 文件 --format md`,
      `\n  The form has ${cells.length} cells. Next: npx ogi parse FILE --format md`,
    ),
  ),
)

// Last: all of it in one page.
const page = fileURLToPath(new URL('../tmp/dashboard.html', import.meta.url))
mkdirSync(new URL('../tmp', import.meta.url), { recursive: true })
writeFileSync(page, [...dashboardHtml(dashboard.finish(), language)].join(''))
title(say(`看板（用浏览器打开）：${page}`, `Dashboard (open it in a browser): ${page}`))
