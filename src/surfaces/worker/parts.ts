import { join } from 'node:path'
import { openBlobs } from '../../adapters/blobs-fs/index.ts'
import { openBeside } from '../../adapters/beside/index.ts'
import { openSharedSecrets } from '../../adapters/keys/shared-secrets.ts'
import { openSigningKeys } from '../../adapters/keys/signing-key.ts'
import { openReadingShelf } from '../../adapters/lists-fs/reading-shelf.ts'
import type { WriteKept } from '../../engine/jobs/backup.ts'
import type { Jobs } from '../../engine/jobs/ports.ts'
import type { KnownLists } from '../../engine/lists/recognise.ts'
import { listStatuses } from '../../engine/lists/status.ts'
import type { Readers } from '../../engine/notify/ports.ts'
import type { Deps } from '../../engine/ports.ts'
import type { WorkerDeps } from './handlers.ts'
import type { Outside } from './settings.ts'

export interface PartsOptions {
  readonly data: string
  readonly beside: string
  /** Store, sandbox, clock and chance serve all tenants; stored files are opened a tenant at a time. */
  readonly deps: Deps
  readonly jobs: Jobs
  readonly lists: KnownLists
  readonly readers: Readers
  readonly outside: Outside
  readonly writeKept: WriteKept
}

/** What a worker works with, a tenant at a time; each is opened once. */
export function partsOf({
  data,
  beside,
  deps,
  jobs,
  lists,
  readers,
  outside,
  writeKept,
}: PartsOptions): (tenant: string) => Promise<WorkerDeps> {
  const keys = join(data, 'keys')
  const open = async (tenant: string): Promise<WorkerDeps> => {
    const signing = await openSigningKeys({ folder: keys, tenant })
    return {
      ...deps,
      ...outside,
      jobs,
      readers,
      writeKept,
      blobs: await openBlobs({ folder: join(data, 'blobs'), keys, tenant }),
      beside: openBeside(beside),
      secrets: await openSharedSecrets(keys),
      signer: (now) => signing.signer(now),
      staleLists: async (now) => (await listStatuses(openReadingShelf(join(data, 'lists')), lists, now)).filter((one) => one.stale).length,
    }
  }
  const opened = new Map<string, Promise<WorkerDeps>>()
  return (tenant) => {
    const parts = opened.get(tenant) ?? open(tenant)
    opened.set(tenant, parts)
    // One that could not be opened is tried again by the next job.
    parts.catch(() => opened.delete(tenant))
    return parts
  }
}
