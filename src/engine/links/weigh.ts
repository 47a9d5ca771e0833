import type { Hub, Link, LinkDoubt, LinkEvidence } from '../../model/link.ts'
import type { Pair } from '../ports.ts'
import { contentEvidence } from './content-evidence.ts'
import { crossEvidence } from './cross-evidence.ts'
import { doubtsOf, isHousehold } from './doubts.ts'
import { overlapsBetween, pairName, sharedBetween, type Ground } from './ground.ts'
import { LINKED_BITS, PROPOSED_BITS } from './kinds.ts'
import type { StandingAct } from './standing.ts'
import { valueEvidence } from './value-evidence.ts'

/**
 * The link between two personas, from what both have and what people judged; undefined when there is nothing to say. A pure
 * function of the ground: of the values both have, how many others hold them, what was found equal between the two. How many
 * personas there are besides does not matter: the chance that two strangers share a value falls with their number as the chance
 * that a given one is the operator of the other does. Names reach nothing here but a proposal.
 */
export function weigh(
  pair: Pair,
  ground: Ground,
  hubs: ReadonlyMap<string, Hub>,
  act: Pick<StandingAct, 'kind'> | undefined,
): Link | undefined {
  const shared = sharedBetween(ground, pair)
  const values = shared.flatMap((name) => valueEvidence(name, pair, ground, hubs) ?? [])
  const mailboxes = new Set(values.filter((one) => one.kind === 'email').map((one) => one.value))
  const found = [
    // A mailbox that both give and both commit under is one fact, not two.
    ...values.filter((one) => one.kind !== 'author-email' || !mailboxes.has(one.value)),
    ...crossEvidence(shared, pair, ground),
    ...contentEvidence(overlapsBetween(ground, pair), pair, ground),
  ]
  const evidence = strongestOfEachFamily(found)
  const bits = rounded(evidence.reduce((sum, one) => sum + one.bits, 0))
  // Of everything found, also what its family makes superfluous.
  const household = isHousehold(pair, ground, found)
  const machine = stateOf(bits, household, ground.same.get(pairName(pair)) === 'yes')
  const state = judged(machine, act)
  if (state === undefined) return undefined
  const against: LinkDoubt[] = doubtsOf(pair, ground, evidence, household)
  return { ...pair, state, bits, evidence, against }
}

/** What the machine makes of it, whatever people said. */
function stateOf(bits: number, household: boolean, sameApplicant: boolean): 'linked' | 'proposed' | undefined {
  if (bits >= LINKED_BITS && !household) return 'linked'
  return bits >= PROPOSED_BITS || sameApplicant ? 'proposed' : undefined
}

/** A person's word stands over the machine's. */
function judged(machine: 'linked' | 'proposed' | undefined, act: Pick<StandingAct, 'kind'> | undefined): Link['state'] | undefined {
  if (act === undefined) return machine
  return act.kind === 'same' ? 'linked' : act.kind === 'different' ? 'apart' : 'proposed'
}

/** Of one family only the heaviest adds anything: the others are the same fact seen again. Heaviest first. */
function strongestOfEachFamily(found: readonly LinkEvidence[]): readonly LinkEvidence[] {
  const sorted = found.toSorted((a, b) => b.bits - a.bits || order(a.kind, b.kind) || order(a.value, b.value))
  const taken = new Set<string>()
  return sorted
    .map((one): LinkEvidence => {
      if (one.bits === 0) return one
      if (!taken.has(one.family)) {
        taken.add(one.family)
        return one
      }
      return { ...one, bits: 0, weight: 'none', says: `${one.says} It adds nothing to what is counted already of the same kind of fact.` }
    })
    .toSorted((a, b) => b.bits - a.bits)
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const rounded = (bits: number): number => Math.round(bits * 100) / 100
