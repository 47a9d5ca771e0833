import { sql, type SQL } from 'drizzle-orm'
import { conflict, storage } from '../../model/errors.ts'
import { rowsOf, type Connection, type Database } from './database.ts'
import { asFault } from './faults.ts'

/** Rows of one tenant and one table, as JSON, one a line. */
export interface TablePart {
  readonly table: string
  readonly tenant: string
  readonly lines: string
}

const ROWS = 500

/**
 * All rows of all tenants as they were at one moment, in parts that fit in memory. JSON, so that it goes from either database into either.
 * The embedded database does nothing else meanwhile; a server goes on.
 */
export async function dumpAll(connection: Connection, take: (part: TablePart) => Promise<void>): Promise<{ readonly schema: number }> {
  return whole(connection, async (db) => {
    for (const tenant of await tenantsOf(db)) {
      await db.execute(sql`select set_config('bonafide.tenant', ${tenant}, true)`)
      for (const table of await tablesOf(db)) {
        await db.execute(
          sql`declare part no scroll cursor for select to_jsonb(t)::text as line from ${sql.identifier(table)} t where tenant = ${literal(tenant)}`,
        )
        for (;;) {
          const rows = await rowsOf<{ line: string }>(db, sql.raw(`fetch ${ROWS} from part`))
          if (rows.length === 0) break
          await take({ table, tenant, lines: rows.map((row) => row.line).join('\n') })
        }
        await db.execute(sql`close part`)
      }
    }
    return { schema: await schemaOf(db) }
  })
}

/** Puts parts into a database that holds nothing yet, all or none. Throws `conflict` when it does, and `storage` for another version of the tables. */
export async function fillAll(connection: Connection, schema: number, parts: () => AsyncIterable<TablePart>): Promise<void> {
  await whole(connection, async (db) => {
    if ((await tenantsOf(db)).length > 0) throw conflict('The database is not empty. A backup is restored into an empty one.')
    const here = await schemaOf(db)
    if (here !== schema)
      throw storage(
        `The backup is of version ${schema} of the tables, and this program makes version ${here}. Restore with the version of Bonafide that it was made with, then update.`,
      )
    const tables = new Set(await tablesOf(db))
    for await (const { table, tenant, lines } of parts()) {
      if (!tables.has(table)) throw storage(`The backup has a table "${table}" that this program does not know.`)
      await db.execute(sql`select set_config('bonafide.tenant', ${tenant}, true)`)
      await db.execute(
        sql`insert into ${sql.identifier(table)} select * from jsonb_populate_recordset(null::${sql.identifier(table)}, ${`[${lines.replaceAll('\n', ',')}]`}::text::jsonb)`,
      )
    }
  })
}

async function whole<T>(connection: Connection, work: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await connection.transaction(async (db) => {
      await db.execute(sql`set transaction isolation level repeatable read`)
      // Lets the owner of the tables, and nobody else, see which tenants there are.
      await db.execute(sql`select set_config('bonafide.backup', 'on', true)`)
      return work(db)
    })
  } catch (error) {
    throw asFault(error)
  }
}

/** Every tenant has a log. */
async function tenantsOf(db: Database): Promise<readonly string[]> {
  return (await rowsOf<{ tenant: string }>(db, sql`select distinct tenant from audit_head order by tenant`)).map((row) => row.tenant)
}

/** Of every part of the product: whatever is walled by tenant. */
async function tablesOf(db: Database): Promise<readonly string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`select tablename as name from pg_policies where schemaname = 'public' and policyname = 'one_tenant' order by 1`,
  )
  return rows.map((row) => row.name)
}

async function schemaOf(db: Database): Promise<number> {
  const [done] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from drizzle.__drizzle_migrations`)
  return done?.n ?? 0
}

/** A cursor takes no parameters. */
const literal = (text: string): SQL => sql.raw(`'${text.replaceAll("'", "''")}'`)
