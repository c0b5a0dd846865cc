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
  // Counts are added as numbers, which is exact and fast; only what has decimals needs more.
  let counts = 0
  let whole = 0n
  return {
    add(value) {
      if (Number.isSafeInteger(value) && Number.isSafeInteger(counts + value)) counts += value
      else whole += toScaled(value)
    },
    get value() {
      if (whole === 0n) return counts
      const all = whole + toScaled(counts)
      const text = String(all < 0n ? -all : all).padStart(digits + 1, '0')
      const value = Number(`${all < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`)
      return value === 0 ? 0 : value
    },
  }
}

const toScaled = (value: number): bigint =>
  Number.isInteger(value) ? BigInt(value) * scale : BigInt(value.toFixed(digits).replace('.', ''))

/** `a − b`, exact in decimals. */
export function exactDifference(a: number, b: number): number {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a - b
  const sum = exactSum()
  sum.add(a)
  sum.add(-b)
  return sum.value
}
