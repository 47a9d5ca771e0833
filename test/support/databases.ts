import { randomBytes } from 'node:crypto'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import type { Store } from '../../src/engine/ports.ts'

let shared: Promise<Store> | undefined

/**
 * An embedded database in memory, one a test file: the first caller waits for its start, the others share it. Give every test
 * a tenant of its own (`freshTenant`) and none sees another's rows. It ends with the file's process; do not close it.
 */
export function openTestStore(): Promise<Store> {
  shared ??= openEmbedded('memory')
  return shared
}

/** A tenant that nobody has used. */
export const freshTenant = (): string => `t-${randomBytes(6).toString('hex')}`
