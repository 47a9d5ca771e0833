import type { Clock } from '../../engine/ports.ts'

/** The machine's clock: UTC, ISO 8601 with milliseconds. */
export const systemClock: Clock = { now: () => new Date().toISOString() }
