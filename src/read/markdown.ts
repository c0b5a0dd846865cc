/** Markdown's marks taken off a line or a cell, so that text is what a reader of the page would see. */

const inlineTag = /<\/?(?:a|b|i|u|s|em|strong|span|font|sup|sub|small|del|ins|center|p|div)(?:\s[^<>]{0,300})?>/gi
const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
}
const link = /!?\[([^[\]\n]{0,300})\]\((?:[^()\s]{0,500})\)/g
const strong = /(\*\*|__)(?=[^\s*_])([^*_\n]{1,2000})\1/g

/** `3\.重复申请` → `3.重复申请`, `**总计**` → `总计`, `a<br>b` → two lines. Linear. */
export function unmark(text: string): string {
  return text
    .replace(/<br\s{0,4}\/?>/gi, '\n')
    .replace(inlineTag, '')
    .replace(link, '$1')
    .replace(strong, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/&(nbsp|ensp|emsp|amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
}

/** `## 二、主动公开` → level 2 and the text; null for a line that is no heading. */
export function headingOf(line: string): { level: number; text: string } | null {
  const match = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(line)
  if (!match) return null
  return { level: (match[1] as string).length, text: (match[2] as string).replace(/[ \t]#+[ \t]*$/, '') }
}
