/** Fields that views are steered with, each with its name. */
import { h } from './dom.ts'

interface Field {
  id: string
  name: string
  value: string
  change(value: string): void
  wide?: boolean
}

const valueIn = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value

/** A choice of named values. */
export const selectField = (
  { id, name, value, change, wide }: Field,
  options: readonly { value: string; name: string }[],
): HTMLElement =>
  h(
    'label',
    { class: wide ? 'field wide' : 'field' },
    h('span', {}, name),
    h(
      'select',
      { id, on: { change: event => change(valueIn(event)) } },
      options.map(option => h('option', { value: option.value, selected: option.value === value }, option.name)),
    ),
  )

/** A text to look for. */
export const searchField = ({ id, name, value, change }: Field): HTMLElement =>
  h(
    'label',
    { class: 'field' },
    h('span', {}, name),
    h('input', { type: 'search', id, value, on: { input: event => change(valueIn(event)) } }),
  )
