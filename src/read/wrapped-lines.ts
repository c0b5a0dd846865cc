import { trimPadding } from './plain-space.ts'

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/

/** The lines of a drawn cell as one text: nothing between Chinese, a space elsewhere; a blank line ends a paragraph. Only plain spaces are padding. */
export function joinWrapped(lines: readonly string[]): string {
  let text = ''
  let gap = false
  for (const raw of lines) {
    const line = trimPadding(raw)
    if (line === '') {
      gap = text !== ''
      continue
    }
    if (text !== '') {
      const joint = wide.test(text.at(-1) ?? '') || wide.test(line[0] ?? '')
      text += gap ? '\n' : joint ? '' : ' '
    }
    text += line
    gap = false
  }
  return text
}
