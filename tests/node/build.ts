import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * Compiles the package into a folder of its own below the project, for tests that start processes and
 * threads: Node 20 cannot run TypeScript. Returns the address of a module in it.
 */
export function build(name: string): (module: string) => string {
  const folder = `${root}/tmp/build-${name}`
  const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  mkdirSync(folder, { recursive: true })
  // The package's own version is read two folders above node/, where dist/ has it.
  copyFileSync(`${root}/package.json`, `${root}/tmp/package.json`)
  // A type error elsewhere is that file's concern; what is needed is checked to be there.
  try {
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', folder], { cwd: root, stdio: 'pipe' })
  } catch (error) {
    if (!existsSync(`${folder}/node/cli/ogi.js`)) throw error
  }
  return module => `${folder}/${module}`
}
