import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Compiles the package into a folder of its own below the project, for tests that start processes and
 * threads: Node 20 cannot run TypeScript. Returns the address of a module in it.
 */
export function build(name: string): (module: string) => string {
  const folder = `${root}/tmp/build-${name}`
  const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  // A type error elsewhere is that file's concern; what is needed is checked to be there.
  try {
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', folder], { cwd: root, stdio: 'pipe' })
  } catch (error) {
    if (!existsSync(`${folder}/node/cli/ogi.js`)) throw error
  }
  return module => `${folder}/${module}`
}
