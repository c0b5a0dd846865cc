/** Chance with a seed, so that the same corpus is made every time. */

/**
 * @typedef {object} Random
 * @property {(from: number, to: number) => number} int both ends included
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {(share: number) => boolean} chance
 * @property {<T>(list: readonly T[]) => T[]} shuffle a new list
 */

/** mulberry32: 32 bits of state, good enough to make reports. @param {string} seed @returns {Random} */
export function randomOf(seed) {
  let state = [...seed].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619), 2166136261) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (/** @type {number} */ from, /** @type {number} */ to) => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    pick: list => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return /** @type {any} */ (list[int(0, list.length - 1)])
    },
    chance: share => next() < share,
    shuffle: list => {
      const out = [...list]
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i)
        const held = /** @type {any} */ (out[i])
        out[i] = /** @type {any} */ (out[j])
        out[j] = held
      }
      return out
    },
  }
}
