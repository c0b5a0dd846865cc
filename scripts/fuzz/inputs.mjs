/** Sources that nobody would write: pieces of the corpus taken apart and put together wrongly, and trees of elements grown at random. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { randomOf } from '../corpus/random.mjs'

/** @typedef {import('../corpus/random.mjs').Random} Random */

const entity = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const elements =
  'p r t tbl tr tc tab br sym noBreakHyphen fldChar fldSimple instrText pPr rPr trPr tcPr pStyle rStyle numPr ilvl numId outlineLvl vanish hidden gridBefore gridAfter gridSpan vMerge hMerge cellDel ins del moveFrom moveTo hyperlink sdt sdtContent ruby rubyBase rt pict drawing txbxContent altChunk'.split(
    ' ',
  )
const values = ['0', '1', '2', '9', '-1', '300', '2147483648', 'begin', 'separate', 'end', 'restart', 'a', '', 'F0FE', '1e9']
const pieces = ['一、', '二、总体情况', '（一）', '总计', '0', '3', '12', '1234567', '0.5', '-1', '', ' ', '\u3000', '\t', '|', '||', '| --- |', '+---+', '<table>', '</td>', '<', '&#0;', '\u0000', '\u202e', '\ufffd', '\ud800', '\f', '续表', '万元', '2021年', '本年新收', '自然人', '（七）总计', '行政复议', '减少66.7%', '2020年', '一是', '无', '未收到', '第二十条第（一）项', '９', '１２', '件', '：', '\r', '\u00a0'] // biome-ignore format: a list

/** Texts and documents to take apart. @param {string} corpus folder */
export function seedsIn(corpus) {
  const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).sort()
  const read = (/** @type {string} */ path) => new Uint8Array(readFileSync(join(corpus, path)))
  const texts = paths
    .filter(path => /\.(?:txt|md|html)$/.test(path) && !path.endsWith('about.md'))
    .map(path => strFromU8(read(path)))
  const documents = paths
    .filter(path => path.endsWith('.docx'))
    .slice(0, 60)
    .map(path => unzipSync(read(path)))
    .map(parts => ({ parts, body: strFromU8(parts['word/document.xml'] ?? new Uint8Array()) }))
    .filter(({ body }) => body !== '')
  return { texts, documents }
}

/**
 * The input of a number: the same number gives the same input.
 * @param {ReturnType<typeof seedsIn>} seeds
 * @param {number} number
 * @returns {Uint8Array | string}
 */
export function inputOf(seeds, number) {
  const random = randomOf(`fuzz ${number}`)
  const kind = random.int(0, 9)
  if (kind < 2) return mutatedText(seeds.texts, random)
  if (kind === 2) return flipped(strToU8(mutatedText(seeds.texts, random)), random)
  if (kind === 3) return document({ 'word/document.xml': strToU8(grown(random)) })
  const { parts, body } = random.pick(seeds.documents)
  if (kind < 6) return flipped(document({ 'word/document.xml': strToU8(excerpt(body, random)) }), random)
  const xml = mutatedXml(excerpt(body, random), random)
  const numbering = parts['word/numbering.xml']
  const more =
    numbering && random.int(0, 3) === 0 ? { 'word/numbering.xml': strToU8(mutatedXml(strFromU8(numbering), random)) } : {}
  return document({ 'word/document.xml': strToU8(xml), ...more })
}

/** A source as a file to keep; text keeps its lone surrogates. @param {Uint8Array | string} source */
export function caseOf(source) {
  const isText = typeof source === 'string'
  const bytes = isText ? Buffer.from(source, 'utf16le') : Buffer.from(source)
  return { name: `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${isText ? 'utf16' : 'bin'}`, bytes }
}

/** @param {Record<string, Uint8Array>} parts */
const document = parts => zipSync(parts, { level: 0 })

/** Some lines of a text, with lines doubled, dropped, swapped, joined with another text's, and characters changed. @param {readonly string[]} texts @param {Random} random */
function mutatedText(texts, random) {
  const window = () => {
    const lines = random.pick(texts).split('\n')
    const from = random.int(0, lines.length - 1)
    return lines.slice(from, from + random.int(1, random.int(0, 127) === 0 ? 400 : 12))
  }
  const lines = window()
  if (random.int(0, 3) === 0) lines.push(...window())
  for (let i = random.int(0, 6); i > 0; i--) {
    const at = random.int(0, lines.length - 1)
    const line = lines[at] ?? ''
    const to = random.int(0, line.length)
    const what = random.int(0, 6)
    if (what === 0) lines.splice(at, 1)
    else if (what === 1) lines.splice(at, 0, ...Array.from({ length: random.int(1, 3) }, () => line))
    else if (what === 2) lines[at] = lines[random.int(0, lines.length - 1)] ?? ''
    else if (what === 3) lines[at] = line.slice(0, to) + random.pick(pieces) + line.slice(to)
    else if (what === 4) lines[at] = line.slice(0, to) + line.slice(to + random.int(1, 4))
    else if (what === 5) lines[at] = line + random.pick(pieces).repeat(random.int(1, 60))
    else lines[at] = line.replace(/\d+/, () => String(random.int(0, 10 ** random.int(1, 12))))
  }
  return lines.join(random.int(0, 9) === 0 ? random.pick(['', '\t', ' ', '|', '\r\n']) : '\n')
}

/** A few of a body's paragraphs and tables. @param {string} xml @param {Random} random */
function excerpt(xml, random) {
  const from = xml.indexOf('<w:body>') + 8
  const blocks = xml.slice(from, xml.lastIndexOf('</w:body>')).split(/(?=<w:p>|<w:tbl>)/)
  const at = random.int(0, blocks.length - 1)
  return `${xml.slice(0, from)}${blocks.slice(at, at + random.int(1, 60)).join('')}</w:body></w:document>`
}

/** Tags dropped, doubled and swapped, values changed. @param {string} xml @param {Random} random */
function mutatedXml(xml, random) {
  const tokens = xml.split(/(?<=>)|(?=<)/)
  for (let i = random.int(1, 6); i > 0; i--) {
    const at = random.int(2, tokens.length - 1)
    const token = tokens[at] ?? ''
    const what = random.int(0, 4)
    if (what === 0) tokens.splice(at, random.int(1, 2))
    else if (what === 1) tokens.splice(at, 0, token)
    else if (what === 2) tokens[at] = token.replace(/="[^"]*"/, () => `="${random.pick(values)}"`)
    else if (what === 3)
      tokens[at] = token.startsWith('<')
        ? token.replace(/w:\w+/, () => `w:${random.pick(elements)}`)
        : random.pick(pieces).replace(/[<&]/g, '')
    else tokens.splice(at, 0, `<w:${random.int(0, 20) === 0 ? 'later' : random.pick(elements)} w:val="${random.pick(values)}"/>`)
  }
  return tokens.join('')
}

/** A tree of elements in any order and nesting. @param {Random} random */
function grown(random) {
  let left = random.int(1, 200)
  /** @param {number} depth @returns {string} */
  const grow = depth => {
    let out = ''
    while (left-- > 0 && random.int(0, 6) > 0) {
      const name = random.pick(elements)
      const inside = name === 't' ? random.pick(pieces).replace(/[<&\0\ud800]/g, '') : depth > 60 ? '' : grow(depth + 1)
      out += `<w:${name} w:val="${random.pick(values)}" w:fldCharType="${random.pick(values)}">${inside}</w:${name}>`
    }
    return out
  }
  let body = ''
  while (left > 0)
    body += random.int(0, 1) ? `<w:tbl><w:tr><w:tc>${grow(3)}</w:tc></w:tr></w:tbl>` : `<w:p><w:r>${grow(2)}</w:r></w:p>`
  return `<w:document xmlns:w="${entity}"><w:body>${body}</w:body></w:document>`
}

/** Bytes changed, dropped and doubled. @param {Uint8Array} bytes @param {Random} random */
function flipped(bytes, random) {
  const out = bytes.slice()
  for (let i = random.int(1, 8); i > 0; i--) out[random.int(0, Math.max(0, out.length - 1))] = random.int(0, 255)
  return random.int(0, 5) === 0 ? out.slice(0, random.int(0, out.length)) : out
}
