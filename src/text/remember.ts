/** Results that are kept because the same few hundred labels and figures stand in every report. */

/** Longer texts are prose: no other report has them. */
const longest = 48
const most = 4000

/**
 * A function of a text that keeps its results, across reports too: at most 4000 of them, of texts of at most 48
 * characters; when they are full it begins anew. What it returns is shared: nobody may change it.
 */
export function remember<T>(compute: (text: string) => T): (text: string) => T {
  let known = new Map<string, T>()
  return text => {
    if (text.length > longest) return compute(text)
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= most) known = new Map()
    const own = copyOf(text)
    const result = compute(own)
    known.set(own, result)
    return result
  }
}

/** A part of a text may keep the whole text in memory for as long as it is held itself; a copy does not. */
export const copyOf = (text: string): string => (text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string))
