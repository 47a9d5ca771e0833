import type { ClusterEvent, Hub } from '../../model/link.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import type { Held, Pair, Tx } from '../ports.ts'
import { answered } from './answered.ts'
import { clustersOf } from './cluster.ts'
import { changesOf } from './events.ts'
import { gathering, type Gathering } from './gather.ts'
import { nameOf, pairName } from './ground.ts'
import { hubOf, isMeasured } from './hub-status.ts'
import { ACROSS_KINDS, COUNTED_KINDS, linkKind, MOST_HOLDERS, REACH } from './kinds.ts'
import { told } from './recluster.ts'
import { standing } from './standing.ts'
import { weigh } from './weigh.ts'

/** Pairs weighed at a time; what is held in memory at once beside the shared values. */
const AT_ONCE = 4_000

/**
 * Links, hubs and clusters of everybody, made anew: the values that several hold come in one scan of the index, the pairs they
 * make are counted as numbers, and pairs that hang together are weighed together. Leaves what `relink` leaves.
 */
export async function relinkAll(tx: Tx, now: Instant): Promise<readonly ClusterEvent[]> {
  await tx.lockLinks()
  const held = [...(await tx.heldByMany(COUNTED_KINDS, MOST_HOLDERS)), ...(await tx.heldByMany([REACH.kind], MOST_HOLDERS, ACROSS_KINDS))]
  const many = new Map(held.map((one) => [nameOf(one), one]))
  const acts = standing(await tx.allJudgements())
  const pairs = pairsOf(many.values(), [...(await tx.comparedPairs()), ...acts.values()])
  const hubs = await allHubs(tx, many)
  await tx.clearLinks()
  await tx.replaceHubs([], [...hubs.values()])
  const linked: (Pair & { readonly bits: number })[] = []
  for (let at = 0; at < pairs.length; at += AT_ONCE) {
    const part = pairs.slice(at, at + AT_ONCE)
    const all = gathering(tx, { known: many })
    await all.personas(part.flatMap((pair) => [pair.persona, pair.other]))
    const found = part.flatMap((pair) => weigh(pair, all.ground, hubs, acts.get(pairName(pair))) ?? [])
    const links = await answered(tx, found, acts, (pair) => weigh(pair, all.ground, hubs, undefined))
    await tx.replaceLinks([], links)
    for (const { persona, other, bits, state } of links) if (state === 'linked') linked.push({ persona, other, bits })
  }
  const members = [...new Set([...linked, ...acts.values()].flatMap((pair) => [pair.persona, pair.other]))]
  const clusters = clustersOf({ links: linked, acts: [...acts.values()], received: await tx.receivedAt(members) })
  const before = await tx.allMembers()
  const changes = changesOf(before, clusters)
  if (changes.length === 0) return []
  await tx.replaceMembers([...before.keys()], clusters)
  return tx.addClusterEvents(await told(tx, changes, { clusters, before, acts: [...acts.values()], at: now, cause: undefined }))
}

async function allHubs(tx: Tx, many: ReadonlyMap<string, Held>): Promise<ReadonlyMap<string, Hub>> {
  const hubs = new Map<string, Hub>()
  const measured: Held[] = []
  for (const held of many.values()) {
    if (isMeasured(held)) measured.push(held)
    else if (linkKind(held.kind) !== undefined) {
      const hub = hubOf(held, EMPTY.ground)
      if (hub !== undefined) hubs.set(nameOf(held), hub)
    }
  }
  for (let at = 0; at < measured.length; at += AT_ONCE / 10) {
    const part = measured.slice(at, at + AT_ONCE / 10)
    const all: Gathering = gathering(tx, { known: many })
    await all.personas(part.flatMap((held) => held.holders))
    for (const held of part) {
      const hub = hubOf(held, all.ground)
      if (hub !== undefined) hubs.set(nameOf(held), hub)
    }
  }
  return hubs
}

const EMPTY = { ground: { uses: new Map(), held: new Map(), overlaps: new Map(), same: new Map(), thirdParty: new Map() } } as const

/** Each pair that a value joins, or that was met otherwise, once; those that hang together beside each other. */
function pairsOf(many: Iterable<Held>, more: readonly Pair[]): readonly Pair[] {
  const numbers = new Map<PersonaId, number>()
  const names: PersonaId[] = []
  const numberOf = (one: PersonaId): number => {
    const known = numbers.get(one)
    if (known !== undefined) return known
    numbers.set(one, names.length)
    return names.push(one) - 1
  }
  const parent: number[] = []
  const root = (one: number): number => {
    let at = one
    for (let up = (parent[at] ??= at); up !== at; up = parent[at] as number) {
      parent[at] = parent[up] as number
      at = up
    }
    return at
  }
  const seen = new Set<number>()
  const add = (a: number, b: number): void => {
    seen.add(Math.min(a, b) * 2 ** 26 + Math.max(a, b))
    parent[root(a)] = root(b)
  }
  for (const { kind, count, holders } of many) {
    if (count > (kind === REACH.kind ? REACH.limit : (linkKind(kind)?.limit ?? 0))) continue
    const ends = holders.map(numberOf)
    for (let i = 0; i < ends.length; i++) for (let j = i + 1; j < ends.length; j++) add(ends[i] as number, ends[j] as number)
  }
  for (const { persona, other } of more) add(numberOf(persona), numberOf(other))
  const coded = [...seen].map((code) => [Math.floor(code / 2 ** 26), code % 2 ** 26] as const)
  coded.sort(([a], [b]) => root(a) - root(b))
  return coded.map(([a, b]) => {
    const [x, y] = [names[a] as PersonaId, names[b] as PersonaId]
    return x < y ? { persona: x, other: y } : { persona: y, other: x }
  })
}
