import type { ClusterId, Judgement, JudgementKind, Link } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Tx } from '../ports.ts'
import { LINKED_BITS, PROPOSED_BITS } from './kinds.ts'
import { judgementsOf, link } from './look.ts'
import { standing } from './standing.ts'

export interface WhyLinked {
  readonly link: Link
  /** One sentence: what the pair is, and by how much it passes or misses the line. */
  readonly verdict: string
  /** The cluster that both are in. */
  readonly cluster: ClusterId | undefined
  readonly judgements: readonly Judgement[]
  /** What would change the answer, were it shown. */
  readonly removedBy: string
  /** What follows for the person if the link is wrong. */
  readonly costOfError: string
}

/** All that is to be said of a pair, in words; undefined when there is nothing between the two. */
export async function whyLinked(tx: Tx, a: PersonaId, b: PersonaId): Promise<WhyLinked | undefined> {
  const found = await link(tx, a, b)
  if (found === undefined) return undefined
  const of = await tx.clusterOf([a, b])
  const cluster = of.get(a) !== undefined && of.get(a) === of.get(b) ? of.get(a) : undefined
  const judgements = await judgementsOf(tx, a, b)
  return {
    link: found,
    verdict: verdictOf(found, judgements),
    cluster,
    judgements,
    removedBy: removedBy(found, [...standing(judgements).values()][0]?.kind),
    costOfError: costOf(found),
  }
}

const bits = (value: number): string => `${value.toFixed(1)} bits`

function verdictOf({ state, bits: weight, evidence }: Link, judgements: readonly Judgement[]): string {
  // What was said last may have been taken back; what stands is what holds.
  const [judged] = standing(judgements).values()
  if (state === 'apart')
    return `A person judged them different${judged === undefined ? '' : ` (act ${judged.seq})`}. No machine joins them, whatever they have in common.`
  if (state === 'linked' && weight < LINKED_BITS) return 'A person judged them the same; the evidence alone would not link them.'
  if (state === 'linked' && judged?.kind === 'same')
    return `A person judged them the same (act ${judged.seq}); what they have in common weighs ${bits(weight)}, and the line is ${LINKED_BITS} bits.`
  if (state === 'linked') return `What they have in common weighs ${bits(weight)}; the line is ${LINKED_BITS} bits.`
  if (judged?.kind === 'unsure')
    return `A person judged and was not sure (act ${judged.seq}). It joins nobody until a person judges again or they come to share something new.`
  if (evidence.every((one) => one.bits === 0))
    return 'Only what people tell of themselves agrees (such as name and career). That may propose a pair and never links one: a person decides.'
  if (weight >= LINKED_BITS)
    return `What they have in common weighs ${bits(weight)}, over the line of ${LINKED_BITS} bits, but there is a reason against joining them: a person decides.`
  return `What they have in common weighs ${bits(weight)}: over ${PROPOSED_BITS} and under the line of ${LINKED_BITS} bits, so it is proposed to a person and joins nobody.`
}

/** The fact without which it would not be a link; where more than one would have to fall, the heaviest and what is left then. */
export function removedBy({ bits: weight, evidence, state }: Link, judged: JudgementKind | undefined): string {
  const [heaviest] = evidence.filter((one) => one.bits > 0)
  if (state === 'linked' && judged === 'same')
    return `Only the person’s judgement being taken back.${heaviest === undefined ? '' : ' Then what they have in common counts for what it weighs.'}`
  if (state === 'apart') return 'Only the person’s judgement being taken back.'
  if (heaviest === undefined) return 'A judgement: one question to the person answers it.'
  const left = weight - heaviest.bits
  const after =
    left >= LINKED_BITS ? ' Even then enough would be left for a link.' : state === 'linked' ? ' Then it would be no link any more.' : ''
  return `${heaviest.removedBy}${after}`
}

export function costOf({ state }: Link): string {
  if (state === 'linked')
    return 'If it is wrong, somebody is held for the operator of another persona: an honest applicant may be turned down, or a worker’s access or pay be held up, for what another person did. Ask before you act, and tell the person what it rests on.'
  return 'If it is taken for true and is wrong, somebody is held for another person. It joins nobody and counts in no assessment until a person has judged.'
}
