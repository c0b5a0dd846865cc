import { rename, rm, writeFile } from 'node:fs/promises'
import { FileError, problemOf } from './files.ts'

/** Writes a file whole or not at all: beside its place first, then in it. Throws `FileError`. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const part = `${path}.${process.pid}.part`
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    const problem = problemOf(error)
    // A file to be written cannot be missing; the folder that it is to stand in can.
    throw new FileError(problem === 'missing' ? 'folderMissing' : problem, path, error)
  }
}
