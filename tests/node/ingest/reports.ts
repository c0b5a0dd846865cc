import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { form2021 } from '../../../src/form/2021.ts'

/** A report as tab-separated text, its figures made from a seed so that every sum holds. */
export function reportText(body: string, year: number, seed = 1): string {
  const table = (key: 'disclosure' | 'requests' | 'disputes') => form2021.tables[key]
  const lines = [
    `${body}${year}年政府信息公开工作年度报告`,
    '',
    '一、总体情况',
    '（一）主动公开',
    `全年主动公开信息${seed}条。`,
    '',
  ]
  lines.push('二、主动公开政府信息情况')
  for (const block of table('disclosure').blocks) {
    lines.push(block.title?.text ?? '')
    lines.push(['信息内容', ...block.columns.map(column => column.label.text)].join('\t'))
    for (const row of block.rows) lines.push([row.label?.text, ...block.columns.map((_, i) => seed + i)].join('\t'))
  }
  lines.push('', '三、收到和处理政府信息公开申请情况')
  const [requests] = table('requests').blocks
  lines.push(['', ...(requests?.columns ?? []).map(column => column.label.text)].join('\t'))
  for (const row of requests?.rows ?? []) {
    const figure = ['newlyReceived', 'granted', 'outcomesTotal'].includes(row.id) ? seed : 0
    const label = [...row.groups, row.label].flatMap(part => (part ? [part.text] : []))
    lines.push([label.at(-1), figure, 0, 0, 0, 0, 0, figure].join('\t'))
  }
  lines.push('', '四、政府信息公开行政复议、行政诉讼情况')
  lines.push((table('disputes').blocks[0]?.columns ?? []).map(column => column.label.text).join('\t'))
  lines.push(Array.from({ length: 15 }, () => 0).join('\t'))
  lines.push('', '五、存在的主要问题及改进情况', '无。', '', '六、其他需要报告的事项', '无。', '')
  return lines.join('\n')
}

/** Writes files, folders made as needed. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** The same report as a .docx: lines with tabs become tables, the others paragraphs. */
export function reportDocx(text: string): Uint8Array {
  const escaped = (part: string) => part.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)
  const paragraph = (part: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r></w:p>`
  let body = ''
  let rows = ''
  for (const line of [...text.split('\n'), '']) {
    if (line.includes('\t')) {
      rows += `<w:tr>${line
        .split('\t')
        .map(part => `<w:tc>${paragraph(part)}</w:tc>`)
        .join('')}</w:tr>`
      continue
    }
    if (rows !== '') body += `<w:tbl>${rows}</w:tbl>`
    rows = ''
    body += paragraph(line)
  }
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packageNamespace}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`),
  })
}
