export interface Moment {
  /** UTC, ISO 8601 with milliseconds. */
  readonly utc: string
  /** Minutes east of UTC, where the text carries an offset; `Z` carries none. */
  readonly offsetMinutes: number | undefined
}

const INSTANT = /^(\d{4})-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/i

/** A date and time as the platform writes it, or undefined when it is none or lies outside 1970 to 2099. */
export function momentOf(text: string): Moment | undefined {
  const parts = INSTANT.exec(text.trim())
  if (parts === null) return undefined
  const year = Number(parts[1])
  const at = Date.parse(text.trim().replace(' ', 'T'))
  if (Number.isNaN(at) || year < 1970 || year > 2099) return undefined
  const zone = parts[2] ?? 'Z'
  const offset = /([+-])(\d{2}):?(\d{2})/.exec(zone)
  const minutes = offset === null ? undefined : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]))
  return { utc: new Date(at).toISOString(), offsetMinutes: minutes === undefined ? undefined : minutes + 0 }
}
