import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { buildNameIndex } from '../src/compute/name-index/name-index.ts'
import { scorePrepared } from '../src/compute/name-match/compare.ts'
import { type NameKind, prepareName } from '../src/compute/name-match/tokens.ts'
import { runChild } from './link-child.ts'
import { type Measured, timed } from './measure.ts'
import { namesOf, queriesFor, SHARED } from './names-made.ts'

const NOMENKLATURA = 'nomenklatura==4.17.4'
const WATCHMAN = 'github.com/moov-io/watchman'
/** It compares a query with every name: more would take hours. */
const NAMES = 1000
const QUERIES = 40

/**
 * The field's own engines on the same list, queries and labelled pairs, each installed in a throw-away folder. What cannot be had here is
 * said so in its line.
 */
export const namesPeers = async (): Promise<Measured[]> => [...(await besideNomenklatura()), ...(await besideWatchman())]

const KINDS: Readonly<Record<string, NameKind>> = { Person: 'person', Vessel: 'other' }
const SCHEMAS: Readonly<Record<NameKind, string>> = { person: 'Person', organisation: 'Organization', other: 'LegalEntity' }

async function besideNomenklatura(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-names-'))
  try {
    const python = await pythonIn(folder)
    if (python instanceof Error) return skipped('nomenklatura', python)
    const labelled = pairs()
    const { names } = namesOf(NAMES)
    const queries = queriesFor(names, QUERIES)
    const input = join(folder, 'work.json')
    await writeFile(
      input,
      JSON.stringify({
        pairs: labelled.map(({ schema, a, b }) => [schema, a, b]),
        names: names.map(({ kind, text }) => [SCHEMAS[kind], text]),
        queries: queries.map(({ kind, text }) => [SCHEMAS[kind], text]),
      }),
    )
    const { output } = await runChild(python, [join(import.meta.dirname, 'names-nomenklatura.py'), input])
    const theirs = JSON.parse(output) as { scores: number[]; pairSeconds: number; best: number[][]; searchSeconds: number }
    const index = buildNameIndex(names)
    const search = (): number[][] =>
      queries.map(({ text, kind }) => index.search(text, { kind, limit: 10, least: 0.3 }).map(({ name }) => name))
    const ours = search()
    const searched = await timed(search)
    const compare = (): number[] =>
      labelled.map(({ schema, a, b }) =>
        scorePrepared(prepareName(a, KINDS[schema] ?? 'organisation'), prepareName(b, KINDS[schema] ?? 'organisation')),
      )
    const scores = compare()
    const compared = await timed(compare)
    const recall = (best: readonly number[][]): string =>
      (best.filter((found, q) => found.some((name) => queries[q]!.parties.has(names[name]!.party))).length / queries.length).toFixed(3)
    const f1 = (of: readonly number[]): string =>
      bestF1(
        of,
        labelled.map(({ match }) => match),
      ).toFixed(3)
    return [
      once({
        what: `nomenklatura logic-v2 with every one of ${NAMES} names ÷ this index`,
        ratio: (theirs.searchSeconds * 1000) / searched,
        quality: `recall@10 ${recall(ours)}, nomenklatura ${recall(theirs.best)}, ${QUERIES} queries`,
      }),
      ...(labelled.length === 0
        ? []
        : [
            once({
              what: `nomenklatura logic-v2 ÷ this comparison, ${labelled.length} labelled pairs of name_bench`,
              ratio: (theirs.pairSeconds * 1000) / compared,
              quality: `best F1 ${f1(scores)}, nomenklatura ${f1(theirs.scores)}`,
            }),
          ]),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function pythonIn(folder: string): Promise<string | Error> {
  try {
    await runChild('python3', ['-m', 'venv', folder])
    const python = join(folder, 'bin', 'python')
    await runChild(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', NOMENKLATURA])
    return python
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Whether the module can be had at all: the proxy of one's own network may not carry it. */
async function besideWatchman(): Promise<Measured[]> {
  try {
    await runChild('go', ['list', '-m', '-versions', WATCHMAN])
    return skipped('watchman', new Error('it can be had here, and no measurement of it is written yet'))
  } catch (error) {
    return skipped('watchman', error instanceof Error ? error : new Error(String(error)))
  }
}

function skipped(peer: string, why: Error): Measured[] {
  console.error(`names-peers: ${peer} is not measured here: ${why.message.replaceAll(/\s+/g, ' ').slice(-240)}`)
  return []
}

const once = (line: Pick<Measured, 'what' | 'ratio' | 'quality'>): Measured => ({
  job: 'names-peers',
  ...line,
  least: line.ratio,
  most: line.ratio,
  rounds: 1,
  times: 'one run each, its start and libraries not counted',
})

/** Pairs of names labelled by the project itself, where they are present. */
function pairs(): { readonly schema: string; readonly a: string; readonly b: string; readonly match: boolean }[] {
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
