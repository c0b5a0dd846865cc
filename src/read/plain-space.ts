/** Plain spaces and tabs, as padding and as layout. U+3000 and U+00A0 are neither: in flattened text they are evidence of a cell. */

const isPadding = (code: number): boolean => code === 0x20 || code === 0x09
const isBreak = (code: number): boolean => code === 0x0a

/** Without plain spaces and tabs at both ends. Linear, as a pattern like `[ \t]+$` is not. */
export const trimPadding = (text: string): string => trimBy(text, isPadding)

/** Without line breaks at both ends. */
export const trimBreaks = (text: string): string => trimBy(text, isBreak)

function trimBy(text: string, drops: (code: number) => boolean): string {
  let from = 0
  let to = text.length
  while (from < to && drops(text.charCodeAt(from))) from++
  while (to > from && drops(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}
