/** A share with the interval that holds it: 0 to 1. */
export interface Share {
  readonly part: number
  readonly n: number
  readonly rate: number
  readonly low: number
  readonly high: number
}

/** Two-sided 95 %. */
const Z = 1.959963984540054

/**
 * Wilson's score interval (E. B. Wilson, 1927): unlike the textbook one it stays within 0 and 1 and holds for few cases. Of none it
 * says nothing: 0 to 1.
 */
export function wilson(part: number, n: number): Share {
  if (n === 0) return { part, n, rate: 0, low: 0, high: 1 }
  const rate = part / n
  const centre = rate + (Z * Z) / (2 * n)
  const spread = Z * Math.sqrt((rate * (1 - rate)) / n + (Z * Z) / (4 * n * n))
  const whole = 1 + (Z * Z) / n
  return { part, n, rate, low: Math.max(0, (centre - spread) / whole), high: Math.min(1, (centre + spread) / whole) }
}
