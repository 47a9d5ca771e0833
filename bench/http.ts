import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { systemChance } from '../src/adapters/chance/index.ts'
import { systemClock } from '../src/adapters/clock/index.ts'
import { rowsOf } from '../src/adapters/store-postgres/database.ts'
import { connectServer } from '../src/adapters/store-postgres/server.ts'
import { storeOf } from '../src/adapters/store-postgres/store.ts'
import { startServer } from '../test/support/postgres-server.ts'
import { beside, type Endpoint } from './http-beside.ts'
import { intake } from './http-intake.ts'
import { fill, idOf, readers, TENANT } from './http-made.ts'
import { openReading } from './http-reading.ts'
import type { Measured } from './measure.ts'

const PERSONAS = Number(process.env['BENCH_PERSONAS'] ?? 1_000_000)
const APPLICANTS = Number(process.env['BENCH_APPLICANTS'] ?? 10_000)
const CONNECTIONS = [1, 10, 100] as const
const OPENED = idOf(Math.floor(PERSONAS / 2))

const ENDPOINTS: readonly Endpoint[] = [
  { name: 'the inbox', method: 'GET', path: '/api/inbox?limit=50' },
  { name: 'the newest 50 candidates', method: 'GET', path: '/api/personas?limit=50' },
  { name: 'one dossier', method: 'GET', path: `/api/personas/${OPENED}` },
  { name: 'search by name', method: 'POST', path: '/api/personas/search', body: JSON.stringify({ name: `given${PERSONAS >> 1} fam` }) },
  {
    name: 'search by mailbox',
    method: 'POST',
    path: '/api/personas/search',
    body: JSON.stringify({ identifier: `email=made${PERSONAS >> 1}@one.example.net` }),
  },
]

/** Reading over HTTP with a database of a million candidates, beside a bare Fastify route that returns the same bytes from memory. */
export const http = (): Promise<Measured[]> =>
  amongMany(async ({ connection, tokens }) => {
    const reading = await openReading({ store: storeOf(connection), clock: systemClock, chance: systemChance })
    const lines: Measured[] = []
    for (const endpoint of ENDPOINTS)
      for (const connections of CONNECTIONS)
        lines.push(await beside(reading, endpoint, { of: PERSONAS, tokens: tokens.slice(0, connections) }))
    await reading.close()
    return lines
  })

/** What people who read notice of ten thousand applicants who are taken in beside a million. */
export const httpIntake = (): Promise<Measured[]> =>
  amongMany(async ({ connection, url, tokens }) => {
    const folder = await mkdtemp(join(tmpdir(), 'bonafide-bench-'))
    const count = (): Promise<number> =>
      connection.transaction(
        async (db) => (await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from persona`))[0]?.n ?? 0,
        TENANT,
      )
    try {
      return [await intake({ url, folder, tokens, applicants: APPLICANTS, count })]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

interface Many {
  readonly connection: Awaited<ReturnType<typeof connectServer>>
  readonly url: string
  readonly tokens: readonly string[]
}

async function amongMany(measure: (many: Many) => Promise<Measured[]>): Promise<Measured[]> {
  const server = await startServer()
  const url = await server.database()
  const connection = await connectServer(url)
  try {
    await fill(connection, PERSONAS)
    const deps = { store: storeOf(connection), clock: systemClock, chance: systemChance }
    return await measure({ connection, url, tokens: await readers(deps, Math.max(...CONNECTIONS), OPENED) })
  } finally {
    await connection.close()
    await server.stop()
  }
}
