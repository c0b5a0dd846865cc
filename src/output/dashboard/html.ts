/**
 * One HTML file with everything in it. A policy in its head forbids every request and every script and
 * style but the page's own, so that nothing out of a report can run, whatever escapes were missed.
 */
import type { Language } from '../../diagnostic/catalogue.ts'
import { escapeXml } from '../xml.ts'
import type { DashboardData } from './data.ts'
import { type PageAsset, pageAsset } from './page-asset.ts'
import { pageTexts } from './texts.ts'

/**
 * JSON as it may stand in a script element: no `<`, so that neither `</script>` nor `<!--` can be in it;
 * U+2028 and U+2029, which old parsers take for line ends, as escapes.
 */
export const embeddedJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The page in pieces: joined they are the file. Throws where the page's script was not built. */
export function* dashboardHtml(data: DashboardData, language: Language, asset: PageAsset = pageAsset): Generator<string> {
  if (asset.script === '') throw new Error('The dashboard’s script was not built: npm run build')
  const t = pageTexts[language]
  const policy = `default-src 'none'; script-src 'sha256-${asset.scriptHash}'; style-src 'sha256-${asset.styleHash}'; base-uri 'none'; form-action 'none'`
  const title = data.summary.scope === null ? t.title : `${data.summary.scope} · ${t.title}`
  yield `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="ogi-report">
<title>${escapeXml(title)}</title>
<style>${asset.style}</style>
</head>
<body>
<noscript><p>${escapeXml(t.noScript)}</p></noscript>
<div id="app"></div>
<script type="application/json" id="summary">`
  yield embeddedJson(data.summary)
  // The script stands before the large parts: the first view does not wait for them.
  yield `</script>
<script>${asset.script}</script>
<script type="application/json" id="findings">`
  yield embeddedJson(data.findings)
  yield `</script>
<script type="application/json" id="reports">`
  yield embeddedJson(data.reports)
  yield '</script>\n</body>\n</html>\n'
}
