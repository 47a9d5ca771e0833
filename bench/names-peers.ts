import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { buildNameIndex } from '../src/compute/name-index/name-index.ts'
import type { IndexedName } from '../src/compute/name-index/name.ts'
import { scorePrepared } from '../src/compute/name-match/compare.ts'
import { type NameKind, prepareName } from '../src/compute/name-match/tokens.ts'
import { type Measured, ms, timed } from './measure.ts'
import { type MadeQuery, namesOf, queriesFor, SHARED } from './names-made.ts'
import { type Installed, nomenklaturaIn, watchmanIn } from './names-peers-install.ts'

/** nomenklatura compares a query with every name, at a millisecond or two: more would take hours. All engines are asked this. */
const FEW = { names: 1000, queries: 80, made: 80 } as const
/** The list and the first queries of `names`. */
const MANY = { names: 20_000, queries: 800, made: 4000 } as const

/**
 * The field's own engines on the same list, queries and labelled pairs, each installed in a throw-away folder. What cannot be had
 * here is said so in its line.
 */
export const namesPeers = async (): Promise<Measured[]> => [
  ...(await beside('nomenklatura logic-v2', nomenklaturaIn, [FEW])),
  ...(await beside('watchman', watchmanIn, [FEW, MANY])),
]

const KINDS: Readonly<Record<string, NameKind>> = { Person: 'person', Vessel: 'other' }
const SCHEMAS: Readonly<Record<NameKind, string>> = { person: 'Person', organisation: 'Organization', other: 'LegalEntity' }

interface Size {
  readonly names: number
  readonly queries: number
  /** How many are made to take the queries from. */
  readonly made: number
}

interface Answers {
  readonly scores: readonly number[]
  readonly pairSeconds: number
  /** Of each query, the numbers of its ten best names. */
  readonly best: readonly (readonly number[])[]
  readonly searchSeconds: number
}

async function beside(peer: string, install: (folder: string) => Promise<Installed | Error>, sizes: readonly Size[]): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-names-'))
  try {
    const installed = await install(folder)
    if (installed instanceof Error) return [notHere(peer, installed)]
    const labelled = pairs()
    const lines: Measured[] = []
    for (const [turn, size] of sizes.entries()) {
      const { names, origin } = namesOf(size.names)
      const queries = queriesFor(names, size.made).slice(0, size.queries)
      const work = join(folder, 'work.json')
      await writeFile(work, documentOf({ names, queries, pairs: turn === 0 ? labelled : [] }))
      const theirs = JSON.parse(await installed.run(work)) as Answers
      if (!findsExact(theirs, queries, names))
        return [notHere(peer, new Error(`${installed.by} runs, and does not find names spelt as listed`))]
      const index = buildNameIndex(names)
      const search = (): number[][] =>
        queries.map(({ text, kind }) => index.search(text, { kind, limit: 10, least: 0.25 }).map(({ name }) => name))
      const ours = search()
      const searched = await timed(search)
      const recall = (best: Answers['best']): string => {
        const found = best.filter((ten, q) => ten.some((name) => queries[q]!.parties.has(names[name]!.party)))
        return (found.length / queries.length).toFixed(4)
      }
      if (turn === 0 && labelled.length > 0) lines.push(await comparison(peer, labelled, theirs))
      lines.push(
        once(`${peer} ÷ this index, ${size.names.toLocaleString('en-US')} ${origin}`, {
          theirs: (theirs.searchSeconds * 1000) / queries.length,
          ours: searched / queries.length,
          quality: `recall@10 ${recall(ours)}, ${peer} ${recall(theirs.best)}, ${queries.length} queries of eight kinds; ${installed.by}`,
          each: 'a query',
        }),
      )
    }
    return lines
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A matcher that misses most names as they are listed was set up wrongly, and its figures would say nothing of it. */
function findsExact({ best }: Answers, queries: readonly MadeQuery[], names: readonly IndexedName[]): boolean {
  const exact = queries.flatMap(({ how, parties }, q) =>
    how === 'exact' ? [best[q]!.some((name) => parties.has(names[name]!.party))] : [],
  )
  return exact.filter(Boolean).length * 2 > exact.length
}

interface Labelled {
  readonly schema: string
  readonly a: string
  readonly b: string
  readonly match: boolean
}

function documentOf(work: {
  readonly names: readonly IndexedName[]
  readonly queries: readonly MadeQuery[]
  readonly pairs: readonly Labelled[]
}): string {
  return JSON.stringify({
    pairs: work.pairs.map(({ schema, a, b }) => [schema, a, b]),
    names: work.names.map(({ kind, text }) => [SCHEMAS[kind], text]),
    queries: work.queries.map(({ kind, text }) => [SCHEMAS[kind], text]),
  })
}

async function comparison(peer: string, labelled: readonly Labelled[], { scores, pairSeconds }: Answers): Promise<Measured> {
  const kindOf = (schema: string): NameKind => KINDS[schema] ?? 'organisation'
  const compare = (): number[] =>
    labelled.map(({ schema, a, b }) => scorePrepared(prepareName(a, kindOf(schema)), prepareName(b, kindOf(schema))))
  const ours = compare()
  const compared = await timed(compare)
  const labels = labelled.map(({ match }) => match)
  return once(`${peer} ÷ this comparison, ${labelled.length} labelled pairs of name_bench`, {
    theirs: (pairSeconds * 1000) / labelled.length,
    ours: compared / labelled.length,
    quality: `best F1 ${bestF1(ours, labels).toFixed(3)}, ${peer} ${bestF1(scores, labels).toFixed(3)}`,
    each: 'a pair',
  })
}

function once(what: string, the: { theirs: number; ours: number; quality: string; each: string }): Measured {
  const ratio = the.theirs / the.ours
  const times = `${ms(the.theirs)} and ${(the.ours * 1000).toFixed(0)} µs ${the.each}; one run each, starts and libraries not counted`
  return { job: 'names-peers', what, ratio, least: ratio, most: ratio, rounds: 1, quality: the.quality, times }
}

function notHere(peer: string, why: Error): Measured {
  const quality = `not measured here: ${why.message.replaceAll(/[\s|]+/g, ' ').slice(-240)}`
  return { job: 'names-peers', what: peer, ratio: 0, least: 0, most: 0, rounds: 0, quality, times: '–' }
}

/** Pairs of names labelled by the project itself, where they are present. */
function pairs(): Labelled[] {
  const file = join(SHARED, 'namematch/nomenklatura_name_bench.csv')
  if (!existsSync(file)) return []
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, relax_column_count: true })
  return rows.map((row) => ({ schema: row['schema']!, a: row['name1']!, b: row['name2']!, match: row['is_match'] === 'true' }))
}

/** F1 at the threshold where it is best. */
function bestF1(scores: readonly number[], labels: readonly boolean[]): number {
  const all = labels.filter(Boolean).length
  let best = 0
  for (const line of new Set(scores)) {
    const taken = labels.filter((_, i) => scores[i]! >= line)
    const right = taken.filter(Boolean).length
    best = Math.max(best, (2 * right) / (taken.length + all))
  }
  return best
}
