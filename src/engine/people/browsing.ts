import type { Instant } from '../../model/statement.ts'

/**
 * What is unusual: within one hour of the clock, more different dossiers than five times the median of the same account's hours of work in
 * the four weeks before, and more than 30 in any case. The median, because one busy day must not move it, and because somebody who wants
 * to raise it has to read for as many hours as they have worked. Fewer than five hours of work say nothing, and the 30 stand alone.
 *
 * Measured on 200 simulated colleagues of 160 hours each, busy by 1 to 12 dossiers an hour on average and every tenth hour by three
 * times that (test/engine/people/access.test.ts): 4 of 30,963 honest hours are told, and somebody who reads 100 dossiers in one is told
 * every time. (Four times and 20 told 126.) Nobody is stopped: it is written into the log and shown to whoever oversees.
 */
const ALWAYS_USUAL = 30
const TIMES_MEDIAN = 5
const HOURS_THAT_SAY_SOMETHING = 5
export const LOOKS_BACK_DAYS = 28

export const hourOf = (at: Instant): Instant => `${at.slice(0, 13)}:00:00.000Z`

/** As many dossiers in an hour are usual for somebody whose hours of work were these. */
export function usualFor(hours: readonly number[]): number {
  if (hours.length < HOURS_THAT_SAY_SOMETHING) return ALWAYS_USUAL
  const sorted = hours.toSorted((a, b) => a - b)
  return Math.max(ALWAYS_USUAL, TIMES_MEDIAN * (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0))
}
