/** A made-up report before it is written to a file: a list of blocks, and what it truly says. */
import { blankOut, makeFigures } from './figures.mjs'
import * as words from './prose.mjs'
import { randomOf } from './random.mjs'
import { disclosureTable, disputesTable, requestsTable } from './tables.mjs'

/** @typedef {import('./cases.mjs').Expected} Expected */
/** @typedef {import('./cases.mjs').Truth} Truth */
/** @typedef {import('./bodies.mjs').Body} Body */
/** @typedef {import('./figures.mjs').Density} Density */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./tables.mjs').Table} Table */
/** @typedef {import('../../src/model/report.ts').SectionKey} SectionKey */
/** @typedef {import('../../src/form/form.ts').EditionId} EditionId */
/** @typedef {import('../../src/form/form.ts').Form} Form */
/** @typedef {Awaited<ReturnType<typeof import('../library.mjs').formModules>>} FormModules */

/**
 * @typedef {object} DraftParagraph
 * @property {'p'} kind
 * @property {'title' | 'preamble' | 'heading' | 'sub' | 'text' | 'tail'} role
 * @property {string} text
 * @property {SectionKey} [section]
 * @property {string} [heading] the heading alone, where the paragraph holds more (or less: an automatic number)
 * @property {string} [xml] runs to write instead of the text, in .docx
 * @property {string} [style] style id
 * @property {string} [align]
 * @property {{ list: number, level: number }} [numbering] automatic number, not in the text
 * @property {string} [number] that number as a reader sees it
 *
 * @typedef {{ kind: 'table', table: Table, section?: SectionKey, header?: number }} DraftTable
 * @typedef {{ kind: 'image', section?: SectionKey }} DraftImage
 * @typedef {{ kind: 'xml', xml: string, text: string, section?: SectionKey }} DraftXml written as it is; `text` for the other writers
 * @typedef {DraftParagraph | DraftTable | DraftImage | DraftXml} DraftBlock
 *
 * @typedef {object} Draft
 * @property {Random} random
 * @property {DraftBlock[]} blocks
 * @property {Map<string, Truth>} truth by cell id
 * @property {Expected} expected all but the tables, which come of `truth` at the end
 * @property {DocxOptions} docx
 *
 * @typedef {object} DocxOptions
 * @property {Record<string, string>} [parts] further parts, by file name
 * @property {string} [numbering]
 * @property {string} [sectionXml]
 * @property {(inner: string) => string} [wrap] around the whole body
 * @property {(xml: string) => string} [edit] of document.xml
 * @property {(text: string) => string} [editAll] of every part
 * @property {(path: string) => string} [rename] of parts
 *
 * @typedef {object} Spec how a report differs from the plain one
 * @property {string} folder
 * @property {Body} body
 * @property {number} year
 * @property {EditionId} edition of the tables
 * @property {(forms: FormModules['forms']) => Form} [form] another form than the edition's: reports mix them
 * @property {Density} [density]
 * @property {number | { share: number, zerosOnly?: boolean, table?: string }} [blanks] share of blank cells
 * @property {(id: string, value: Truth) => string | undefined} [print] what stands in a cell
 * @property {(figures: Map<string, Truth>) => void} [figures] changes figures before they are printed
 * @property {string[]} [title] its lines; none: no title
 * @property {string | null | string[]} [issuer] if another than the body's name; several: any of them
 * @property {string[]} [preamble]
 * @property {Partial<Record<SectionKey, string | null>>} [headings] as printed; null: left out
 * @property {'own' | 'inline' | 'none' | string[]} [subsections] titles on their own line, before the text, or other titles
 * @property {boolean} [padded] figures padded with spaces of every kind
 * @property {Partial<Record<SectionKey, string[]>>} [texts] paragraphs of sections 一, 五 and 六
 * @property {(draft: Draft) => void} [change] anything else
 * @property {Partial<Expected>} [expected] what a reader must find, where it is not what was drafted
 */

/** @type {SectionKey[]} */
export const sectionKeys = ['overview', 'disclosure', 'requests', 'disputes', 'problems', 'other']

/** @param {number} value @param {Random} random */
function padded(value, random) {
  const pads = ['', '', ' ', '  ', '\u3000', '\u3000\u3000', '\u00a0']
  return `${random.pick(pads)}${value}${random.pick(pads)}`
}

/** @param {Spec} spec @param {FormModules} modules @returns {Draft} */
export function draftOf(spec, { forms, cellsOfForm }) {
  const { body, year, edition, density = 'few' } = spec
  const random = randomOf(spec.folder)
  const form = spec.form?.(forms) ?? forms[edition]
  /** @type {Map<string, Truth>} */
  const truth = makeFigures(form, cellsOfForm, density, random)
  if (spec.blanks) {
    const { share, ...options } = typeof spec.blanks === 'number' ? { share: spec.blanks } : spec.blanks
    blankOut(truth, share, random, options)
  }
  spec.figures?.(truth)
  const print = (/** @type {string} */ id) => {
    const value = truth.get(id) ?? null
    const given = spec.print?.(id, value)
    if (given !== undefined) return given
    if (typeof value !== 'number') return ''
    return spec.padded ? padded(value, random) : String(value)
  }
  const titleLines = spec.title ?? [`${body.issuer}${year}年政府信息公开工作年度报告`]
  const title = titleLines.length === 0 ? null : titleLines.join('')
  const tables = {
    disclosure: disclosureTable(form, print),
    requests: requestsTable(form, print),
    disputes: disputesTable(form, print),
  }
  const blocks = blocksOf(spec, { random, titleLines, tables, received: truth.get('requests.newlyReceived.total') })
  /** @type {Expected} */
  const expected = {
    title,
    issuer: spec.issuer === undefined ? body.issuer : spec.issuer,
    year,
    edition,
    sections: {},
    diagnostics: [],
    tables: [],
  }
  /** @type {Draft} */
  const draft = { random, blocks, truth, expected, docx: {} }
  spec.change?.(draft)
  Object.assign(expected, spec.expected)
  if (expected.sections) {
    for (const key of sectionKeys) if (!(key in expected.sections)) expected.sections[key] = printedHeading(draft, key)
  }
  return draft
}

/** The heading as a reader sees it, its automatic number included. @param {Draft} draft @param {SectionKey} key */
function printedHeading({ blocks }, key) {
  const heading = blocks.find(block => block.kind === 'p' && block.role === 'heading' && block.section === key)
  return heading?.kind === 'p' ? (heading.heading ?? `${heading.number ?? ''}${heading.text}`) : null
}

/**
 * @param {Spec} spec
 * @param {{ random: Random, titleLines: string[], tables: Record<'disclosure' | 'requests' | 'disputes', Table>, received: Truth | undefined }} made
 */
function blocksOf(spec, { random, titleLines, tables, received }) {
  const { self } = spec.body
  /** @type {DraftBlock[]} */
  const blocks = titleLines.map(text => ({ kind: 'p', role: 'title', text, align: 'center' }))
  const preamble = spec.preamble ?? [words.legalBasis(titleLines.join(''), spec.year)]
  for (const text of preamble) blocks.push({ kind: 'p', role: 'preamble', text })
  sectionKeys.forEach((section, i) => {
    const given = spec.headings?.[section]
    const heading = given === undefined ? `${words.sectionNumbers[i]}、${words.sectionTitles[section]}` : given
    if (heading !== null) blocks.push({ kind: 'p', role: 'heading', section, text: heading })
    const own = spec.texts?.[section]
    const text = (/** @type {string} */ line) => blocks.push({ kind: 'p', role: 'text', section, text: line })
    if (section === 'disclosure' || section === 'requests' || section === 'disputes') {
      blocks.push({ kind: 'table', table: tables[section], section })
    } else if (own) own.forEach(text)
    else if (section === 'problems') words.problemTexts(random, self).forEach(text)
    else if (section === 'other') text(words.otherText(random, self))
    else {
      text(words.openingOf(random, self, spec.year))
      const texts = words.subsectionTexts(random, self, spec.year, typeof received === 'number' ? received : 0)
      const { subsections = 'own' } = spec
      const titles = Array.isArray(subsections)
        ? subsections
        : words.subsectionTitles.map((name, n) => `（${words.sectionNumbers[n]}）${name}`)
      texts.forEach((line, n) => {
        const name = titles[n]
        if (subsections === 'none' || name === undefined) text(line)
        else if (subsections === 'inline')
          blocks.push({ kind: 'p', role: 'sub', section, text: `${name}。${line}`, heading: name })
        else {
          blocks.push({ kind: 'p', role: 'sub', section, text: name })
          text(line)
        }
      })
    }
  })
  return blocks
}
