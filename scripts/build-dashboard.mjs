/** Writes the dashboard's page into `dist/output/dashboard/page-asset.js`; `page-asset.ts` is what the compiler sees in its place. */
import { writeFileSync } from 'node:fs'
import { bundlePage } from './bundle-page.mjs'

const out = new URL('../dist/output/dashboard/page-asset.js', import.meta.url)
writeFileSync(out, `export const pageAsset = ${JSON.stringify(await bundlePage())};\n`)
