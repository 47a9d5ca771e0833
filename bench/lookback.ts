import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openBlobs } from '../src/adapters/blobs-fs/index.ts'
import { systemClock } from '../src/adapters/clock/index.ts'
import type { Connection } from '../src/adapters/store-postgres/database.ts'
import { connectEmbedded } from '../src/adapters/store-postgres/embedded.ts'
import { storeOf } from '../src/adapters/store-postgres/store.ts'
import { importList } from '../src/engine/lookback/import.ts'
import { lookBack, questionsOf } from '../src/engine/lookback/touched.ts'
import { seeded } from './chance.ts'
import { alternate, ratioOf, timed, type Measured } from './measure.ts'

const PAST = Number(process.env['BENCH_PAST'] ?? 1_000_000)
const LISTED = Number(process.env['BENCH_LISTED'] ?? 10_000)
const ROUNDS = 5
/** One in so many of a list is held by somebody. */
const HELD_ONE_IN = 10
const ACTOR = { tenant: 'bench', id: 'bench' }

type Given = Parameters<typeof importList>[0]

/** A value of the n-th persona, as the index has it and as a list would write it. */
const VALUES = [
  { kind: 'email', sql: `'made' || n || '@one.example.net'`, listed: (n: number) => `Made${n}@one.example[.]net` },
  { kind: 'phone', sql: `'+1202' || lpad((2000000 + n)::text, 7, '0')`, listed: (n: number) => `+1 202 ${String(2_000_000 + n)}` },
  { kind: 'wallet', sql: `'ethereum:0x' || lpad(to_hex(n), 40, '0')`, listed: (n: number) => `0x${n.toString(16).padStart(40, '0')}` },
] as const

/**
 * A list that nobody has seen before, from its bytes to the report of who is touched, beside one walk through the whole index of
 * identifiers. The past lies straight in the tables: what matters is how large they are.
 */
export async function lookback(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-bench-'))
  try {
    const connection = await connectEmbedded(join(folder, 'db'))
    await fill(connection)
    const blobs = await openBlobs({ folder: join(folder, 'blobs'), keys: join(folder, 'keys'), tenant: ACTOR.tenant })
    const deps = { store: storeOf(connection), blobs, clock: systemClock }
    const counted = { planted: 0, found: 0, others: 0, rows: 0 }
    const times = await alternate(
      {
        scan: () =>
          timed(async () => {
            const [row] = await deps.store.tx(ACTOR.tenant, (tx) =>
              tx.relation('select count(*) as n, max(length(key)) as longest, max(kind) as kind from identifier', []),
            )
            counted.rows = Number(row?.['n'])
          }),
        question: (round) => asked(deps, { round, counted: undefined }),
        list: (round) => asked(deps, { round: round + ROUNDS, counted }),
      },
      ROUNDS,
    )
    await connection.close()
    const sizes = `${PAST.toLocaleString('en')} past personas, ${counted.rows.toLocaleString('en')} keys, ${LISTED.toLocaleString('en')} indicators`
    const quality = `${counted.found} of ${counted.planted} planted values found, ${counted.others} others`
    return [
      {
        job: 'lookback',
        what: `${sizes}: read, normalise, quarantine, look back ÷ one scan of the index`,
        ...ratioOf(times, 'list', 'scan'),
        goal: 3,
        quality,
      },
      {
        job: 'lookback',
        what: `of which asking who is touched ÷ one scan of the index`,
        ...ratioOf(times, 'question', 'scan'),
        quality: 'the same values, nothing imported',
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Counted {
  planted: number
  found: number
  others: number
}

/** Milliseconds of one list of the round; of the question alone where nothing is counted. */
async function asked(deps: Given, { round, counted }: { round: number; counted: Counted | undefined }): Promise<number> {
  const { text, planted } = listOf(round)
  const bytes = new TextEncoder().encode(text)
  const given = { name: 'list.csv', bytes, defaults: { source: `Example list ${round}`, reliability: 'B', credibility: '2' } }
  const whole = async () => lookedBack(deps, await importList(deps, ACTOR, given))
  if (counted === undefined) {
    const list = await importList(deps, ACTOR, given)
    return timed(() => lookedBack(deps, list))
  }
  let touched: readonly { readonly persona: { readonly id: string } }[] = []
  const time = await timed(async () => void (touched = (await whole()).touched))
  counted.planted += planted.size
  counted.found += touched.filter((t) => planted.has(t.persona.id)).length
  counted.others += touched.filter((t) => !planted.has(t.persona.id)).length
  return time
}

const lookedBack = (deps: Given, { indicators }: Awaited<ReturnType<typeof importList>>) =>
  deps.store.tx(ACTOR.tenant, (tx) => lookBack(tx, questionsOf(indicators)))

const idOf = (n: number): string => `p-${n.toString(16).padStart(16, '0')}`
const step = (): number => Math.floor(PAST / (LISTED / HELD_ONE_IN))

/** Values of personas spread over the past, each round others, among values that nobody has. */
function listOf(round: number): { readonly text: string; readonly planted: ReadonlySet<string> } {
  const planted = new Set<string>()
  const rows = Array.from({ length: LISTED }, (_, i) => {
    const value = VALUES[i % VALUES.length] ?? VALUES[0]
    const held = i % HELD_ONE_IN === 0
    const n = held ? (i / HELD_ONE_IN) * step() + (round % step()) : 2 * PAST + round * LISTED + i
    if (held) planted.add(idOf(n))
    return `${value.kind},${value.listed(n)},2026-03-01`
  })
  return { text: `kind,value,seen\n${seeded(round).shuffled(rows).join('\n')}\n`, planted }
}

/** Five keys a persona as an application of it would leave, and the statements of those who will be found. */
async function fill(connection: Connection): Promise<void> {
  const run = (text: string): Promise<unknown> => connection.transaction((db) => db.execute(sql.raw(text)))
  const personas = `(select n, 'p-' || lpad(to_hex(n), 16, '0') as id from generate_series(0::bigint, ${PAST - 1}) n) w`
  await run('drop index identifier_by_persona')
  await run(`insert into persona (tenant, id, source, received, status, requisition, retention, keep_until)
    select 'bench', id, 'made', '2026-01-01T00:00:00.000Z', case when n % 2 = 0 then 'open' else 'withdrawn' end, null, 'candidate-open', '2027-01-01T00:00:00.000Z' from ${personas}`)
  for (const [i, { kind, sql: key }] of VALUES.entries())
    for (const held of kind === 'wallet' ? [kind] : [kind, 'reach'])
      await run(`insert into identifier (tenant, kind, key, persona, statement, at)
        select 'bench', '${held}', ${key}, id, id || '.${i}', null from ${personas}`)
  await run('create index identifier_by_persona on identifier (persona, tenant)')
  for (const [i, { kind, sql: key }] of VALUES.entries())
    await run(`insert into statement (tenant, id, subject, property, value, original, basis, artifact, at, role, held, read_by)
      select 'bench', id || '.${i}', id, '${kind}', to_jsonb(${key}), null, 'claimed', repeat('a', 64), 'line=${i + 1}', 'resume', '2026-01-01T00:00:00.000Z', 'bench@1'
      from ${personas} where n % ${step()} < ${2 * ROUNDS}`)
  await run('analyze')
}
