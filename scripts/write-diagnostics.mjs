/** Writes `docs/diagnostics.md` from the catalogue (`npm run docs:diagnostics`). */
import { writeFileSync } from 'node:fs'
import { outputModules } from './library.mjs'

const { diagnosticsPage } = await outputModules()
writeFileSync(new URL('../docs/diagnostics.md', import.meta.url), diagnosticsPage())
