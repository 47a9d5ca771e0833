/**
 * Arithmetic on calendar months written as `2019` or `2019-04`. A month is a count of months since year 0, so differences
 * are plain subtractions; a bare year is a range of twelve months, because honest documents rarely know more. No clock.
 */
export interface MonthRange {
  /** First month it can mean. */
  readonly first: number
  /** Last month it can mean; equal to `first` when the month is written. */
  readonly last: number
}

/** `2019-04` → one month, `2019` → January to December. */
export function monthRange(written: string): MonthRange {
  const year = Number(written.slice(0, 4)) * 12
  const month = written.length > 4 ? Number(written.slice(5, 7)) - 1 : undefined
  return month === undefined ? { first: year, last: year + 11 } : { first: year + month, last: year + month }
}

/** Month of a UTC instant such as `2019-04-30T10:00:00.000Z`. */
export const monthOf = (instant: string): number => monthRange(instant.slice(0, 7)).first

/** `2019-04` for a count of months. */
export const writeMonth = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

/** Months that certainly lie between two ranges; 0 when they can mean the same month. */
export const monthsApart = (a: MonthRange, b: MonthRange): number => Math.max(0, a.first - b.last, b.first - a.last)

/** Months that two periods certainly share; bounds inclusive, negative never. */
export const monthsShared = (a: MonthRange, b: MonthRange): number => Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1)
