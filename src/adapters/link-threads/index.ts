import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import type { Pieces } from '../../engine/batch-link/pieces.ts'
import type { LinkThreads } from '../../engine/batch-link/ports.ts'
import { AppError, cancelled } from '../../model/errors.ts'
import { DOERS, type Doer } from './doers.ts'

/** Fewer records are done with sooner than threads are started. */
const FEW = 20_000

/** Work on `count` threads over one copy of the records. With one, for one piece, or for few records, on the calling thread. */
export function linkThreads(count: number, few = FEW): LinkThreads {
  return {
    async run(kind, job, pieces, { told, signal }) {
      const results: Pieces[typeof kind]['result'][] = Array.from({ length: pieces.length })
      let next = 0
      let done = 0
      const work = async (doer: Doer<typeof kind>): Promise<void> => {
        while (next < pieces.length) {
          if (signal.aborted) throw cancelled()
          const mine = next++
          results[mine] = await doer.one(pieces[mine]!)
          told(++done, pieces.length)
          // Lets an interrupt in.
          await new Promise((resolve) => setImmediate(resolve))
        }
      }
      const records = 'count' in job ? job.count : job.records.count
      const wanted = records < few ? 1 : Math.min(count, pieces.length)
      const doers = wanted > 1 ? Array.from({ length: wanted }, () => started({ kind, job }, signal)) : [await DOERS[kind](job, signal)]
      try {
        await Promise.all(doers.map(work))
      } finally {
        for (const doer of doers) await doer.close?.()
      }
      return results
    },
  }
}

/** A thread does not take the cache of compiled code from the program; without it, it would compile everything anew. */
const cache = getCompileCacheDir()
const CACHE = cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }

/** What a thread is started with. */
export interface Start<K extends keyof Pieces> {
  readonly kind: K
  readonly job: Pieces[K]['job']
}

/** What a thread answers to a piece. */
export type Answer<K extends keyof Pieces> =
  | { readonly result: Pieces[K]['result'] }
  | { readonly fault: Pick<AppError, 'code' | 'status' | 'title' | 'detail' | 'cause'> }

/** A thread of its own that works as long as it is asked to. */
function started<K extends keyof Pieces>(workerData: Start<K>, signal: AbortSignal): Doer<K> & { close(): Promise<unknown> } {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, env: { ...process.env, ...CACHE } })
  let idle = true
  return {
    async one(piece) {
      idle = false
      // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage(piece)
      // `once` rejects when the thread fails.
      const [answer] = (await once(worker, 'message', { signal }).catch((error: unknown) => {
        throw signal.aborted ? cancelled() : error
      })) as [Answer<K>]
      if ('fault' in answer) throw new AppError(answer.fault)
      idle = true
      return answer.result
    },
    async close() {
      // In the middle of a piece nobody wants its result any more.
      if (!idle) return worker.terminate()
      // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage(undefined)
      return once(worker, 'exit')
    },
  }
}
