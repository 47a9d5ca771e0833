import type { Catalog } from '../../kit/catalog.ts'
import { asAppError, unsupported } from '../../model/errors.ts'
import type { Occurrence } from '../../model/hook.ts'
import type { Actor } from '../access.ts'
import type { Tx } from '../ports.ts'
import { failureOf, readSubmitted } from '../read.ts'
import { reassess, type Progress } from '../screen.ts'
import { changeRun, type JobDeps } from './runs.ts'
import type { Run } from './ports.ts'

export interface IntakeWork {
  readonly run: string
  readonly persona: string
  readonly signal: AbortSignal
  /** Told in the transaction that ends the run. */
  announce(tx: Tx, occurrence: Occurrence): Promise<void>
}

/**
 * Reads what was handed in for a persona, and compares and assesses all who came of it. Every step is keyed by content: done twice, or
 * after a worker died in the middle, it comes to the same. Ends quietly when somebody asked it to stop.
 */
export async function takeIn(deps: JobDeps, catalog: Catalog, actor: Actor, work: IntakeWork): Promise<void> {
  const change = (to: Partial<Run>): Promise<Run | undefined> =>
    deps.store.tx(actor.tenant, (tx) => changeRun(tx, work.run, to, deps.clock.now()))
  const stop = new AbortController()
  const signal = AbortSignal.any([work.signal, stop.signal])
  const started = await change({ state: 'working', step: 'reading', done: 0, total: 0 })
  if (started?.stop === true) return void (await change({ state: 'stopped' }))
  // One after the other: the last that is written is the last that happened.
  let told: Promise<unknown> = Promise.resolve()
  const progress = (event: Progress): void => {
    told = told.then(async () => {
      const run = await change({ step: event.step === 'received' ? 'reading' : event.step, done: event.done, total: event.total })
      if (run?.stop === true) stop.abort()
    })
    told.catch(() => stop.abort())
  }
  try {
    const read = await readSubmitted(deps, catalog.readers, actor, { persona: work.persona, paths: new Map() })
    const missing = read.references.map((r) =>
      failureOf(
        r.path,
        unsupported(`A row of the table (${r.at}) names "${r.path}". Files beside a table are not fetched; hand it in for that candidate.`),
      ),
    )
    const refused = started?.failures.filter((failure) => !read.failures.some((other) => other.source === failure.source)) ?? []
    const failures = [...refused, ...read.failures, ...missing]
    await change({ step: 'reading', done: 1, total: 1, failures })
    await reassess(deps, catalog, actor, { personas: read.personas, watch: { progress, signal } })
    await told
    await deps.store.tx(actor.tenant, async (tx) => {
      await changeRun(tx, work.run, { state: 'done', step: 'assessed' }, deps.clock.now())
      await work.announce(tx, { event: 'intake.ended', subject: work.run, room: 'identity', quiet: false })
    })
  } catch (error) {
    await told.catch(() => undefined)
    if (asAppError(error).code !== 'cancelled' || work.signal.aborted) throw error
    await change({ state: 'stopped' })
  }
}
