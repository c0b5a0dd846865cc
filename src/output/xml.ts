/** What XML 1.0 cannot hold, whatever it is escaped as; lone surrogates among it. */
const illegal =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in an element or an attribute of XML or HTML. */
export const escapeXml = (text: string): string => text.replace(illegal, '').replace(/[&<>"']/g, c => named[c] ?? c)
