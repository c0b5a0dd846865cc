import { plainHtml } from './html-tags.ts'
import type { ReadLimits } from './limits.ts'

/** Whether a decoded text is a web page, Markdown, or plain text: by what stands in it. */
export function textKind(text: string, limits: ReadLimits): 'html' | 'markdown' | 'text' {
  if (isHtml(text, limits)) return 'html'
  return isMarkdown(text) ? 'markdown' : 'text'
}

const firstTag =
  /^\s*(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?<(?:!doctype\s+html|html|head|meta|body|title|p|div|h[1-6]|table|center|section|article|ul|ol|span|font|style|script)\b/i

/** It begins with a tag and nearly all of its text stands inside elements: Markdown may begin with a tag, too. */
function isHtml(text: string, limits: ReadLimits): boolean {
  if (!firstTag.test(text.slice(0, 4000))) return false
  if (/<(?:!doctype\s+html|html|body)\b/i.test(text.slice(0, 4000))) return true
  return plainHtml(text.slice(0, 400_000), limits).enclosed > 0.9
}

/** `| --- | :-: |`, the line under the head of a Markdown table. */
export const isDelimiterRow = (line: string): boolean => /^[|\t :-]+$/.test(line) && line.includes('|') && line.includes('---')

/** Marks that no one types in a report: `##` headings, a row of dashes under a bar row, a raw table, escaped dots. */
function isMarkdown(text: string): boolean {
  return (
    /^#{1,6} \S/m.test(text) ||
    (text.includes('---') && [...text.matchAll(/^[|\t :-]{5,2000}$/gm)].some(([line]) => isDelimiterRow(line))) ||
    /^[ \t]*<table\b/im.test(text) ||
    /\d\\\. ?\S/.test(text) ||
    /(?:\*\*|__)[^\s*_][^*_\n]{0,80}(?:\*\*|__)/.test(text)
  )
}
