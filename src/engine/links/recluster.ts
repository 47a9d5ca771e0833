import type { ClusterEvent, ClusterId } from '../../model/link.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import type { Pair, Tx } from '../ports.ts'
import { clustersOf } from './cluster.ts'
import { changesOf, type Change } from './events.ts'
import { pairName } from './ground.ts'
import { linkKind } from './kinds.ts'
import { standing, type StandingAct } from './standing.ts'

/** Somebody who was in a cluster and is forgotten. */
export interface Was {
  readonly persona: PersonaId
  readonly cluster: ClusterId
}

/** Makes the clusters anew of all components that these stand in, and notes what became of the old ones. */
export async function recluster(
  tx: Tx,
  of: { readonly seeds: readonly PersonaId[]; readonly gone: readonly Was[]; readonly cause: string | undefined },
  now: Instant,
): Promise<readonly ClusterEvent[]> {
  const mates = await tx.clusters([...new Set([...(await tx.clusterOf(of.seeds)).values()])])
  const { members, links } = await componentOf(tx, [...of.seeds, ...mates.flatMap((c) => c.personas)])
  const acts = [...standing(await tx.judgements(members)).values()]
  const clusters = clustersOf({ links, acts, received: await tx.receivedAt(members) })
  const before = new Map(await tx.clusterOf(members))
  for (const { persona, cluster } of of.gone) before.set(persona, cluster)
  const changes = changesOf(before, clusters)
  if (changes.length === 0) return []
  await tx.replaceMembers([...before.keys()], clusters)
  const told: Omit<ClusterEvent, 'seq'>[] = []
  for (const change of changes) told.push({ ...change, at: now, reason: of.cause ?? (await reasonOf(tx, change, acts)) })
  return tx.addClusterEvents(told)
}

/** Everybody who is linked to these, directly or through others, with the links between them. */
async function componentOf(
  tx: Tx,
  seeds: readonly PersonaId[],
): Promise<{ readonly members: readonly PersonaId[]; readonly links: readonly (Pair & { readonly bits: number })[] }> {
  const seen = new Set(seeds)
  const links = new Map<string, Pair & { readonly bits: number }>()
  for (let edge = [...seen]; edge.length > 0;) {
    const next: PersonaId[] = []
    for (const link of await tx.linkedPairs(edge)) {
      links.set(pairName(link), link)
      for (const end of [link.persona, link.other]) if (!seen.has(end)) next.push(end)
      seen.add(link.persona).add(link.other)
    }
    edge = next
  }
  return { members: [...seen], links: [...links.values()] }
}

/** In words: what joined them, as far as the links say it; no values, since the note outlives them. */
export async function reasonOf(tx: Tx, change: Change, acts: readonly StandingAct[]): Promise<string> {
  if (change.kind === 'shrunk' || change.kind === 'split' || change.kind === 'dissolved')
    return 'What joined them no longer does: it was withdrawn or corrected, or turned out to be shared by too many to join anybody.'
  const [cluster] = await tx.clusters(change.after)
  const members = new Set(cluster?.personas)
  const asked = change.joined.length > 0 ? change.joined : (cluster?.personas ?? [])
  const inside = (await tx.links(asked)).filter((link) => link.state === 'linked' && members.has(link.persona) && members.has(link.other))
  const heaviest = inside[0]?.evidence.filter((one) => one.bits > 0).slice(0, 3) ?? []
  if (heaviest.length > 0)
    return `Joined by what they have in common: ${heaviest.map(({ kind }) => linkKind(kind)?.name ?? kind.replace(/^reach-.*/, 'contact')).join(', ')}.`
  const act = acts.find((one) => one.kind === 'same' && members.has(one.persona) && members.has(one.other))
  return act === undefined ? 'Joined by a link.' : `A person judged two of them the same (act ${act.seq}).`
}
