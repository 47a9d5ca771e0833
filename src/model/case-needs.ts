import type { Case, Coming, OpenedBecause } from './case.ts'
import { FOUR_EYES } from './four-eyes.ts'
import type { Instant } from './statement.ts'

/**
 * What comes first, by rule and not by a score that nobody sees: law's time limits, then what holds up others, then people who
 * contest, then what the machine found, strongest first. Within a rank the oldest comes first.
 */
export const RANKS = {
  overdue: 1,
  approval: 2,
  appeal: 3,
  escalate: 4,
  call: 5,
  answer: 6,
  'look-back': 7,
  review: 8,
  person: 9,
  match: 10,
  ask: 11,
} as const
export type Rank = keyof typeof RANKS

/**
 * Whether a person has to do with it. A case that opened itself and that nobody touched keeps no record from its end: nobody is
 * kept for ever because nobody looked.
 */
export const workedOn = (c: Case): boolean =>
  c.assignee !== undefined ||
  c.seen.length > 0 ||
  c.requests.length > 0 ||
  c.decisions.length > 0 ||
  c.waiting.some((w) => w.what !== 'look-back') ||
  (c.because !== 'assessment' && c.because !== 'look-back')

/** What somebody is to do, why in one sentence, and since when. */
export interface Need {
  readonly rank: Rank
  readonly says: string
  readonly since: Instant
}

const OF_COMING: Readonly<Record<Coming, Rank>> = { appeal: 'appeal', answer: 'answer', correction: 'appeal', 'look-back': 'look-back' }
const OF_OPENING: Readonly<Record<OpenedBecause, Rank>> = {
  assessment: 'review',
  'look-back': 'look-back',
  person: 'person',
  call: 'call',
  match: 'match',
  answer: 'answer',
  appeal: 'appeal',
}

/** What an investigator is to do; undefined while only a second person is waited for, or nothing is left. */
export function workOf(c: Case): Need | undefined {
  if (c.status === 'closed') return undefined
  const [first] = c.waiting.toSorted((a, b) => RANKS[OF_COMING[a.what]] - RANKS[OF_COMING[b.what]] || (a.at < b.at ? -1 : 1))
  if (first !== undefined) return { rank: OF_COMING[first.what], says: first.says, since: first.at }
  if (c.requests.some((r) => r.state === 'pending')) return undefined
  const escalated = c.because === 'assessment' && c.recommendation === 'escalate'
  return { rank: escalated ? 'escalate' : OF_OPENING[c.because], says: c.says, since: c.opened }
}

/** What is asked of a second person, the longest waiting first. `by`: who cannot be it. */
export function askedOf(c: Case): (Need & { readonly by: string; readonly until: Instant }) | undefined {
  if (c.status === 'closed') return undefined
  const asked = [
    ...c.requests
      .filter((r) => r.state === 'pending')
      .map((r) => ({ says: `${r.by} asks a second person to approve ${FOUR_EYES[r.what]}.`, since: r.at, by: r.by, until: r.expires })),
    ...c.cuts
      .filter((cut) => cut.reviewed === undefined)
      .map((cut) => ({
        says: `${cut.by} cut access in an emergency; somebody else is to look at it.`,
        since: cut.at,
        by: cut.by,
        until: cut.review,
      })),
  ].toSorted((a, b) => (a.since < b.since ? -1 : 1))
  return asked[0] === undefined ? undefined : { rank: 'approval', ...asked[0] }
}

/** The first time limit that is still open, with what it is about. */
export function nextDue(c: Case): { readonly due: Instant; readonly about: string } | undefined {
  if (c.status === 'closed') return undefined
  const dues = [
    ...c.dues.filter((d) => !d.met).map((d) => ({ due: d.due, about: `the time limit "${d.timer}"` })),
    ...c.tasks.flatMap((t) => (t.done || t.due === undefined ? [] : [{ due: t.due, about: 'a task' }])),
    ...c.requests.filter((r) => r.state === 'pending').map((r) => ({ due: r.expires, about: 'an approval that nobody gave' })),
    ...c.cuts.filter((cut) => cut.reviewed === undefined).map((cut) => ({ due: cut.review, about: 'the second look at a cut of access' })),
  ]
  return dues.toSorted((a, b) => (a.due < b.due ? -1 : 1))[0]
}
