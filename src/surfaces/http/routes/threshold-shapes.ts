import { z } from 'zod'
import { waits } from '../../../engine/thresholds/change.ts'
import type { NumbersOf, Side, TrialResult } from '../../../engine/thresholds/trial.ts'
import { DISPOSITIONS } from '../../../model/disposition.ts'
import { CHANGES, type NumberAct, type NumberSet } from '../../../model/number-set.ts'
import type { Instant } from '../../../model/statement.ts'
import { share } from './oversight-shapes.ts'
import { instant } from './shapes.ts'

/** By name; at most as many as a check has. */
export const numbers = z.record(z.string().max(40), z.number().int()).refine((all) => Object.keys(all).length <= 10, 'At most 10 numbers.')

const act = z.object({ by: z.string(), at: instant, reason: z.string() })
const side = z.object({ personas: z.number().int(), undecided: z.number().int(), confirmed: share, cleared: share })

const result = z
  .object({
    asked: z.number().int(),
    looked: z.number().int(),
    firesNow: share,
    firesOther: share,
    failed: z.number().int(),
    newly: side,
    quiet: side,
  })
  .meta({ id: 'TrialResult' })

export const numberSet = z
  .object({
    set: z.string(),
    version: z.number().int(),
    numbers,
    state: z.enum(['shadow', 'active', 'ended']),
    /** A second person is asked, and may still answer. */
    waits: z.boolean(),
    made: act,
    proposed: act.optional(),
    approved: act.optional(),
    ended: act.optional(),
    result: result.optional(),
  })
  .meta({ id: 'NumberSet' })

export const backtest = z
  .object({ run: z.string(), version: z.number().int(), numbers, against: numbers, by: z.string(), at: instant, result: result.optional() })
  .meta({ id: 'Backtest' })

export const changed = z.object({ persona: z.string(), change: z.enum(CHANGES), decided: z.enum(DISPOSITIONS).optional() })

const actOf = ({ by, at, reason }: NumberAct): z.infer<typeof act> => ({ by, at, reason })
const sideOf = ({ personas, undecided, confirmed, cleared }: Side): z.infer<typeof side> => ({ personas, undecided, confirmed, cleared })
const resultOf = ({ newly, quiet, ...counts }: TrialResult): z.infer<typeof result> => ({
  ...counts,
  newly: sideOf(newly),
  quiet: sideOf(quiet),
})

export function numberSetOf(set: NumberSet & { readonly result?: TrialResult | undefined }, now: Instant): z.infer<typeof numberSet> {
  const { id, version, numbers: own, state, made, proposed, approved, ended } = set
  return {
    set: id,
    version,
    numbers: { ...own },
    state,
    waits: waits(set, now),
    made: actOf(made),
    ...(proposed === undefined ? {} : { proposed: actOf(proposed) }),
    ...(approved === undefined ? {} : { approved: actOf(approved) }),
    ...(ended === undefined ? {} : { ended: actOf(ended) }),
    ...(set.result === undefined ? {} : { result: resultOf(set.result) }),
  }
}

export function backtestOf(one: NumbersOf['backtests'][number]): z.infer<typeof backtest> {
  const { id, version, numbers: own, against, by, at } = one
  return {
    run: id,
    version,
    numbers: { ...own },
    against: { ...against },
    by,
    at,
    ...(one.result === undefined ? {} : { result: resultOf(one.result) }),
  }
}
