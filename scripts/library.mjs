/** The built library, for scripts: typed by `src/`, run from `dist/` (`npm run build` first), because Node 20 reads no TypeScript. */

/**
 * A built module.
 * @param {string} path below `dist/`
 * @returns {Promise<any>}
 */
async function built(path) {
  try {
    return await import(new URL(`../dist/${path}`, import.meta.url).href)
  } catch (error) {
    throw new Error(`dist/${path} cannot be loaded: run "npm run build" first`, { cause: error })
  }
}

/** @returns {Promise<typeof import('../src/index.ts')>} */
export const library = () => built('index.js')

/** @returns {Promise<typeof import('../src/form/index.ts') & typeof import('../src/form/form.ts')>} */
export const formModules = async () => ({ ...(await built('form/index.js')), ...(await built('form/form.js')) })

/** @returns {Promise<typeof import('../src/output/diagnostics-page.ts')>} */
export const outputModules = () => built('output/diagnostics-page.js')

/** @returns {Promise<typeof import('../src/text/normalize.ts')>} */
export const textModule = () => built('text/normalize.js')

/** @returns {Promise<typeof import('../src/output/dashboard/collect.ts') & typeof import('../src/output/dashboard/html.ts')>} */
export const dashboardModules = async () => ({
  ...(await built('output/dashboard/collect.js')),
  ...(await built('output/dashboard/html.js')),
})

/** The reader and its parts, to time them. */
export async function readingModules() {
  const { read } = await built('read/read.js')
  const { readHtml } = await built('read/html.js')
  const { createLog } = await built('diagnostic/diagnostic.js')
  const { parseReport, readLimits, reportSchema, UnreadableSourceError } = await built('index.js')
  const { cellsById } = await built('model/tables.js')
  const { locateSections } = await built('locate/outline.js')
  const { readCover } = await built('locate/cover.js')
  const { tabulate } = await built('tabulate/tabulate.js')
  const { narrate } = await built('narrate/narrate.js')

  /**
   * Time a source and shares of the phases in reading sources, as a line: what is not named is recognising, putting together and checking.
   * @param {readonly { name: string, bytes: Uint8Array }[]} sources
   */
  async function phases(sources) {
    const spent = { blocks: 0, sections: 0, cover: 0, tables: 0, prose: 0, whole: 0 }
    const timed = async (/** @type {keyof typeof spent} */ phase, /** @type {() => any} */ work) => {
      const start = process.hrtime.bigint()
      const result = await work()
      spent[phase] += Number(process.hrtime.bigint() - start) / 1e6
      return result
    }
    for (let round = 0; round < 60; round++) {
      if (round === 20) for (const phase of /** @type {(keyof typeof spent)[]} */ (Object.keys(spent))) spent[phase] = 0
      for (const { name, bytes } of sources) {
        const document = await timed('blocks', () => read(bytes, createLog(name)))
        const outline = await timed('sections', () => locateSections(document, createLog(name)))
        const cover = await timed('cover', () => readCover(document, outline, name, createLog(name)))
        await timed('tables', () => tabulate(document, outline, createLog(name), {}))
        await timed('prose', () => narrate(outline, cover.year))
        await timed('whole', () => parseReport(bytes, { name }))
      }
    }
    const share = (/** @type {number} */ part) => `${((part / spent.whole) * 100).toFixed(0)} %`
    const { blocks, sections, cover, tables, prose, whole } = spent
    const each = (whole / 40 / sources.length).toFixed(1)
    const rest = share(whole - blocks - sections - cover - tables - prose)
    return `${each} ms a text; text to blocks ${share(blocks)}, sections ${share(sections)}, cover ${share(cover)}, tables ${share(tables)}, prose ${share(prose)}, the rest with all checks ${rest}`
  }
  return { read, readHtml, readLimits, createLog, parseReport, phases, reportSchema, UnreadableSourceError, cellsById }
}
