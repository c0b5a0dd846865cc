/**
 * `npm run score`: parses every report of `test-corpus/` (and of the laboratory beside the project,
 * if there is one) in every flattening, and counts per tool how many cells are right, null, flagged
 * and silently wrong. Ends with 1 if any cell is silently wrong.
 *
 *     npm run score -- --tool pdftotext-layout,w3m* --variant v01-base --family E,F --cells
 *
 * `--cells` lists every cell that is not right, `--wrong` only the silently wrong ones, `--root DIR`
 * measures another folder of cases, `--json` prints the counts for machines.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { casesBelow } from './corpus/cases.mjs'
import { familyName, familyOf } from './corpus/families.mjs'
import { judgeCells } from './corpus/judge.mjs'
import { library } from './library.mjs'

/** @typedef {import('./corpus/judge.mjs').Verdict} Verdict */
/** @typedef {Record<Verdict, number> & { cells: number, doubted: number, ms: number, slowest: number }} Counts */

const { values: options } = parseArgs({
  options: {
    tool: { type: 'string' },
    variant: { type: 'string' },
    family: { type: 'string' },
    root: { type: 'string', multiple: true },
    cells: { type: 'boolean', default: false },
    wrong: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const { parseReport, toFacts, UnreadableSourceError } = await library()
const project = fileURLToPath(new URL('..', import.meta.url))
const roots = options.root ?? [join(project, '../shared/dev-lab'), join(project, 'test-corpus')]

/** Comma-separated names; a `*` at the end stands for any ending. @param {string | undefined} wanted @param {string} name */
function chosen(wanted, name) {
  if (wanted === undefined) return true
  return wanted
    .split(',')
    .some(one => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one || name.endsWith(`/${one}`)))
}

/** @returns {Counts} */
const noCounts = () => ({ cells: 0, right: 0, null: 0, flagged: 0, wrong: 0, doubted: 0, ms: 0, slowest: 0 })

/** What is said of the cells of a source; of one that cannot be opened, nothing. @param {string} path @param {string} [name] */
async function cellsOf(path, name = path.slice(path.lastIndexOf('/') + 1)) {
  try {
    const { report } = await parseReport(new Uint8Array(readFileSync(path)), { name })
    return new Map(toFacts(report).map(fact => [fact.cell, fact]))
  } catch (error) {
    if (!(error instanceof UnreadableSourceError)) throw error
    console.error(`${path}: ${error.code}`)
    return new Map()
  }
}

/** @type {Map<string, Counts>} */
const byTool = new Map()

for (const { name, cells: truth, twins, expected } of roots.flatMap(casesBelow)) {
  if (!chosen(options.variant, name)) continue
  for (const { tool, path } of twins) {
    if (!chosen(options.tool, tool) || !chosen(options.family, familyOf(tool))) continue
    const counts = byTool.get(tool) ?? noCounts()
    byTool.set(tool, counts)
    const began = performance.now()
    const cells = await cellsOf(path, expected.name)
    const ms = performance.now() - began
    counts.ms += ms
    counts.slowest = Math.max(counts.slowest, ms)
    for (const { id, verdict, truth: value, cell } of judgeCells(truth, cells)) {
      counts.cells++
      counts[verdict]++
      if (verdict === 'right' && cell && cell.value !== null && cell.flags.length > 0) counts.doubted++
      const show = verdict === 'wrong' ? options.cells || options.wrong : verdict !== 'right' && options.cells
      if (!show) continue
      const said = cell ? `${cell.value} ${cell.status} raw=${JSON.stringify(cell.raw)} ${cell.flags.join(',')}` : 'absent'
      console.log(`${verdict.padEnd(8)}${name} ${tool}: ${id} is ${value}, read ${said} @ ${cell?.place ?? ''}`)
    }
  }
}

/** @type {Map<string, [string, Counts][]>} */
const groups = new Map()
for (const entry of byTool) groups.set(familyOf(entry[0]), [...(groups.get(familyOf(entry[0])) ?? []), entry])

/** @param {Iterable<Counts>} list */
function total(list) {
  const sum = noCounts()
  for (const counts of list) {
    for (const key of /** @type {(keyof Counts)[]} */ (Object.keys(sum))) {
      sum[key] = key === 'slowest' ? Math.max(sum[key], counts[key]) : sum[key] + counts[key]
    }
  }
  return sum
}

/** @param {string} label @param {Counts} counts */
function line(label, { cells, right, null: unknown, flagged, wrong, doubted, slowest }) {
  const share = cells === 0 ? 0 : Math.floor((right / cells) * 10_000) / 100
  const figures = [right, unknown, flagged, wrong, doubted].map(n => String(n).padStart(8)).join('')
  return `${label.padEnd(30)}${figures}${share.toFixed(2).padStart(9)}%${slowest.toFixed(0).padStart(9)}`
}

const all = total(byTool.values())
if (options.json) {
  console.log(JSON.stringify({ total: all, tools: Object.fromEntries(byTool) }))
} else {
  console.log(`${'tool'.padEnd(30)}   right    null flagged   WRONG doubted    right% slowest/ms`)
  for (const family of [...groups.keys()].sort()) {
    const tools = groups.get(family) ?? []
    console.log(`\n${family}  ${familyName(family)}`)
    for (const [tool, counts] of tools.sort()) console.log(line(`  ${tool}`, counts))
    console.log(line(`  = ${family}`, total(tools.map(([, counts]) => counts))))
  }
  console.log(`\n${line('= all', all)}`)
  console.log('doubted: right, and yet flagged. WRONG must be 0: a value without a flag is right.')
}
if (all.wrong > 0) process.exitCode = 1
