import { Client } from 'pg'
import type { IndexedName } from '../src/compute/name-index/name.ts'
import { noServerHere, startServer } from '../test/support/postgres-server.ts'

/** Below this share of equal trigrams pg_trgm answers nothing; at its own .3 it finds a little more and is slower. */
const THRESHOLD = 0.35
const AT_ONCE = 20_000

export interface PostgresSearch {
  search(query: string): Promise<readonly number[]>
  stop(): Promise<void>
}

/** PostgreSQL with a GIN index of trigrams, on loopback; or why there is none. */
export async function postgresTrigrams(names: readonly IndexedName[]): Promise<PostgresSearch | { readonly missing: string }> {
  const missing = noServerHere()
  if (missing !== undefined) return { missing }
  const server = await startServer()
  const client = new Client({ connectionString: await server.database() })
  try {
    await client.connect()
    // It is a trusted extension: the owner of a database may add it.
    await client.query('create extension pg_trgm')
    await client.query('create table names (text text not null, party bigint not null)')
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const some = names.slice(from, from + AT_ONCE)
      await client.query('insert into names select * from unnest($1::text[], $2::bigint[])', [
        some.map((n) => n.text),
        some.map((n) => n.party),
      ])
    }
    await client.query('create index on names using gin (text gin_trgm_ops)')
    await client.query('vacuum analyze names')
    await client.query(`set pg_trgm.similarity_threshold = ${THRESHOLD}`)
  } catch (error) {
    await client.end()
    await server.stop()
    return { missing: `pg_trgm cannot be set up here (${error instanceof Error ? error.message : String(error)})` }
  }
  return {
    async search(query) {
      const { rows } = await client.query<{ party: string }>({
        name: 'search',
        text: 'select party from names where text % $1 order by similarity(text, $1) desc limit 10',
        values: [query],
      })
      return rows.map(({ party }) => Number(party))
    },
    async stop() {
      await client.end()
      await server.stop()
    },
  }
}
