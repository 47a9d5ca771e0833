import { alignmentDistance } from './alignment.ts'
import type { Span } from './span.ts'

/**
 * How two different dates written `YYYY-MM-DD` (or `YYYY-MM`, `YYYY`) stand to each other, the nearest that holds:
 *   slip    one digit wrong, left out, added, or two neighbours exchanged
 *   swapped day and month exchanged
 *   part    one is the other with the end left out
 *   two     two of year, month and day are equal
 *   year    the year alone is equal
 *   other   none of it
 * The slips are those of keying and of reading day-first against month-first; T. Herzog, F. Scheuren, W. Winkler, "Data quality and
 * record linkage techniques" (2007), chapter 8, names them as the usual ones.
 */
export type DateNearness = 'slip' | 'swapped' | 'part' | 'two' | 'year' | 'other'

export function dateNearness(a: Span, b: Span): DateNearness {
  const lengthA = a.end - a.start
  const lengthB = b.end - b.start
  if (lengthA !== lengthB) {
    const shorter = Math.min(lengthA, lengthB)
    if (shorter >= 4 && same(a, b, 0, shorter)) return 'part'
    return shorter >= 4 && same(a, b, 0, 4) ? 'year' : 'other'
  }
  const full = lengthA === 10
  if (full && same(a, b, 0, 4) && crossed(a, b)) return 'swapped'
  if (alignmentDistance(a, b) <= 1) return 'slip'
  if (!full) return lengthA >= 4 && same(a, b, 0, 4) ? 'year' : 'other'
  const year = same(a, b, 0, 4)
  const month = same(a, b, 5, 7)
  const day = same(a, b, 8, 10)
  if (Number(year) + Number(month) + Number(day) >= 2) return 'two'
  return year ? 'year' : 'other'
}

function same(a: Span, b: Span, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (a.bytes[a.start + i] !== b.bytes[b.start + i]) return false
  return true
}

function crossed(a: Span, b: Span): boolean {
  const at = (span: Span, i: number): number => span.bytes[span.start + i]!
  return at(a, 5) === at(b, 8) && at(a, 6) === at(b, 9) && at(a, 8) === at(b, 5) && at(a, 9) === at(b, 6)
}
