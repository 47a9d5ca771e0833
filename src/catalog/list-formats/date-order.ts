/** What stands first in a date of figures. */
const DATE_ORDERS = ['day-first', 'month-first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]
export const isDateOrder = (value: unknown): value is DateOrder => DATE_ORDERS.includes(value as DateOrder)

const FIGURES = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/g

export interface Ordered {
  /** The same text with the day first in every date, as `partialDate` reads it. */
  readonly text: string
  /** Dates of which only the year is left: both orders make a day and nobody says which, or the order that was said makes none. */
  readonly unclear: boolean
}

/** Dates of figures in a text: 04/05/2019 is another day to an American, and a wrong one would speak against somebody or for a match. */
export function dayFirst(text: string, order: DateOrder | undefined): Ordered {
  let unclear = false
  const written = text.replaceAll(FIGURES, (date, ...parts: string[]) => {
    const [first, mark, second, year] = parts as [string, string, string, string]
    const [a, b] = [Number(first), Number(second)]
    const orders = [a <= 31 && b <= 12 && 'day-first', b <= 31 && a <= 12 && 'month-first'].filter((one) => one !== false)
    const by = a === b ? 'day-first' : (order ?? (orders.length === 1 ? orders[0] : undefined))
    if (by !== undefined && (a === b || orders.includes(by))) return by === 'day-first' ? date : [second, first, year].join(mark)
    // What is no day in either order keeps its place: it is told as what cannot be read.
    if (orders.length === 0) return date
    unclear = true
    return year
  })
  return { text: written, unclear }
}
