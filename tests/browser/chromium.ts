import { existsSync } from 'node:fs'

/** A Chromium to try pages in: Debian's, or the one that CHROMIUM names; undefined where there is none. */
export const installedChromium = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(path => path !== '' && existsSync(path))

if (installedChromium === undefined) console.warn('No Chromium is installed (CHROMIUM names one): nothing is tried in a browser.')
