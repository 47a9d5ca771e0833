import { businessDaysAfter, monthsAfter } from './business-days.ts'
import { badUsage } from './errors.ts'
import type { Instant } from './statement.ts'

/** How a duration is counted. Business days leave out weekends and US federal holidays. */
export type Calendar = 'hours' | 'calendar-days' | 'business-days' | 'months'

/** A time limit: whose rule it is, what starts it, how long, counted how, and when somebody last read the rule. */
export interface Timer {
  readonly says: string
  /** What starts it. */
  readonly trigger: string
  readonly duration: number
  readonly calendar: Calendar
  /** `house`: ours; else whose law. */
  readonly jurisdiction: string
  readonly source: string
  /** `YYYY-MM-DD`. */
  readonly verifiedOn: string
}

const OWN = { jurisdiction: 'house', source: 'docs/decisions/0020-cases.md', verifiedOn: '2026-11-28' } as const

/** A rule that changes gets a new date of verification; one that ends is taken out, and dues that were set by it stay as they are. */
export const TIMERS = {
  'first-look': { says: 'Somebody looks at a new case', trigger: 'case opened', duration: 2, calendar: 'business-days', ...OWN },
  'look-after-answer': { says: 'Somebody reads an answer', trigger: 'answer came', duration: 2, calendar: 'business-days', ...OWN },
  explanation: { says: 'A person who asks is told why', trigger: 'explanation asked', duration: 30, calendar: 'calendar-days', ...OWN },
  'appeal-decided': { says: 'An appeal is decided', trigger: 'appeal came', duration: 10, calendar: 'business-days', ...OWN },
  'gdpr-request': {
    says: 'A person’s request is answered',
    trigger: 'request received',
    duration: 1,
    calendar: 'months',
    jurisdiction: 'EU',
    source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj (article 12(3))',
    verifiedOn: '2026-11-28',
  },
  'ccpa-receipt': {
    says: 'The receipt of a request is confirmed',
    trigger: 'request received',
    duration: 10,
    calendar: 'business-days',
    jurisdiction: 'US-CA',
    source: 'https://cppa.ca.gov/regulations/ (11 CCR 7021(a))',
    verifiedOn: '2026-11-28',
  },
  'ccpa-request': {
    says: 'A request is answered',
    trigger: 'request received',
    duration: 45,
    calendar: 'calendar-days',
    jurisdiction: 'US-CA',
    source: 'https://cppa.ca.gov/regulations/ (11 CCR 7021(b))',
    verifiedOn: '2026-11-28',
  },
  'ofac-blocked': {
    says: 'Blocked property is reported',
    trigger: 'property blocked',
    duration: 10,
    calendar: 'business-days',
    jurisdiction: 'US',
    source: 'https://www.law.cornell.edu/cfr/text/31/501.603',
    verifiedOn: '2026-11-28',
  },
  'ofac-rejected': {
    says: 'A rejected transaction is reported',
    trigger: 'transaction rejected',
    duration: 10,
    calendar: 'business-days',
    jurisdiction: 'US',
    source: 'https://ofac.treasury.gov/faqs/49',
    verifiedOn: '2026-11-28',
  },
} as const satisfies Readonly<Record<string, Timer>>
export type TimerId = keyof typeof TIMERS

export function timerNamed(id: string): Timer {
  if (!isTimer(id)) throw badUsage(`"${id}" is no time limit: ${Object.keys(TIMERS).join(', ')}.`)
  return TIMERS[id]
}

const isTimer = (id: string): id is TimerId => Object.hasOwn(TIMERS, id)

/** When it is over, if it started then. */
export function dueBy({ duration, calendar }: Pick<Timer, 'duration' | 'calendar'>, from: Instant): Instant {
  if (calendar === 'business-days') return businessDaysAfter(from, duration)
  if (calendar === 'months') return monthsAfter(from, duration)
  return new Date(Date.parse(from) + duration * (calendar === 'hours' ? 3_600_000 : 86_400_000)).toISOString()
}

/** Half a year: laws of this field are changed more than once a year. */
const STALE_DAYS = 180

/** Rules of law that nobody has read for too long. Our own are ours to know. */
export const staleTimers = (now: Instant, timers: Readonly<Record<string, Timer>> = TIMERS): readonly string[] =>
  Object.entries(timers).flatMap(([id, timer]) =>
    timer.jurisdiction !== 'house' && Date.parse(now) - Date.parse(timer.verifiedOn) > STALE_DAYS * 86_400_000 ? [id] : [],
  )
