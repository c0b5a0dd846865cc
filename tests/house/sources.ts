/** The project's own source files, for tests about the house itself. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

export interface SourceFile {
  /** Below `src/`, with `/`. */
  path: string
  text: string
}

export const sourceFiles: SourceFile[] = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(projectFolder, 'src', path), 'utf8') }))
  .sort((a, b) => (a.path < b.path ? -1 : 1))
