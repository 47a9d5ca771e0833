import { WHOLE, type Stake } from './stakes.ts'

/**
 * Who is owned, by the seeds and by those whom they own, to the threshold or beyond: the least set that has the seeds in it and
 * with every party also each that its members together hold enough of. A share counts in full where its holder is in the set and
 * not at all where it is not; nothing is multiplied along a chain. Parties that only hold each other are not in it.
 */
export interface Flow {
  /** In which turn a party came into the set: 0 for seeds, rising from 1, -1 for those outside. */
  readonly turn: Int32Array
  /** What the set holds of each party in the end, in parts of `WHOLE`. */
  readonly held: Float64Array
}

/** Each stake at its least: what is certain. Or each at its most, as far as the others leave room: what cannot be ruled out. */
export type Counting = 'least' | 'most'

/** Work is proportional to the stakes, whatever circles they form. */
export function flowOf(parties: number, stakes: readonly Stake[], seeds: Iterable<number>, { threshold, counting }: FlowRule): Flow {
  const turn = new Int32Array(parties).fill(-1)
  const held = new Float64Array(parties)
  /** What holders outside the set have of each party for certain: so much room the set has not. */
  const outside = new Float64Array(parties)
  for (const { owned, least } of stakes) outside[owned]! += least
  /** Records that contradict each other may add up to more. */
  const whole = outside.map((all) => Math.max(all, WHOLE))
  const heldOf = (party: number): number => (counting === 'least' ? held[party]! : Math.min(held[party]!, whole[party]! - outside[party]!))
  const { start, order } = byOwner(parties, stakes)
  const queue = new Uint32Array(parties)
  let [taken, waiting] = [0, 0]
  const reach = (party: number, at: number): void => {
    turn[party] = at
    queue[waiting++] = party
  }
  for (const seed of seeds) if (turn[seed] === -1) reach(seed, 0)
  for (let next = 1; taken < waiting;) {
    const owner = queue[taken++]!
    for (let i = start[owner]!; i < start[owner + 1]!; i++) {
      const stake = stakes[order[i]!]!
      // Shares that a company holds in itself give nobody a hold on it.
      if (stake.owned === owner) continue
      held[stake.owned]! += counting === 'least' ? stake.least : stake.most
      outside[stake.owned]! -= stake.least
      if (turn[stake.owned] !== -1) continue
      if (heldOf(stake.owned) >= threshold) reach(stake.owned, next++)
    }
  }
  return { turn, held: held.map((_, party) => heldOf(party)) }
}

export interface FlowRule {
  /** In parts of `WHOLE`. */
  readonly threshold: number
  readonly counting: Counting
}

/** Places of the stakes, those of one owner beside each other: of owner `p` from `start[p]` to before `start[p + 1]`. */
function byOwner(parties: number, stakes: readonly Stake[]): { start: Uint32Array; order: Uint32Array } {
  const start = new Uint32Array(parties + 1)
  for (const { owner } of stakes) start[owner + 1]! += 1
  for (let party = 0; party < parties; party++) start[party + 1]! += start[party]!
  const free = start.slice()
  const order = new Uint32Array(stakes.length)
  for (const [at, { owner }] of stakes.entries()) order[free[owner]!++] = at
  return { start, order }
}
