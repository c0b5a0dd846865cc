import { rename, rm, writeFile } from 'node:fs/promises'
import { OutputError } from './ingest/output-error.ts'

/** Writes a file whole or not at all: beside its place first, then in it. Throws `OutputError`. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const part = `${path}.${process.pid}.part`
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw OutputError.from(error, path)
  }
}
