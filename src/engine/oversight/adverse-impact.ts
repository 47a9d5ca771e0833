import { wilson, type Share } from '../../compute/wilson.ts'
import { badUsage } from '../../model/errors.ts'
import { demand, type Caller } from '../people/caller.ts'
import type { Deps } from '../ports.ts'
import type { OpeningCounts, Period } from './ports.ts'

/** A rate of fewer would say more about single people than about a process, and nothing about the process. */
const LEAST_N = 30
/** The four-fifths rule of the Uniform Guidelines (29 CFR 1607.4 D): a rate under this share of the best is looked into. */
const FOUR_FIFTHS = 0.8

export interface OpeningRates {
  readonly requisition: string | undefined
  readonly applications: number
  /** Undefined where the opening has too few. */
  readonly rates: Readonly<Record<'flagged' | 'cleared' | 'confirmed' | 'contested', Share>> | undefined
  /** Of the flagged, cleared by a person: how often the machine was wrong, as far as people know. Undefined: too few. */
  readonly flaggedCleared: Share | undefined
  /** Of those who contested: upheld. Undefined: too few. */
  readonly upheld: Share | undefined
}

/** What became of applications, opening by opening. */
export async function ratesByOpening(deps: Pick<Deps, 'store'>, caller: Caller, period: Period): Promise<readonly OpeningRates[]> {
  demand(caller, 'report:export')
  const counts = await deps.store.tx(caller.tenant, (tx) => tx.countsByOpening(period))
  return counts.map(ratesOf)
}

/** A share of so many, or nothing where they are too few. */
const shareOf = (part: number, n: number): Share | undefined => (n < LEAST_N ? undefined : wilson(part, n))

export function ratesOf({ requisition, applications: n, ...counts }: OpeningCounts): OpeningRates {
  return {
    requisition,
    applications: n,
    rates:
      n < LEAST_N
        ? undefined
        : {
            flagged: wilson(counts.flagged, n),
            cleared: wilson(counts.cleared, n),
            confirmed: wilson(counts.confirmed, n),
            contested: wilson(counts.contested, n),
          },
    flaggedCleared: shareOf(counts.flaggedCleared, counts.flagged),
    upheld: shareOf(counts.upheld, counts.contested),
  }
}

/**
 * Counts of a group that people put themselves into, made by whoever keeps those answers, elsewhere. Nothing of one person comes in
 * here, and nothing of it is kept.
 */
export interface GroupCounts {
  readonly group: string
  readonly applicants: number
  /** Went on: were not stopped by this process. */
  readonly selected: number
}

export interface GroupImpact {
  readonly group: string
  readonly applicants: number
  /** Undefined: too few. */
  readonly selected: Share | undefined
  /** Of the best group's rate; undefined where this or every other is too small. */
  readonly ratio: number | undefined
  readonly underFourFifths: boolean | undefined
}

/** Selection rates and their ratio to the best group's. Groups that are too small have no rate and are nobody's measure. */
export function impactOf(groups: readonly GroupCounts[]): readonly GroupImpact[] {
  const seen = new Set<string>()
  for (const { group, applicants, selected } of groups) {
    if (seen.has(group)) throw badUsage(`The group "${group}" stands there twice. Give each group once, with all its applicants.`)
    seen.add(group)
    if (selected > applicants) throw badUsage(`The group "${group}" has more selected than applicants. Check the columns.`)
  }
  const rated = groups.map((g) => ({ ...g, share: shareOf(g.selected, g.applicants) }))
  const large = rated.flatMap((g) => g.share ?? [])
  const best = Math.max(0, ...large.map((share) => share.rate))
  return rated.map(({ group, applicants, share }) => {
    const ratio = share === undefined || large.length < 2 || best === 0 ? undefined : share.rate / best
    return { group, applicants, selected: share, ratio, underFourFifths: ratio === undefined ? undefined : ratio < FOUR_FIFTHS }
  })
}
