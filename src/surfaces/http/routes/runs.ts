import { z } from 'zod'
import { runOf, stopRun } from '../../../engine/jobs/runs.ts'
import { RUN_KINDS, type Run, type RunKind } from '../../../engine/jobs/rows.ts'
import type { Caller } from '../../../engine/people/caller.ts'
import type { Deps } from '../../../engine/ports.ts'
import { notFound } from '../../../model/errors.ts'
import { route } from '../route.ts'
import { failure, failureOf, instant } from './shapes.ts'

const run = z
  .object({
    run: z.string(),
    kind: z.enum(Object.keys(RUN_KINDS) as [RunKind, ...RunKind[]]),
    state: z.enum(['waiting', 'working', 'done', 'failed', 'stopped']),
    step: z.string(),
    done: z.number().int(),
    total: z.number().int(),
    persona: z.string().optional(),
    failures: z.array(failure),
    by: z.string(),
    made: instant,
    changed: instant,
  })
  .meta({ id: 'Run' })

const shown = ({ id, kind, state, step, done, total, persona, failures, by, made, changed }: Run): z.infer<typeof run> => ({
  run: id,
  kind,
  state,
  step,
  done,
  total,
  persona,
  failures: failures.map(failureOf),
  by,
  made,
  changed,
})

/** Whoever may ask for a kind of work may watch it and stop it; to others a run of it is not there. */
const kindsFor = (caller: Caller): readonly RunKind[] =>
  (Object.keys(RUN_KINDS) as RunKind[]).filter((kind) => caller.may.has(RUN_KINDS[kind]))

async function seen(deps: Deps, caller: Caller, id: string): Promise<Run> {
  const run = await runOf(deps, caller, id)
  if (!caller.may.has(RUN_KINDS[run.kind])) throw notFound('run', id)
  return run
}

const params = z.object({ run: z.string().max(100) })

const list = route({
  method: 'GET',
  path: '/api/runs',
  says: 'Long work that you may watch, newest first.',
  may: 'signed-in',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({ items: z.array(run) }),
  async handle({ deps, caller }, { query }) {
    const kinds = kindsFor(caller)
    return { items: (await deps.store.tx(caller.tenant, (tx) => tx.runs(query.limit, kinds))).map(shown) }
  },
})

const show = route({
  method: 'GET',
  path: '/api/runs/:run',
  says: 'How far long work is, and what could not be taken.',
  may: 'signed-in',
  params,
  reply: run,
  async handle({ deps, caller }, { params: { run: id } }) {
    return shown(await seen(deps, caller, id))
  },
})

const stop = route({
  method: 'POST',
  path: '/api/runs/:run/stop',
  says: 'Stops long work between two steps; what was received is kept.',
  may: 'signed-in',
  params,
  async handle({ deps, caller }, { params: { run: id } }) {
    await seen(deps, caller, id)
    await stopRun(deps, caller, id)
  },
})

export const runRoutes = [list, show, stop] as const
