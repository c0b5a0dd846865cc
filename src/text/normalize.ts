/** Text as it is compared: widths folded, spaces gone, invisible characters gone. */

/** Characters that print nothing: zero-width, bidi and control characters other than tab and newline. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

export const dropInvisible = (text: string): string => text.replace(invisible, '')

const fullWidth = /[\uff01-\uff5e\u3000]/
const everyFullWidth = new RegExp(fullWidth, 'g')
const halfOf: ReadonlyMap<string, string> = new Map([
  ['\u3000', ' '],
  ...Array.from({ length: 0x5e }, (_, i) => [String.fromCharCode(0xff01 + i), String.fromCharCode(0x21 + i)] as const),
])

/** Full-width ASCII (！ to ～) and the ideographic space become their half-width twins. One character stays one character. */
export const toHalfWidth = (text: string): string =>
  fullWidth.test(text) ? text.replace(everyFullWidth, c => halfOf.get(c) as string) : text

const blank = new RegExp(`\\s|${invisible.source}`)

/** Every space removed, U+3000 and U+00A0 included: how two labels are compared. */
export const compact = (text: string): string => (blank.test(text) ? dropInvisible(text).replace(/\s+/g, '') : text)

/** Columns that a text takes on a screen: CJK and full-width characters take two. */
export function displayWidth(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += charWidth(text.charCodeAt(i))
  return width
}

/** A UTF-16 unit's columns; combining and invisible characters take none, so that columns stay aligned. */
export function charWidth(code: number): 0 | 1 | 2 {
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) ? 0 : 1
  if (code < 0x370 || (code >= 0x200b && code <= 0x200f) || code === 0xfeff) return 0
  if (code >= 0x1100 && code <= 0x115f) return 2
  if (code >= 0x2e80 && code <= 0xa4cf) return 2
  if (code >= 0xac00 && code <= 0xd7a3) return 2
  if (code >= 0xf900 && code <= 0xfaff) return 2
  if (code >= 0xfe30 && code <= 0xfe4f) return 2
  if ((code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6)) return 2
  return 1
}

/** Marks that word processors' exports leave in running text: `[bookmark: _GoBack]`, `[image: …]`, `[endif]`. For prose only: in a cell a mark may be evidence. */
export const dropMarks = (text: string): string =>
  dropInvisible(text).replace(/\[(?:bookmark|image|if [^\]]{0,40}|endif)(?::[^\]\n]{0,80})?\]/gi, '')
