/**
 * Puts items into slots in order (both rise), each item at most once, at the least cost: rows of a
 * grid to rows of the form, header cells to columns. O(items × slots).
 *
 * @param cost of item i in slot j; `Infinity` where they do not go together.
 * @param gain what a filled slot is worth; higher than any cost that is still acceptable.
 * @returns for each slot the item in it, or null.
 */
export function assignInOrder(
  items: number,
  slots: number,
  cost: (item: number, slot: number) => number,
  gain: number,
): (number | null)[] {
  const width = slots + 1
  const best = new Float64Array((items + 1) * width)
  const step = new Uint8Array((items + 1) * width)
  for (let i = 1; i <= items; i++) {
    for (let j = 1; j <= slots; j++) {
      const at = i * width + j
      const up = best[at - width] as number
      const left = best[at - 1] as number
      const take = (best[at - width - 1] as number) + gain - cost(i - 1, j - 1)
      // Ties go to skipping the later item: the first row that carries a label is its row.
      if (take > up && take > left) {
        best[at] = take
        step[at] = 1
      } else if (up >= left) {
        best[at] = up
        step[at] = 2
      } else {
        best[at] = left
        step[at] = 3
      }
    }
  }
  const found = new Array<number | null>(slots).fill(null)
  let i = items
  let j = slots
  while (i > 0 && j > 0) {
    const s = step[i * width + j]
    if (s === 1) {
      found[j - 1] = i - 1
      i--
      j--
    } else if (s === 2) i--
    else j--
  }
  return found
}
