import { AsyncLocalStorage } from 'node:async_hooks'
import type { Store } from '../../engine/ports.ts'
import { badUsage, internal } from '../../model/errors.ts'
import type { TenantId } from '../../model/statement.ts'
import type { Ask, Connection, Database, Scope } from './database.ts'
import { asFault } from './faults.ts'
import { transactionOf } from './transaction.ts'

/** The transaction that the running code is inside of. */
const inside = new AsyncLocalStorage<{ open: boolean }>()

/**
 * Runs work as the role without rights beyond one tenant's rows. Role and tenant are local to the transaction: when it ends,
 * the connection sees nobody's rows.
 */
export async function asTenant<T>(
  connection: Connection,
  tenant: TenantId,
  work: (db: Database, ask: Ask) => Promise<T>,
  how: 'transaction' | 'look' = 'transaction',
): Promise<T> {
  if (tenant.trim() === '') throw badUsage('A tenant needs a name.')
  // The embedded database has one connection, so a transaction inside another would wait for itself for ever.
  if (inside.getStore()?.open === true) throw internal('A transaction was started inside another one.', undefined)
  const mark = { open: true }
  try {
    return await inside.run(mark, () => connection[how](work, tenant))
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
      const result = await asTenant(connection, tenant, (db, ask) => {
        const scope: Scope = { db, ask, tenant, wrote: (rows) => void (changed += rows) }
        return work(transactionOf(scope))
      })
      connection.changed(changed)
      return result
    },
    look: (tenant, work) =>
      asTenant(connection, tenant, (db, ask) => work(transactionOf({ db, ask, tenant, wrote: () => undefined })), 'look'),
    close: () => connection.close(),
  }
}
