import { conflict, notFound } from '../../model/errors.ts'
import type { Actor } from '../access.ts'
import type { Deps, Tx } from '../ports.ts'
import type { Jobs, Run } from './ports.ts'

export interface JobDeps extends Deps {
  readonly jobs: Jobs
}

/** A run that nobody has taken up yet. */
export const waitingRun = (id: string, kind: Run['kind'], more: { by: string; now: string; persona?: string }): Run => ({
  id,
  kind,
  state: 'waiting',
  step: 'waiting',
  done: 0,
  total: 0,
  persona: more.persona,
  failures: [],
  stop: false,
  by: more.by,
  made: more.now,
  changed: more.now,
})

export async function runOf(deps: Deps, actor: Actor, id: string): Promise<Run> {
  const found = await deps.store.tx(actor.tenant, (tx) => tx.run(id))
  if (found === undefined) throw notFound('run', id)
  return found
}

/** Asks that it stop between two steps; what was received is kept. */
export async function stopRun(deps: Deps, actor: Actor, id: string): Promise<void> {
  await deps.store.tx(actor.tenant, async (tx) => {
    if ((await tx.run(id)) === undefined) throw notFound('run', id)
    if (!(await tx.stopRun(id))) throw conflict(`The run "${id}" has ended. There is nothing to stop.`)
    await tx.appendAudit({ actor: actor.id, action: 'run-stopped', subject: id, detail: {} }, deps.clock.now())
  })
}

/** Changes a run where there is one; it may have been forgotten with its persona. */
export async function changeRun(tx: Tx, id: string, to: Partial<Run>, now: string): Promise<Run | undefined> {
  const run = await tx.run(id)
  if (run === undefined) return undefined
  const changed = { ...run, ...to, changed: now }
  await tx.putRun(changed)
  return changed
}
