import { connectEmbedded } from './embedded.ts'
import { connectServer } from './server.ts'
import { storeOf, type OpenStore } from './store.ts'

export type { Direct } from './database.ts'
export type { OpenStore } from './store.ts'

/**
 * The database inside this process, in a folder of its own (made when absent) or, for `memory`, nowhere. One process at a
 * time: a second one is told who has it (`in-use`). Close it to give the folder back.
 */
export async function openEmbedded(folder: string): Promise<OpenStore> {
  return storeOf(await connectEmbedded(folder))
}

/** A PostgreSQL server (15 or newer), shared by any number of processes. */
export async function openServer(url: string): Promise<OpenStore> {
  return storeOf(await connectServer(url))
}
