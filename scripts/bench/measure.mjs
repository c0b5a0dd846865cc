/** Times side by side: everyone once in each round, so that what else the machine does falls on all alike. */

/** @typedef {{ name: string, run: () => unknown, documents?: number }} Contestant */
/** @typedef {{ name: string, median: number, low: number, high: number, count: number }} Result milliseconds a document; low and high: quartiles */

const now = () => Number(process.hrtime.bigint()) / 1e6

/** One turn: at least `least` milliseconds, so that the clock's step and a collection of garbage are shared out. @param {Contestant} contestant @param {number} least */
async function turn({ run, documents = 1 }, least) {
  const start = now()
  let runs = 0
  do {
    await run()
    runs++
  } while (now() - start < least)
  return (now() - start) / runs / documents
}

/**
 * @param {readonly Contestant[]} contestants
 * @param {{ rounds: number, least: number }} options
 * @returns {Promise<Result[]>}
 */
export async function measure(contestants, { rounds, least }) {
  /** @type {Map<string, number[]>} */
  const times = new Map(contestants.map(({ name }) => [name, []]))
  for (const contestant of contestants) if ((contestant.documents ?? 1) === 1) await turn(contestant, least * 5)
  for (let round = 0; round < rounds; round++)
    for (const contestant of contestants) times.get(contestant.name)?.push(await turn(contestant, least))
  return [...times].map(([name, found]) => {
    const sorted = found.sort((a, b) => a - b)
    const at = (/** @type {number} */ part) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN
    return { name, median: at(0.5), low: at(0.25), high: at(0.75), count: sorted.length }
  })
}
