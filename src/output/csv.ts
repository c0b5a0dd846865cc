import type { Fact } from '../collection/facts.ts'

/** Columns of `facts.csv`, in order: the fields of a fact. */
export const factColumns = [
  'file',
  'issuer',
  'year',
  'edition',
  'cell',
  'value',
  'status',
  'raw',
  'place',
  'flags',
] as const satisfies readonly (keyof Fact)[]

/** So that Excel and WPS take the file for UTF-8. Belongs once at the beginning of a file. */
export const byteOrderMark = '\ufeff'

/** One line by RFC 4180, CRLF included. null is an empty field, an empty text is `""`; figures are written as figures. */
export const csvLine = (fields: readonly (string | number | null)[]): string => `${fields.map(csvField).join(',')}\r\n`

/** The header line and one line a fact; flags are joined by a space. */
export const factHeader: string = `${factColumns.join(',')}\r\n`
export const factLine = (fact: Fact): string =>
  csvLine(factColumns.map(column => (column === 'flags' ? fact.flags.join(' ') || null : fact[column])))

function csvField(field: string | number | null): string {
  if (field === null) return ''
  if (typeof field === 'number') return String(field)
  if (field === '') return '""'
  const text = withoutFormula(field)
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A spreadsheet runs a text that begins with = + - @ or a tab as a formula: an apostrophe goes before
 * it. A text that begins with an apostrophe gets another, so that taking one away restores every text.
 */
const withoutFormula = (text: string): string => (/^[=+\-@\t\r＝＋－＠']/.test(text) ? `'${text}` : text)
