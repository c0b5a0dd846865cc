import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { type Bytes, bytesOf, ZipError } from '../../read/zip-directory.ts'
import { FileError, problemOf } from '../files.ts'
import { type FoundFile, skipReason, walk } from '../walk.ts'
import { archiveLimits, type Member, openArchive } from './archive.ts'
import { archiveCodes, problemCodes, type Reason, skipCodes } from './source-entry.ts'

interface Listed {
  path: string
  size: number | null
  modified: number | null
  changed: number | null
}

/** A file to be read: at its own place, or inflated from its archive when asked for. */
export interface ReadableSource extends Listed {
  kind: 'readable'
  location: string | Buffer | null
  /** Of a member of an archive. Throws `ZipError`, `FileError`. */
  read(): Promise<Uint8Array>
}

/** A file that is not read, with the reason. */
export interface SettledSource extends Listed {
  kind: 'settled'
  outcome: 'skipped' | 'failed'
  reason: Reason
}

export type ListedSource = ReadableSource | SettledSource

export interface ListOptions {
  /** Only files whose content is of this time or later (milliseconds since 1970). */
  since?: number | undefined
  /** Not entered: where the outputs go. */
  exclude?: { folder: string; names: readonly string[] } | undefined
}

/** Every file below a folder, members of archives (and of archives within them, once) too, in a fixed order. */
export async function* listSources(folder: string, { since, exclude }: ListOptions = {}): AsyncGenerator<ListedSource> {
  for await (const found of walk(folder, exclude)) {
    const { path, status, skip, error } = found
    const listed: Listed = {
      path,
      size: status?.size ?? null,
      modified: status?.mtimeMs ?? null,
      changed: status?.ctimeMs ?? null,
    }
    if (skip !== undefined) yield settled(listed, 'skipped', { code: skipCodes[skip], args: {} })
    else if (error !== undefined) yield settled(listed, 'failed', reasonOf(error))
    else if (isArchiveName(path)) yield* listArchive(found, listed, since)
    else if (isOlder(listed, since)) yield settled(listed, 'skipped', { code: 'file/before-since', args: {} })
    else yield { kind: 'readable', ...listed, location: found.location, read: () => Promise.reject(new FileError('other', path)) }
  }
}

/** A file that is named itself: the members of an archive, else the file as it is. Where nothing is there, reading it fails. */
export async function* listNamed(path: string): AsyncGenerator<ListedSource> {
  const status = await stat(path).catch(() => null)
  const { size = null, mtimeMs: modified = null, ctimeMs: changed = null } = status ?? {}
  const listed: Listed = { path, size, modified, changed }
  if (status?.isFile() && isArchiveName(path)) yield* listArchive({ location: path, path, status }, listed, undefined)
  else yield { kind: 'readable', ...listed, location: path, read: () => Promise.reject(new FileError('other', path)) }
}

const isArchiveName = (path: string) => /\.zip$/i.test(path)
const isOlder = ({ modified }: Listed, since: number | undefined) => since !== undefined && modified !== null && modified < since

const settled = (listed: Listed, outcome: SettledSource['outcome'], reason: Reason): SettledSource => ({
  kind: 'settled',
  ...listed,
  outcome,
  reason,
})

function listArchive({ location, path }: FoundFile, listed: Listed, since: number | undefined): AsyncGenerator<ListedSource> {
  const file = fileBytes(location, listed.size ?? 0)
  const read = () => file.read(0, file.size)
  return listMembers(file, listed, since, 1, () => ({ kind: 'readable', ...listed, location, path, read }))
}

/** A file opened anew for each read: members are read long after the list has gone on, or never. */
const fileBytes = (location: string | Buffer, size: number): Bytes => ({
  size,
  async read(offset, length) {
    const wanted = Math.max(0, Math.min(length, size - offset))
    const buffer = new Uint8Array(wanted)
    const handle = await open(location, constants.O_RDONLY)
    try {
      const { bytesRead } = await handle.read(buffer, 0, wanted, offset)
      return bytesRead === wanted ? buffer : buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  },
})

async function* listMembers(
  source: Bytes,
  archive: Listed,
  since: number | undefined,
  depth: number,
  asDocument: (path: string) => ReadableSource,
): AsyncGenerator<ListedSource> {
  let members: Member[]
  try {
    members = await openArchive(source)
  } catch (error) {
    yield settled(archive, 'failed', reasonOf(error))
    return
  }
  // A .docx under another name.
  if (members.some(member => member.name === '[Content_Types].xml')) {
    yield asDocument(archive.path)
    return
  }
  yield settled(archive, 'skipped', { code: 'archive/opened', args: { members: members.length } })
  for (const member of members) {
    const listed: Listed = {
      path: `${archive.path}/${member.name}`,
      size: member.size,
      modified: Number.isNaN(member.modified.getTime()) ? archive.modified : member.modified.getTime(),
      changed: archive.changed,
    }
    const skip = member.name
      .split('/')
      .map(skipReason)
      .find(reason => reason !== null)
    const read = () => member.read()
    const asMember = (path: string): ReadableSource => ({ kind: 'readable', ...listed, location: null, path, read })
    if (skip) yield settled(listed, 'skipped', { code: skipCodes[skip], args: {} })
    else if (isOlder(listed, since)) yield settled(listed, 'skipped', { code: 'file/before-since', args: {} })
    else if (!isArchiveName(member.name)) yield asMember(listed.path)
    else if (depth > 1) yield settled(listed, 'failed', { code: 'archive/too-deep', args: {} })
    else if (member.size > archiveLimits.memberBytes) yield settled(listed, 'failed', { code: 'archive/too-large', args: {} })
    else {
      try {
        yield* listMembers(bytesOf(await member.read()), listed, since, depth + 1, asMember)
      } catch (error) {
        yield settled(listed, 'failed', reasonOf(error))
      }
    }
  }
}

/** The code of what went wrong while reading a file or a member of an archive. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof ZipError) return { code: archiveCodes[error.problem], args: {} }
  const problem = error instanceof FileError ? error.problem : problemOf(error)
  const cause = error instanceof FileError && error.cause instanceof Error ? error.cause : error
  return {
    code: problemCodes[problem],
    args: problem === 'other' ? { detail: cause instanceof Error ? cause.message : String(cause) } : {},
  }
}
