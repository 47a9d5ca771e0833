import type { Instant } from '../../model/statement.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** So many milliseconds after (or, below zero, before) this instant. */
export const after = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString()
