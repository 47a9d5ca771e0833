import { flowOf } from './flow.ts'
import { WHOLE, type Stake } from './stakes.ts'

/**
 * `seed`: one of those asked about. `owned`: at least the threshold is certain. `open`: it would be reached if shares that are
 * unknown or disputed were at their highest. `below`: some is held, and it cannot be enough.
 */
export type Standing = 'seed' | 'owned' | 'open' | 'below'

export interface Holding {
  readonly party: number
  readonly standing: Standing
  /** What seeds and owned parties hold of it for certain, and at most; parts of `WHOLE`. */
  readonly held: number
  readonly atMost: number
  /** The stakes that make up `held`, in the order in which their owners came into the set; seeds first. */
  readonly through: readonly Stake[]
  /**
   * How many of `through` reach the threshold without resting on this party itself: the proof. Those behind it are owned partly
   * through this party (a circle) or were not needed. 0 where it is not owned.
   */
  readonly proof: number
  /** Stakes of parties that may yet turn out owned, or of unknown or disputed size; counted in `atMost` only. */
  readonly open: readonly Stake[]
  /** Stakes of parties that stand below a seed and of which not enough is held: nothing flows through them. */
  readonly stopped: readonly Stake[]
  /** All that the records give of it; over `WHOLE` they contradict each other. */
  readonly total: number
  /** What it holds in itself. */
  readonly own: number
}

/** Every party that stands anywhere below a seed, also where nothing of the seed's comes through to it. Ordered by party. */
export function holdingsOf(parties: number, stakes: readonly Stake[], seeds: readonly number[], threshold: number): Holding[] {
  const certain = flowOf(parties, stakes, seeds, { threshold, counting: 'least' })
  const possible = flowOf(parties, stakes, seeds, { threshold, counting: 'most' })
  const downstream = flowOf(parties, stakes, seeds, { threshold: 0, counting: 'most' })
  const touched = [...downstream.turn.keys()].filter((party) => downstream.turn[party] !== -1)
  const into = new Map<number, Stake[]>()
  for (const stake of stakes) {
    const those = into.get(stake.owned)
    if (those === undefined) into.set(stake.owned, [stake])
    else those.push(stake)
  }
  const standingOf = (party: number): Standing => {
    if (certain.turn[party] !== -1) return certain.turn[party] === 0 ? 'seed' : 'owned'
    return possible.turn[party] === -1 ? 'below' : 'open'
  }
  return touched.map((party) => {
    const all = into.get(party) ?? []
    const others = all.filter((stake) => stake.owner !== party)
    const counted = others
      .filter((stake) => certain.turn[stake.owner] !== -1)
      .toSorted((a, b) => certain.turn[a.owner]! - certain.turn[b.owner]! || a.owner - b.owner)
    const standing = standingOf(party)
    return {
      party,
      standing,
      held: certain.held[party]!,
      atMost: Math.max(certain.held[party]!, possible.held[party]!),
      through: counted,
      proof: standing === 'owned' ? counted.filter((stake) => certain.turn[stake.owner]! < certain.turn[party]!).length : 0,
      open: others.filter((stake) => possible.turn[stake.owner] !== -1 && (certain.turn[stake.owner] === -1 || stake.most > stake.least)),
      stopped: others.filter((stake) => possible.turn[stake.owner] === -1 && downstream.turn[stake.owner] !== -1),
      total: all.reduce((sum, stake) => sum + stake.least, 0),
      own: all.filter((stake) => stake.owner === party).reduce((sum, stake) => sum + stake.least, 0),
    }
  })
}

export const contradicts = ({ total }: Holding): boolean => total > WHOLE
