import type { ListedBirth } from '../../model/listed-party.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const ISO = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*|[ +-]\d{2}:\d{2}.*|Z)?$/
/** Day first, as every publisher of these lists outside the United States writes. `dd`, `mm` and `00` stand for what is not known. */
const DAY_FIRST = /^(?:(\d{1,2}|dd)[./-])?(\d{1,2}|mm)[./-](\d{4})$/i
const WORDS = /^(?:(\d{1,2})[\s.-]+)?([a-z]{3,9})\.?[\s,-]+(\d{4})$/i
const AMERICAN = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i
const ABOUT = /^\(?(?:circa|c\.|ca\.|approximately|approx\.|about|around|probably|possibly|~)\)?\s*/i
const RANGE = /^(?:between\s+)?(.{4,25}?)(?:\s+(?:and|to)\s+|\s*[-–—]\s*)(.{4,25})$/i

/** `1958`, `1958-05` or `1958-05-17` of a date as publishers write it; undefined where it is none. The precision is the publisher's. */
export function partialDate(text: string): string | undefined {
  const written = text.trim()
  const iso = ISO.exec(written)
  if (iso !== null) return assembled(iso[1]!, iso[2], iso[3])
  const numbers = DAY_FIRST.exec(written)
  if (numbers !== null) return assembled(numbers[3]!, numbers[2], numbers[1])
  const [, day, name, year] = WORDS.exec(written.replace(AMERICAN, '$2 $1 $3')) ?? []
  const month = MONTHS.findIndex((begins) => name?.toLowerCase().startsWith(begins))
  return year === undefined || month < 0 ? undefined : assembled(year, String(month + 1), day)
}

/** A whole day as `2019-04-13`; undefined where the text is none or says less than a day. */
export function wholeDay(text: string | undefined): string | undefined {
  const date = text === undefined ? undefined : partialDate(text)
  return date?.length === 10 ? date : undefined
}

/** `17.5.1958`, `circa 1960`, `between 1960 and 1962`, `dd/mm/1945`; undefined where no date can be read. */
function birthOf(text: string): ListedBirth | undefined {
  const written = text.trim().replace(/[.,;]$/, '')
  const about = ABOUT.test(written)
  const said = written.replace(ABOUT, '')
  const from = partialDate(said)
  if (from !== undefined) return { from, ...(about && { about }) }
  const range = RANGE.exec(said)
  const [first, last] = range === null ? [] : [partialDate(range[1]!), partialDate(range[2]!)]
  return first === undefined || last === undefined ? undefined : { from: first, to: last, ...(about && { about }) }
}

/** The dates of a text that names one or, with *or* between them, several; none where a part of it cannot be read. */
export function birthsOf(text: string): ListedBirth[] {
  const births = text.split(/\s+or\s+/i).map(birthOf)
  return births.every((birth) => birth !== undefined) ? births : []
}

/** Days that no calendar has (31 June, 00) are dropped to what is left of them: the month or the year still tells people apart. */
function assembled(year: string, month: string | undefined, day: string | undefined): string {
  const inYear = Number(month)
  if (!(inYear >= 1 && inYear <= 12)) return year
  const monthly = `${year}-${String(inYear).padStart(2, '0')}`
  const inMonth = Number(day)
  if (!(inMonth >= 1 && inMonth <= new Date(Date.UTC(Number(year), inYear, 0)).getUTCDate())) return monthly
  return `${monthly}-${String(inMonth).padStart(2, '0')}`
}
