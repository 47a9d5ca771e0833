import { access, constants } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openBeside } from '../../adapters/beside/index.ts'
import { openBlobs } from '../../adapters/blobs-fs/index.ts'
import { systemChance } from '../../adapters/chance/index.ts'
import { systemClock } from '../../adapters/clock/index.ts'
import { makeFolder } from '../../adapters/folders/index.ts'
import { openSigningKeys } from '../../adapters/keys/signing-key.ts'
import { openSandbox, type ReadingSandbox } from '../../adapters/sandbox/index.ts'
import { openEmbedded, openServer, type OpenStore } from '../../adapters/store-postgres/index.ts'
import type { Catalog } from '../../kit/catalog.ts'
import { AppError, inUse, storage } from '../../model/errors.ts'
import { notedServer } from './server-note.ts'
import type { OpenOptions, Workplace } from './workplace.ts'

/** One tenant and one person at the keyboard; the service brings more of both. */
const LOCAL = { tenant: 'local', id: 'local-operator' } as const

/** Opens the data folder: database, blobs, keys and the reading processes. Throws `in-use` when another process has it. */
export async function openWorkplace(
  options: OpenOptions,
  catalog: Catalog,
  modules: { readersModule: URL; renderModule: URL },
): Promise<Workplace> {
  const firstUse = await makeDataFolder(options.data)
  const beside = options.beside ?? join(options.data, 'beside')
  const store = options.databaseUrl === undefined ? await embedded(options.data) : await openServer(options.databaseUrl)
  try {
    const blobs = await openBlobs({ folder: join(options.data, 'blobs'), keys: join(options.data, 'keys'), tenant: LOCAL.tenant })
    const sandbox = whenNeeded(() => openSandbox({ ...modules, acceptNoNetworkIsolation: options.acceptNoNetworkIsolation ?? false }))
    if (options.readsFiles === true) sandbox.open()
    return {
      deps: { store, blobs, sandbox, clock: systemClock, chance: systemChance, beside: openBeside(beside) },
      store,
      beside,
      catalog,
      actor: LOCAL,
      firstUse,
      width: Math.max(2, availableParallelism()),
      isolation: () => sandbox.isolation(),
      signingKeys: () => openSigningKeys({ folder: join(options.data, 'keys'), tenant: LOCAL.tenant }),
      rotateKeys: (report) => blobs.rotate(report),
      async close() {
        await sandbox.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Throws `in-use`; where a server has the folder it says how to talk to it. */
async function embedded(data: string): Promise<OpenStore> {
  try {
    return await openEmbedded(join(data, 'db'))
  } catch (error) {
    const server = error instanceof AppError && error.code === 'in-use' ? await notedServer(data) : undefined
    if (server === undefined) throw error
    throw inUse(
      `A server has the data folder "${data}" and answers at ${server}. Talk to it: \`bonafide --help\` shows which commands take --server ${server}, with a key in BONAFIDE_KEY; or stop it first.`,
    )
  }
}

/** Reading processes start ahead of their files, so a sandbox is opened only by a command that has files to read. */
function whenNeeded(make: () => ReadingSandbox): ReadingSandbox & { open(): ReadingSandbox } {
  let made: ReadingSandbox | undefined
  const open = (): ReadingSandbox => (made ??= make())
  return {
    open,
    read: (reader, incoming) => open().read(reader, incoming),
    renderPages: (bytes, pages, scale) => open().renderPages(bytes, pages, scale),
    isolation: () => open().isolation(),
    close: async () => made?.close(),
  }
}

/** True when it was not there before. Made before the database is opened, whose fault would say less. */
async function makeDataFolder(folder: string): Promise<boolean> {
  try {
    const made = await makeFolder(folder, { mode: 0o700 })
    await access(folder, constants.W_OK)
    return made
  } catch (cause) {
    const why =
      (cause as NodeJS.ErrnoException).code === 'EROFS' ? 'cannot be written: it is on a read-only disk' : 'cannot be made or written'
    throw storage(`The data folder "${folder}" ${why}. Choose another with --data, or allow writing there.`, cause)
  }
}
