/** Which of two numbers below 13 is the day. Told from the column: one value with a number above 12 settles it for all. */
export type DateOrder = 'day-first' | 'month-first'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `YYYY-MM-DD`, or what of it is known; undefined where the text is no date. */
export function dateKey(written: string, order: DateOrder): string | undefined {
  const text = written.trim().toLowerCase()
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ]\d.*)?$/.exec(text)
  if (iso) return dated(iso[1]!, iso[2]!, iso[3])
  const run = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (run) return dated(run[1]!, run[2]!, run[3])
  const other = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (other) {
    const [day, month] = order === 'day-first' ? [other[1]!, other[2]!] : [other[2]!, other[1]!]
    return dated(other[3]!, month, day) ?? dated(other[3]!, day, month)
  }
  if (/^(?:19|20)\d{2}$/.test(text)) return text
  return worded(text)
}

/** "3 March 1991", "March 3, 1991", "Mar 1991". */
function worded(text: string): string | undefined {
  const month = MONTHS.findIndex((name) => new RegExp(`(?:^|[^a-z])${name}[a-z]*`).test(text)) + 1
  const numbers = text.match(/\d+/g) ?? []
  const year = numbers.find((n) => n.length === 4)
  const day = numbers.find((n) => n.length <= 2)
  return month === 0 || year === undefined || numbers.length > 2 ? undefined : dated(year, String(month), day)
}

function dated(year: string, month: string, day: string | undefined): string | undefined {
  const [m, d] = [Number(month), Number(day ?? 1)]
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined
  const start = `${year}-${String(m).padStart(2, '0')}`
  return day === undefined ? start : `${start}-${String(d).padStart(2, '0')}`
}

/** From the dates of a column that are written with the year last. */
export function dateOrderOf(written: Iterable<string>): DateOrder {
  let monthFirst = 0
  let dayFirst = 0
  for (const text of written) {
    const parts = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}\s*$/.exec(text)
    if (parts === null) continue
    if (Number(parts[1]) > 12) dayFirst++
    if (Number(parts[2]) > 12) monthFirst++
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first'
}
