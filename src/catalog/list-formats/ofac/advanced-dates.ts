import type { ListedBirth } from '../../../model/listed-party.ts'
import { childOf, textAt, type XmlElement } from '../xml.ts'
import { partialDate } from './dates.ts'

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

/** `<Year/><Month/><Day/>` as a date, as far as it goes. */
export function dateIn(element: XmlElement | undefined): string | undefined {
  const year = number(textAt(element, 'Year'))
  return year === undefined ? undefined : partialDate(year, number(textAt(element, 'Month')), number(textAt(element, 'Day')))
}

const lastOfMonth = (date: string): boolean => {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000)
  return next.getUTCDate() === 1
}

/**
 * A period has four dates: from when at the earliest and at the latest it begins, and ends. A birth in 1970 is written as one
 * that lasts from the first to the last day of that year, and one in a month likewise: those are given back as the year or month.
 */
export function birthIn(period: XmlElement | undefined): ListedBirth | undefined {
  const [start, end] = [childOf(period, 'Start'), childOf(period, 'End')]
  const first = dateIn(childOf(start, 'From'))
  const last = dateIn(childOf(end, 'To')) ?? dateIn(childOf(end, 'From')) ?? dateIn(childOf(start, 'To')) ?? first
  if (first === undefined || last === undefined) return undefined
  const about = [start, end].some((part) => part?.attributes['Approximate'] === 'true')
  const length = first.length < 10 || last.length < 10 || first === last ? 10 : wholeOf(first, last)
  const [from, to] = [first.slice(0, length), last.slice(0, length)]
  return { from, ...(to === from ? {} : { to }), ...(about ? { about } : {}) }
}

/** Letters of the date that mean something: 4 where whole years are meant, 7 where whole months are. */
function wholeOf(first: string, last: string): number {
  if (first.endsWith('-01-01') && last.endsWith('-12-31')) return 4
  return first.endsWith('-01') && lastOfMonth(last) ? 7 : 10
}
