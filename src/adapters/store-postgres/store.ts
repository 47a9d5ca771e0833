import { AsyncLocalStorage } from 'node:async_hooks'
import { sql, type SQL } from 'drizzle-orm'
import type { Store } from '../../engine/ports.ts'
import { badUsage, internal } from '../../model/errors.ts'
import type { TenantId } from '../../model/statement.ts'
import type { Connection, Database, Scope } from './database.ts'
import { asFault } from './faults.ts'
import { transactionOf } from './transaction.ts'

/** The transaction that the running code is inside of. */
const inside = new AsyncLocalStorage<{ open: boolean }>()

/**
 * All local to the transaction. Every query of one is about some personas or keys and has an index to go by, so tables are not
 * read from end to end, which a planner without statistics (a database just filled) would choose; and none runs for so long that
 * compiling it to machine code first pays.
 */
const settings = (tenant: TenantId): SQL =>
  sql`select set_config('role', 'bonafide_app', true), set_config('bonafide.tenant', ${tenant}, true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`

/**
 * Runs work as the role without rights beyond one tenant's rows. Role and tenant are local to the transaction: when it ends,
 * the connection sees nobody's rows.
 */
export async function asTenant<T>(connection: Connection, tenant: TenantId, work: (db: Database) => Promise<T>): Promise<T> {
  if (tenant.trim() === '') throw badUsage('A tenant needs a name.')
  // The embedded database has one connection, so a transaction inside another would wait for itself for ever.
  if (inside.getStore()?.open === true) throw internal('A transaction was started inside another one.', undefined)
  const mark = { open: true }
  try {
    return await inside.run(mark, () =>
      connection.transaction(async (db) => {
        await db.execute(settings(tenant))
        return work(db)
      }),
    )
  } catch (error) {
    throw asFault(error)
  } finally {
    mark.open = false
  }
}

export interface OpenStore extends Store {
  readonly connection: Connection
}

export function storeOf(connection: Connection): OpenStore {
  return {
    connection,
    async tx(tenant, work) {
      let changed = 0
      const result = await asTenant(connection, tenant, (db) => {
        const scope: Scope = { db, tenant, wrote: (rows) => void (changed += rows) }
        return work(transactionOf(scope))
      })
      connection.changed(changed)
      return result
    },
    close: () => connection.close(),
  }
}
