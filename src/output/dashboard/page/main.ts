import './older-browsers.ts'
import { hatching } from './dom.ts'
import { drawFrame } from './frame.ts'
import { state, summary } from './state.ts'

// Later years without a report (a typing error, a report filed early) are not what is looked at first.
const { years } = summary()
const most = Math.max(0, ...years.map(year => year.reported))
state.year = Math.max(
  0,
  years.findLastIndex(year => year.reported * 2 >= most),
)
document.body.prepend(hatching())
drawFrame()
addEventListener('hashchange', drawFrame)
// The large parts follow the script: what needs them is drawn again when they are there.
document.addEventListener('DOMContentLoaded', () => {
  if (document.body.dataset.waiting === 'yes') drawFrame()
})
