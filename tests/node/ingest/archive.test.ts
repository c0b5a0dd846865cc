import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../src/node/ingest/archive.ts'
import { bytesOf, ZipError } from '../../../src/read/zip-directory.ts'
import { gbkName, makeZip } from './zip.ts'

const open = (zip: Uint8Array) => openArchive(bytesOf(new Uint8Array(zip)))
const names = async (zip: Uint8Array) => (await open(zip)).map(member => member.name)
const problem = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    error => (error instanceof ZipError ? error.problem : error),
  )

describe('names', () => {
  test('GBK where the archive does not say UTF-8', async () => {
    expect(await names(makeZip([{ name: gbkName, content: 'x' }]))).toEqual(['溪口.txt'])
  })

  test('UTF-8 where it does, and where macOS forgets to', async () => {
    expect(await names(makeZip([{ name: '镇/溪口.txt', content: 'x', flags: 0x800 }]))).toEqual(['镇/溪口.txt'])
    expect(await names(makeZip([{ name: '镇/溪口.txt', content: 'x' }]))).toEqual(['镇/溪口.txt'])
  })

  test('GBK that happens to be valid UTF-8 is read as GBK', async () => {
    // 摹 is C4 A1 in GBK, which UTF-8 reads as ġ.
    expect(await names(makeZip([{ name: Uint8Array.from([0xc4, 0xa1]), content: 'x' }]))).toEqual(['摹'])
  })

  test('backslashes are folders, folders are no members', async () => {
    expect(
      await names(
        makeZip([
          { name: 'a\\b.txt', content: 'x' },
          { name: 'c/', content: '', method: 0 },
        ]),
      ),
    ).toEqual(['a/b.txt'])
  })
})

describe('members', () => {
  test('are inflated, stored or deflated', async () => {
    const members = await open(
      makeZip([
        { name: 'a', content: 'text' },
        { name: 'b', content: 'text', method: 0 },
      ]),
    )
    for (const member of members) expect(Buffer.from(await member.read()).toString()).toBe('text')
  })

  test('of another writer', async () => {
    const [member] = await open(zipSync({ 'x.txt': Buffer.from('text') }))
    expect(Buffer.from((await member?.read()) ?? []).toString()).toBe('text')
  })

  test.each([
    ['encrypted', makeZip([{ name: 'a', content: 'x', flags: 1 }])],
    ['method', makeZip([{ name: 'a', content: 'x', method: 12 }])],
    // Inflates further than its directory claims.
    ['damaged', makeZip([{ name: 'a', content: 'x'.repeat(100_000), claimedSize: 10 }])],
    ['tooLarge', makeZip([{ name: 'a', content: 'x', claimedSize: 2 ** 31 }])],
  ])('%s is refused', async (expected, zip) => {
    const [member] = await open(zip)
    expect(await problem(Promise.resolve(member?.read()))).toBe(expected)
  })
})

describe('a damaged archive', () => {
  const zip = makeZip([{ name: 'a', content: 'text' }])
  test.each([
    ['cut off', zip.subarray(0, zip.length - 30)],
    ['empty', Buffer.alloc(0)],
    ['no zip', Buffer.from('PK\u0003\u0004 nothing follows')],
  ])('%s', async (_, bytes) => {
    expect(await problem(open(bytes))).toBe('damaged')
  })

  test('every byte changed: it is read, or refused with its reason', async () => {
    for (let at = 0; at < zip.length; at++) {
      const bytes = Buffer.from(zip)
      bytes[at] = 0xff
      const outcome = await problem(open(bytes).then(members => Promise.all(members.map(member => member.read()))))
      expect(['none', 'damaged', 'encrypted', 'method', 'tooLarge']).toContain(outcome)
    }
  })
})
