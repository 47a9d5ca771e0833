import { wilson, type Share } from '../../compute/wilson.ts'
import { demand, type Caller } from '../people/caller.ts'
import type { Deps } from '../ports.ts'
import type { MadeDecision, Period, SecondLook } from './ports.ts'
import type { Contest } from '../../model/contest.ts'
import type { PersonaId } from '../../model/statement.ts'

/** How decisions are made: about a way of working, never about one candidate. */
export interface Figures {
  readonly decisions: number
  /** Seconds that whoever decided had the evidence open before; undefined where nobody decided. */
  readonly medianSeconds: number | undefined
  /** Decided otherwise than the recommendation leaned. */
  readonly overridden: Share
  /** Of decisions that a second person looked at without seeing them: both said the same. */
  readonly agreed: Share
  /** Of applications known to be in order: not cleared. */
  readonly plantedNotCleared: Share
  readonly contested: number
  /** Of those that were answered. */
  readonly upheld: Share
  readonly takenBack: Share
  readonly people: readonly Decider[]
}

interface Decider {
  readonly who: string
  readonly decisions: number
  readonly medianSeconds: number
  readonly overridden: Share
  /** Why somebody should ask how this person decides; in words. */
  readonly alerts: readonly string[]
}

export async function figures(deps: Pick<Deps, 'store'>, caller: Caller, period: Period): Promise<Figures> {
  demand(caller, 'oversight:read')
  return deps.store.tx(caller.tenant, async (tx) => {
    const made = await tx.decisionsMade(period)
    return figuresOf({
      made,
      looks: await tx.secondLooks(period),
      planted: await tx.plantedOf([...new Set(made.map((m) => m.record.persona))]),
      contests: await tx.contestsFiled(period),
    })
  })
}

export interface Observed {
  readonly made: readonly MadeDecision[]
  readonly looks: readonly SecondLook[]
  readonly planted: ReadonlySet<PersonaId>
  readonly contests: readonly Contest[]
}

export function figuresOf({ made, looks, planted, contests }: Observed): Figures {
  const kindOf = new Map(made.map((m) => [`${m.case} ${m.decided}`, m.record.kind]))
  const known = made.filter((m) => planted.has(m.record.persona))
  const answered = contests.filter((c) => c.decided !== undefined)
  return {
    decisions: made.length,
    medianSeconds: median(made.map(secondsOf)),
    overridden: overridden(made),
    agreed: wilson(looks.filter((l) => kindOf.get(`${l.case} ${l.decided}`) === l.kind).length, looks.length),
    plantedNotCleared: wilson(known.filter((m) => m.record.kind !== 'cleared').length, known.length),
    contested: contests.length,
    upheld: wilson(answered.filter((c) => c.decided?.outcome === 'upheld').length, answered.length),
    takenBack: wilson(made.filter((m) => m.undone).length, made.length),
    people: [...Map.groupBy(made, (m) => m.by)].map(([who, own]) => deciderOf(who, own)).toSorted((a, b) => (a.who < b.who ? -1 : 1)),
  }
}

const secondsOf = ({ record }: MadeDecision): number => record.seen.reduce((sum, s) => sum + s.seconds, 0)
const overridden = (made: readonly MadeDecision[]): Share => wilson(made.filter((m) => m.record.differs).length, made.length)

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return undefined
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2
}

/** Fewer decisions say nothing about a person's way of deciding. */
const ENOUGH = 20
/** Nobody reads two findings with what they rest on in less. */
const HASTY_SECONDS = 30
/** So many agreements without one exception that, with 95 % certainty, this person differs less often than once in five. */
const NEVER_DIFFERS = 0.2

function deciderOf(who: string, made: readonly MadeDecision[]): Decider {
  const seconds = median(made.map(secondsOf)) ?? 0
  const share = overridden(made)
  const enough = made.length >= ENOUGH
  return {
    who,
    decisions: made.length,
    medianSeconds: seconds,
    overridden: share,
    alerts: [
      ...(enough && seconds < HASTY_SECONDS
        ? [`Half of ${made.length} decisions were made with the evidence open for ${Math.ceil(seconds)} seconds or less.`]
        : []),
      ...(enough && share.part === 0 && share.high <= NEVER_DIFFERS
        ? [`None of ${made.length} decisions was other than the recommendation.`]
        : []),
    ],
  }
}
