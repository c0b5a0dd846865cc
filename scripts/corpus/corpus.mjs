/** The whole corpus as files: what `test-corpus/` must hold, made from the cases' descriptions. */

import { dialects } from './cases/dialects.mjs'
import { documents } from './cases/documents.mjs'
import { first } from './cases/first.mjs'
import { headingCases } from './cases/headings.mjs'
import { lookalikes } from './cases/lookalikes.mjs'
import { narratives } from './cases/narratives.mjs'
import { packages } from './cases/packages.mjs'
import { preambles } from './cases/preambles.mjs'
import { subsections } from './cases/subsections.mjs'
import { tableCases } from './cases/tables.mjs'
import { titles } from './cases/titles.mjs'
import { docxOf } from './docx.mjs'
import { draftOf } from './draft.mjs'
import { expectedText, tablesOf } from './expected.mjs'
import { randomOf } from './random.mjs'
import { htmlOf, textOf } from './texts.mjs'

/** @typedef {import('./draft.mjs').Draft} Draft */
/** @typedef {import('./draft.mjs').FormModules} FormModules */

/**
 * @typedef {object} CaseSpec
 * @property {string} folder `<edition>/<body>-<year>[-<what>]`
 * @property {string} about one sentence: what is special
 * @property {string[]} patterns keys of `patterns.mjs`
 * @property {Omit<import('./draft.mjs').Spec, 'folder'>} spec
 * @property {{ docx?: true, text?: import('./texts.mjs').Dialect, html?: 'plain' | 'chrome', edit?: (text: string) => string, bytes?: (text: string) => Uint8Array }} write which source is written; `edit` and `bytes` for text and html
 * @property {true | string[]} [twins] flattened by `npm run corpus:flatten`: by every tool, or by these
 */

/** @type {CaseSpec[]} */
export const allCases = [
  ...first,
  ...titles,
  ...preambles,
  ...headingCases,
  ...subsections,
  ...narratives,
  ...tableCases,
  ...documents,
  ...packages,
  ...dialects,
  ...lookalikes,
]

/** What stands in `about.md` below this line is written by `npm run corpus:flatten`. */
export const twinsHeading = '## 展平'

/** @param {CaseSpec} one */
const aboutText = ({ about, patterns }) =>
  `${about}\n\n由生成器写出（\`scripts/corpus/\`），内容纯属虚构。\n\n模式：${patterns.map(key => `\`${key}\``).join('、')}\n`

/**
 * The files of one case, by name.
 * @param {CaseSpec} one @param {FormModules} modules
 * @returns {Record<string, string | Uint8Array>}
 */
export function filesOf(one, modules) {
  const draft = draftOf({ folder: one.folder, ...one.spec }, modules)
  const { docx, text, html, edit = same => same, bytes = same => new TextEncoder().encode(same) } = one.write
  /** @type {Record<string, string | Uint8Array>} */
  const files = {
    'expected.json': expectedText({ ...draft.expected, tables: tablesOf(draft.truth) }),
    'about.md': aboutText(one),
  }
  if (docx) files['source.docx'] = docxOf(draft, randomOf(`${one.folder}/docx`))
  if (text) files['source.txt'] = bytes(edit(textOf(draft, text)))
  if (html) files['source.html'] = bytes(edit(htmlOf(draft, { chrome: html === 'chrome' })))
  return files
}
