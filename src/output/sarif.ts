/** Findings as SARIF 2.1.0, for code hosts and editors that show such logs. */
import { type CatalogueEntry, type Code, catalogue, type Language, type Severity } from '../diagnostic/catalogue.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { formatMessage, formatPlaceFor, formatSuggestion } from '../diagnostic/format.ts'
import { cellName } from '../form/cell-name.ts'

export interface CheckedFile {
  file: string
  issuer: string | null
  year: number | null
  diagnostics: readonly Diagnostic[]
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>

/**
 * One run with the catalogue's rules that were broken, and a result a finding. A finding in a text has
 * a region by line; one in a .docx, which has no lines, has its table and cell as logical locations.
 */
export function toSarif(files: readonly CheckedFile[], { language, version }: { language: Language; version: string }) {
  const codes = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0' as const,
    runs: [
      {
        tool: { driver: { name: 'ogi-report', semanticVersion: version, rules: codes.map(code => ruleOf(code, language)) } },
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits' as const,
        results: files.flatMap(({ file, diagnostics }) =>
          diagnostics.map(diagnostic => resultOf(file, diagnostic, codes.indexOf(diagnostic.code), language)),
        ),
      },
    ],
  }
}

function ruleOf(code: Code, language: Language) {
  const entry: CatalogueEntry = catalogue[code]
  const { message, why, todo } = entry[language]
  return {
    id: code,
    shortDescription: { text: message },
    fullDescription: { text: why },
    help: { text: todo },
    defaultConfiguration: { level: levels[entry.severity] },
  }
}

interface LogicalLocation {
  name: string
  fullyQualifiedName?: string
  kind: string
}

function resultOf(file: string, diagnostic: Diagnostic, ruleIndex: number, language: Language) {
  const { code, severity, place, about, args } = diagnostic
  const suggestion = formatSuggestion(diagnostic, language)
  const message = formatMessage(diagnostic, language)
  const where = formatPlaceFor(place, language)
  const logicalLocations: LogicalLocation[] = [
    ...(place.line === undefined && where !== '' ? [{ name: where, kind: 'element' }] : []),
    ...about.map(id => ({ name: cellName(id), fullyQualifiedName: id, kind: 'member' })),
  ]
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: suggestion === null ? message : `${message} ${suggestion}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          ...(place.line === undefined ? {} : { region: regionOf(place.line, place.column) }),
        },
        ...(logicalLocations.length > 0 ? { logicalLocations } : {}),
      },
    ],
    properties: { args },
  }
}

const regionOf = (startLine: number, startColumn: number | undefined) => ({
  startLine,
  ...(startColumn === undefined ? {} : { startColumn }),
})

/** A path as a URI reference; a colon in its first part would make it a scheme. */
function uriOf(path: string): string {
  const uri = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return uri === '' ? 'unknown' : uri
}
