import type { ClusterEvent, Hub, Link } from '../../model/link.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import type { Held, Pair, Tx, Value } from '../ports.ts'
import { gathering, valueOf, type Gathering } from './gather.ts'
import { nameOf, pairName, pairOf, sharedBetween } from './ground.ts'
import { hubsAmong, isMeasured } from './hub-status.ts'
import { linkKind, MOST_HOLDERS, REACH } from './kinds.ts'
import { answered } from './answered.ts'
import { standing } from './standing.ts'
import { recluster, type Was } from './recluster.ts'
import { weigh } from './weigh.ts'

/** What has changed since links were last made. */
export interface Changed {
  /** Of whom anything may be new: what they hold, or what was found equal with others. */
  readonly personas: readonly PersonaId[]
  /** Whom these met, before or now. */
  readonly met: readonly PersonaId[]
  /** Values that somebody no longer holds. */
  readonly lost: readonly Value[]
  /** Members of clusters who are no more. */
  readonly gone: readonly Was[]
  /** Pairs that a person judged anew. */
  readonly judged: readonly Pair[]
  /** In words, why clusters change, where the links themselves do not say it. */
  readonly cause: string | undefined
}

export const NOTHING: Changed = { personas: [], met: [], lost: [], gone: [], judged: [], cause: undefined }

/**
 * Links and clusters after a change: weighs anew every pair whose weight the change can touch, and no other. What it leaves is
 * what weighing everything would leave. One more holder of a value changes the weights between all its other holders, so the
 * work is bounded by the most holders that a value may have before it is a hub, not by how many personas there are.
 */
export async function relink(tx: Tx, changed: Changed, now: Instant): Promise<readonly ClusterEvent[]> {
  await tx.lockLinks()
  const all = gathering(tx, { most: MOST_HOLDERS + changed.personas.length })
  const { ground } = all
  await all.personas([...changed.personas, ...changed.met])
  const touched = new Map<string, Value>()
  for (const value of changed.lost) if (isWeighed(value)) touched.set(nameOf(value), value)
  for (const one of changed.personas)
    for (const use of ground.uses.get(one)?.values() ?? []) if (isWeighed(use)) touched.set(nameOf(use), use)
  await all.values(touched.values())

  const pairs = new Map<string, Pair>()
  const add = (pair: Pair): void => void (pair.persona === pair.other || pairs.set(pairName(pair), pair))
  const fresh = new Set(changed.personas)
  for (const name of touched.keys()) {
    const held = ground.held.get(name)
    if (held !== undefined) for (const pair of pairsAmong(heldBefore(held, fresh))) add(pair)
  }
  for (const one of [...changed.personas, ...changed.met])
    for (const row of ground.overlaps.get(one) ?? []) add(pairOf(row.persona, row.other))
  for (const row of await tx.pairs(changed.personas)) if (row.same === 'yes') add(pairOf(row.persona, row.other))
  for (const link of await tx.links(changed.personas)) add(pairOf(link.persona, link.other))
  for (const act of await tx.judgements(changed.personas)) add(pairOf(act.persona, act.other))
  for (const pair of changed.judged) add(pair)

  const hubs = await hubsTouched(tx, all, { touched, pairs, add })
  const links = await weighed(tx, all, { pairs: [...pairs.values()], hubs })
  await tx.replaceLinks([...pairs.values()], links)
  const seeds = new Set([...[...pairs.values()].flatMap((pair) => [pair.persona, pair.other]), ...changed.personas])
  for (const { cluster } of changed.gone)
    for (const { personas } of await tx.clusters([cluster])) for (const one of personas) seeds.add(one)
  return recluster(tx, { seeds: [...seeds], gone: changed.gone, cause: changed.cause }, now)
}

const isWeighed = ({ kind }: Value): boolean => kind === REACH.kind || linkKind(kind) !== undefined
const limitOf = (kind: string): number => (kind === REACH.kind ? REACH.limit : (linkKind(kind)?.limit ?? 0))

/** Holders between whom this value weighs something, or did before the fresh ones came. */
function heldBefore({ kind, count, holders }: Held, fresh: ReadonlySet<PersonaId>): readonly PersonaId[] {
  if (count <= limitOf(kind)) return holders
  const before = holders.filter((one) => !fresh.has(one))
  return before.length <= limitOf(kind) ? before : []
}

function* pairsAmong(personas: readonly PersonaId[]): Generator<Pair> {
  for (let i = 0; i < personas.length; i++)
    for (let j = i + 1; j < personas.length; j++) yield pairOf(personas[i] as PersonaId, personas[j] as PersonaId)
}

interface Reach {
  readonly touched: ReadonlyMap<string, Value>
  readonly pairs: ReadonlyMap<string, Pair>
  readonly add: (pair: Pair) => void
}

/**
 * Hubs among the values that were touched, and among those that hang on them: whether a value is a hub hangs on what its holders
 * have in common otherwise. A value that becomes one, or is one no longer, puts the pairs among its holders in.
 */
async function hubsTouched(tx: Tx, all: Gathering, { touched, pairs, add }: Reach): Promise<ReadonlyMap<string, Hub>> {
  const { ground } = all
  await all.personas([...pairs.values()].flatMap((pair) => [pair.persona, pair.other]))
  const names = new Set([...touched.keys(), ...(await sharedNames(all, pairs.values()))])
  await all.measured(names)
  const asked = [...names].flatMap((name) => ground.held.get(name) ?? []).filter((held) => linkKind(held.kind) !== undefined)
  const decided = asked.filter((held) => touched.has(nameOf(held)) || isMeasured(held))
  const now = hubsAmong(decided, ground)
  const before = new Set((await tx.hubs(decided)).map(nameOf))
  await tx.replaceHubs(decided, [...now.values()])
  for (const held of decided) {
    if (now.has(nameOf(held)) === before.has(nameOf(held)) || held.count > limitOf(held.kind)) continue
    for (const pair of pairsAmong(held.holders)) add(pair)
  }
  await all.personas([...pairs.values()].flatMap((pair) => [pair.persona, pair.other]))
  const more = await sharedNames(all, pairs.values())
  await all.measured(more)
  return hubsAmong(
    [...names, ...more].flatMap((name) => ground.held.get(name) ?? []),
    ground,
  )
}

/** The names of the values that these pairs have in common, their holders counted. */
async function sharedNames(all: Gathering, pairs: Iterable<Pair>): Promise<readonly string[]> {
  const names = new Set<string>()
  for (const pair of pairs) for (const name of sharedBetween(all.ground, pair)) names.add(name)
  const weighedOnes = [...names].map(valueOf).filter(isWeighed)
  await all.values(weighedOnes)
  return weighedOnes.map(nameOf)
}

/** The links that stand between these pairs. */
async function weighed(
  tx: Tx,
  all: Gathering,
  { pairs, hubs }: { pairs: readonly Pair[]; hubs: ReadonlyMap<string, Hub> },
): Promise<Link[]> {
  const acts = standing(await tx.judgements([...new Set(pairs.flatMap((pair) => [pair.persona, pair.other]))]))
  const links = pairs.flatMap((pair) => weigh(pair, all.ground, hubs, acts.get(pairName(pair))) ?? [])
  return answered(tx, links, acts, (pair) => weigh(pair, all.ground, hubs, undefined))
}
