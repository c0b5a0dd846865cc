/**
 * Our reader against mammoth, which reads the same documents by other code: blocks must be equal, save
 * for what mammoth is known to lose. Every .docx of the corpus, its LibreOffice twins included, and
 * generated bodies (`ORACLE_RUNS=2000` for the long run).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../src/diagnostic/diagnostic.ts'
import type { Block } from '../../../src/document/document.ts'
import { readHtml } from '../../../src/read/html.ts'
import { readLimits } from '../../../src/read/limits.ts'
import { read } from '../../../src/read/read.ts'
import { buildDocx, p, r, tbl } from './build-docx.ts'

/** Blocks as lines: kind, level and text, white space as a page shows it. */
const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(block => {
    if (block.kind === 'image') return ['image']
    if (block.kind === 'paragraph') return [`${block.level ?? 'p'} ${shown(block.text)}`]
    return block.rows.map(row => row.map(cell => (cell.anchor ? shown(cell.text) : '^')).join(' | '))
  })
const shown = (text: string): string =>
  text
    .split('\n')
    .map(line =>
      line
        .replaceAll('\u2011', '-')
        .replace(/[ \t]+/g, ' ')
        .replace(/^ | $/g, ''),
    )
    .join('\n')

const ours = async (bytes: Uint8Array): Promise<string[]> => linesOf((await read(bytes, createLog(''))).blocks)
async function mammoths(bytes: Uint8Array): Promise<string[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return linesOf(readHtml(value, createLog(''), readLimits))
}

const corpus = join(import.meta.dirname, '../../../test-corpus')
const documents = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.docx'))
  .sort()

/** Automatic numbers and outline levels, which mammoth does not know. */
const withoutNumbers = (line: string) => line.replace(/^[p1-6] (?:[一二三四五六][、．]|（[一二三四五]）)?/, '')
/** What mammoth is known to lose, by the case that shows it: both sides without it. */
const lost: readonly (readonly [caseName: RegExp, ours: (line: string) => string, theirs: (line: string) => string])[] = [
  [/auto-numbers/, withoutNumbers, withoutNumbers],
  [/hidden-text\/source/, line => line, line => line.replace('| 1277 |', '| 12 |')],
  [/simple-field/, line => line.replace('| 28 | 220', '| 28 | '), line => line],
  [/footnote-comment/, line => line, line => line.replace(/\[1\]$/, '').replace(/^p .*↑$/, '')],
  // `hMerge`: cells merged sideways are several cells to mammoth.
  [/merge-across/, line => line.replaceAll('^', ''), line => line.replaceAll('^', '')],
]

describe('the corpus', () => {
  it.each(documents)('%s', async path => {
    const bytes = new Uint8Array(readFileSync(join(corpus, path)))
    const [, own, their] = lost.find(([name]) => name.test(path)) ?? [null, (line: string) => line, (line: string) => line]
    const filled = (line: string) => line !== ''
    expect((await ours(bytes)).map(own).filter(filled)).toEqual((await mammoths(bytes)).map(their).filter(filled))
  })
})

/** Bodies of what both read: runs and their wrappers, breaks, images, headings, tables with merged cells and tables in them. */
const text = fc.stringMatching(/^[一二公开年报告（）、。0-9a-z]{1,8}$/)
const image =
  '<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="x"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
const run = fc.oneof(
  { weight: 6, arbitrary: text.map(one => r(one)) },
  text.map(one => r(one, '<w:rFonts w:eastAsia="仿宋"/><w:b/><w:sz w:val="32"/>')),
  text.map(one => `<w:r><w:t>${one}</w:t><w:tab/><w:t>${one}</w:t><w:br/><w:t>&lt;&amp;</w:t><w:noBreakHyphen/></w:r>`),
  fc.constant('<w:r/>'),
  fc.constant(`<w:r>${image}</w:r>`),
)
const wrapped = fc.oneof(
  { weight: 5, arbitrary: run },
  run.map(one => `<w:hyperlink w:anchor="a">${one}</w:hyperlink>`),
  run.map(one => `<w:ins w:id="1">${one}</w:ins>`),
  text.map(one => `<w:del w:id="2"><w:r><w:delText>${one}</w:delText></w:r></w:del>`),
  run.map(one => `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${one}</w:sdtContent></w:sdt>`),
  run.map(one => `<w:smartTag w:element="x">${one}</w:smartTag>`),
  fc.constant('<w:bookmarkStart w:id="0" w:name="b"/><w:proofErr w:type="spellStart"/><w:bookmarkEnd w:id="0"/>'),
)
const paragraph = fc
  .tuple(
    fc.constantFrom('', '<w:pStyle w:val="h1"/>', '<w:pStyle w:val="h3"/>', '<w:jc w:val="center"/><w:rPr><w:b/></w:rPr>'),
    fc.array(wrapped, { maxLength: 4 }),
  )
  .map(([properties, runs]) => p(runs.join(''), properties))

/** Widths of a row's cells, all rows alike, so that merges downward are sound; the last column never merges. */
const table = (content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }).chain(widths =>
    fc
      .array(fc.array(fc.tuple(content, fc.boolean()), { minLength: widths.length, maxLength: widths.length }), {
        minLength: 2,
        maxLength: 5,
      })
      .map(rows =>
        tbl(
          ...rows.map((row, y) => {
            const cells = row.map(([inside, merges], x) => {
              const merge =
                x === widths.length - 1 || !merges
                  ? ''
                  : y === 0 || !rows[y - 1]?.[x]?.[1]
                    ? '<w:vMerge w:val="restart"/>'
                    : '<w:vMerge/>'
              return `<w:tc><w:tcPr><w:gridSpan w:val="${widths[x]}"/>${merge}</w:tcPr>${merge === '<w:vMerge/>' ? '<w:p/>' : inside}</w:tc>`
            })
            return `<w:tr>${cells.join('')}</w:tr>`
          }),
        ),
      ),
  )
const cell = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  fc.tuple(paragraph, paragraph).map(both => both.join('')),
  { weight: 1, arbitrary: fc.tuple(table(paragraph), paragraph).map(both => both.join('')) },
)
const body = fc
  .array(fc.oneof({ weight: 3, arbitrary: paragraph }, table(cell)), { minLength: 1, maxLength: 6 })
  .map(blocks => blocks.join(''))
const styles = [1, 3]
  .map(level => `<w:style w:type="paragraph" w:styleId="h${level}"><w:name w:val="heading ${level}"/></w:style>`)
  .join('')
const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/x.png"/></Relationships>`

it('generated documents', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(body, async content => {
      const bytes = buildDocx({ body: content, styles, more: { 'word/_rels/document.xml.rels': relations } })
      expect(await ours(bytes)).toEqual(await mammoths(bytes))
    }),
    { numRuns: Number(process.env.ORACLE_RUNS ?? 200) },
  )
})
