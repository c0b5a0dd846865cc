/** The dashboard's page as strings, with the hashes that its policy names. */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** @param {string} name */
const pageFile = name => fileURLToPath(new URL(`../src/output/dashboard/page/${name}`, import.meta.url))

/** @param {string} name @param {'iife' | undefined} format */
async function bundle(name, format) {
  const { outputFiles } = await build({
    entryPoints: [pageFile(name)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    // The package says that no module has effects; the page's first one has.
    ignoreAnnotations: true,
    // Browsers of domestic systems follow Chromium by some years.
    target: 'chrome86',
    ...(format === undefined ? {} : { format }),
  })
  return (outputFiles[0]?.text ?? '').trim()
}

/** @param {string} text */
const hash = text => createHash('sha256').update(text).digest('base64')

/** @returns {Promise<import('../src/output/dashboard/page-asset.ts').PageAsset>} */
export async function bundlePage() {
  const script = await bundle('main.ts', 'iife')
  const style = await bundle('style.css', undefined)
  if (/<\/(?:script|style)/i.test(script + style)) throw new Error('the bundle would end its own element')
  return { script, style, scriptHash: hash(script), styleHash: hash(style) }
}
