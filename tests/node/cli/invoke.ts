import { Readable, Writable } from 'node:stream'
import { run } from '../../../src/node/cli/run.ts'

class Captured extends Writable {
  text = ''
  isTTY = false
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}

/** Runs `ogi` in this process and returns what it wrote. */
export async function invoke(
  argv: readonly string[],
  { input = '', environment = {} as Record<string, string>, screens = [] as ('output' | 'error')[] } = {},
) {
  const output = new Captured()
  const error = new Captured()
  output.isTTY = screens.includes('output')
  error.isTTY = screens.includes('error')
  const code = await run(argv, { input: Readable.from([Buffer.from(input)]), output, error, environment })
  return { code, out: output.text, err: error.text }
}
