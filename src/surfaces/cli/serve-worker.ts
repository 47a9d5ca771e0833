import type { Jobs } from '../../engine/jobs/ports.ts'
import type { KnownLists } from '../../engine/lists/recognise.ts'
import { accountReaders } from '../../engine/people/readers.ts'
import { keepBackups } from '../backup/kept.ts'
import { handlersOf } from '../worker/handlers.ts'
import { startWorker, WORKER, type Worker, type WorkerSettings } from '../worker/loop.ts'
import { partsOf } from '../worker/parts.ts'
import { startRounds } from '../worker/rounds.ts'
import type { Outside } from '../worker/settings.ts'
import type { Workplace } from './workplace.ts'

export interface ServingWork {
  readonly data: string
  readonly outside: Outside
  readonly jobs: Jobs
  readonly lists: KnownLists
  readonly log: WorkerSettings['log']
}

/** Starts the worker of this process, and the rounds that go on by themselves. */
export async function startServing(
  { deps, store, catalog, actor, beside, width }: Workplace,
  { data, outside, jobs, lists, log }: ServingWork,
): Promise<Worker> {
  const parts = partsOf({
    data,
    beside,
    deps,
    jobs,
    lists,
    readers: accountReaders,
    outside,
    writeKept: keepBackups({ store, data, beside }),
  })
  await deps.store.tx(actor.tenant, (tx) => startRounds(jobs, tx, deps.clock.now()))
  return startWorker(jobs, handlersOf(parts, catalog), { ...WORKER, width, log })
}
