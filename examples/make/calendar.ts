/** A month as a count of months since the year 0, so that periods can be added up. */
export type Month = number

export const monthOf = (year: number, month: number): Month => year * 12 + month - 1
export const yearOf = (month: Month): number => Math.floor(month / 12)

const NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** The ways in which people write the dates of their jobs. */
export const DATE_STYLES = ['short', 'long', 'numeric', 'iso'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

export function writeMonth(month: Month, style: DateStyle): string {
  const name = NAMES[month % 12] as string
  const year = yearOf(month)
  const two = String((month % 12) + 1).padStart(2, '0')
  return { short: `${name.slice(0, 3)} ${year}`, long: `${name} ${year}`, numeric: `${two}/${year}`, iso: `${year}-${two}` }[style]
}

/** "Mar 2019 – Present"; the end is open when there is none. */
export function writePeriod(from: Month, to: Month | undefined, style: DateStyle): string {
  const dash = style === 'long' ? ' to ' : style === 'numeric' ? ' - ' : ' – '
  return `${writeMonth(from, style)}${dash}${to === undefined ? 'Present' : writeMonth(to, style)}`
}

/** The company's world stands still here: whatever is made is dated from it, so that two runs are equal to the byte. */
export const TODAY = new Date('2026-10-19T09:00:00Z')
const DAY = 86_400_000

export const daysBefore = (date: Date, days: number): Date => new Date(date.getTime() - days * DAY)
export const daysAfter = (date: Date, days: number): Date => daysBefore(date, -days)
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
/** `2026-10-19T09:00:00Z`, as platforms write it. */
export const isoSecond = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`
