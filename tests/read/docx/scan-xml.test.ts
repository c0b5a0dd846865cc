/**
 * The scanner against saxes, a strict parser by other hands: what both read must be equal, and what
 * saxes refuses must be refused (`XML_RUNS=20000` for the long run).
 */
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { scanXml } from '../../../src/read/docx/scan-xml.ts'

/** What happens in a document, one line each, and whether something was read over; or why it is refused. */
interface Read {
  events: string[]
  faulty: boolean
  refused: string | null
}

function ours(bytes: Uint8Array, skipped?: string): Read {
  const events: string[] = []
  let faulty = false
  const join = joiner(events)
  const open: string[] = []
  try {
    scanXml(bytes, {
      open(tag) {
        if (tag.name === skipped) return 'nothing'
        join(`<${tag.name} ${JSON.stringify(tag.attributes())}${tag.declares ? ' declares' : ''}`)
        open.push(tag.name)
        return 'text'
      },
      close: () => join(`>${open.pop()}`),
      text: data => join('', data),
      fault: () => {
        faulty = true
      },
    })
  } catch (error) {
    return { events: [], faulty, refused: (error as Error).message }
  }
  return { events, faulty, refused: null }
}

function theirs(bytes: Uint8Array, skipped?: string): Read {
  const events: string[] = []
  let faulty = false
  const join = joiner(events)
  let depth = 0
  let skipFrom = Number.POSITIVE_INFINITY
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', error => {
    if (!/disallowed character|undefined entity/.test(error.message)) throw error
    faulty = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    if (name === skipped && skipFrom > depth) skipFrom = depth
    const declares = Object.keys(attributes).some(key => /^xmlns(?::|$)/.test(key))
    if (depth < skipFrom) join(`<${name} ${JSON.stringify(attributes)}${declares ? ' declares' : ''}`)
  })
  parser.on('closetag', ({ name }) => {
    if (depth < skipFrom) join(`>${name}`)
    if (depth === skipFrom) skipFrom = Number.POSITIVE_INFINITY
    depth--
  })
  const text = (data: string) => {
    // Characters that XML forbids are handed over by saxes, after a complaint.
    if (depth > 0 && depth < skipFrom) join('', data.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''))
  }
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(new TextDecoder().decode(bytes)).close()
  } catch (error) {
    return { events: [], faulty, refused: (error as Error).message }
  }
  return { events, faulty, refused: null }
}

/** Runs of text are one event, however they come. */
const joiner = (events: string[]) => (event: string, data?: string) => {
  if (data === undefined) events.push(event)
  else if (events.at(-1)?.startsWith('"')) events.push(`"${events.pop()?.slice(1)}${data}`)
  else if (data !== '') events.push(`"${data}`)
}

const name = fc.constantFrom('w:p', 'w:r', 'w:t', 'a', 'r:日', 'xmlnsx', 'skip')
const attribute = fc.tuple(
  fc.constantFrom('w:val', 'xmlns', 'xmlns:w', 'x', 'xml:space', '字'),
  fc.constantFrom('', '1', 'auto', '仿宋_GB2312', 'a > b', '&lt;&#20013;&amp;', "'"),
)
const text = fc.oneof(
  fc.stringMatching(/^[一二公开年报告0-9a-z ]{0,6}$/),
  fc.constantFrom('&lt;&amp;&gt;&quot;&apos;', '&#x4e2d;&#65;', '\r\n\t', '𠮷é', '&nbsp;', ']]', '\u0001', 'x'.repeat(500)),
)
const comment = fc.constantFrom('<!-- <a> & -->', '<?pi a="<"?>', '<![CDATA[<&]]]>')
const element: fc.Memo<string> = fc.memo(depth =>
  fc
    .tuple(name, fc.uniqueArray(attribute, { selector: ([key]) => key, maxLength: 3 }), fc.constantFrom('', ' ', '\n'))
    .chain(([own, attributes, space]) => {
      const tag = `${own}${attributes.map(([key, value]) => ` ${key}${space}=${space}"${value}"`).join('')}${space}`
      const inner = depth > 1 ? fc.array(fc.oneof(text, comment, element(depth - 1)), { maxLength: 4 }) : fc.array(text)
      return fc.oneof(
        { weight: 1, arbitrary: fc.constant(`<${tag}/>`) },
        { weight: 3, arbitrary: inner.map(content => `<${tag}>${content.join('')}</${own}${space}>`) },
      )
    }),
)
const prolog = fc.constantFrom(
  '',
  '\ufeff',
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
  '<!-- c --><!DOCTYPE d [<!ENTITY a "]>"><!-- \' --> ]>\n',
  "<!DOCTYPE d SYSTEM 'a>b'>",
)
const document = fc
  .tuple(prolog, element(4), fc.constantFrom('', '\n', '<!-- end -->'))
  .map(([before, root, after]) => new TextEncoder().encode(before + root + after))

const runs = { numRuns: Number(process.env.XML_RUNS ?? 300) }

it('reads what saxes reads, all of it and without an element that is not wanted', () => {
  fc.assert(
    fc.property(document, fc.constantFrom(undefined, 'skip', 'w:r'), (bytes, skipped) => {
      const [own, their] = [ours(bytes, skipped), theirs(bytes, skipped)]
      expect(own.events).toEqual(their.events)
      expect([own.refused, their.refused]).toEqual([null, null])
      // Mistakes are not looked for within what is not wanted.
      if (skipped === undefined || own.faulty) expect(own.faulty).toBe(their.faulty)
    }),
    runs,
  )
})

/** What saxes is stricter about, and no content hangs on. */
const overlooked = /malformed comment|processing instruction|XML declaration|"]]>" is disallowed/

it('refuses what saxes refuses when bytes are changed, and reads the same when both read it', () => {
  const change = fc.record({
    place: fc.double({ min: 0, max: 0.999, noNaN: true }),
    remove: fc.nat(3),
    insert: fc
      .constantFrom(...[...'<>/="\'!?&;[]- a'], '\0', '\xff', '中', ']]>', '--')
      .map(one => new TextEncoder().encode(one)),
  })
  fc.assert(
    fc.property(document, fc.array(change, { minLength: 1, maxLength: 2 }), (bytes, changes) => {
      // What an XML declaration says is not read.
      fc.pre(bytes[1] !== '?'.charCodeAt(0))
      let damaged = bytes
      for (const { place, remove, insert } of changes) {
        const at = Math.floor(place * damaged.length)
        damaged = Uint8Array.from([...damaged.subarray(0, at), ...insert, ...damaged.subarray(at + remove)])
      }
      const [own, their] = [ours(damaged), theirs(damaged)]
      if (own.refused !== null) return
      if (their.refused === null) expect(own.events).toEqual(their.events)
      else expect(their.refused).toMatch(overlooked)
    }),
    runs,
  )
})
