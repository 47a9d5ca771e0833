import type { Records } from '../../compute/record-linkage/columns.ts'
import { type Model, probability } from '../../compute/record-linkage/model.ts'
import { train } from '../../compute/record-linkage/train.ts'
import { UnionFind } from '../../compute/union-find.ts'
import { cancelled } from '../../model/errors.ts'
import type { Block } from './blocks.ts'
import { type Candidates, candidates, rulesOf } from './candidates.ts'
import { evidenceOf } from './evidence.ts'
import { type FoundHub, hubsOf } from './hubs.ts'
import { type ColumnFacts, load } from './load.ts'
import { checkHeader, type LinkMap } from './map.ts'
import { planBlocks, rulesOfBlocks } from './plan.ts'
import type { Clusters, LeftOutLine, LinkDeps, LinkTable, ScoredPairs, WrittenHub } from './ports.ts'
import type { Kept } from './score-slice.ts'

export interface LinkWork {
  /** One file to find what belongs together within it, or two to find what belongs together across. */
  readonly files: readonly string[]
  readonly map: LinkMap
}

/** What a run found, for people and for `--json`. */
export interface Linked {
  readonly records: number
  readonly boundary: number | undefined
  readonly leftOut: { readonly count: number; readonly first: readonly LeftOutLine[] }
  readonly columns: readonly ColumnFacts[]
  readonly rules: readonly { readonly name: string; readonly largest: number; readonly pairs: number }[]
  readonly compared: number
  readonly model: Model
  readonly linked: number
  readonly proposed: number
  readonly clusters: {
    readonly count: number
    readonly joined: number
    readonly sizes: readonly { readonly size: number; readonly clusters: number }[]
  }
  readonly hubs: readonly WrittenHub[]
  readonly files: readonly string[]
}

/** Links the records of one file, or of two, and writes the results. */
export async function linkRecords(deps: LinkDeps, work: LinkWork): Promise<Linked> {
  const { watch } = deps
  for (const file of work.files) checkHeader(work.map, await deps.tables.header(file), file)
  watch.progress('read', 0, 1)
  const table = await deps.tables.read(work)
  watch.progress('read', table.count, table.count)
  const { records, facts } = await load(table, work.map, watch)
  stopIfAsked(deps)
  const blocks = planBlocks(records, work.map.restsOn)
  const pairs = candidates(records, blocks, (done, of) => watch.progress('candidates', done, of))
  stopIfAsked(deps)
  watch.progress('train', 0, 1)
  const model = train(
    records,
    { ...pairs, rules: rulesOf(records, blocks, pairs) },
    { rules: rulesOfBlocks(blocks), rests: work.map.restsOn },
  )
  watch.progress('train', 1, 1)
  stopIfAsked(deps)
  const kept = await deps.threads.score({ records, model, pairs }, (done, of) => watch.progress('score', done, of), watch.signal)
  stopIfAsked(deps)
  const scored = inOrder(records, kept)
  const clusters = clustersOf(records.count, scored)
  watch.progress('cluster', records.count, records.count)
  const hubs = await namedHubs(table, records, hubsOf(records, limitsOf(blocks)))
  watch.progress('write', 0, 3)
  const files = [...(await table.writeClusters(clusters)), ...(await table.writePairs(scored)), ...(await table.writeHubs(hubs))]
  watch.progress('write', 3, 3)
  return {
    records: table.count,
    boundary: table.boundary,
    leftOut: table.leftOut,
    columns: facts,
    rules: blocks.map(({ rule, largest, pairs: of }) => ({ name: rule.name, largest, pairs: of })),
    compared: pairs.left.length,
    model,
    linked: scored.linked.reduce((sum, one) => sum + one, 0),
    proposed: scored.linked.reduce((sum, one) => sum + 1 - one, 0),
    clusters: sizesOf(clusters),
    hubs,
    files,
  }
}

function stopIfAsked(deps: LinkDeps): void {
  if (deps.watch.signal.aborted) throw cancelled()
}

/** The largest group that was compared, of every rule on one column. */
const limitsOf = (blocks: readonly Block[]): ReadonlyMap<number, number> =>
  new Map(
    blocks.flatMap(({ rule, largest }) =>
      rule.parts.length === 1 && rule.parts[0]!.map === undefined ? [[rule.parts[0]!.column, largest] as const] : [],
    ),
  )

/** All kept pairs as one, by left and right record. */
function inOrder(records: Records, kept: readonly Kept[]): ScoredPairs {
  const { pattern, evidence } = evidenceOf(records, kept)
  const all = joined(kept)
  const order = Uint32Array.from(all.left.keys()).sort((a, b) => all.left[a]! - all.left[b]! || all.right[a]! - all.right[b]!)
  const pick = <T extends Uint32Array | Float32Array | Uint8Array>(from: T, to: T): T => {
    for (let k = 0; k < order.length; k++) to[k] = from[order[k]!]!
    return to
  }
  const n = order.length
  return {
    left: pick(all.left, new Uint32Array(n)),
    right: pick(all.right, new Uint32Array(n)),
    bits: pick(all.odds, new Float32Array(n)),
    probability: pick(all.odds.map(probability), new Float32Array(n)),
    linked: pick(all.linked, new Uint8Array(n)),
    pattern: pick(pattern, new Uint32Array(n)),
    evidence,
  }
}

function joined(kept: readonly Kept[]): Candidates & { readonly odds: Float32Array; readonly linked: Uint8Array } {
  const n = kept.reduce((sum, slice) => sum + slice.left.length, 0)
  const out = { left: new Uint32Array(n), right: new Uint32Array(n), odds: new Float32Array(n), linked: new Uint8Array(n) }
  let at = 0
  for (const slice of kept) {
    out.left.set(slice.left, at)
    out.right.set(slice.right, at)
    out.odds.set(slice.odds, at)
    out.linked.set(slice.linked, at)
    at += slice.left.length
  }
  return out
}

function clustersOf(count: number, pairs: ScoredPairs): Clusters {
  const sets = new UnionFind(count)
  for (let k = 0; k < pairs.left.length; k++) if (pairs.linked[k] === 1) sets.union(pairs.left[k]!, pairs.right[k]!)
  const first = sets.components()
  const sizes = new Uint32Array(count)
  for (let i = 0; i < count; i++) sizes[first[i]!]!++
  return { first, size: first.map((root) => sizes[root]!) }
}

function sizesOf({ first, size }: Clusters): Linked['clusters'] {
  const bySize = new Map<number, number>()
  for (let i = 0; i < first.length; i++) if (first[i] === i) bySize.set(size[i]!, (bySize.get(size[i]!) ?? 0) + 1)
  const sizes = [...bySize].map(([of, clusters]) => ({ size: of, clusters })).sort((a, b) => a.size - b.size)
  const several = sizes.filter((s) => s.size > 1)
  return { count: several.reduce((sum, s) => sum + s.clusters, 0), joined: several.reduce((sum, s) => sum + s.clusters * s.size, 0), sizes }
}

async function namedHubs(table: LinkTable, records: Records, hubs: readonly FoundHub[]): Promise<WrittenHub[]> {
  const out: WrittenHub[] = []
  for (const [c, column] of records.columns.entries()) {
    const mine = hubs.filter((hub) => hub.column === c)
    if (mine.length === 0) continue
    const values = await table.values(
      column.name,
      Uint32Array.from(mine, (hub) => hub.record),
    )
    mine.forEach((hub, i) =>
      out.push({ column: column.name, kind: column.kind, value: values[i]!, holders: hub.holders, reason: hub.reason }),
    )
  }
  return out
}
