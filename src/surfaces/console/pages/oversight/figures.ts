import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { t } from '../../texts/index.ts'

export type Figures = AnswerOf<'GET /api/oversight/figures'>
export type Share = Figures['overridden']

/** Spans that are looked at, in days; `all`: since the beginning. */
export const SPANS = { month: 30, quarter: 90, year: 365, all: undefined } as const
export type Span = keyof typeof SPANS
export const isSpan = (text: string | undefined): text is Span => text !== undefined && text in SPANS

/** From the beginning of the day so many days ago, so that the same question within a day has the same answer. */
export function periodOf(span: Span): { from?: string } {
  const days = SPANS[span]
  if (days === undefined) return {}
  const from = new Date()
  from.setDate(from.getDate() - days)
  from.setHours(0, 0, 0, 0)
  return { from: from.toISOString() }
}

export const useFigures = (span: Span) =>
  useQuery({ queryKey: keys.figures({ span }), queryFn: () => call('GET /api/oversight/figures', { query: periodOf(span) }) })

const PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 })
export const percent = (rate: number): string => PERCENT.format(rate)

/** `12 of 40, between 18 % and 45 %`: a rate without its doubt would be taken for more than it is. */
export const shareSays = ({ part, n, low, high }: Share): string =>
  n === 0 ? t.oversight.none : t.oversight.share(part, n, percent(low), percent(high))

/** Seconds as people say them. */
export const lasting = (seconds: number): string =>
  seconds < 90 ? t.oversight.seconds(Math.round(seconds)) : t.oversight.minutes(Math.round(seconds / 60))
