/** What the page knows: its data, and what is being looked at. */
import type { Language } from '../../../diagnostic/catalogue.ts'
import type { Findings, Reports, Summary, YearData } from '../data.ts'
import { type PageTexts, pageTexts } from '../texts.ts'

const parsed = new Map<string, unknown>()

/** A part of the data, parsed when it is first asked for. */
function part<T>(id: string): T {
  if (!parsed.has(id)) parsed.set(id, JSON.parse(document.getElementById(id)?.textContent ?? 'null'))
  return parsed.get(id) as T
}

export const summary = (): Summary => part<Summary>('summary')
export const reports = (): Reports => part<Reports>('reports')
export const findings = (): Findings => part<Findings>('findings')

export interface State {
  language: Language
  theme: 'auto' | 'light' | 'dark'
  /** Index into the years. */
  year: number
}

export const state: State = {
  language: document.documentElement.lang === 'en' ? 'en' : 'zh',
  theme: 'auto',
  year: 0,
}

/** Each choice is one assignment; the page is drawn anew by who chose. */
export function chooseYear(year: number) {
  state.year = year
}
export function chooseTheme(theme: State['theme']) {
  state.theme = theme
}
export function chooseLanguage(language: Language) {
  state.language = language
}

export const texts = (): PageTexts => pageTexts[state.language]

/** A sentence of the page with its gaps filled. */
export function say(word: keyof PageTexts['w'], gaps: Readonly<Record<string, string | number>> = {}): string {
  return texts().w[word].replace(/\{(\w+)\}/g, (_, name: string) => String(gaps[name] ?? ''))
}

/** The year being looked at; null where no report has one. */
export const currentYear = (): YearData | null => summary().years[state.year] ?? null

export const yearName = (year: number): string => texts().yearOf.replace('{year}', String(year))

export interface Route {
  view: string
  rest: readonly string[]
  query: URLSearchParams
}

/** What the address asks for: `#/report/12?cell=3`. */
export function route(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?')
  const [view = '', ...rest] = path.split('/')
  return { view: view === '' ? 'overview' : view, rest, query: new URLSearchParams(query) }
}

/** The address of a view. */
export function address(
  view: string,
  rest: readonly (string | number)[] = [],
  query: Readonly<Record<string, string | number>> = {},
): string {
  const asked = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `#/${[view, ...rest].join('/')}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}
