/** A document's zip, opened with what Node has and with what a browser has: both must say the same. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readLimits } from '../../src/read/limits.ts'
import { UnreadableSourceError } from '../../src/read/unreadable.ts'
import { openZip } from '../../src/read/zip.ts'
import { makeZip, type TestMember } from '../node/ingest/zip.ts'

const text = '柳溪镇2023年政府信息公开工作年度报告'.repeat(300)
const member: TestMember = { name: 'word/document.xml', content: text }

async function outcome(zip: Uint8Array): Promise<string> {
  try {
    const parts = await (await openZip(new Uint8Array(zip), readLimits)).inflate(['word/document.xml'])
    return new TextDecoder().decode(parts.get('word/document.xml'))
  } catch (error) {
    if (error instanceof UnreadableSourceError) return error.code
    throw error
  }
}

/** One bit of a member's data, or of its checksum in the directory, is another. */
function changed(zip: Uint8Array, at: number): Uint8Array {
  const out = Uint8Array.from(zip)
  out[at] = (out[at] as number) ^ 1
  return out
}

const zip = makeZip([member])
const directory = zip.lastIndexOf('PK\u0001\u0002')
const dataAt = 30 + 'word/document.xml'.length

afterEach(() => vi.restoreAllMocks())

describe.each(['Node', 'a browser'])('in %s', platform => {
  const read = (bytes: Uint8Array) => {
    if (platform !== 'Node') vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined)
    return outcome(bytes)
  }

  test('a part is read, packed or stored', async () => {
    expect(await read(zip)).toBe(text)
    expect(await read(makeZip([{ ...member, method: 0 }]))).toBe(text)
    expect(await read(makeZip([{ ...member, content: '' }]))).toBe('')
  })

  test('of two parts of one name the first counts, whatever its letters and slashes', async () => {
    expect(
      await read(
        makeZip([
          { ...member, name: '\\Word\\Document.XML' },
          { ...member, content: 'x' },
        ]),
      ),
    ).toBe(text)
  })

  test.each([
    ['larger than the directory says', makeZip([{ ...member, claimedSize: text.length }])],
    ['smaller', makeZip([{ ...member, claimedSize: 3 * text.length + 1 }])],
    // A digit of a figure may be what has changed.
    ['not what its checksum says: stored data', changed(makeZip([{ ...member, method: 0 }]), dataAt + 300)],
    ['not what its checksum says: the checksum', changed(zip, directory + 16)],
    ['packed in another way', makeZip([{ ...member, method: 12 }])],
    ['no longer packed data', changed(zip, dataAt)],
  ])('a part that is %s is refused', async (_, bytes) => {
    expect(await read(bytes)).toBe('source/damaged-zip')
  })

  test('an encrypted part is said to be encrypted', async () => {
    expect(await read(makeZip([{ ...member, flags: 1 }]))).toBe('source/encrypted')
  })
})

test('a directory of fewer members than its end counts is damaged', async () => {
  const two = makeZip([member, { name: 'b', content: 'x' }])
  expect(await outcome(changed(two, two.lastIndexOf('PK\u0001\u0002')))).toBe('source/damaged-zip')
})

test('entries are bounded, though all have one name', async () => {
  const many = Array.from({ length: readLimits.zipEntries + 1 }, () => ({ ...member, content: '', method: 0 }))
  expect(await outcome(makeZip(many))).toBe('source/too-large')
})
