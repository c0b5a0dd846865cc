/** Reading files, whose size is never trusted: a source may grow, be a device, or lie. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Readable } from 'node:stream'

/** No report is larger; what is larger is not read to its end. */
export const sizeLimit = 256 * 1024 * 1024

export type FileProblem = 'missing' | 'noPermission' | 'isFolder' | 'notAFolder' | 'notAFile' | 'tooLarge' | 'other'

/** A file's bytes could not be had. What the bytes say is no concern of this error. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly problem: FileProblem
  readonly path: string

  constructor(problem: FileProblem, path: string, cause?: unknown) {
    super(`${path}: ${cause instanceof Error ? cause.message : problem}`, { cause })
    this.problem = problem
    this.path = path
  }
}

const problems: Readonly<Record<string, FileProblem>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  ELOOP: 'missing',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EISDIR: 'isFolder',
}

/** What went wrong, from an error of the file system. */
export const problemOf = (error: unknown): FileProblem =>
  (error instanceof Error && 'code' in error && typeof error.code === 'string' ? problems[error.code] : undefined) ?? 'other'

/**
 * The bytes of a regular file, at most `limit`; `path` names it in errors. Throws `FileError` only. Holds the
 * thread, as the parsing that follows does for longer: four turns of the event loop a file would cost a tenth of a batch.
 */
export async function readBytes(
  location: string | Buffer,
  path: string = String(location),
  limit: number = sizeLimit,
): Promise<Uint8Array> {
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
    const file = openSync(location, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const status = fstatSync(file)
      if (status.isDirectory()) throw new FileError('isFolder', path)
      if (!status.isFile()) throw new FileError('notAFile', path)
      if (status.size > limit) throw new FileError('tooLarge', path)
      return readToEnd(file, status.size, path, limit)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(problemOf(error), path, error)
  }
}

/** All bytes of a file that is about `size` bytes long. */
function readToEnd(file: number, size: number, path: string, limit: number): Uint8Array {
  let bytes = new Uint8Array(size)
  let length = 0
  for (;;) {
    // Where it ends as its size says, one read more finds nothing.
    const room = length < bytes.length ? bytes : new Uint8Array(Math.max(4096, length))
    const at = room === bytes ? length : 0
    const count = readSync(file, room, at, room.length - at, null)
    if (count === 0) return length === bytes.length ? bytes : bytes.slice(0, length)
    length += count
    if (length > limit) throw new FileError('tooLarge', path)
    if (room === bytes) continue
    const longer = new Uint8Array(bytes.length + room.length)
    longer.set(bytes)
    longer.set(room, bytes.length)
    bytes = longer
  }
}

/** The bytes of a stream to its end, at most `limit`. Throws `FileError` only. */
export async function collect(stream: Readable, path: string, limit: number = sizeLimit): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer)
      size += bytes.length
      if (size > limit) throw new FileError('tooLarge', path)
      chunks.push(bytes)
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(problemOf(error), path, error)
  }
  // A view of its own memory: parsers look at `.buffer` and must not see a pool's other contents.
  return new Uint8Array(Buffer.concat(chunks))
}
