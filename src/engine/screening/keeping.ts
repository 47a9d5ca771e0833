import type { FiledMatch, MatchState } from '../../model/adjudication.ts'
import type { Instant } from '../../model/statement.ts'
import { daysAfter } from '../intake.ts'

/**
 * How long things stand, in days. Proposed, not sourced: a week to look at a possible match leaves the regulator's ten business days
 * for a report (31 CFR 501.603) room; a hit on the name alone is forgotten after a month, since nobody will look at it; what was
 * called somebody else is looked at again after a year, for documents and lists change.
 */
const DAYS = { toLook: 7, nameOnly: 30, falsePositive: 365 } as const

/** By when, and until when, a match in this state stands. */
export function clocks(state: MatchState, now: Instant): Pick<FiledMatch, 'due' | 'expires'> {
  return {
    due: state === 'possible' || state === 'awaiting-second' ? daysAfter(now, DAYS.toLook) : undefined,
    expires:
      state === 'name-only'
        ? daysAfter(now, DAYS.nameOnly)
        : state === 'false-positive' || state === 'no-match'
          ? daysAfter(now, DAYS.falsePositive)
          : undefined,
  }
}
