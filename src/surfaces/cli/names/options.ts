import { badUsage } from '../../../model/errors.ts'
import { SCREENING_MODES, type ScreeningMethod } from '../../../model/screening.ts'

export interface NamesOptions {
  readonly data: string
  readonly list?: readonly string[]
  readonly limit: string
  readonly minScore?: string
  readonly mode: string
  readonly asOf?: string
  readonly json?: boolean
}

/** Of every question by name. */
export const NAMES_DEFAULTS = { data: '.bonafide', limit: '10', mode: 'standard' } as const

const MOST_HITS = 1_000

/** How to screen, as the options say; `shipped` is the line where none is given. */
export function howOf(
  options: NamesOptions,
  shipped: number,
  today: string,
): Required<Pick<ScreeningMethod, 'mode' | 'least' | 'limit' | 'asOf'>> {
  const mode = SCREENING_MODES.find((known) => known === options.mode)
  if (mode === undefined) throw badUsage(`--mode takes ${SCREENING_MODES.join(' or ')}; "${options.mode}" is neither.`)
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_HITS)
    throw badUsage(`--limit takes a whole number from 1 to ${MOST_HITS}; "${options.limit}" is none.`)
  const least = options.minScore === undefined ? shipped : Number(options.minScore)
  if (!(least > 0 && least <= 1))
    throw badUsage(`--min-score takes a number above 0 and at most 1, such as 0.8; "${options.minScore}" is none.`)
  const asOf = options.asOf ?? today
  if (!isDay(asOf)) throw badUsage(`--as-of takes a day such as 2026-03-31; "${asOf}" is none.`)
  if (asOf > today) throw badUsage(`${asOf} has not come yet; nobody knows what lists will say. Leave --as-of out for today.`)
  return { mode, least, limit, asOf }
}

/** A day of the calendar, `2026-03-31`. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
