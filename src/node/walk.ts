import type { Dirent, Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { FileError } from './files.ts'

/** Why a file met below a folder is not read. */
export type SkipReason = 'lockFile' | 'systemFile' | 'seenBefore'

export interface FoundFile {
  /** For opening: bytes where the name is not UTF-8 (files copied from older Windows systems). */
  location: string | Buffer
  /** Below the folder, with `/` between its parts; a name that is not UTF-8 is read as GB18030. */
  path: string
  /** Size and times; null where it is skipped or its status cannot be had. */
  status: Stats | null
  skip?: SkipReason
  /** What kept it from being looked at. */
  error?: unknown
}

/** What a walk leaves out without a word: a folder, or, where that is the folder walked itself, these names in it. */
export interface Exclusion {
  folder: string
  names: readonly string[]
}

/**
 * Every file below a folder, subfolders included, in a fixed order (by the names' bytes). Links are
 * followed, a folder met a second time is not entered again, so loops end. Never throws for what is
 * below the folder: a folder or file that cannot be read is yielded with its problem.
 */
export async function* walk(folder: string, exclude?: Exclusion): AsyncGenerator<FoundFile> {
  const entered = new Set<string>()
  const excluded = exclude === undefined ? null : await folderKey(exclude.folder).catch(() => null)
  yield* walkFolder(folder, '')

  async function* walkFolder(location: string | Buffer, path: string): AsyncGenerator<FoundFile> {
    let entries: Dirent<Buffer>[]
    let key: string | null
    try {
      key = await folderKey(location)
      if (key !== null && key === excluded && path !== '') return
      // Where a file system gives no inodes, the length of a path ends a loop.
      if (key !== null && entered.has(key)) {
        yield { location, path, status: null, skip: 'seenBefore' }
        return
      }
      if (key !== null) entered.add(key)
      entries = await readdir(location, { encoding: 'buffer', withFileTypes: true })
    } catch (error) {
      yield { location, path, status: null, error }
      return
    }
    entries.sort((a, b) => Buffer.compare(a.name, b.name))
    for (const entry of entries) {
      const name = decodeName(entry.name)
      const below: Pick<FoundFile, 'location' | 'path'> = {
        location: join(location, entry.name),
        path: path === '' ? name : `${path}/${name}`,
      }
      if (path === '' && key !== null && key === excluded && exclude?.names.includes(name)) continue
      const skip = skipReason(name)
      if (skip !== null) {
        yield { ...below, status: null, skip }
        continue
      }
      if (entry.isDirectory()) {
        yield* walkFolder(below.location, below.path)
        continue
      }
      try {
        const status = await stat(below.location)
        if (status.isDirectory()) yield* walkFolder(below.location, below.path)
        else if (status.isFile()) yield { ...below, status }
        else yield { ...below, status: null, error: new FileError('notAFile', below.path) }
      } catch (error) {
        yield { ...below, status: null, error }
      }
    }
  }
}

async function folderKey(location: string | Buffer): Promise<string | null> {
  const { dev, ino } = await stat(location, { bigint: true })
  return ino === 0n ? null : `${dev}:${ino}`
}

/** Why a file of this name is no report whatever it holds: locks of Word and WPS, files of the system; else null. */
export function skipReason(name: string): SkipReason | null {
  if (/^(~\$|\.~lock\.|~WRL)/.test(name)) return 'lockFile'
  if (/^(\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i.test(name)) return 'systemFile'
  return null
}

/** A file name: UTF-8, else GB18030. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function join(folder: string | Buffer, name: Buffer): string | Buffer {
  const path = Buffer.concat([Buffer.from(folder), Buffer.from(sep), name])
  const text = path.toString('utf8')
  return Buffer.from(text).equals(path) ? text : path
}
