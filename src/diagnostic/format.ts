import { formatPlace } from '../document/document.ts'
import { cellName } from '../form/cell-name.ts'
import { catalogue, type Language, mendWords } from './catalogue.ts'
import type { Diagnostic } from './diagnostic.ts'

/** The one-line message of a diagnostic in a language, its arguments filled in. */
export function formatMessage(diagnostic: Pick<Diagnostic, 'code' | 'args'>, language: Language): string {
  return catalogue[diagnostic.code][language].message.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(diagnostic.args[name] ?? ''),
  )
}

/** The severities in both languages. */
export const severityWords = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const
const placeWords = { paragraph: '第$段', table: '第$个表', row: '第$行', cell: '第$格', line: '第$行', column: '第$字' } as const

/** A place for people: `第2个表第5行第3格`, or `table 2 row 5 cell 3`. */
export function formatPlaceFor(place: Diagnostic['place'], language: Language): string {
  if (language === 'en') return formatPlace(place)
  return (Object.keys(placeWords) as (keyof typeof placeWords)[])
    .filter(key => place[key] !== undefined)
    .map(key => placeWords[key].replace('$', String(place[key])))
    .join('')
}

/** A file's name on one line: the line ends that a name may hold become `\u000a`, so that it cannot pass for a message of its own. */
export const formatFile = (name: string): string => name.replace(/[\r\n]/g, end => (end === '\n' ? '\\u000a' : '\\u000d'))

/** `a.docx: 第2个表第5行: 错误 … [identity/broken]`: a diagnostic on one line. */
export function formatDiagnostic(diagnostic: Diagnostic, language: Language): string {
  const where = formatPlaceFor(diagnostic.place, language)
  const head = [formatFile(diagnostic.file), where].filter(part => part !== '').join(': ')
  return `${head === '' ? '' : `${head}: `}${severityWords[language][diagnostic.severity]} ${formatMessage(diagnostic, language)} [${diagnostic.code}]`
}

/** What would mend it, where exactly one small slip explains it (`mend` among the arguments); null otherwise. */
export function formatSuggestion({ args }: Pick<Diagnostic, 'args'>, language: Language): string | null {
  const { mend, mendFigures } = args
  const words = mendWords[language]
  if (typeof mend !== 'string' || !(mend in words.kinds)) return null
  const figures = String(mendFigures)
    .split(' ')
    .map(part => {
      const [id = '', value = ''] = part.split('=')
      return words.figure.replace('{cell}', cellName(id)).replace('{value}', value === '' ? words.blank : value)
    })
  return words.kinds[mend as keyof typeof words.kinds].replace('{figures}', figures.join(words.separator))
}

/** A diagnostic as it leaves the program: with its message, and with a suggestion where there is one. */
export function withMessage(diagnostic: Diagnostic, language: Language) {
  const suggestion = formatSuggestion(diagnostic, language)
  return { ...diagnostic, message: formatMessage(diagnostic, language), ...(suggestion === null ? {} : { suggestion }) }
}
