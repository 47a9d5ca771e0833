import { flowOf } from '../../compute/ownership/flow.ts'
import { holdsOn, stakesOn, type Edge } from '../../compute/ownership/stakes.ts'

export interface History {
  readonly parties: number
  readonly edges: readonly Edge[]
  /** Who is blocked today: with one who is blocked no more, what was blocked through them is free too. */
  readonly seeds: readonly number[]
  readonly listed: readonly { readonly party: number; readonly from?: string | undefined; readonly to?: string | undefined }[]
  readonly threshold: number
}

/** Records times days. Beyond it the past is not looked at as far back. */
const MOST_WORK = 20_000_000

/**
 * Of parties that were owned to the threshold on some day before: the last such day. Matters because property that was blocked
 * then stays blocked (OFAC, frequently asked question 402). Only days on which a stake ended can be the last.
 */
export function formerlyOwned({ parties, edges, seeds, listed, threshold }: History, day: string): Map<number, string> {
  const ends = edges.flatMap(({ to }) => (to !== undefined && to < day ? [to] : []))
  const still = new Set(seeds)
  const days = [...new Set(ends)].toSorted().toReversed()
  const within = Math.floor(MOST_WORK / Math.max(1, edges.length))
  const last = new Map<number, string>()
  for (const on of days.slice(0, within)) {
    const blocked = listed.filter((row) => still.has(row.party) && holdsOn(on, row)).map((row) => row.party)
    const { turn } = flowOf(parties, stakesOn(edges, on), blocked, { threshold, counting: 'least' })
    for (const [party, at] of turn.entries()) if (at > 0 && !last.has(party)) last.set(party, on)
  }
  return last
}
