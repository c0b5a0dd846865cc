import { createReadStream } from 'node:fs'

/** The lines of a UTF-8 file. Split at newlines alone: readline also splits at U+2028, which may stand in a text. */
export async function* readLines(path: string): AsyncGenerator<string> {
  let rest: string[] = []
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const [first = '', ...lines] = chunk.split('\n')
    rest.push(first)
    for (const line of lines) {
      yield rest.join('')
      rest = [line]
    }
  }
  const last = rest.join('')
  if (last !== '') yield last
}
