import { buildNameIndex, type NameIndex, openNameIndex } from '../src/compute/name-index/name-index.ts'
import type { IndexedName } from '../src/compute/name-index/name.ts'
import { scorePrepared } from '../src/compute/name-match/compare.ts'
import { type NameKind, prepareName } from '../src/compute/name-match/tokens.ts'
import { alternate, type Measured, median, ms, ratioOf, timed } from './measure.ts'
import { type MadeQuery, namesOf, type NameSet, queriesFor, typedSlips } from './names-made.ts'
import { minisearch, type Search, sqliteTrigrams } from './names-peers-local.ts'
import { postgresTrigrams } from './names-postgres.ts'

const ROUNDS = 5
/** Queries of recall, and those of one round of the clock, which nobody asked before: the index remembers what it was asked. */
const QUERIES = 4000
const TIMED = 160
const TIMED_MILLION = 40
/** All are looked at for the ten best, as the others' answers are: nothing is too unlike to be shown. */
const TEN = { limit: 10, least: 0.25 } as const
/** What brute force must find too. */
const HIT = 0.7

/** Names like those of published lists, looked up among 20 thousand and 100 thousand. */
export async function names(): Promise<Measured[]> {
  const lines: Measured[] = []
  for (const count of [20_000, 100_000]) {
    const context = contextOf(count)
    const { made } = context
    lines.push(
      await beside(context, { name: 'SQLite FTS5 trigram', search: sqliteTrigrams(made.names), atLeast: count === 20_000 ? 15 : 20 }),
      await beside(context, { name: 'minisearch', search: minisearch(made.names), atLeast: count === 20_000 ? 40 : 60 }),
      await bruteForce(context),
    )
    if (count === 20_000) lines.push(...listedSlips(made))
  }
  return lines
}

/** The same among a million, which takes long to make and to ask with; and how much longer a name takes there. */
export async function namesMillion(): Promise<Measured[]> {
  const [few, million] = [20_000, 1_000_000].map(contextOf) as [Context, Context]
  const waits = { 20_000: few.wait, 1_000_000: million.wait }
  return [...(await besidePostgres(million)), size(million.index.bytes(), million.made), await bruteForce(million), growth(waits)]
}

function contextOf(count: number): Context {
  const made = namesOf(count)
  const index = openNameIndex(buildNameIndex(made.names).bytes())
  const all = queriesFor(made.names, QUERIES + ROUNDS * TIMED)
  const [queries, fresh] = [all.slice(0, QUERIES), all.slice(QUERIES)]
  const { recall, times } = quality(queries, (query) => index.search(query.text, { ...TEN, kind: query.kind }).map(({ party }) => party))
  return { of: `${count.toLocaleString('en-US')} ${made.origin}`, made, queries, fresh, index, recall, wait: median(times) }
}

interface Context {
  readonly of: string
  readonly made: NameSet
  readonly queries: readonly MadeQuery[]
  readonly fresh: readonly MadeQuery[]
  readonly index: NameIndex
  readonly recall: number
  /** Median milliseconds of a query. */
  readonly wait: number
}

/** Share of queries whose party is among the answers, and how long each took. */
function quality(
  queries: readonly MadeQuery[],
  search: (query: MadeQuery) => readonly number[],
): { readonly recall: number; readonly times: number[] } {
  let found = 0
  const times = queries.map((query) => {
    const start = performance.now()
    const parties = search(query)
    const time = performance.now() - start
    if (parties.some((party) => query.parties.has(party))) found++
    return time
  })
  return { recall: found / queries.length, times }
}

async function beside(
  { of, queries, fresh, index, recall }: Context,
  peer: { readonly name: string; readonly search: Search; readonly atLeast: number },
): Promise<Measured> {
  const theirs = quality(queries.slice(0, 800), ({ text }) => peer.search(text)).recall
  const ours = quality(queries.slice(0, 800), (query) =>
    index.search(query.text, { ...TEN, kind: query.kind }).map(({ party }) => party),
  ).recall
  const part = (round: number): readonly MadeQuery[] => fresh.slice(round * TIMED, (round + 1) * TIMED)
  const times = await alternate(
    {
      [peer.name]: (round) => timed(() => part(round).forEach(({ text }) => peer.search(text))),
      'this index': (round) => timed(() => part(round).forEach(({ text, kind }) => index.search(text, { ...TEN, kind }))),
    },
    ROUNDS,
  )
  return {
    job: 'names',
    what: `${peer.name} ÷ this index, ${of}`,
    ...ratioOf(times, peer.name, 'this index'),
    atLeast: peer.atLeast,
    quality: `recall@10 ${recall.toFixed(4)} of ${QUERIES} queries of eight kinds; of the first 800 ${ours.toFixed(4)}, ${peer.name} ${theirs.toFixed(4)}`,
  }
}

async function besidePostgres({ of, made, queries, fresh, index, recall }: Context): Promise<Measured[]> {
  const postgres = await postgresTrigrams(made.names)
  const what = `PostgreSQL pg_trgm ÷ this index, ${of}`
  if ('missing' in postgres) {
    console.error(`names: pg_trgm is not measured here: ${postgres.missing}`)
    return []
  }
  try {
    const some = queries.slice(0, 200)
    let found = 0
    for (const { text, parties } of some) if ((await postgres.search(text)).some((party) => parties.has(party))) found++
    const ours = quality(some, (query) => index.search(query.text, { ...TEN, kind: query.kind }).map(({ party }) => party)).recall
    const part = (round: number): readonly MadeQuery[] => fresh.slice(round * TIMED_MILLION, (round + 1) * TIMED_MILLION)
    const times = await alternate(
      {
        pg_trgm: (round) =>
          timed(async () => {
            for (const { text } of part(round)) await postgres.search(text)
          }),
        'this index': (round) => timed(() => part(round).forEach(({ text, kind }) => index.search(text, { ...TEN, kind }))),
      },
      ROUNDS,
    )
    return [
      {
        job: 'names',
        what,
        ...ratioOf(times, 'pg_trgm', 'this index'),
        atLeast: 15,
        quality: `recall@10 ${recall.toFixed(4)} of ${QUERIES} queries; of the first 200 ${ours.toFixed(4)}, pg_trgm ${(found / some.length).toFixed(4)}`,
      },
    ]
  } finally {
    await postgres.stop()
  }
}

/** Names prepared at a time: a million prepared ones would not fit. */
const AT_ONCE = 50_000

/**
 * The same comparison with every name that the index may answer with, the names taken apart before the clock starts: beside the whole
 * search. Of hits of brute force, ten a query at most, those count as kept for which the search has one with as good a score.
 */
async function bruteForce({ of, made, queries, index }: Context): Promise<Measured> {
  const million = made.names.length >= 1_000_000
  const each = million ? 2 : made.names.length >= 100_000 ? 8 : 20
  const part = (round: number): readonly MadeQuery[] => queries.slice(round * each, (round + 1) * each)
  let hits = 0
  let kept = 0
  const times = await alternate(
    {
      'every name': async (round) => {
        const some = part(round)
        const { best, time } = compareAll(made.names, some)
        for (const [at, { text, kind }] of some.entries()) {
          const found = index.search(text, { limit: 10, least: HIT, kind })
          const wanted = best[at]!
          hits += wanted.length
          kept += wanted.filter((score, rank) => (found[rank]?.score ?? 0) >= score).length
        }
        return time
      },
      'this index': (round) => timed(() => part(round).forEach(({ text, kind }) => index.search(text, { limit: 10, least: HIT, kind }))),
    },
    ROUNDS,
  )
  return {
    job: 'names',
    what: `its own comparison with every name ÷ this index, ${of}`,
    ...ratioOf(times, 'every name', 'this index'),
    atLeast: million ? 500 : 100,
    quality: `${((100 * kept) / Math.max(1, hits)).toFixed(1)} % of ${hits} hits of ${HIT} or more kept (goal 98), ${each * ROUNDS} queries`,
  }
}

/** The ten best scores of each query, best first, and the milliseconds that comparing took. */
function compareAll(
  all: readonly IndexedName[],
  queries: readonly MadeQuery[],
): { readonly best: readonly number[][]; readonly time: number } {
  const best: number[][] = queries.map(() => [])
  const asked = queries.map(({ text, kind }) => prepareName(text, kind))
  let time = 0
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const listed = all.slice(from, from + AT_ONCE).map(({ text, kind }) => prepareName(text, kind))
    const start = performance.now()
    for (const [at, query] of asked.entries()) {
      for (const name of listed) {
        if (!comparable(query.kind, name.kind)) continue
        const score = scorePrepared(query, name)
        if (score >= HIT) best[at]!.push(score)
      }
    }
    time += performance.now() - start
  }
  return { best: best.map((scores) => scores.sort((a, b) => b - a).slice(0, 10)), time }
}

const comparable = (asked: NameKind, listed: NameKind): boolean => asked === 'other' || listed === 'other' || asked === listed

function size(bytes: Uint8Array, { names: all, origin }: NameSet): Measured {
  const each = bytes.length / all.length
  return {
    job: 'names',
    what: `bytes of the index a name, ${all.length.toLocaleString('en-US')} ${origin}`,
    ratio: each,
    least: each,
    most: each,
    rounds: 1,
    goal: 150,
    quality: `the whole file: names as published, their words, all tables; in memory 5 bytes a name and word more`,
    times: `${(bytes.length / 2 ** 20).toFixed(0)} MB`,
  }
}

/** Names of one list with slips that another project made of them, where they are present. */
function listedSlips({ names: all }: NameSet): Measured[] {
  const slips = typedSlips()
  if (slips.length === 0) return []
  const added = slips.map(({ listed }, at): IndexedName => ({ text: listed, kind: 'person', party: 2 ** 31 + at, quality: 'strong' }))
  const larger = buildNameIndex([...all, ...added])
  const found = slips.filter(({ listed, query }) =>
    larger.search(query, { ...TEN, kind: 'person' }).some(({ text }) => text === listed),
  ).length
  const recall = found / slips.length
  return [
    {
      job: 'names',
      what: `recall@10 of ${slips.length} UN names with slips among ${larger.count.toLocaleString('en-US')}`,
      ratio: recall,
      least: recall,
      most: recall,
      rounds: 1,
      atLeast: 0.995,
      quality: `${found} of ${slips.length} found`,
      times: '–',
    },
  ]
}

function growth(waits: Readonly<Record<number, number>>): Measured {
  const ratio = waits[1_000_000]! / waits[20_000]!
  return {
    job: 'names',
    what: 'median wait among 1,000,000 names ÷ among 20,000',
    ratio,
    least: ratio,
    most: ratio,
    rounds: 1,
    goal: 12,
    quality: `one after the other, ${QUERIES} queries each`,
    times: Object.entries(waits)
      .map(([count, wait]) => `${Number(count).toLocaleString('en-US')}: ${ms(wait)}`)
      .join(', '),
  }
}
