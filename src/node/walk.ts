import type { Dirent, Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { type FileProblem, problemOf } from './files.ts'

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
  problem?: FileProblem
}

/**
 * Every file below a folder, subfolders included, in a fixed order (by the names' bytes). Links are
 * followed, a folder met a second time is not entered again, so loops end. Never throws for what is
 * below the folder: a folder or file that cannot be read is yielded with its problem.
 */
export async function* walk(folder: string): AsyncGenerator<FoundFile> {
  const entered = new Set<string>()
  yield* walkFolder(folder, '')

  async function* walkFolder(location: string | Buffer, path: string): AsyncGenerator<FoundFile> {
    let entries: Dirent<Buffer>[]
    try {
      const status = await stat(location)
      const key = `${status.dev}:${status.ino}`
      // Windows file systems may give no inode: there, the depth of a path ends a loop.
      if (status.ino !== 0 && entered.has(key)) {
        yield { location, path, status: null, skip: 'seenBefore' }
        return
      }
      entered.add(key)
      entries = await readdir(location, { encoding: 'buffer', withFileTypes: true })
    } catch (error) {
      yield { location, path, status: null, problem: problemOf(error) }
      return
    }
    entries.sort((a, b) => Buffer.compare(a.name, b.name))
    for (const entry of entries) {
      const name = decodeName(entry.name)
      const below: Pick<FoundFile, 'location' | 'path'> = {
        location: join(location, entry.name),
        path: path === '' ? name : `${path}/${name}`,
      }
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
        else yield { ...below, status: null, problem: 'notAFile' }
      } catch (error) {
        yield { ...below, status: null, problem: problemOf(error) }
      }
    }
  }
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
