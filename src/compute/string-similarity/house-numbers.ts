import type { Span } from './span.ts'

/**
 * The numbers in two addresses: `same` when the first number of one stands anywhere in the other ("98", "2/98"), `none` when a
 * side has no number, else `different`, whatever later numbers (a cross street, a postcode) have in common. A number is a run of digits
 * with a letter behind it if there is one ("12a"); "3rd" and "54th" name streets and are none. Two houses of one street differ in
 * nothing else, which letters alone would call a slip.
 */
export type HouseNumbers = 'same' | 'none' | 'different'

const MOST = 8
const inA = new Float64Array(MOST)
const inB = new Float64Array(MOST)

export function houseNumbers(a: Span, b: Span): HouseNumbers {
  const countA = numbers(a, inA)
  const countB = numbers(b, inB)
  if (countA === 0 || countB === 0) return 'none'
  for (let j = 0; j < countB; j++) if (inA[0] === inB[j]) return 'same'
  for (let i = 1; i < countA; i++) if (inA[i] === inB[0]) return 'same'
  return 'different'
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57
const isLetter = (byte: number): boolean => byte >= 97 && byte <= 122

/** At most eight numbers; a number and its letter as one figure. */
function numbers(span: Span, out: Float64Array): number {
  let count = 0
  let at = span.start
  while (at < span.end && count < MOST) {
    if (!isDigit(span.bytes[at]!)) {
      at++
      continue
    }
    let value = 0
    while (at < span.end && isDigit(span.bytes[at]!)) value = value * 10 + span.bytes[at++]! - 48
    let letters = 0
    while (at + letters < span.end && isLetter(span.bytes[at + letters]!)) letters++
    if (letters < 2) out[count++] = value * 32 + (letters === 1 ? span.bytes[at]! - 96 : 0)
  }
  return count
}
