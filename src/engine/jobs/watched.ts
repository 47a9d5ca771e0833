import { asAppError } from '../../model/errors.ts'
import type { Actor } from '../access.ts'
import type { Deps, Tx } from '../ports.ts'
import type { Run } from './rows.ts'
import { changeRun } from './runs.ts'

export interface RunWatch {
  /** The run as it was taken up; undefined where it was forgotten with its persona. */
  readonly run: Run | undefined
  /** How far it is. Told as fast as the database takes it: of several that wait only the last. */
  progress(to: Partial<Pick<Run, 'step' | 'done' | 'total' | 'failures'>>): void
  /** Aborted when somebody asked that it stop, and when the worker was. */
  readonly signal: AbortSignal
}

/** How work ended, and what is written in the transaction that says so. */
interface Ended extends Partial<Pick<Run, 'step' | 'done' | 'total'>> {
  also?(tx: Tx): Promise<void>
}

/**
 * Does the work of a run: who waits sees how far it is, and whoever stops it is heard between two steps. Ends quietly when it was
 * stopped; throws what else goes wrong.
 */
export async function watched(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  asked: { readonly run: string; readonly signal: AbortSignal },
  work: (watch: RunWatch) => Promise<Ended>,
): Promise<void> {
  const change = (to: Partial<Run>): Promise<Run | undefined> =>
    deps.store.tx(actor.tenant, (tx) => changeRun(tx, asked.run, to, deps.clock.now()))
  const run = await change({ state: 'working', done: 0, total: 0 })
  if (run?.stop === true) return void (await change({ state: 'stopped' }))
  const stop = new AbortController()
  let next: Partial<Run> = {}
  const tellAll = async (): Promise<void> => {
    while (Object.keys(next).length > 0) {
      const now = next
      next = {}
      if ((await change(now))?.stop === true) stop.abort()
    }
  }
  // One after the other: the last that is written is the last that happened.
  let telling: Promise<void> = Promise.resolve()
  const progress: RunWatch['progress'] = (to) => {
    const idle = Object.keys(next).length === 0
    next = { ...next, ...to }
    if (!idle) return
    telling = telling.then(tellAll)
    telling.catch(() => stop.abort())
  }
  try {
    const { also, ...last } = await work({ run, progress, signal: AbortSignal.any([asked.signal, stop.signal]) })
    await telling
    await deps.store.tx(actor.tenant, async (tx) => {
      await changeRun(tx, asked.run, { ...last, state: 'done' }, deps.clock.now())
      await also?.(tx)
    })
  } catch (error) {
    // Where the database could not be told, that is the fault, and not that we stopped because of it.
    await telling
    if (asAppError(error).code !== 'cancelled' || asked.signal.aborted) throw error
    await change({ state: 'stopped' })
  }
}
