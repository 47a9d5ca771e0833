import type { Cluster, ClusterEvent, ClusterId, Hub, Judgement, Link, LinkDoubt, LinkEvidence } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import { notFound } from '../../model/errors.ts'
import type { ClustersPage, HubsPage, LinksPage, Pair, Tx } from '../ports.ts'
import { copiedCode } from './copied-code.ts'
import { gathering } from './gather.ts'
import { pairName, pairOf, sharedBetween } from './ground.ts'
import { linkKind } from './kinds.ts'
import { standing } from './standing.ts'
import { REMOVED_BY } from './value-evidence.ts'

/** Links of these personas, heaviest first, as people read them: hubs beside the evidence, and why a link joined nobody. */
export async function linksOf(tx: Tx, personas: readonly PersonaId[]): Promise<readonly Link[]> {
  return told(tx, await tx.links(personas))
}

/** The link between two personas; undefined when there is nothing between them. */
export async function link(tx: Tx, a: PersonaId, b: PersonaId): Promise<Link | undefined> {
  const name = pairName(pairOf(a, b))
  const found = (await tx.links([a])).filter((one) => pairName(one) === name)
  const [one] = await told(tx, found)
  return one === undefined ? undefined : { ...one, evidence: [...one.evidence, ...(await copiedCode(tx, one))] }
}

/** A page of everybody's links, heaviest first. */
export async function links(tx: Tx, page: LinksPage): Promise<readonly Link[]> {
  return told(tx, await tx.linksPage(page))
}

/** Largest first. */
export const clusters = (tx: Tx, page: ClustersPage): Promise<readonly Cluster[]> => tx.clustersPage(page)

/** Where a page of clusters ends. */
export const clusterPlace = ({ id, personas }: Cluster): { readonly size: number; readonly id: ClusterId } => ({
  size: personas.length,
  id,
})

/** Throws not-found. */
export async function cluster(tx: Tx, id: ClusterId): Promise<Cluster> {
  const [found] = await tx.clusters([id])
  if (found === undefined) throw notFound('cluster', id)
  return found
}

/** The links inside a cluster, heaviest first. */
export async function linksWithin(tx: Tx, { personas }: Cluster): Promise<readonly Link[]> {
  const members = new Set(personas)
  return told(
    tx,
    (await tx.links(personas)).filter((one) => members.has(one.persona) && members.has(one.other)),
  )
}

/** What became of clusters, oldest first; of one of them when it is named. */
export const clusterEvents = (
  tx: Tx,
  page: { readonly after: number; readonly limit: number; readonly cluster?: ClusterId },
): Promise<readonly ClusterEvent[]> => tx.clusterEvents(page)

/** With the most holders first. */
export const hubs = (tx: Tx, page: HubsPage): Promise<readonly Hub[]> => tx.hubsPage(page)

/** Every act about the pair, oldest first, those taken back too. */
export async function judgementsOf(tx: Tx, a: PersonaId, b: PersonaId): Promise<readonly Judgement[]> {
  const name = pairName(pairOf(a, b))
  return (await tx.judgements([a])).filter((act) => pairName(act) === name)
}

/** Adds what hangs on more than the pair: values that are hubs, and acts that keep a link from joining. */
async function told(tx: Tx, found: readonly Link[]): Promise<readonly Link[]> {
  if (found.length === 0) return found
  const ends = [...new Set(found.flatMap((one) => [one.persona, one.other]))]
  const all = gathering(tx)
  await all.personas(ends)
  const shared = new Map(found.map((one) => [pairName(one), sharedBetween(all.ground, one)]))
  const uses = new Map(ends.flatMap((one) => [...(all.ground.uses.get(one) ?? [])]))
  const known = new Map(
    (await tx.hubs([...new Set([...shared.values()].flat())].flatMap((name) => uses.get(name) ?? []))).map((hub) => [
      `${hub.kind} ${hub.key}`,
      hub,
    ]),
  )
  const kept = await keptApart(tx, found)
  return found.map((one) => {
    const evidence = (shared.get(pairName(one)) ?? []).flatMap((name): LinkEvidence[] => {
      const hub = known.get(name)
      if (hub === undefined || hub.holders <= (linkKind(hub.kind)?.limit ?? 0)) return []
      const [mine, theirs] = [one.persona, one.other].map((end) => all.ground.uses.get(end)?.get(name)?.statements ?? [])
      return [hubEvidence(hub, mine ?? [], theirs ?? [])]
    })
    const doubt = kept.get(pairName(one))
    return { ...one, evidence: [...one.evidence, ...evidence], against: [...one.against, ...(doubt === undefined ? [] : [doubt])] }
  })
}

function hubEvidence(hub: Hub, mine: readonly string[], theirs: readonly string[]): LinkEvidence {
  const of = linkKind(hub.kind)
  const family = of?.family ?? 'contact'
  return {
    kind: hub.kind,
    family,
    value: hub.key,
    mine,
    theirs,
    holders: hub.holders,
    bits: 0,
    weight: 'none',
    says: `Both have the same ${of?.name ?? hub.kind}. It adds nothing: ${hub.reason}`,
    removedBy: REMOVED_BY[family] ?? REMOVED_BY.contact,
  }
}

/** Links whose ends are in different clusters: the act that keeps them apart, in words. By `pairName`. */
async function keptApart(tx: Tx, found: readonly Link[]): Promise<ReadonlyMap<string, LinkDoubt>> {
  const linked = found.filter((one) => one.state === 'linked')
  const of = await tx.clusterOf([...new Set(linked.flatMap((one) => [one.persona, one.other]))])
  const split = linked.filter((one) => of.get(one.persona) === undefined || of.get(one.persona) !== of.get(one.other))
  if (split.length === 0) return new Map()
  const sides = new Map((await tx.clusters([...new Set(of.values())])).map((c) => [c.id, c.personas]))
  const side = (one: PersonaId): readonly PersonaId[] => sides.get(of.get(one) ?? '') ?? [one]
  const acts = [...standing(await tx.judgements([...new Set(split.flatMap((one) => [...side(one.persona), ...side(one.other)]))])).values()]
  return new Map(
    split.flatMap((one: Pair) => {
      const [left, right] = [new Set(side(one.persona)), new Set(side(one.other))]
      const act = acts.find(
        (a) => a.kind === 'different' && ((left.has(a.persona) && right.has(a.other)) || (left.has(a.other) && right.has(a.persona))),
      )
      if (act === undefined) return []
      const says = `It joins nobody: ${act.persona} and ${act.other}, whom it would put into one cluster, were judged different by ${act.by} (act ${act.seq}).`
      return [[pairName(one), { says, because: [] }] as const]
    }),
  )
}
