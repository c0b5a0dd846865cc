import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/**
 * A file that is only appended to, in large pieces. Synchronous: a piece goes to the system's cache in
 * less time than a task of the thread pool takes.
 */
export class AppendFile {
  size: number
  private readonly descriptor: number
  private readonly limit: number
  private pending: Uint8Array[] = []
  private pendingBytes = 0

  /** `limit`: how many bytes are held back before they are written; 0: none, so that a killed process loses nothing. */
  constructor(path: string, { flags = 'wx', size = 0, limit = 1 << 20 }: { flags?: string; size?: number; limit?: number } = {}) {
    this.descriptor = openSync(path, flags)
    this.size = size
    this.limit = limit
  }

  append(content: Uint8Array | string): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.size += bytes.length
    this.pending.push(bytes)
    this.pendingBytes += bytes.length
    if (this.pendingBytes >= this.limit) this.flush()
  }

  flush(): void {
    const bytes = Buffer.concat(this.pending.splice(0))
    this.pendingBytes = 0
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at)
  }

  /** Writes what is held back, to the disk itself, and closes the file. */
  finish(): void {
    this.flush()
    fsyncSync(this.descriptor)
    closeSync(this.descriptor)
  }

  /** Closes the file as it is. */
  abandon(): void {
    closeSync(this.descriptor)
  }
}
