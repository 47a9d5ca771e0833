import { type Records, rowsOf } from '../../compute/record-linkage/columns.ts'
import { oneToOne } from '../../compute/record-linkage/decide.ts'
import { type Model, probability } from '../../compute/record-linkage/model.ts'
import { train } from '../../compute/record-linkage/train.ts'
import { consistentClusters } from '../../compute/record-linkage/clusters.ts'
import { UnionFind } from '../../compute/union-find.ts'
import { cancelled } from '../../model/errors.ts'
import type { Block } from './blocks.ts'
import { type Candidates, rulesOf, thinned } from './candidates.ts'
import { evidenceOf } from './evidence.ts'
import { type FoundHub, hubsOf } from './hubs.ts'
import { orderOfPairs } from './in-order.ts'
import { columnsStage, loadedOf } from './kept-columns.ts'
import type { ColumnFacts } from './encode-column.ts'
import { load } from './load.ts'
import { checkHeader, type LinkMap } from './map.ts'
import { planBlocks, rulesOfBlocks } from './plan.ts'
import type { Clusters, LeftOutLine, LinkDeps, LinkTable, ScoredPairs, Stages, WrittenHub } from './ports.ts'
import { joinedPairs, proposalPieces } from './propose.ts'
import { samplePairs, type SampledPair } from './sample.ts'
import { shared32 } from './shared.ts'
import { type Kept, slicesOf } from './score-slice.ts'

export interface LinkWork {
  /** One file to find what belongs together within it, or two to find what belongs together across. */
  readonly files: readonly string[]
  readonly map: LinkMap
}

/** A rule that proposed pairs: groups of up to `largest` records were compared pair by pair. */
export interface UsedRule {
  readonly name: string
  readonly largest: number
  readonly pairs: number
  /** The column, where the rule is one column's values. */
  readonly column?: number
}

/** What a run found, for people and for `--json`. */
export interface Linked {
  readonly records: number
  readonly boundary: number | undefined
  readonly leftOut: { readonly count: number; readonly first: readonly LeftOutLine[] }
  readonly columns: readonly ColumnFacts[]
  readonly rules: readonly UsedRule[]
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
}

export interface LinkRun {
  readonly linked: Linked
  /** The results, where the table wrote them. */
  readonly files: readonly string[]
  readonly sample: readonly SampledPair[]
}

/** Links the records of one file, or of two, and writes the results. A finished stage is kept, and taken from there by the next run. */
export async function linkRecords(deps: LinkDeps, work: LinkWork): Promise<LinkRun> {
  const { watch } = deps
  const table = await readTable(deps, work)
  // The records themselves are gone when the results are written: both together would take half as much memory again.
  const { facts, scored, clusters, hubs, sample } = await findIn(table, deps, work.map)
  await turn(deps)
  const files = [...(await table.writeFound(clusters, scored.pairs)), ...(await table.writeHubs(hubs))]
  watch.progress('write', table.count, table.count)
  const { linked } = scored.pairs
  const joining = linked.reduce((sum, one) => sum + one, 0)
  const found: Linked = {
    records: table.count,
    boundary: table.boundary,
    leftOut: table.leftOut,
    columns: facts,
    rules: scored.rules,
    compared: scored.compared,
    model: scored.model,
    linked: joining,
    proposed: linked.length - joining,
    clusters: sizesOf(clusters),
    hubs,
  }
  return { linked: found, files, sample }
}

interface Found {
  readonly facts: readonly ColumnFacts[]
  readonly scored: Scored
  readonly clusters: Clusters
  readonly hubs: readonly WrittenHub[]
  readonly sample: readonly SampledPair[]
}

async function findIn(table: LinkTable, deps: LinkDeps, map: LinkMap): Promise<Found> {
  const { watch, stages } = deps
  const columns = await stages.load('columns')
  const loaded = columns === undefined ? await load(table, map, deps) : loadedOf(columns)
  if (columns === undefined) await stages.save('columns', columnsStage(loaded))
  const { facts } = loaded
  const records = { ...loaded.records, rows: rowsOf(loaded.records, shared32(loaded.records.count * facts.length)) }
  await turn(deps)
  const scored = (await earlierScores(stages)) ?? (await scoreAll(deps, records, map))
  watch.progress('cluster', 0, records.count)
  const clusters = clustersOf(records, scored)
  watch.progress('cluster', records.count, records.count)
  await turn(deps)
  watch.progress('write', 0, records.count)
  const limits = scored.rules.flatMap((rule) => (rule.column === undefined ? [] : [[rule.column, rule.largest] as const]))
  const hubs = await namedHubs(table, records, hubsOf(records, new Map(limits)))
  return { facts, scored, clusters, hubs, sample: await samplePairs(table, records, scored) }
}

async function readTable({ tables, stages, watch }: LinkDeps, work: LinkWork): Promise<LinkTable> {
  for (const file of work.files) checkHeader(work.map, await tables.header(file), file)
  const earlier = (await stages.load('read'))?.facts
  watch.progress('read', 0, 0)
  const table = await tables.read({ ...work, earlier })
  watch.progress('read', table.count, table.count)
  if (earlier === undefined) await stages.save('read', { facts: table.reading, arrays: {} })
  return table
}

/** Lets an interrupt in, and stops where one came. */
async function turn({ watch }: LinkDeps): Promise<void> {
  await watch.rest()
  if (watch.signal.aborted) throw cancelled()
}

/** So many candidate pairs are learnt from: what a shared identifier is worth is known from fewer than the levels of many columns. */
const LEARNT_FROM = { identifiers: 100_000, everything: 500_000 } as const

/** What is known once all candidate pairs are scored. */
interface Scored {
  readonly pairs: ScoredPairs
  readonly model: Model
  readonly rules: readonly UsedRule[]
  readonly compared: number
}

async function scoreAll(deps: LinkDeps, records: Records, map: LinkMap): Promise<Scored> {
  const { kept, ...facts } = await keptOf(deps, records, map)
  await turn(deps)
  const ordered = inOrder(records, kept)
  // Two files that list the same things list each once; two registers of accounts may hold many of one operator each.
  const ones = records.boundary !== undefined && facts.model.rests === 'everything' ? paired(ordered, facts.model.line) : ordered
  const { evidence, ...arrays } = ones
  await deps.stages.save('score', { facts: { evidence, ...facts }, arrays })
  return { pairs: ones, ...facts }
}

/** The candidates are gone when their scores are put in order. */
async function keptOf(deps: LinkDeps, records: Records, map: LinkMap): Promise<Omit<Scored, 'pairs'> & { readonly kept: readonly Kept[] }> {
  const { watch } = deps
  watch.progress('candidates', 0, 1)
  const blocks = await planBlocks(records, map.restsOn, () => turn(deps))
  const pairs = await proposed(deps, records, blocks)
  const model = await trained(deps, { records, blocks, pairs, map })
  const { left } = pairs
  const told = (done: number, of: number): void => watch.progress('score', Math.floor((left.length * done) / of), left.length)
  told(0, 1)
  const kept = await deps.threads.run('score', { records, model, pairs }, slicesOf(left.length), { told, signal: watch.signal })
  if (left.length === 0) told(1, 1)
  return { kept, model, rules: blocks.map(usedRule), compared: pairs.left.length }
}

async function proposed({ threads, watch }: LinkDeps, records: Records, blocks: readonly Block[]): Promise<Candidates> {
  const most = blocks.reduce((sum, block) => sum + block.pairs, 0)
  // Only what is written to takes memory; the rest of this is address space.
  const room = { left: shared32(most), right: shared32(most) }
  const pieces = proposalPieces(blocks)
  const told = (done: number, of: number): void => watch.progress('candidates', Math.floor((blocks.length * done) / of), blocks.length)
  const written = await threads.run('propose', { records, blocks, ...room }, pieces, { told, signal: watch.signal })
  if (pieces.length === 0) told(1, 1)
  return joinedPairs(room, pieces, written)
}

async function earlierScores(stages: Stages): Promise<Scored | undefined> {
  const stage = await stages.load('score')
  if (stage === undefined) return undefined
  const { evidence, ...facts } = stage.facts as Omit<Scored, 'pairs'> & Pick<ScoredPairs, 'evidence'>
  return { ...facts, pairs: { ...stage.arrays, evidence } as unknown as ScoredPairs }
}

async function trained(
  deps: LinkDeps,
  of: { records: Records; blocks: readonly Block[]; pairs: Candidates; map: LinkMap },
): Promise<Model> {
  const { records, blocks, pairs, map } = of
  const earlier = (await deps.stages.load('train'))?.facts
  if (earlier !== undefined) return earlier as Model
  deps.watch.progress('train', 0, pairs.left.length)
  await turn(deps)
  const some = thinned(pairs, LEARNT_FROM[map.restsOn])
  const training = { rules: rulesOfBlocks(blocks), rests: map.restsOn, of: pairs.left.length }
  const model = train(records, { ...some, rules: rulesOf(records, blocks, some) }, training)
  deps.watch.progress('train', pairs.left.length, pairs.left.length)
  await deps.stages.save('train', { facts: model, arrays: {} })
  await turn(deps)
  return model
}

/** A rule on one column by its values says from where on they are hubs. */
function usedRule({ rule, largest, pairs }: Block): UsedRule {
  const [only, ...more] = rule.parts
  const plain = only !== undefined && more.length === 0 && only.map === undefined && only.several === undefined
  return { name: rule.name, largest, pairs, ...(plain ? { column: only.column } : {}) }
}

/** All kept pairs as one, by left and right record. */
function inOrder(records: Records, kept: readonly Kept[]): ScoredPairs {
  const { pattern, evidence } = evidenceOf(records, kept)
  const all = joined(kept)
  const order = orderOfPairs(all.left, all.right, records.count)
  const pick = <T extends Uint32Array | Float32Array | Uint8Array>(from: T, to: T): T => {
    for (let k = 0; k < order.length; k++) to[k] = from[order[k]!]!
    return to
  }
  const n = order.length
  const bits = pick(all.odds, new Float32Array(n))
  return {
    left: pick(all.left, new Uint32Array(n)),
    right: pick(all.right, new Uint32Array(n)),
    bits,
    probability: bits.map(probability),
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

/** Each record is linked with its best counterpart in the other file; what else lies over the line stays for a person to look at. */
function paired(pairs: ScoredPairs, line: number): ScoredPairs {
  const linked = new Uint8Array(pairs.linked.length)
  for (const k of oneToOne(pairs, pairs.bits, line)) linked[k] = 1
  return { ...pairs, linked }
}

/** Personas of one operator are found along chains of shared things; records of one thing must agree as a whole. */
function clustersOf(records: Records, { pairs, model }: Scored): Clusters {
  const { count } = records
  const first = model.rests === 'everything' ? consistentClusters(records, model, linksOf(pairs)) : chained(count, pairs)
  const sizes = new Uint32Array(count)
  for (let i = 0; i < count; i++) sizes[first[i]!]!++
  return { first, size: first.map((root) => sizes[root]!) }
}

function chained(count: number, { left, right, linked }: ScoredPairs): Uint32Array {
  const sets = new UnionFind(count)
  for (let k = 0; k < left.length; k++) if (linked[k] === 1) sets.union(left[k]!, right[k]!)
  return sets.components()
}

function linksOf({ left, right, bits, linked }: ScoredPairs): { left: Uint32Array; right: Uint32Array; odds: Float32Array } {
  const over = Uint32Array.from(linked.keys()).filter((k) => linked[k] === 1)
  return { left: over.map((k) => left[k]!), right: over.map((k) => right[k]!), odds: Float32Array.from(over, (k) => bits[k]!) }
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
    const [values] = await table.values(
      [column.name],
      Uint32Array.from(mine, (hub) => hub.record),
    )
    mine.forEach((hub, i) =>
      out.push({ column: column.name, kind: column.kind, value: values![i]!, holders: hub.holders, reason: hub.reason }),
    )
  }
  return out
}
