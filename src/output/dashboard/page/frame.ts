/** What stands around every view: title, year, navigation, coverage. */

import { selectField } from './controls.ts'
import { type Child, h, withProperty } from './dom.ts'
import {
  address,
  chooseLanguage,
  chooseTheme,
  chooseYear,
  currentYear,
  type Route,
  route,
  say,
  state,
  summary,
  texts,
  yearName,
} from './state.ts'
import { applicantsView } from './views/applicants.ts'
import { bodiesView } from './views/bodies.ts'
import { findingsView } from './views/findings.ts'
import { outcomesView } from './views/outcomes.ts'
import { overviewView } from './views/overview.ts'
import { bodyView, reportView } from './views/report.ts'
import { spreadView } from './views/spread.ts'
import { bodyName, dayOf, figure } from './words.ts'

const views: Readonly<Record<string, (route: Route) => Child>> = {
  overview: overviewView,
  outcomes: outcomesView,
  applicants: applicantsView,
  bodies: bodiesView,
  spread: spreadView,
  findings: findingsView,
  body: bodyView,
  report: reportView,
}
/** Views that need the large parts of the data. */
const needsParts = ['findings', 'body', 'report']

let shown = ''

/** Draws the page anew for the address and the state. */
export function drawFrame() {
  const app = document.getElementById('app')
  if (!app) return
  const at = route()
  const view = at.view in views ? at.view : 'overview'
  const t = texts()
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en'
  document.documentElement.dataset.theme = state.theme
  const waiting = document.readyState === 'loading' && needsParts.includes(view)
  document.body.dataset.waiting = waiting ? 'yes' : 'no'
  const { scope } = summary()
  document.title = [...(scope === null ? [] : [scope]), t.title].join(' · ')
  const main = h('main', { id: 'content', tabindex: -1 }, waiting ? null : (views[view] ?? overviewView)({ ...at, view }))
  app.replaceChildren(
    h(
      'a',
      {
        class: 'skip',
        href: '#content',
        on: {
          click: event => {
            event.preventDefault()
            main.focus()
          },
        },
      },
      t.skip,
    ),
    h(
      'header',
      { class: 'top' },
      h('div', { class: 'brand' }, scope === null ? null : h('p', { class: 'scope outside' }, scope), h('h1', {}, t.title)),
      toolbar(),
    ),
    navigation(view),
    coverage(),
    main,
    footer(),
  )
  // A new view begins at its top, for eyes and for screen readers; the first one does not take the focus.
  const key = location.hash
  if (shown !== '' && shown !== key) {
    scrollTo(0, 0)
    main.focus({ preventScroll: true })
  }
  shown = key === '' ? '#' : key
}

function toolbar(): HTMLElement {
  const t = texts()
  const { years } = summary()
  const next = { auto: 'light', light: 'dark', dark: 'auto' } as const
  const redraw = (change: () => void, id: string) => () => {
    change()
    drawFrame()
    document.getElementById(id)?.focus()
  }
  return h(
    'div',
    { class: 'tools' },
    years.length === 0
      ? null
      : selectField(
          {
            id: 'year',
            name: t.year,
            value: String(state.year),
            change: value => redraw(() => chooseYear(Number(value)), 'year')(),
          },
          years.map(({ year }, at) => ({ value: String(at), name: yearName(year) })),
        ),
    h(
      'button',
      { type: 'button', id: 'theme', on: { click: redraw(() => chooseTheme(next[state.theme]), 'theme') } },
      `${t.themeLabel}：${t.theme[state.theme]}`.replace('：', state.language === 'zh' ? '：' : ': '),
    ),
    h(
      'button',
      {
        type: 'button',
        id: 'language',
        lang: state.language === 'zh' ? 'en' : 'zh-CN',
        on: { click: redraw(() => chooseLanguage(state.language === 'zh' ? 'en' : 'zh'), 'language') },
      },
      t.languageLabel,
    ),
    h('button', { type: 'button', id: 'print', on: { click: () => print() } }, t.print),
  )
}

function navigation(view: string): HTMLElement {
  const t = texts()
  const active = view === 'body' || view === 'report' ? 'bodies' : view
  return h(
    'nav',
    { 'aria-label': t.title },
    h(
      'ul',
      {},
      (Object.keys(t.views) as (keyof typeof t.views)[]).map(key =>
        h('li', {}, h('a', { href: address(key), 'aria-current': key === active ? 'page' : null }, t.views[key])),
      ),
    ),
  )
}

/** Of how many bodies there is a report, and how much of what they report is known: on every view. */
function coverage(): HTMLElement {
  const year = currentYear()
  if (!year) return h('div', {})
  const { roster } = summary()
  const { sure, doubted, unknown } = year.counts
  const all = Math.max(1, sure + doubted + unknown)
  const bar = (name: string, n: number, of: number) => withProperty(h('span', { class: `part ${name}` }), '--share', n / of)
  return h(
    'section',
    { class: 'coverage', 'aria-label': say('cells') },
    h(
      'div',
      {},
      h(
        'span',
        { class: 'meter', 'aria-hidden': 'true' },
        bar('sure', year.reported, Math.max(1, year.of)),
        bar('unknown', year.of - year.reported, Math.max(1, year.of)),
      ),
      h(
        'span',
        {},
        `${yearName(year.year)} · ${say(roster ? 'coverage' : 'coverageMet', { n: figure(year.reported), m: figure(year.of) })}`,
      ),
    ),
    h(
      'div',
      {},
      h(
        'span',
        { class: 'meter', 'aria-hidden': 'true' },
        bar('sure', sure, all),
        bar('doubted', doubted, all),
        bar('unknown', unknown, all),
      ),
      h(
        'span',
        {},
        [
          say('cellsSure', { n: figure(sure) }),
          say('cellsDoubted', { n: figure(doubted) }),
          say('cellsUnknown', { n: figure(unknown) }),
        ].join(' · '),
      ),
    ),
    year.notReported.length === 0
      ? null
      : h(
          'details',
          { class: 'absentees' },
          h('summary', {}, say('missingBodies', { n: figure(year.notReported.length) })),
          h(
            'ul',
            {},
            year.notReported
              .slice(0, 400)
              .map(body => h('li', {}, h('a', { class: 'outside', href: address('body', [body]) }, bodyName(body)))),
            year.notReported.length > 400 ? h('li', {}, '…') : null,
          ),
        ),
  )
}

function footer(): HTMLElement {
  const { made } = summary()
  return h(
    'footer',
    {},
    [
      say('source'),
      `${say('coverageNote')} ${say('atLeast')}${state.language === 'zh' ? '；' : '; '}${say('doubtedSum')}`,
      ...(made === null ? [] : [say('made', { date: dayOf(made) })]),
    ].map(line => h('p', {}, line)),
  )
}
