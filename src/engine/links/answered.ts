import type { Link } from '../../model/link.ts'
import type { Instant, StatementId } from '../../model/statement.ts'
import type { Pair, Tx } from '../ports.ts'
import { pairName } from './ground.ts'
import type { StandingAct } from './standing.ts'

/**
 * *Unsure* keeps a pair a proposal until something new comes: evidence that counts and was not there, on both sides, when the
 * person judged. Pairs that were answered so are what their weight makes them.
 */
export async function answered(
  tx: Tx,
  links: readonly Link[],
  acts: ReadonlyMap<string, StandingAct>,
  byMachine: (pair: Pair) => Link | undefined,
): Promise<Link[]> {
  const unsure = links.filter((link) => acts.get(pairName(link))?.kind === 'unsure')
  const ids = [...new Set(unsure.flatMap((link) => link.evidence.flatMap((one) => [...one.mine, ...one.theirs])))]
  const held = new Map((await tx.statements(ids)).map((s) => [s.id, s.held]))
  return links.map((link) => {
    const act = acts.get(pairName(link))
    if (act?.kind !== 'unsure' || !link.evidence.some((one) => one.bits > 0 && sinceWhen(one, held) > act.at)) return link
    return byMachine({ persona: link.persona, other: link.other }) ?? link
  })
}

/** When the later side had it first. */
function sinceWhen(
  one: { mine: readonly StatementId[]; theirs: readonly StatementId[] },
  held: ReadonlyMap<StatementId, Instant>,
): Instant {
  const first = (ids: readonly StatementId[]): Instant => ids.flatMap((id) => held.get(id) ?? []).sort()[0] ?? ''
  const [mine, theirs] = [first(one.mine), first(one.theirs)]
  return mine > theirs ? mine : theirs
}
