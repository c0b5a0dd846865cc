/** CSV as spreadsheets write it (RFC 4180, and what they do beside it). */

/** Fields of one record, and the line it starts on (from 1). */
export interface CsvRecord {
  fields: string[]
  line: number
}

/**
 * Reads CSV: quoted fields, doubled quotes, line breaks in quotes, CRLF, a byte order mark. The
 * delimiter (comma, tab, semicolon, full-width comma) is the one that the first line has most of.
 * Empty lines are left out. O(length).
 */
export function parseCsv(text: string): CsvRecord[] {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const delimiter = delimiterOf(source)
  const records: CsvRecord[] = []
  let fields: string[] = []
  let start = 0
  let line = 1
  let recordLine = 1
  let quoted: string | null = null
  let bare = true
  const endField = (end: number) => {
    fields.push((quoted ?? source.slice(start, end)).trim())
    quoted = null
    bare = true
  }
  const endRecord = (end: number) => {
    endField(end)
    if (fields.some(field => field !== '')) records.push({ fields, line: recordLine })
    fields = []
  }
  for (let i = 0; i < source.length; i++) {
    const c = source[i]
    if (c === '"' && bare) {
      const parts: string[] = []
      let from = i + 1
      let close = source.indexOf('"', from)
      while (close !== -1 && source[close + 1] === '"') {
        parts.push(source.slice(from, close + 1))
        from = close + 2
        close = source.indexOf('"', from)
      }
      if (close === -1) close = source.length
      parts.push(source.slice(from, close))
      quoted = parts.join('')
      for (const inner of quoted) if (inner === '\n') line++
      i = close
      bare = false
    } else if (c === delimiter) {
      endField(i)
      start = i + 1
    } else if (c === '\n' || c === '\r') {
      endRecord(i)
      if (c === '\r' && source[i + 1] === '\n') i++
      start = i + 1
      line++
      recordLine = line
    } else if (c !== ' ') bare = false
  }
  endRecord(source.length)
  return records
}

function delimiterOf(source: string): string {
  const end = source.search(/[\r\n]/)
  const first = end === -1 ? source : source.slice(0, end)
  const counts = [',', '\t', ';', '，'].map(d => [d, first.split(d).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}
