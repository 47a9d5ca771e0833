import type { ListedBirth } from '../../../model/listed-party.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WRITTEN = '(?:(?:(\\d{1,2}) )?([A-Z][a-z]{2}) )?(\\d{4})'
const DATE = new RegExp(`^${WRITTEN}$`)
const BIRTH = new RegExp(
  `^(circa )?(${WRITTEN.replaceAll(/\((?!\?)/g, '(?:')})(?:(?: to | ?- ?)(circa )?(${WRITTEN.replaceAll(/\((?!\?)/g, '(?:')}))?$`,
)

/** `2019-04-13`, `2019-04` or `2019`, where the parts name a day that exists. */
export function partialDate(year: number, month: number | undefined, day: number | undefined): string | undefined {
  const two = (n: number): string => String(n).padStart(2, '0')
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return undefined
  if (month === undefined) return String(year)
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (day === undefined) return `${year}-${two(month)}`
  const exists = Number.isInteger(day) && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  return exists ? `${year}-${two(month)}-${two(day)}` : undefined
}

/** `15 Jan 1955`, `Jan 1955`, `1955`, as the office writes them. */
function writtenDate(text: string): string | undefined {
  const m = DATE.exec(text)
  if (m === null) return undefined
  const month = m[2] === undefined ? undefined : MONTHS.indexOf(m[2].toLowerCase()) + 1
  return partialDate(Number(m[3]), month, m[1] === undefined ? undefined : Number(m[1]))
}

/** `circa 1951`, `1951 to 1953`, `circa 1979-1982`: one date or two, with `about` where either is circa. */
export function writtenBirth(text: string): ListedBirth | undefined {
  const m = BIRTH.exec(text)
  const from = m?.[2] === undefined ? undefined : writtenDate(m[2])
  const to = m?.[4] === undefined ? undefined : writtenDate(m[4])
  if (m === null || from === undefined || (m[4] !== undefined && to === undefined)) return undefined
  const about = m[1] !== undefined || m[3] !== undefined
  return { from, ...(to === undefined || to === from ? {} : { to }), ...(about ? { about } : {}) }
}

/** `12/24/2025` as a day. */
export function usDay(text: string): string | undefined {
  const m = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  return m === null ? undefined : partialDate(Number(m[3]), Number(m[1]), Number(m[2]))
}
