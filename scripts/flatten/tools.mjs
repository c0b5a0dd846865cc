/** The tools that flatten a .docx, each as a short recipe. `need` is the command that must be there. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** What a recipe works with: the document, and a folder for what lies between. @typedef {{ docx: string, work: string }} Job */

/**
 * @typedef {object} Tool
 * @property {string} name also the twin's file name
 * @property {string} need a command, or `npm:` and a package
 * @property {(job: Job) => string | Uint8Array | Promise<string>} run
 * @property {string} [ending] of the twin's file, if not `txt`
 */

/** Packages that may not be installed, so that no one may count on their types. @type {(name: string) => any} */
const load = createRequire(import.meta.url)
const environment = { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' }

/** @param {string} command @param {string[]} args @param {string} [input] */
export function output(command, args, input) {
  return execFileSync(command, args, {
    encoding: 'utf8',
    env: environment,
    maxBuffer: 1 << 26,
    timeout: 120_000,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    ...(input === undefined ? {} : { input }),
  })
}

/** Converted once by LibreOffice, then shared. @param {Job} job @param {string} filter @param {string} ending */
function office({ docx, work }, filter, ending) {
  const folder = join(work, ending)
  const file = join(folder, `source.${ending}`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    output('soffice', [
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      docx,
    ])
  }
  return file
}

/** @param {Job} job */
const pdf = job => office(job, 'pdf', 'pdf')
/** @param {Job} job */
const officeHtml = job => office(job, 'html:HTML (StarWriter)', 'html')

/** mammoth's HTML as a page. @param {Job} job */
async function mammothPage({ docx, work }) {
  const file = join(work, 'mammoth.html')
  if (!existsSync(file)) {
    const { value } = await load('mammoth').convertToHtml({ path: docx })
    writeFileSync(file, `<!DOCTYPE html><meta charset="utf-8"><body>${value}</body>`)
  }
  return file
}

/** The same without paragraphs in cells, as hand-made pages are. @param {Job} job */
async function flatPage(job) {
  const file = join(job.work, 'flat.html')
  const html = readFileSync(await mammothPage(job), 'utf8')
  writeFileSync(
    file,
    html.replaceAll(/<td([^>]*)><p>(.*?)<\/p><\/td>/gs, (_, a, b) => `<td${a}>${b.replaceAll('</p><p>', '<br>')}</td>`),
  )
  return file
}

/** @param {string} page */
function rendered(page) {
  const script =
    '<script>document.title=""; const t=document.body.innerText; document.documentElement.innerHTML="<plaintext id=x>"; document.getElementById("x").textContent=t</script>'
  const file = `${page}.render.html`
  writeFileSync(file, readFileSync(page, 'utf8') + script)
  const dom = output('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--virtual-time-budget=3000',
    '--dump-dom',
    `file://${file}`,
  ])
  const text = dom.replace(/^.*?<plaintext id="x">/s, '').replace(/(<\/plaintext>)?(<\/body>)?<\/html>\s*$/, '')
  return text.replaceAll('&nbsp;', '\u00a0').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** @param {string} page */
async function hastText(page) {
  const { unified } = await import('unified')
  const { default: parse } = await import('rehype-parse')
  const name = 'hast-util-to-text'
  const { toText } = await import(name)
  return toText(unified().use(parse).parse(readFileSync(page, 'utf8')))
}

/** @param {string} page @param {boolean} tables */
async function turndown(page, tables) {
  const Turndown = load('turndown')
  const service = new Turndown()
  if (tables) service.use(load('turndown-plugin-gfm').gfm)
  return service.turndown(readFileSync(page, 'utf8'))
}

/** @param {string} page */
async function remarkGfm(page) {
  const { unified } = await import('unified')
  const { default: parse } = await import('rehype-parse')
  const [toRemark, gfm, stringify] = await Promise.all(
    ['rehype-remark', 'remark-gfm', 'remark-stringify'].map((/** @type {string} */ name) => import(name)),
  )
  const processor = unified().use(parse).use(toRemark.default).use(gfm.default).use(stringify.default)
  return String(await processor.process(readFileSync(page, 'utf8')))
}

/** @param {string} page @param {object} options */
const htmlToText = (page, options) => load('html-to-text').convert(readFileSync(page, 'utf8'), options)

const gridTables = { wordwrap: false, selectors: [{ selector: 'table', format: 'dataTable' }] }

/** @param {string} file */
async function wordExtractor(file) {
  const WordExtractor = load('word-extractor')
  return (await new WordExtractor().extract(file)).getBody()
}

/** @param {Job} job */
function pandocDocument({ docx, work }) {
  const file = join(work, 'pandoc.docx')
  output('pandoc', ['-o', file, docx])
  return readFileSync(file)
}

const pythonTables = `
import sys, docx
from docx.table import Table
from docx.text.paragraph import Paragraph
document = docx.Document(sys.argv[1])
for element in document.element.body.iterchildren():
    if element.tag.endswith('}p'):
        print(Paragraph(element, document).text)
    elif element.tag.endswith('}tbl'):
        for row in Table(element, document).rows:
            seen, cells = set(), []
            for cell in row.cells:
                if id(cell._tc) not in seen:
                    seen.add(id(cell._tc)); cells.append(cell.text)
            print(sys.argv[2].encode().decode('unicode_escape').join(cells))
`

/** @type {Tool[]} */
export const tools = [
  { name: 'lo-resaved', ending: 'docx', need: 'soffice', run: job => readFileSync(office(job, 'docx:MS Word 2007 XML', 'docx')) },
  { name: 'pandoc-resaved', ending: 'docx', need: 'pandoc', run: pandocDocument },
  { name: 'lo-page', ending: 'html', need: 'soffice', run: job => readFileSync(officeHtml(job)) },
  { name: 'lo-txt-docx', need: 'soffice', run: job => readFileSync(office(job, 'txt:Text (encoded):UTF8', 'txt'), 'utf8') },
  { name: 'pandoc-plain', need: 'pandoc', run: ({ docx }) => output('pandoc', ['-t', 'plain', docx]) },
  { name: 'pandoc-plain-c200', need: 'pandoc', run: ({ docx }) => output('pandoc', ['-t', 'plain', '--columns=200', docx]) },
  { name: 'pandoc-gfm', need: 'pandoc', run: ({ docx }) => output('pandoc', ['-t', 'gfm', docx]) },
  { name: 'pandoc-markdown', need: 'pandoc', run: ({ docx }) => output('pandoc', ['-t', 'markdown', docx]) },
  {
    name: 'pandoc-odt-plain',
    need: 'soffice',
    run: job => output('pandoc', ['-t', 'plain', '--columns=200', office(job, 'odt', 'odt')]),
  },
  {
    name: 'lohtml-pandoc-plain',
    need: 'soffice',
    run: job => output('pandoc', ['-f', 'html', '-t', 'plain', '--columns=200', officeHtml(job)]),
  },
  { name: 'docx2txt', need: 'docx2txt', run: ({ docx }) => output('docx2txt', [docx, '-']) },
  { name: 'odt2txt', need: 'odt2txt', run: job => output('odt2txt', [office(job, 'odt', 'odt')]) },
  { name: 'pdftotext', need: 'pdftotext', run: job => output('pdftotext', [pdf(job), '-']) },
  { name: 'pdftotext-raw', need: 'pdftotext', run: job => output('pdftotext', ['-raw', pdf(job), '-']) },
  { name: 'pdftotext-layout', need: 'pdftotext', run: job => output('pdftotext', ['-layout', pdf(job), '-']) },
  { name: 'antiword', need: 'antiword', run: job => output('antiword', ['-m', 'UTF-8.txt', office(job, 'doc', 'doc')]) },
  { name: 'catdoc', need: 'catdoc', run: job => output('catdoc', ['-d', 'utf-8', office(job, 'doc', 'doc')]) },
  {
    name: 'abiword-docx',
    need: 'abiword',
    run: ({ docx, work }) => {
      output('abiword', ['--to=txt', `--to-name=${work}/abiword.txt`, docx])
      return readFileSync(`${work}/abiword.txt`, 'utf8')
    },
  },
  {
    name: 'pydocx-tables-tab',
    need: '/usr/bin/python3',
    run: ({ docx }) => output('/usr/bin/python3', ['-c', pythonTables, docx, '\\t']),
  },
  {
    name: 'pydocx-tables-pipe',
    need: '/usr/bin/python3',
    run: ({ docx }) => output('/usr/bin/python3', ['-c', pythonTables, docx, ' | ']),
  },
  { name: 'lohtml-w3m', need: 'w3m', run: job => output('w3m', ['-dump', '-cols', '200', '-T', 'text/html', officeHtml(job)]) },
  {
    name: 'mammoth-w3m',
    need: 'w3m',
    run: async job => output('w3m', ['-dump', '-cols', '200', '-T', 'text/html', await mammothPage(job)]),
  },
  {
    name: 'flat-w3m',
    need: 'w3m',
    run: async job => output('w3m', ['-dump', '-cols', '200', '-T', 'text/html', await flatPage(job)]),
  },
  {
    name: 'mammoth-lynx',
    need: 'lynx',
    run: async job => output('lynx', ['-dump', '-width=200', '-display_charset=utf-8', await mammothPage(job)]),
  },
  {
    name: 'flat-lynx',
    need: 'lynx',
    run: async job => output('lynx', ['-dump', '-width=200', '-display_charset=utf-8', await flatPage(job)]),
  },
  {
    name: 'flat-elinks',
    need: 'elinks',
    run: async job => output('elinks', ['-dump', '-dump-width', '200', '-dump-charset', 'utf-8', await flatPage(job)]),
  },
  {
    name: 'mammoth-links',
    need: 'links',
    run: async job => output('links', ['-dump', '-width', '200', '-codepage', 'utf-8', await mammothPage(job)]),
  },
  {
    name: 'mammoth-html2text',
    need: 'html2text',
    run: async job => output('html2text', ['-utf8', '-width', '200', await mammothPage(job)]),
  },
  { name: 'mammoth-chromium-innertext', need: 'chromium', run: async job => rendered(await mammothPage(job)) },
  { name: 'flat-chromium-innertext', need: 'chromium', run: async job => rendered(await flatPage(job)) },
  { name: 'lohtml-chromium-innertext', need: 'chromium', run: job => rendered(officeHtml(job)) },
  { name: 'mammoth-html', need: 'npm:mammoth', run: async job => readFileSync(await mammothPage(job), 'utf8') },
  {
    name: 'mammoth-raw',
    need: 'npm:mammoth',
    run: async ({ docx }) => (await load('mammoth').extractRawText({ path: docx })).value,
  },
  {
    name: 'mammoth-markdown',
    need: 'npm:mammoth',
    run: async ({ docx }) => (await load('mammoth').convertToMarkdown({ path: docx })).value,
  },
  { name: 'mammoth-hast-to-text', need: 'npm:hast-util-to-text', run: async job => hastText(await mammothPage(job)) },
  { name: 'flat-hast-to-text', need: 'npm:hast-util-to-text', run: async job => hastText(await flatPage(job)) },
  { name: 'mammoth-turndown', need: 'npm:turndown', run: async job => turndown(await mammothPage(job), false) },
  { name: 'mammoth-turndown-gfm', need: 'npm:turndown', run: async job => turndown(await mammothPage(job), true) },
  { name: 'mammoth-rehype-remark-gfm', need: 'npm:rehype-remark', run: async job => remarkGfm(await mammothPage(job)) },
  {
    name: 'mammoth-html-to-text',
    need: 'npm:html-to-text',
    run: async job => htmlToText(await mammothPage(job), { wordwrap: false }),
  },
  { name: 'flat-html-to-text', need: 'npm:html-to-text', run: async job => htmlToText(await flatPage(job), { wordwrap: false }) },
  {
    name: 'mammoth-html-to-text-table',
    need: 'npm:html-to-text',
    run: async job => htmlToText(await mammothPage(job), gridTables),
  },
  { name: 'wordextractor-docx', need: 'npm:word-extractor', run: ({ docx }) => wordExtractor(docx) },
  { name: 'wordextractor-doc', need: 'npm:word-extractor', run: job => wordExtractor(office(job, 'doc', 'doc')) },
  {
    name: 'flat-textcontent',
    need: 'npm:mammoth',
    run: async job => readFileSync(await flatPage(job), 'utf8').replaceAll(/<[^>]+>/g, ''),
  },
]

/** `LibreOffice 7.4.7.2 …`, `mammoth 1.13.0`; null where the tool is not there. @param {string} need */
export function versionOf(need) {
  if (need.startsWith('npm:')) {
    const name = need.slice(4)
    for (const folder of [join(import.meta.dirname, 'node_modules'), join(import.meta.dirname, '../../node_modules')]) {
      const file = join(folder, name, 'package.json')
      if (existsSync(file)) return `${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`
    }
    return null
  }
  try {
    const command = need.split('/').at(-1) ?? need
    if (command === 'python3')
      return `python-docx ${output(need, ['-c', 'import importlib.metadata as m; print(m.version("python-docx"))']).trim()}`
    const package_ = { soffice: 'libreoffice-core-nogui', pdftotext: 'poppler-utils' }[command] ?? command
    const version = versionOfPackage(package_) ?? versionOfPackage({ soffice: 'libreoffice-core' }[command] ?? package_)
    return version === null ? null : `${{ soffice: 'LibreOffice' }[command] ?? command} ${version}`
  } catch {
    return null
  }
}

/** @param {string} name */
function versionOfPackage(name) {
  try {
    return output('dpkg-query', ['-W', '-f', '${' + 'Version}', name]).trim() || null
  } catch {
    return null
  }
}
