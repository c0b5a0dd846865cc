/** Decimals finer than this do not occur: six are read, four more come from 元 → 万元. */
const digits = 10
const scale = 10n ** BigInt(digits)

/** A sum that is exact in decimals: 0.1 + 0.2 is 0.3, as it is on paper. */
export interface ExactSum {
  add(value: number): void
  readonly value: number
}

/** Adds numbers of at most ten decimals without rounding. */
export function exactSum(): ExactSum {
  let whole = 0n
  return {
    add(value) {
      whole += Number.isInteger(value) ? BigInt(value) * scale : BigInt(value.toFixed(digits).replace('.', ''))
    },
    get value() {
      const sign = whole < 0n ? '-' : ''
      const all = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0')
      const value = Number(`${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`)
      return value === 0 ? 0 : value
    },
  }
}

/** `a − b`, exact in decimals. */
export function exactDifference(a: number, b: number): number {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a - b
  const sum = exactSum()
  sum.add(a)
  sum.add(-b)
  return sum.value
}
