import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { badUsage, storage } from '../../model/errors.ts'
import { rowsOf, type Connection, type Database } from './database.ts'
import { asFault } from './faults.ts'
import { Line } from './line.ts'
import { looksOn } from './looks.ts'
import { MIGRATIONS, migrateOnce } from './migrate.ts'
import * as schema from './schema.ts'
import { COUNTED, OWN_TABLES, upkeepOf } from './upkeep.ts'

/** The oldest PostgreSQL the migrations run on: it is the first with `nulls not distinct`. */
const OLDEST = 150_000
const CONNECTIONS = 10
/** Milliseconds to wait for a connection. */
const PATIENCE = 10_000

/** A PostgreSQL server, by its address: `postgres://user:password@host:port/database`. */
export async function connectServer(url: string): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: checked(url),
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    application_name: 'bonafide',
  })
  // A connection that dies while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {})
  // Nor one that dies in the middle of a transaction, whose query is told so.
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    const client = await pool.connect()
    try {
      const db = drizzle(client, { schema })
      await refuseUnfit(db as unknown as Database)
      await migrateOnce(db as unknown as Database, () => migrate(db, { migrationsFolder: MIGRATIONS }))
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    throw asFault(error)
  }
  const db = drizzle(pool, { schema })
  // Space is autovacuum's; for statistics it comes a minute late, when a table has just been filled and is to be compared.
  const upkeep = upkeepOf(
    () => pool.query(`analyze ${OWN_TABLES}`),
    async () => (await rowsOf<{ rows: number }>(db as unknown as Database, COUNTED))[0]?.rows ?? 0,
  )
  const lines = new WeakMap<pg.PoolClient, Line>()
  const onLine = async <T>(work: (line: Line) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    try {
      const line = lines.get(client) ?? new Line(client)
      lines.set(client, line)
      return await work(line)
    } finally {
      client.release()
    }
  }
  return {
    async transaction(work, tenant) {
      await upkeep.due()
      return onLine((line) => line.transaction(tenant, work))
    },
    look: looksOn(onLine),
    changed: (rows) => upkeep.changed(rows),
    direct: {
      alone: false,
      async execute(text, values) {
        const results = [await pool.query(text, values)].flat()
        return { rows: results.flatMap((result) => result.rows as unknown[]) }
      },
    },
    close: () => pool.end(),
  }
}

function checked(url: string): string {
  if (!URL.canParse(url) || !/^postgres(?:ql)?:$/.test(new URL(url).protocol))
    throw badUsage('The database address must look like postgres://user:password@host:5432/database.')
  return url
}

async function refuseUnfit(db: Database): Promise<void> {
  const [server] = await rowsOf<{ version: number; encoding: string }>(
    db,
    sql`select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  )
  if (server === undefined || server.version < OLDEST)
    throw storage('The database server is older than PostgreSQL 15. Use version 15 or newer.')
  if (server.encoding !== 'UTF8') throw storage(`The database keeps text as ${server.encoding}. Create one with encoding UTF8.`)
}
