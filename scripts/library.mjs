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
