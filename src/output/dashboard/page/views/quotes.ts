import { formatPlaceFor } from '../../../../diagnostic/format.ts'
import type { Metric } from '../../../../form/sentences.ts'
import { dashboardLimits } from '../../data.ts'
import { unpackPlace } from '../../pack.ts'
import { h } from '../dom.ts'
import { card } from '../parts.ts'
import { reports, say, state, summary, texts } from '../state.ts'
import { figure } from '../words.ts'

/** Figures that the prose states, each with its sentence. */
export function quotesCard(report: number): HTMLElement {
  const quotes = reports().quotes[report] ?? []
  const t = texts()
  if (quotes.length === 0) {
    return card(
      say('quotes'),
      null,
      h('p', {}, summary().full ? say('noQuotes') : say('quotesLeftOut', { n: figure(dashboardLimits.fullReports) })),
    )
  }
  return card(
    say('quotes'),
    say('quotesNote'),
    h(
      'ul',
      { class: 'quotes' },
      quotes.map(([metric, value, unit, period, approximate, quote, place]) =>
        h(
          'li',
          {},
          h(
            'p',
            {},
            h('strong', {}, t.metrics[metric as Metric] ?? metric),
            ' ',
            h(
              'span',
              { class: 'number' },
              `${approximate === null ? '' : `${t.approximate[approximate] ?? ''} `}${figure(value)}${unit ?? ''}`,
            ),
            ' ',
            h('span', { class: 'tag' }, t.periods[period] ?? period),
          ),
          h('blockquote', { class: 'outside', lang: 'zh-CN' }, quote),
          h('p', { class: 'quiet-text' }, formatPlaceFor(unpackPlace(place), state.language)),
        ),
      ),
    ),
  )
}
