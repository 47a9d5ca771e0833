import type { Instant } from './statement.ts'

const DAY = 86_400_000

/** Holidays of US federal offices (5 U.S.C. 6103): a month with a fixed day, or with the n-th (−1: last) of a weekday (0 Sunday). */
const FEDERAL: readonly (
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly nth: number; readonly weekday: number }
)[] = [
  { month: 1, day: 1 },
  { month: 1, nth: 3, weekday: 1 },
  { month: 2, nth: 3, weekday: 1 },
  { month: 5, nth: -1, weekday: 1 },
  { month: 6, day: 19 },
  { month: 7, day: 4 },
  { month: 9, nth: 1, weekday: 1 },
  { month: 10, nth: 2, weekday: 1 },
  { month: 11, day: 11 },
  { month: 11, nth: 4, weekday: 4 },
  { month: 12, day: 25 },
]

const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day)
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Days (`YYYY-MM-DD`) on which federal offices are shut in a year: one on a Saturday is kept on Friday, one on a Sunday on Monday. */
export function federalHolidays(year: number): ReadonlySet<string> {
  const days = new Set<string>()
  // New Year’s Day of the next year, when a Saturday, is kept on the last day of this one.
  for (const near of [year, year + 1])
    for (const rule of FEDERAL) {
      const kept = iso('day' in rule ? observed(utc(near, rule.month, rule.day)) : nthWeekday(near, rule))
      if (kept.startsWith(String(year))) days.add(kept)
    }
  return days
}

function observed(time: number): number {
  const weekday = new Date(time).getUTCDay()
  return weekday === 6 ? time - DAY : weekday === 0 ? time + DAY : time
}

function nthWeekday(year: number, { month, nth, weekday }: { month: number; nth: number; weekday: number }): number {
  if (nth < 0) {
    const last = utc(year, month + 1, 0)
    return last - ((new Date(last).getUTCDay() - weekday + 7) % 7) * DAY
  }
  const first = utc(year, month, 1)
  return first + (((weekday - new Date(first).getUTCDay() + 7) % 7) + (nth - 1) * 7) * DAY
}

/** The same time of day, so many business days later: Saturdays, Sundays and federal holidays are not counted. Days are those of UTC. */
export function businessDaysAfter(from: Instant, days: number): Instant {
  let time = Date.parse(from)
  for (let left = days; left > 0;) {
    time += DAY
    const at = new Date(time)
    const weekday = at.getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !federalHolidays(at.getUTCFullYear()).has(iso(time))) left -= 1
  }
  return new Date(time).toISOString()
}

/** The same day of the month so many months later, or the month’s last day where it has no such day (Regulation 1182/71, article 3). */
export function monthsAfter(from: Instant, months: number): Instant {
  const at = new Date(from)
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const then = new Date(at)
  then.setUTCFullYear(year, month, Math.min(at.getUTCDate(), last))
  return then.toISOString()
}
