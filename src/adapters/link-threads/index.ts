import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LinkThreads } from '../../engine/batch-link/ports.ts'
import { type Kept, type ScoreJob, scoreSlice } from '../../engine/batch-link/score-slice.ts'
import { cancelled } from '../../model/errors.ts'

/** Pairs a thread takes at a time: some hundred milliseconds of work, so that cancelling and progress are prompt. */
const SLICE = 1 << 17

/** Scores on `count` threads over one copy of the records. With one thread, on the calling one. */
export function linkThreads(count: number): LinkThreads {
  return {
    async score(job, told, signal) {
      const total = job.pairs.left.length
      const slices = Math.ceil(total / SLICE)
      const kept: Kept[] = Array.from({ length: slices })
      const at = (slice: number): Slice => ({ slice, from: slice * SLICE, to: Math.min(total, (slice + 1) * SLICE) })
      let done = 0
      const finish = (slice: number, result: Kept): void => {
        kept[slice] = result
        told((done += at(slice).to - at(slice).from), total)
      }
      if (count === 1 || slices < 2) {
        for (let slice = 0; slice < slices; slice++) {
          if (signal.aborted) throw cancelled()
          finish(slice, scoreSlice(job, at(slice).from, at(slice).to))
          // Lets an interrupt in.
          await new Promise((resolve) => setImmediate(resolve))
        }
        return kept
      }
      const workers = Array.from({ length: Math.min(count, slices) }, () => start(job))
      try {
        let next = 0
        await Promise.all(
          workers.map(async (worker) => {
            while (next < slices) {
              if (signal.aborted) throw cancelled()
              const mine = at(next++)
              finish(mine.slice, await worker.score(mine))
            }
          }),
        )
      } finally {
        await Promise.all(workers.map((worker) => worker.stop()))
      }
      return kept
    },
  }
}

export interface Slice {
  readonly slice: number
  readonly from: number
  readonly to: number
}

function start(job: ScoreJob): { score(slice: Slice): Promise<Kept>; stop(): Promise<unknown> } {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job })
  return {
    async score(slice) {
      // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage(slice)
      // `once` rejects when the thread fails.
      const [kept] = (await once(worker, 'message')) as [Kept]
      return kept
    },
    stop: () => worker.terminate(),
  }
}
