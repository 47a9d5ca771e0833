import type { Cluster, ClusterEvent, ClusterId, Link } from '../../model/link.ts'
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
  const mates = await tx.clusters([...new Set((await tx.clusterOf(of.seeds)).values())])
  const { members, links } = await componentOf(tx, [...of.seeds, ...mates.flatMap((c) => c.personas)])
  const acts = [...standing(await tx.judgements(members)).values()]
  const clusters = clustersOf({ links, acts, received: await tx.receivedAt(members) })
  const before = new Map(await tx.clusterOf(members))
  for (const { persona, cluster } of of.gone) before.set(persona, cluster)
  const changes = changesOf(before, clusters)
  if (changes.length === 0) return []
  await tx.replaceMembers([...before.keys()], clusters)
  return tx.addClusterEvents(await told(tx, changes, { clusters, before, acts, at: now, cause: of.cause }))
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

interface Circumstances {
  readonly clusters: readonly Cluster[]
  readonly before: ReadonlyMap<PersonaId, ClusterId>
  readonly acts: readonly StandingAct[]
  readonly at: Instant
  /** In words, where it is known beforehand. */
  readonly cause: string | undefined
}

/** Changes whose links are looked up at a time. */
const AT_ONCE = 1_000
const NO_LONGER = 'What joined them no longer does: it was withdrawn or corrected, or turned out to be shared by too many to join anybody.'

/** The changes with time and reason, as they are noted. */
export async function told(tx: Tx, changes: readonly Change[], around: Circumstances): Promise<readonly Omit<ClusterEvent, 'seq'>[]> {
  const { at, cause } = around
  if (cause !== undefined) return changes.map((change) => ({ ...change, at, reason: cause }))
  const clusters = new Map(around.clusters.map((one) => [one.id, one.personas]))
  const membersOf = (change: Change): readonly PersonaId[] => change.after.flatMap((id) => clusters.get(id) ?? [])
  const notes: Omit<ClusterEvent, 'seq'>[] = []
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const part = changes.slice(from, from + AT_ONCE)
    const links = byEnd(await tx.links([...new Set(part.filter(isGain).flatMap(membersOf))]))
    for (const change of part)
      notes.push({ ...change, at, reason: isGain(change) ? joinedBy(membersOf(change), links, around) : NO_LONGER })
  }
  return notes
}

const isGain = ({ kind }: Change): boolean => kind === 'formed' || kind === 'grown' || kind === 'merged'

function byEnd(links: readonly Link[]): ReadonlyMap<PersonaId, readonly Link[]> {
  const found = new Map<PersonaId, Link[]>()
  for (const link of links)
    for (const end of [link.persona, link.other]) {
      const list = found.get(end)
      if (list === undefined) found.set(end, [link])
      else list.push(link)
    }
  return found
}

/** In words: the heaviest link between those who were not together before; no values, since the note outlives them. */
function joinedBy(members: readonly PersonaId[], links: ReadonlyMap<PersonaId, readonly Link[]>, { before, acts }: Circumstances): string {
  const among = new Set(members)
  const fresh = ({ persona, other }: Pair): boolean =>
    among.has(persona) && among.has(other) && (before.get(persona) === undefined || before.get(persona) !== before.get(other))
  const [heaviest] = members
    .flatMap((one) => links.get(one) ?? [])
    .filter((link) => link.state === 'linked' && fresh(link))
    .toSorted((a, b) => b.bits - a.bits)
  const names = [
    ...new Set(
      (heaviest?.evidence ?? []).filter((one) => one.bits > 0).map(({ kind }) => linkKind(kind)?.name ?? OTHERWISE[kind] ?? 'contact'),
    ),
  ]
  if (names.length > 0) return `Joined by what they have in common: ${names.slice(0, 3).join(', ')}.`
  const act = acts.find((one) => one.kind === 'same' && fresh(one))
  return act === undefined ? 'Joined by a link.' : `A person judged two of them the same (act ${act.seq}).`
}

const OTHERWISE: Readonly<Record<string, string>> = { text: 'text', phrase: 'phrases', photo: 'picture' }
