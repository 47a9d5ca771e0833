import type { JobName } from '../../engine/jobs/kinds.ts'
import type { Jobs, TakenJob } from '../../engine/jobs/ports.ts'
import { asAppError, type AppError } from '../../model/errors.ts'

export type Handler = (job: TakenJob, signal: AbortSignal) => Promise<void>
export type Handlers = Readonly<Record<JobName, Handler>>

export interface WorkerSettings {
  /** Jobs at the same time. */
  readonly width: number
  /** Milliseconds between two looks at an empty queue. */
  readonly idle: number
  /** Between two signs of life of a job at work; well below what the queue takes for silence. */
  readonly beat: number
  /** How long a job may go on after the worker was asked to stop; then it is handed back. */
  readonly patience: number
  /** Told of everything that failed; ids and codes only. */
  readonly log: (event: {
    readonly job: JobName | undefined
    readonly id: string
    readonly attempt: number
    readonly fault: AppError
  }) => void
}

export const WORKER: Omit<WorkerSettings, 'width' | 'log'> = { idle: 1_000, beat: 8_000, patience: 20_000 }

export interface Worker {
  /** Looks at once: something was sent in this process. */
  wake(): void
  /** No new jobs; those under way end or are handed back. Resolves when nothing runs any more. */
  stop(): Promise<void>
}

/** What is handed back is tried again, by this worker or another. */
const HANDED_BACK = { code: 'handed-back', title: 'The worker was stopped' } as const

/** Takes jobs as long as there are any, waits, and keeps the queue's house. A queue that cannot be reached is asked again. */
export function startWorker(jobs: Jobs, handlers: Handlers, settings: WorkerSettings): Worker {
  const { width, idle, beat, patience, log } = settings
  const atWork = new Map<string, { readonly job: TakenJob; readonly abort: AbortController; readonly ended: Promise<void> }>()
  let stopping = false
  let wakeUp: () => void = () => {}
  let woken = false
  const wake = (): void => {
    woken = true
    wakeUp()
  }
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
      if (woken) wakeUp()
      woken = false
    })

  const doOne = async (job: TakenJob, abort: AbortController): Promise<void> => {
    try {
      await handlers[job.name](job, abort.signal)
      await jobs.done(job)
    } catch (error) {
      const fault = asAppError(error)
      log({ job: job.name, id: job.id, attempt: job.attempt, fault })
      // When even this cannot be said, the queue takes our silence for the same.
      await jobs
        .failed(job, stopping && abort.signal.aborted ? HANDED_BACK : { code: fault.code, title: fault.title })
        .catch(() => undefined)
    } finally {
      atWork.delete(job.id)
      wake()
    }
  }

  const begin = (job: TakenJob): void => {
    const abort = new AbortController()
    const ended = doOne(job, abort)
    if (stopping) abort.abort()
    atWork.set(job.id, { job, abort, ended })
  }

  let turn = 0
  const takeAll = async (): Promise<number> => {
    let taken = 0
    const ready = await jobs.ready()
    // Each time another kind is first, so that a flood of one keeps none of the others waiting.
    const from = turn++ % Math.max(1, ready.length)
    for (const name of [...ready.slice(from), ...ready.slice(0, from)]) {
      if (stopping || atWork.size >= width) break
      for (const job of await jobs.take(name, 1)) {
        begin(job)
        taken++
      }
    }
    return taken
  }

  const beating = setInterval(() => {
    for (const { job, abort } of atWork.values())
      void jobs.alive(job).then(
        (ours) => void (ours || abort.abort()),
        () => undefined,
      )
    void jobs.keepHouse().catch(() => undefined)
  }, beat)

  const looping = (async () => {
    while (!stopping) {
      const taken =
        atWork.size >= width
          ? 0
          : await takeAll().catch((error: unknown) => {
              log({ job: undefined, id: '', attempt: 0, fault: asAppError(error) })
              return 0
            })
      if (taken === 0 && !stopping) await rest(idle)
    }
  })()

  return {
    wake,
    async stop() {
      stopping = true
      wake()
      await looping
      const late = setTimeout(() => {
        for (const { abort } of atWork.values()) abort.abort()
      }, patience)
      await Promise.all([...atWork.values()].map((one) => one.ended))
      clearTimeout(late)
      clearInterval(beating)
    },
  }
}
