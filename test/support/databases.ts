import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Connection } from '../../src/adapters/store-postgres/database.ts'
import { connectEmbedded } from '../../src/adapters/store-postgres/embedded.ts'
import { openEmbedded, type OpenStore } from '../../src/adapters/store-postgres/index.ts'
import { connectServer } from '../../src/adapters/store-postgres/server.ts'
import { atFileEnd } from './file-end.ts'
import { putNewDatabase } from './new-database.ts'
import { noServerHere, startServer, type TestServer } from './postgres-server.ts'

let shared: Promise<OpenStore> | undefined

/**
 * An embedded database, one a test file: the first caller waits for its start, the others share it. Give every test a tenant of
 * its own (`freshTenant`) and none sees another's rows. It ends with the file; do not close it.
 */
export function openTestStore(): Promise<OpenStore> {
  shared ??= open()
  return shared
}

async function open(): Promise<OpenStore> {
  const store = await openEmbedded(await newFolder())
  atFileEnd(() => {
    shared = undefined
    return store.close()
  })
  return store
}

/** With a new database in it; gone when the test file ends. */
async function newFolder(): Promise<string> {
  const folder = join(inject('runFolder'), `store-${randomBytes(4).toString('hex')}`)
  atFileEnd(() => rm(folder, { recursive: true, force: true }))
  await putNewDatabase(folder)
  return folder
}

/** A tenant that nobody has used. */
export const freshTenant = (): string => `t-${randomBytes(6).toString('hex')}`

export interface TestDatabase {
  readonly name: string
  readonly connection: Connection
  /** Undefined for the embedded database. */
  readonly server: TestServer | undefined
  close(): Promise<void>
}

/** What a suite over both drivers runs on. Each entry is opened by the suite that uses it; `skip` is why it cannot be here. */
export const DATABASES: readonly { readonly name: string; readonly skip: string | undefined; open(): Promise<TestDatabase> }[] = [
  {
    name: 'PGlite',
    skip: undefined,
    async open() {
      const connection = await connectEmbedded(await newFolder())
      return { name: 'PGlite', connection, server: undefined, close: () => connection.close() }
    },
  },
  {
    name: 'PostgreSQL',
    skip: noServerHere(),
    async open() {
      const server = await startServer()
      const connection = await connectServer(await server.database())
      return {
        name: 'PostgreSQL',
        connection,
        server,
        async close() {
          await connection.close()
          await server.stop()
        },
      }
    },
  },
]
