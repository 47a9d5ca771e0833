import { sql, type SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { TenantId } from '../../model/statement.ts'
import type * as schema from './schema.ts'

/** Either driver, inside a transaction or not. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>

/** A query as the database takes it, values as `$1`, `$2`. One with a name never varies, and a server plans it once a connection. */
export interface Fixed {
  readonly name?: string
  readonly text: string
}
/** The rows of such a query. Whole numbers are cast to `int` or `float8` in it: drivers disagree on what a `bigint` becomes. */
export type Ask = <Row>(query: Fixed, values: readonly unknown[]) => Promise<readonly Row[]>

/**
 * All local to the transaction. Every query of one is about some personas or keys and has an index to go by, so tables are not
 * read from end to end, which a planner without statistics (a database just filled) would choose; and none runs for so long that
 * compiling it to machine code first pays.
 */
export const SETTINGS: Fixed = {
  name: 'settings',
  text: "select set_config('role', 'bonafide_app', true), set_config('bonafide.tenant', $1, true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)",
}

/** What the parts of a transaction work with. */
export interface Scope {
  readonly db: Database
  readonly ask: Ask
  readonly tenant: TenantId
  /** Called with the number of rows written or deleted; the embedded database keeps its house by it. */
  wrote(rows: number): void
}

/** Statements outside any tenant, as the login that owns the tables: for the queue of jobs and for backups. */
export interface Direct {
  /** This process is the only one that has the database. */
  readonly alone: boolean
  /** Without values, several statements in one; the rows of all. Never inside a transaction: the embedded database has one connection. */
  execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/** An open database of either driver. */
export interface Connection {
  /** As the role without rights beyond this tenant's rows, or as the owner of the tables where none is named. */
  transaction<T>(work: (db: Database, ask: Ask) => Promise<T>, tenant?: TenantId): Promise<T>
  /** The same for work that asks everything it asks at once and writes nothing: over a network it costs one way there and back. */
  look<T>(work: (db: Database, ask: Ask) => Promise<T>, tenant: TenantId): Promise<T>
  /** Called after a commit with the number of rows that changed. */
  changed(rows: number): void
  readonly direct: Direct
  close(): Promise<void>
}

/** The rows of hand-written SQL. Both drivers hand them over under `rows`. */
export async function rowsOf<Row>(db: Database, query: SQL): Promise<readonly Row[]> {
  const result = (await db.execute(query)) as unknown as { readonly rows: readonly Row[] }
  return result.rows
}

/** A fixed query for a driver that knows no names. */
export function sqlOf({ text }: Fixed, values: readonly unknown[]): SQL {
  return sql.join(text.split(/\$(\d+)/).map((part, i) => (i % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1]}`)))
}
