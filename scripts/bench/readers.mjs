/** Who reads a .docx: the least that any reader does, this project, and others where they are installed. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { SaxesParser } from 'saxes'
import { readingModules } from '../library.mjs'

/** @typedef {{ name: string, run: (file: string, bytes: Uint8Array) => unknown, documents?: number, note?: string }} Reader */

const require = createRequire(import.meta.url)
const decoder = new TextDecoder()

/** Inflating the body and one pass of the XML parser over it. @param {Uint8Array} bytes */
function limit(bytes) {
  const parts = unzipSync(bytes, { filter: entry => entry.name === 'word/document.xml' })
  const parser = new SaxesParser()
  let events = 0
  parser.on('opentag', () => events++)
  parser.on('text', () => events++)
  parser.write(decoder.decode(parts['word/document.xml'])).close()
  return events
}

const noImages = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) }

/** @returns {Promise<Reader[]>} */
export async function ownReaders() {
  const { read, readHtml, readLimits, createLog, parseReport } = await readingModules()
  return [
    { name: 'limit: inflate + one saxes pass', run: (_, bytes) => limit(bytes) },
    { name: 'ogi, to blocks', run: (_, bytes) => read(bytes, createLog('')) },
    { name: 'ogi, to a checked report', run: (_, bytes) => parseReport(bytes, { name: 'a.docx' }) },
    { name: 'mammoth, to HTML', run: (_, bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, noImages) },
    {
      name: 'mammoth, rehype-parse, to blocks',
      run: async (_, bytes) =>
        readHtml((await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, noImages)).value, createLog(''), readLimits),
    },
  ]
}

/** Others, and the names of those that are not installed. @returns {{ readers: Reader[], absent: string[] }} */
export function otherReaders() {
  /** @type {Reader[]} */
  const readers = []
  /** @type {string[]} */
  const absent = []
  const library = (/** @type {string} */ name, /** @type {(loaded: any) => Reader['run']} */ reader) => {
    try {
      readers.push({ name, run: reader(require(name)) })
    } catch {
      absent.push(`${name} (npm ci --prefix scripts/bench)`)
    }
  }
  library('word-extractor', Extractor => async file => (await new Extractor().extract(file)).getBody())
  library('officeparser', parser => file => parser.parseOfficeAsync(file))

  const command = (/** @type {string} */ name, /** @type {string[]} */ probe, /** @type {Omit<Reader, 'name'>} */ reader) => {
    if (spawnSync(probe[0] ?? '', probe.slice(1), { stdio: 'ignore' }).status === 0) readers.push({ name, ...reader })
    else absent.push(name)
  }
  const spawn = (/** @type {string} */ program, /** @type {string[]} */ args) => {
    const { status } = spawnSync(program, args, { stdio: 'ignore' })
    if (status !== 0) throw new Error(`${program} ended with ${status}`)
  }
  command('pandoc', ['pandoc', '--version'], {
    run: file => spawn('pandoc', ['-t', 'plain', '-o', '/dev/null', file]),
    note: 'one process a document',
  })
  command('docx2txt', ['which', 'docx2txt'], {
    run: file => spawn('docx2txt', [file, '/dev/null']),
    note: 'one process a document',
  })
  const python = ['python3', '/usr/bin/python3'].find(
    one => spawnSync(one, ['-c', 'import docx'], { stdio: 'ignore' }).status === 0,
  )
  const script =
    'import docx,sys\nfor _ in range(20):\n d=docx.Document(sys.argv[1])\n [p.text for p in d.paragraphs]\n [[c.text for c in r.cells] for t in d.tables for r in t.rows]'
  command('python-docx', [python ?? 'false', '--version'], {
    run: file => spawn(python ?? '', ['-c', script, file]),
    documents: 20,
    note: '20 documents a process',
  })
  command('LibreOffice', ['soffice', '--version'], {
    run: file => {
      const folder = mkdtempSync(join(tmpdir(), 'ogi-bench-'))
      const copies = Array.from({ length: 10 }, (_, i) => join(folder, `${i}.docx`))
      for (const copy of copies) copyFileSync(file, copy)
      spawn('soffice', [`-env:UserInstallation=file://${tmpdir()}/ogi-bench-profile`, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, ...copies]) // biome-ignore format: one command
      rmSync(folder, { recursive: true })
    },
    documents: 10,
    note: '10 documents a process',
  })
  return { readers, absent }
}
