import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/pages.ts'

export type Row = AnswerOf<'GET /api/audit/search'>['items'][number]

/** What is looked for; days as `YYYY-MM-DD` in the reader's own zone, both within. */
export interface LogFilter {
  readonly actor?: string
  readonly action?: string
  readonly subject?: string
  readonly from?: string
  readonly to?: string
}

/** The beginning of a day, so many days on. */
function dayAt(day: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}

const asked = ({ from, to, ...rest }: LogFilter) => ({
  ...rest,
  ...(from === undefined ? {} : { from: dayAt(from) }),
  ...(to === undefined ? {} : { to: dayAt(to, 1) }),
})

export const useLog = (filter: LogFilter) =>
  usePages({
    key: keys.audit(filter),
    ask: (page) => call('GET /api/audit/search', { query: { ...asked(filter), ...page } }),
    // Looking at the log is no act, but everything else is: what was fetched is soon old.
    staleTime: 0,
  })

/** `roles-changed` as people read it. */
export const actionSays = (action: string): string => {
  const words = action.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** One value of a row's detail as text. */
export const detailSays = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(detailSays).join(', ')
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value)
