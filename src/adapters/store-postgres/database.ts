import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { TenantId } from '../../model/statement.ts'
import type * as schema from './schema.ts'

/** Either driver, inside a transaction or not. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>

/** What the parts of a transaction work with. */
export interface Scope {
  readonly db: Database
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
  transaction<T>(work: (db: Database) => Promise<T>): Promise<T>
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
