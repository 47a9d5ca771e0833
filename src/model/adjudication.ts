import { z } from 'zod'
import type { ListHit, ScreeningMethod, Subject } from './screening.ts'
import type { Instant } from './statement.ts'

/**
 * The steps of the regulator's guidance for judging a hit, as a form (OFAC FAQ 5; R-070): is it the right list, the same kind of
 * party, how much of the name, was the whole entry compared, are there several similarities. Each answer says on what it rests.
 */

const evidence = z.string().trim().min(3, 'say on what this answer rests').max(2_000)
const yesNo = z.strictObject({ answer: z.enum(['yes', 'no']), evidence })

export const adjudicationForm = z.strictObject({
  /** Did the hit come from a list whose rules bind this payment, hire or account? */
  rightList: yesNo,
  /** A person against a person, a company against a company? */
  sameType: yesNo,
  /** How much of the name agrees. */
  nameParts: z.strictObject({ answer: z.enum(['all', 'several', 'one', 'none']), evidence }),
  /** Was the whole entry compared with all that is known, not the name alone? */
  wholeEntry: yesNo,
  /** What agrees beside the name; may be empty. */
  similarities: z.array(z.strictObject({ what: z.string().trim().min(3).max(500), evidence })).max(50),
  /** What speaks against; may be empty. */
  differences: z.array(z.strictObject({ what: z.string().trim().min(3).max(500), evidence })).max(50),
  /**
   * Compared here and only with what the entry says; the answer is kept, the subject's own is not written down anywhere.
   * Never enough by itself for any outcome.
   */
  nationality: z.enum(['agrees', 'differs', 'not compared']),
})
export type AdjudicationForm = z.infer<typeof adjudicationForm>

export const OUTCOMES = ['no-match', 'false-positive', 'possible', 'confirmed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/**
 * Why an outcome may not be given on these answers; undefined where it may. *confirmed* needs the right list, the same type, more
 * than one part of the name, the whole entry and two similarities beside the name; nothing here makes a hit *confirmed* by itself.
 */
export function refusedOutcome(
  outcome: Outcome,
  form: AdjudicationForm,
  hit: Pick<ListHit, 'onePart' | 'comparisons' | 'nameScore'>,
): string | undefined {
  const { rightList, sameType, nameParts, wholeEntry, similarities, differences } = form
  const positive = outcome === 'possible' || outcome === 'confirmed'
  const exact = hit.comparisons.some((c) => (c.about === 'wallet' || c.about === 'identifier') && c.agrees === 'yes')
  if (positive && rightList.answer === 'no') return 'The form says that this is not a list that binds here; then it is no match.'
  if (positive && sameType.answer === 'no')
    return 'The form says that these are not the same type of party; then it is no match or a false positive.'
  if (!positive && wholeEntry.answer === 'no' && rightList.answer === 'yes' && sameType.answer === 'yes')
    return 'The form says that the whole entry was not compared. Compare it before it is called somebody else; until then it stays possible.'
  if (!positive && rightList.answer === 'yes' && sameType.answer === 'yes' && differences.length === 0)
    return 'Nothing in the form speaks against it. Write down what differs before it is called somebody else.'
  if (outcome === 'possible' && similarities.length === 0 && !hit.comparisons.some((c) => c.agrees !== 'no' && c.about !== 'type'))
    return 'Nothing beside the name agrees. A name alone makes nothing possible (R-071).'
  if (outcome !== 'confirmed') return undefined
  if (wholeEntry.answer === 'no') return 'The whole entry must have been compared before a match is confirmed.'
  if (!exact && (hit.onePart || nameParts.answer === 'one'))
    return 'Only one part of the name agrees; such a hit cannot be confirmed (OFAC FAQ 5).'
  if (!exact && nameParts.answer === 'none') return 'No part of the name agrees and no exact identifier does; there is nothing to confirm.'
  if (similarities.length < 2) return 'A confirmed match needs at least two similarities beside the name, each with what it rests on.'
  return undefined
}

/**
 * Where a filed hit stands. `awaiting-second`: one person found it confirmed and another must agree. `gone`: the entry or the
 * subject changed so that it is no hit any more; kept, for somebody may ask.
 */
export const MATCH_STATES = [
  'name-only',
  'possible',
  'awaiting-second',
  'confirmed',
  'false-positive',
  'no-match',
  'expired',
  'gone',
] as const
export type MatchState = (typeof MATCH_STATES)[number]

/** States in which somebody has to do something. Nothing leaves them but by a person's act (fail closed). */
export const WAITING: readonly MatchState[] = ['possible', 'awaiting-second']

/** One act about a filed hit: only ever added. */
export interface MatchAct {
  readonly match: string
  /** 1, 2, … of this match. */
  readonly seq: number
  readonly kind: 'opened' | 'seen-again' | 'assigned' | 'adjudicated' | 'seconded' | 'not-seconded' | 'reopened' | 'expired' | 'gone'
  readonly by: string
  readonly at: Instant
  readonly reason: string
  readonly form?: AdjudicationForm
  readonly outcome?: Outcome
  /** What stood until then, where this act put something newer in its place. */
  readonly before?: ListHit
}

/** A hit as it waits for a person, with what was compared, on which version and how, so that it can be done again. */
export interface FiledMatch {
  /** 24 hexadecimal digits: a hash of subject, list and entry. The same question again is the same match. */
  readonly id: string
  /** A persona of the store, or a row that somebody asked about. */
  readonly about: 'persona' | 'query'
  readonly subject: Subject
  /** Hash of all that was compared on the subject's side. */
  readonly subjectHash: string
  readonly hit: ListHit
  readonly method: ScreeningMethod
  readonly state: MatchState
  readonly owner: string | undefined
  readonly opened: Instant
  /** By when somebody must have looked; only while it waits. */
  readonly due: Instant | undefined
  /** When it ends by itself (name alone), or when what was decided is to be decided anew (false positive). */
  readonly expires: Instant | undefined
}

/** What a new version of a list set in motion: what changed, who was screened again, what was filed, and who signed it off. */
export interface ListReview {
  readonly list: string
  readonly version: string
  /** The version before; undefined for the first. */
  readonly previous: string | undefined
  readonly at: Instant
  readonly changes: { readonly added: number; readonly removed: number; readonly changed: number }
  /** How many subjects were screened against what changed. */
  readonly subjects: number
  /** Ids of matches. */
  readonly filed: { readonly opened: readonly string[]; readonly reopened: readonly string[]; readonly gone: readonly string[] }
  readonly signedBy: string | undefined
  readonly signed: Instant | undefined
  readonly reason: string | undefined
}
