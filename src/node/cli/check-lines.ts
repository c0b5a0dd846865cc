import { type CatalogueEntry, catalogue, type Severity } from '../../diagnostic/catalogue.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { formatFile, formatMessage, formatPlaceFor, formatSuggestion, severityWords } from '../../diagnostic/format.ts'
import { type Excerpt, excerptsOf } from '../../output/excerpt.ts'
import { displayWidth } from '../../text/normalize.ts'
import type { Counts } from './check.ts'
import type { Checked } from './check-sources.ts'
import { paint, type Style, type Terminal, visible } from './terminal.ts'
import { texts } from './texts.ts'

const styles = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<Severity, Style>

/**
 * The report for people, line by line: grouped by body, then by file; under each finding the cells or the
 * sentence that it is about, with a marker beneath, and a suggested mend. What to do is told once a code and file.
 */
export function* checkedLines(
  checked: readonly Checked[],
  counts: Counts & { unread: number },
  terminal: Terminal,
): Generator<string> {
  const t = texts[terminal.language].check
  const byBody = new Map<string, Checked[]>()
  for (const one of checked) {
    const issuer = one.report.issuer ?? ''
    const files = byBody.get(issuer)
    if (files) files.push(one)
    else byBody.set(issuer, [one])
  }
  for (const [issuer, files] of byBody) {
    const shown = files.map(one => ({ ...one, diagnostics: one.diagnostics.filter(found => isShown(found, terminal)) }))
    if (shown.every(({ diagnostics }) => diagnostics.length === 0)) continue
    yield terminal.outLine(paint('bold', issuer === '' ? t.unknownIssuer : issuer))
    for (const { file, report, diagnostics, lines } of shown) {
      if (diagnostics.length === 0) continue
      yield terminal.outLine('  ', paint('dim', report.year === null ? formatFile(file) : `${formatFile(file)} (${report.year})`))
      yield* findingLines({ diagnostics, report, lines }, terminal)
    }
    yield ''
  }
  if (!terminal.quiet) yield terminal.outLine(t.summary(checked.length, counts, counts.unread))
}

const isShown = ({ severity }: Diagnostic, { quiet }: Terminal): boolean => !quiet || severity === 'error'

function* findingLines(
  { diagnostics, report, lines }: Pick<Checked, 'diagnostics' | 'report' | 'lines'>,
  terminal: Terminal,
): Generator<string> {
  const { language } = terminal
  const t = texts[language].check
  const told = new Set<string>()
  for (const found of diagnostics) {
    const where = formatPlaceFor(found.place, language)
    yield terminal.outLine(
      '    ',
      paint(styles[found.severity], severityWords[language][found.severity]),
      `  ${where === '' ? '' : `${where}  `}${formatMessage(found, language)}  `,
      paint('dim', `[${found.code}]`),
    )
    for (const excerpt of excerptsOf(found, report, lines)) yield* excerptLines(excerpt, styles[found.severity], terminal)
    const suggestion = formatSuggestion(found, language)
    if (suggestion !== null) yield terminal.outLine('      ', paint('green', t.suggestion), `: ${suggestion}`)
    if (told.has(found.code)) continue
    told.add(found.code)
    const entry: CatalogueEntry = catalogue[found.code]
    yield terminal.outLine('      ', paint('dim', `${t.todo}: ${entry[language].todo}`))
  }
}

function* excerptLines({ text, marks, line }: Excerpt, style: Style, terminal: Terminal): Generator<string> {
  const indent = '      '
  const number = line === undefined ? '' : `${line} │ `
  // A tab has no width of its own, so that the marker would stand elsewhere.
  const shown = text.replace(/\s/g, ' ')
  yield terminal.outLine(indent, paint('dim', number), shown)
  let marker = ''
  let end = 0
  for (const [from, to] of marks) {
    marker += ' '.repeat(displayWidth(visible(shown.slice(end, from)))) + '^'.repeat(displayWidth(visible(shown.slice(from, to))))
    end = to
  }
  if (marks.length > 0) yield terminal.outLine(indent, ' '.repeat(displayWidth(number)), paint(style, marker))
}
